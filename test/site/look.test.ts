import { expect, test } from "vitest";
import { makeLook } from "../../src/site/look.ts";
import { completePage } from "../../src/site/page-draft.ts";
import { arabicSite, planOf, smallArchive } from "./fixture.ts";

test("every page that a template links to is one of the site's", () => {
  const drafted = smallArchive();
  const look = makeLook(arabicSite);
  const { pages } = planOf(drafted);
  const paths = new Set(pages.map(({ path }) => path));
  for (const page of pages) {
    const html = look.render(completePage(page.draft(), drafted.store, look.words));
    const base = `http://site/${page.path.split("/").map(encodeURIComponent).join("/")}`;
    for (const [, href = ""] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const { origin, pathname } = new URL(href.replaceAll("&amp;", "&"), base);
      if (origin !== "http://site" || !pathname.endsWith(".html")) continue;
      expect(paths, `${page.path}: ${href}`).toContain(decodeURIComponent(pathname.slice(1)));
    }
  }
});

test("what is said of a name that is pointed at does not claim to be exact from ten on", () => {
  const said = (lang: "ar" | "en", articles: number): string =>
    makeLook({ ...arabicSite, lang }).words.card("Place", articles);
  expect([1, 9, 10, 1_000].map((articles) => said("ar", articles))).toEqual([
    "مكان · مادة واحدة",
    "مكان · 9 مواد",
    "مكان · 10 مواد أو أكثر",
    "مكان · 1,000 مادة أو أكثر",
  ]);
  expect([1, 9, 200].map((articles) => said("en", articles))).toEqual([
    "Place · 1 article",
    "Place · 9 articles",
    "Place · 200 articles or more",
  ]);
});
