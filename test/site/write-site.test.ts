import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ParsedArticle } from "../../src/model/article.ts";
import { checkSite, type SiteOptions, SiteProblemsError, writeSite } from "../../src/site/write-site.ts";
import { type DraftedArchive, draftArchive, draftArticle, smallArchive } from "./fixture.ts";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-site-"));
});
afterEach(() => rm(dir, { recursive: true }));

function options({ archive, loadArticle }: DraftedArchive, outDir: string): SiteOptions {
  const articles = new Map<string, ParsedArticle>();
  for (const { id, path } of archive.articles.values()) articles.set(path, loadArticle(id));
  const look = {
    render: (page: object): string => JSON.stringify(page),
    permalink: String,
    card: () => "",
    files: [{ path: "assets/style.css", content: "body {}" }],
  };
  return { archive, articles, outDir, progress: () => {}, look };
}

async function contents(root: string): Promise<Map<string, string>> {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const read = paths.map(
    async (path): Promise<[string, string]> => [path.slice(root.length + 1), await readFile(path, "latin1")],
  );
  return new Map(await Promise.all(read));
}

describe("a whole site", () => {
  test("has every file that programs may rely on", async () => {
    const pages = await writeSite(options(smallArchive(), dir));
    const files = [...(await contents(dir)).keys()];
    expect(files.filter((path) => path.endsWith(".html"))).toHaveLength(pages);
    expect(files.filter((path) => !path.startsWith("pagefind/") && !path.endsWith(".html"))).toEqual([
      "articles/call.json",
      "articles/summit.json",
      "articles/undated.json",
      "articles/visit.json",
      "assets/style.css",
      "data/articles.ndjson",
      "data/entities.ndjson",
      "data/quotes.ndjson",
      "feed.json",
      "feed.xml",
      "robots.txt",
      "rss.xml",
      "schema/article.schema.json",
      "schema/entity.schema.json",
      "schema/quote.schema.json",
      "sitemap.xml",
    ]);
    expect(files).toContain("pagefind/ar/pagefind.js");
  });

  test("has the same bytes whenever it is made of the same archive", async () => {
    await writeSite(options(smallArchive(), join(dir, "one")));
    await writeSite(options(smallArchive(), join(dir, "two")));
    expect(await contents(join(dir, "two"))).toEqual(await contents(join(dir, "one")));
  });

  test("is not begun when two pages would be one file", async () => {
    const articles = ["News", "news"].map((id) => draftArticle({ id, headline: "x", paragraphs: ["y"] }));
    const drafted = draftArchive({ articles });
    expect(checkSite(drafted.archive)).toHaveLength(1);
    await expect(writeSite(options(drafted, dir))).rejects.toThrow(SiteProblemsError);
    expect(await readdir(dir)).toEqual([]);
    expect(checkSite(smallArchive().archive)).toEqual([]);
  });
});
