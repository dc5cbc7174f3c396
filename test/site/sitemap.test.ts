import { describe, expect, test } from "vitest";
import { makeRobots, makeSitemap } from "../../src/site/sitemap.ts";
import { arabicSite, planOf, smallArchive } from "./fixture.ts";

function sitemapOf(url: string | null): string {
  const drafted = smallArchive({ url });
  return makeSitemap(drafted.archive, planOf(drafted).pages)[0]?.content ?? "";
}

describe("the sitemap", () => {
  test("has every page but the search and the 404 by its absolute, encoded address", () => {
    const sitemap = sitemapOf("https://example.org/news/");
    const addresses = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
    expect(addresses).toHaveLength(26);
    expect(addresses).toContain("https://example.org/news/");
    expect(addresses).toContain(`https://example.org/news/places/${encodeURIComponent("موسكو")}.html`);
    expect(sitemap).not.toMatch(/search\.html|404\.html/);
    expect(sitemap).toContain("visit.html</loc><lastmod>2021-02-04</lastmod>");
  });

  test("has no address when the site has none, and says why", () => {
    expect(sitemapOf(null)).toContain("url: in INDEX.md");
    expect(sitemapOf(null)).not.toContain("<loc>");
  });

  test("is cut into parts of fifty thousand", () => {
    const pages = Array.from({ length: 100_001 }, (_, index) => ({
      kind: "list" as const,
      path: `${index}.html`,
    }));
    const files = makeSitemap(smallArchive().archive, pages);
    expect(files.map(({ path }) => path)).toEqual([
      "sitemap.xml",
      "sitemap-1.xml",
      "sitemap-2.xml",
      "sitemap-3.xml",
    ]);
    expect(files[0]?.content).toContain("<loc>https://example.org/news/sitemap-3.xml</loc>");
    expect(files[3]?.content.match(/<loc>/g)).toHaveLength(1);
  });

  test("is named in robots.txt when there is an address to name it by", () => {
    expect(makeRobots(arabicSite).content).toContain("Sitemap: https://example.org/news/sitemap.xml\n");
    expect(makeRobots({ ...arabicSite, url: null }).content).toBe("User-agent: *\nAllow: /\n");
  });
});
