import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ParsedArticle } from "../../src/model/article.ts";
import { openBooks } from "../../src/publish/books.ts";
import { verifySite } from "../../src/publish/manifest.ts";
import type { Product } from "../../src/site/product.ts";
import { writeSearchIndex } from "../../src/site/search-index.ts";
import {
  type Draft,
  digestsOf,
  draftArchive,
  draftArticle,
  manyArticles,
  openDraftedPack,
  smallArchive,
  unbuilt,
} from "./fixture.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-index-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const always = { search: true, version: "1", progress: () => {} };

async function index(
  drafted: ReturnType<typeof draftArchive>,
  outDir: string,
  shardLimit?: number,
): Promise<Map<string, Product>> {
  return await writeSearchIndex({
    ...unbuilt,
    ...drafted,
    ...always,
    ...digestsOf(drafted),
    outDir,
    ...(shardLimit === undefined ? {} : { shardLimit }),
  });
}

/** The digests of the files below a folder, by their paths. */
function digests(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = files.map(({ parentPath, name }): [string, string] => {
    const path = join(parentPath, name);
    return [path.slice(root.length), createHash("sha256").update(readFileSync(path)).digest("hex")];
  });
  return Object.fromEntries(found.sort());
}

describe("the search index", () => {
  test("has its files below one folder, each a product of its own", async () => {
    const products = await index(smallArchive(), dir);
    const files = Object.keys(digests(dir)).map((path) => path.slice(1));
    expect(files).toEqual([...products.keys()].sort());
    expect(files).toContain("search/index.json");
    expect(files).toContain("search/words/all.bin");
    expect(files).toContain("search/filters/people.bin");
  });

  test.each([40, 300])("has the same bytes whenever it is made of the same %d articles", async (count) => {
    const drafted = draftArchive({ articles: manyArticles(count) });
    await index(drafted, join(dir, "one"), 100);
    await index(drafted, join(dir, "two"), 100);
    expect(Object.keys(digests(join(dir, "one"))).length).toBeGreaterThan(20);
    expect(digests(join(dir, "two"))).toEqual(digests(join(dir, "one")));
  });

  test("of an archive without articles is none", async () => {
    await index(draftArchive({ articles: [] }), dir);
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe("an index that is changed", () => {
  /** Builds one after another with what the last one left, as a program does. */
  function openBuilds(shardLimit: number) {
    const cacheDir = mkdtempSync(join(dir, "cache-"));
    const drafts = openDraftedPack();
    let site = join(dir, "none");
    let count = 0;
    return {
      site: () => site,
      build: async (articles: ParsedArticle[], version = "1", title = "الكل"): Promise<string[]> => {
        const drafted = draftArchive({ articles, collections: [collectionOf(articles, title)] }, drafts);
        const outDir = join(cacheDir, `site-${count}`);
        count += 1;
        const books = openBooks(cacheDir, site);
        const products = await writeSearchIndex({
          ...drafted,
          ...always,
          ...digestsOf(drafted),
          version,
          outDir,
          cacheDir,
          earlierDir: site,
          helper: { keep: async (keys, out) => books.keep(keys, out) },
          shardLimit,
        });
        books.add([...products]);
        books.writeManifest(outDir, { groups: [], others: [] });
        books.close({ digest: "", pages: 0, articles: 0 });
        site = outDir;
        return [...products.keys()];
      },
    };
  }

  function collectionOf(articles: readonly ParsedArticle[], title: string) {
    const items = articles.map(({ article: { id } }) => ({ kind: "article" as const, path: `${id}.txt` }));
    return { id: "all", title, items };
  }

  /** The index of some articles, made anew. */
  async function anew(
    articles: ParsedArticle[],
    shardLimit: number,
    title = "الكل",
  ): Promise<Record<string, string>> {
    const outDir = mkdtempSync(join(dir, "anew-"));
    const collections = [collectionOf(articles, title)];
    await index(draftArchive({ articles, collections }), outDir, shardLimit);
    return digests(outDir);
  }

  function indexOf(site: string): Record<string, string> {
    return Object.fromEntries(Object.entries(digests(site)).filter(([path]) => path.startsWith("/search/")));
  }

  const words = [
    "قال",
    "قالت",
    "الوزير",
    "والوزير",
    "وزارة",
    "لبنان",
    "اللبناني",
    "a",
    "ab",
    "abc",
    "2020",
    "قا",
  ];
  const names = [
    { id: "سلمى", type: "Person", name: "سلمى" },
    { id: "سلمى-الحاج", type: "Person", name: "سلمى" },
    { id: "نابلس", type: "Place", name: "نابلس" },
  ] as const;
  const article = fc
    .record({
      id: fc.integer({ min: 0, max: 40 }),
      published: fc.option(fc.constantFrom("2020-01-01", "2020-01-02", "1999-12-31")),
      words: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }),
      source: fc.constantFrom(undefined, "وكالة", "صحيفة"),
      entities: fc.uniqueArray(fc.constantFrom(...names), { selector: ({ id: name }) => name, maxLength: 2 }),
    })
    .map(({ id, published, words: some, source, entities }) =>
      draftArticle({
        id: `n${id}`,
        headline: "x",
        published,
        paragraphs: [[...some, ...entities.map(({ name }) => name)].join(" ")],
        entities,
        ...(source === undefined ? {} : { source }),
      }),
    );
  const archive = fc.uniqueArray(article, {
    minLength: 8,
    maxLength: 40,
    selector: ({ article: { id } }) => id,
  });

  test("has the bytes of one that is made anew", async () => {
    const changes = fc.array(fc.record({ others: fc.array(article, { maxLength: 2 }), gone: fc.nat(2) }), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(archive, changes, fc.constantFrom(30, 60, 200), async (first, later, limit) => {
        const { build, site } = openBuilds(limit);
        let articles: ParsedArticle[] = first;
        await build(articles);
        for (const { others, gone } of later) {
          const next = new Map(articles.slice(gone).map((one) => [one.article.id, one]));
          for (const one of others) next.set(one.article.id, one);
          articles = [...next.values()];
          await build(articles);
          expect(indexOf(site())).toEqual(await anew(articles, limit));
        }
      }),
      { numRuns: 40 },
    );
  });

  const many = Array.from({ length: 60 }, (_, at) =>
    draftArticle({
      id: `n${at}`,
      headline: "عنوان",
      published: `2020-01-${1 + (at % 28)}`.replace(/-(\d)$/, "-0$1"),
      paragraphs: [`${words[at % words.length]} ${at}`],
    }),
  );
  const changed = many.map((one) =>
    one.article.id === "n5"
      ? draftArticle({ id: "n5", headline: "عنوان", published: "2020-01-06", paragraphs: ["طائرة"] })
      : one,
  );

  const salma = { entities: [names[0]] };
  test.each<[string, { one?: Partial<Draft>; other?: Partial<Draft>; title?: string }]>([
    ["source", { one: { source: "صحيفة", ...salma } }],
    ["language", { one: { lang: "en", ...salma } }],
    ["day", { one: { published: "2019-03-01", ...salma } }],
    ["names", { one: { entities: [names[2]] } }],
    ["name, which another has instead", { one: { entities: [] }, other: salma }],
    ["collection", { one: salma, title: "الأخبار" }],
  ])("narrows to what is so now when only an article's %s is another", async (_, { one, other, title }) => {
    const said = { headline: "عنوان", source: "وكالة", paragraphs: ["سلمى في نابلس"] };
    const draft = (id: string, change: Partial<Draft>): ParsedArticle =>
      draftArticle({ id, published: "2020-01-06", ...said, ...change });
    const { build, site } = openBuilds(40);
    await build([...many, draft("one", salma), draft("other", {})]);
    const before = indexOf(site());
    const after = [...many, draft("one", one ?? {}), draft("other", other ?? {})];
    await build(after, "1", title);
    expect(indexOf(site())).toEqual(await anew(after, 40, title));
    const isFilter = ([path]: [string, string]): boolean => path.startsWith("/search/filters/");
    expect(Object.entries(indexOf(site())).filter(isFilter)).not.toEqual(
      Object.entries(before).filter(isFilter),
    );
  });

  test("leaves the files as they are that have none of the words", async () => {
    const { build, site } = openBuilds(40);
    const all = await build(many);
    const before = indexOf(site());
    expect(all.length).toBeGreaterThan(20);
    const made = await build(changed);
    const after = indexOf(site());
    expect(made.length).toBeLessThan(10);
    const others = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(made.map((path) => `/${path}`)).toEqual(expect.arrayContaining(others));
    expect(await build(changed)).toEqual([]);
  });

  test("writes no file again of words that an edited article has as before", async () => {
    const { build, site } = openBuilds(40);
    await build(many);
    const before = indexOf(site());
    const edited = many.map((one) =>
      one.article.id === "n5"
        ? draftArticle({
            id: "n5",
            headline: "عنوان",
            published: "2020-01-06",
            paragraphs: [`${one.article.text} طائرة`],
          })
        : one,
    );
    const made = await build(edited);
    const after = indexOf(site());
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((path) => before[`/${path}`] === after[`/${path}`])).toEqual([]);
  });

  test.each([
    ["the program is another", "2", () => {}],
    [
      "one of its files is not as it was",
      "1",
      (site: string) => {
        const folder = join(site, "search/words");
        for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "x");
      },
    ],
    [
      "one of its files is gone that is to stay",
      "1",
      (site: string) => rmSync(join(site, "search/articles"), { recursive: true }),
    ],
    ["the site is gone", "1", (site: string) => rmSync(join(site, "search"), { recursive: true })],
  ])("is made anew where %s", async (_what, version, damage) => {
    const { build, site } = openBuilds(40);
    await build(many);
    damage(site());
    await build(changed, version);
    expect(indexOf(site())).toEqual(await anew(changed, 40));
    expect(await verifySite(site())).toEqual([]);
  });
});
