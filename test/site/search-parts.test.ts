import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBooks } from "../../src/publish/books.ts";
import { productLine, writeSiteLedger } from "../../src/publish/site-ledger.ts";
import type { EarlierSite } from "../../src/site/product.ts";
import { writeSearchIndex } from "../../src/site/search-index.ts";
import type { openEngine } from "../../templates/client/pagefind-engine.ts";
import { type Host, hostSite, launchBrowser } from "../browser/chromium.ts";
import { type DraftedArchive, draftArchive, draftArticle, noEarlierSite, planOf } from "./fixture.ts";

const years = [2001, 2002, 2003];
const articles = Array.from({ length: 30 }, (_, index) =>
  draftArticle({
    id: `n${index}`,
    headline: `خبر ${index}`,
    published: index === 29 ? null : `${years[index % 3]}-05-${String(1 + (index % 28)).padStart(2, "0")}`,
    paragraphs: [`مباراة ${index % 2 === 0 ? "الذهاب" : "الإياب"} في الملعب.`],
    source: index % 5 === 0 ? "وكالة" : null,
  }),
);

let dir = "";
let host: Host;
let browser: Browser;
let tab: Page;

async function index(drafted: DraftedArchive, outDir: string, helper: EarlierSite) {
  const { catalogue } = planOf(drafted);
  const options = { search: true, version: "1", progress: () => {}, articlesPerIndex: 10 };
  return await writeSearchIndex({ ...drafted, ...options, catalogue, outDir, helper });
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-parts-"));
  await index(draftArchive({ articles }), dir, noEarlierSite);
  await build({
    entryPoints: ["templates/client/pagefind-engine.ts"],
    outfile: join(dir, "engine.js"),
    bundle: true,
    format: "iife",
    globalName: "engine",
  });
  await writeFile(
    join(dir, "index.html"),
    '<!doctype html><meta charset="utf-8"><script src="engine.js"></script>',
  );
  host = await hostSite(dir, "/a/");
  browser = await launchBrowser();
  tab = await browser.newPage();
  await tab.goto(`${host.url}index.html`);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await rm(dir, { recursive: true, force: true });
});

/** What the search page's engine finds in the browser: how many, and the dates of the first twenty. */
async function find(words: string[], filters: Record<string, string>, order: "" | "newest" | "oldest") {
  return await tab.evaluate(
    async ({ asked, narrowed, sorted }) => {
      const { engine } = globalThis as unknown as { engine: { openEngine: typeof openEngine } }; // the script of the page
      const opened = await engine.openEngine(new URL("pagefind/", document.baseURI).href);
      await opened.facets();
      const results = await opened.search(asked, narrowed, sorted);
      const dates = (await results.take(20)).map(({ meta }) => meta.date ?? "");
      return { count: results.count, dates, facets: results.facets };
    },
    { asked: words, narrowed: filters, sorted: order },
  );
}

describe("an index in parts", () => {
  test("has one a year, of the newest one a month, and one of what is undated", async () => {
    const parts = JSON.parse(await readFile(join(dir, "pagefind/parts.json"), "utf8"));
    expect(parts).toEqual({ ar: ["ar/2001", "ar/2002", "ar/2003-05", "ar/undated"] });
  });

  test("has its engine once", async () => {
    const sizes = await Promise.all(
      ["2001", "2002", "undated"].map(
        async (part) => (await stat(join(dir, "pagefind/ar", part, "wasm.ar.pagefind"))).size,
      ),
    );
    expect(sizes).toEqual([expect.toSatisfy((size: number) => size > 50_000), 12, 12]);
    const scripts = (await readdir(dir, { recursive: true })).filter((path) => path.endsWith("pagefind.js"));
    expect(scripts).toEqual([join("pagefind", "ar", "2001", "pagefind.js")]);
  });

  test("answers as one", async () => {
    expect((await find(["مباراة"], {}, "")).count).toBe(30);
    expect((await find(["ذهاب"], {}, "")).count).toBe(15);
    const { count, facets } = await find(["مباراة"], { source: "وكالة" }, "");
    expect(count).toBe(6);
    expect(facets["year"]).toMatchObject({ 2001: 2, 2002: 2, 2003: 2 });
    expect((await find([], { year: "2002" }, "")).count).toBe(10);
  });

  test("keeps the order of dates over its parts", async () => {
    for (const order of ["newest", "oldest"] as const) {
      const { count, dates } = await find(["مباراة"], {}, order);
      expect(count).toBe(30);
      expect(dates).toHaveLength(20);
      const sorted = [...dates].sort();
      expect(dates).toEqual(order === "oldest" ? sorted : sorted.reverse());
    }
  });

  test("is made anew only where an article changed", async () => {
    const first = await index(draftArchive({ articles }), join(dir, "first"), noEarlierSite);
    const changed = articles.map((parsed) =>
      parsed.article.id === "n1"
        ? draftArticle({ id: "n1", headline: "خبر آخر", published: "2002-05-02", paragraphs: ["نص آخر."] })
        : parsed,
    );
    const lines = [...first.products].flatMap(([name, product]) => productLine(name, product) ?? []);
    await mkdir(join(dir, "cache"));
    writeSiteLedger(join(dir, "cache"), { digest: "", pages: 0, articles: 30 }, [], lines);
    const books = openBooks(join(dir, "cache"), join(dir, "first"));
    const earlier: EarlierSite = { keep: async (products, outDir) => books.keep(products, outDir) };
    const second = await index(draftArchive({ articles: changed }), join(dir, "second"), earlier);
    expect([...second.products.keys()]).toEqual(["pagefind/ar/2002"]);
    expect((await readdir(join(dir, "second/pagefind/ar"))).sort()).toEqual([
      "2001",
      "2002",
      "2003-05",
      "undated",
    ]);
  });
});

test("a year of more articles than an index holds is parted as far as it has to be", async () => {
  const many = (month: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      draftArticle({
        id: `m${month}-${index}`,
        headline: "خبر",
        published: `${month}-03`,
        paragraphs: ["نص قصير."],
      }),
    );
  const parted = [
    ...many("2001-02", 10),
    ...many("2001-03", 2),
    ...many("2001-05", 3),
    ...many("2001-12", 4),
    ...many("2002-01", 3),
    ...many("2003-01", 11),
    ...many("2003-02", 1),
  ];
  await index(draftArchive({ articles: parted }), join(dir, "parted"), noEarlierSite);
  const parts = JSON.parse(await readFile(join(dir, "parted/pagefind/parts.json"), "utf8"));
  const names = ["2001-02", "2001-03", "2001-q2", "2001-h2", "2002", "2003-01", "2003-02"];
  expect(parts).toEqual({ ar: names.map((name) => `ar/${name}`) });
}, 60_000);
