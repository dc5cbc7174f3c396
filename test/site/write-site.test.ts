import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planSite, type SiteOptions, writeSite } from "../../src/site/write-site.ts";
import { type DraftedArchive, draftArchive, draftArticle, smallArchive, unbuilt } from "./fixture.ts";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-site-"));
});
afterEach(() => rm(dir, { recursive: true }));

function options(drafted: DraftedArchive, outDir: string): SiteOptions {
  const { keys, refOf, placesOf, store, packPath } = drafted;
  const site = { ...unbuilt, theme: null, version: "1", search: true, progress: () => {} };
  return { ...site, archive: drafted.archive, keys, refOf, placesOf, store, packPath, seedsDir: "", outDir };
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
    const { value } = await writeSite(options(smallArchive(), dir));
    const files = [...(await contents(dir)).keys()];
    expect(files.filter((path) => path.endsWith(".html"))).toHaveLength(value?.pages ?? 0);
    expect(files.filter((path) => !/^(?:search|assets)\//.test(path) && !path.endsWith(".html"))).toEqual([
      "articles/call.json",
      "articles/summit.json",
      "articles/undated.json",
      "articles/visit.json",
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
    expect(files).toContain("search/index.json");
  });

  test("has the same bytes whenever it is made of the same archive", async () => {
    await writeSite(options(smallArchive(), join(dir, "one")));
    await writeSite(options(smallArchive(), join(dir, "two")));
    expect(await contents(join(dir, "two"))).toEqual(await contents(join(dir, "one")));
  });

  test("is not written where two pages would be one file", async () => {
    const article = draftArticle({ id: "a", headline: "x", paragraphs: ["y"] });
    const items = [{ kind: "article" as const, path: "a.txt" }];
    const collections = ["News", "news"].map((id) => ({ id, title: id, items }));
    const drafted = draftArchive({ articles: [article], collections });
    const { problems } = planSite(drafted.archive, drafted.refOf);
    expect(problems).toHaveLength(1);
    expect(await writeSite(options(drafted, dir))).toEqual({ value: null, problems });
  });
});
