import { expect, test } from "vitest";
import { makeLook } from "../../src/site/look.ts";
import { planPages } from "../../src/site/plan-pages.ts";
import { arabicSite, smallArchive } from "./fixture.ts";

test("every page that a template links to is one of the site's", async () => {
  const { archive, loadArticle } = smallArchive();
  const look = makeLook(arabicSite);
  const { value } = planPages(archive, { loadArticle, permalink: look.permalink, card: look.card });
  const paths = new Set(value.map(({ path }) => path));
  for (const page of value) {
    const html = look.render(await page.view());
    const base = `http://site/${page.path.split("/").map(encodeURIComponent).join("/")}`;
    for (const [, href = ""] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const { origin, pathname } = new URL(href.replaceAll("&amp;", "&"), base);
      if (origin !== "http://site" || !pathname.endsWith(".html")) continue;
      expect(paths, `${page.path}: ${href}`).toContain(decodeURIComponent(pathname.slice(1)));
    }
  }
});
