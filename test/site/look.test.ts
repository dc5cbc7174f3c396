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
