import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeSearchIndex } from "../../src/site/search-index.ts";
import type { Order, openEngine } from "../../templates/client/search-engine.ts";
import { type Host, hostSite, launchBrowser } from "../browser/chromium.ts";
import { digestsOf, draftArchive, draftArticle, unbuilt } from "./fixture.ts";

const years = [2001, 2002, 2003];
const headlines = new Map([
  [7, "الإياب في عنوان"],
  [8, "الوزيرة هنا"],
  [9, "وزير هنا"],
]);
const articles = Array.from({ length: 300 }, (_, index) =>
  draftArticle({
    id: `n${index}`,
    headline: headlines.get(index) ?? `خبر ${index}`,
    lang: index % 50 === 1 ? "en" : "ar",
    published:
      index % 100 === 99 ? null : `${years[index % 3]}-05-${String(1 + (index % 28)).padStart(2, "0")}`,
    paragraphs: [
      index % 50 === 1
        ? `Studies of match ${index}.`
        : `مباراة ${index % 2 === 0 ? "الذهاب" : "الإياب"} في الملعب ${index}، والمعلمون حضور.`,
    ],
    source: index % 5 === 0 ? "وكالة" : null,
  }),
);

let dir = "";
let host: Host;
let browser: Browser;
let tab: Page;
const asked: string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-engine-"));
  const drafted = draftArchive({ articles });
  const options = { search: true, version: "1", progress: () => {}, shardLimit: 400 };
  await writeSearchIndex({ ...unbuilt, ...drafted, ...digestsOf(drafted), ...options, outDir: dir });
  await mkdir(join(dir, "articles"));
  for (const { article } of articles)
    await writeFile(join(dir, "articles", `${article.id}.json`), JSON.stringify(article));
  await build({
    entryPoints: ["templates/client/search-engine.ts"],
    outfile: join(dir, "engine.js"),
    bundle: true,
    format: "iife",
    globalName: "engine",
  });
  await writeFile(
    join(dir, "index.html"),
    '<!doctype html><html lang="ar"><meta charset="utf-8"><link rel="icon" href="data:,"><script src="engine.js"></script>',
  );
  host = await hostSite(dir, "/a/");
  browser = await launchBrowser();
  tab = await browser.newPage();
  tab.on("request", (request) => asked.push(request.url().slice(host.url.length)));
  await tab.goto(`${host.url}index.html`);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await rm(dir, { recursive: true, force: true });
});

/** What the search page's engine finds in the browser, opened anew: how many, and what it says of the first twenty. */
async function find(
  words: string[],
  filters: Record<string, string> = {},
  order: Order = "",
  facets = false,
) {
  asked.length = 0;
  return await tab.evaluate(
    async ({ words, filters, order, facets }) => {
      const { engine } = globalThis as unknown as { engine: { openEngine: typeof openEngine } }; // the script of the page
      const opened = await engine.openEngine(new URL(".", document.baseURI).href);
      if (facets) await opened.facets();
      const results = await opened.search(words, filters, order);
      const found = await results.take(20);
      return {
        count: results.count,
        headlines: found.map(({ headline }) => headline),
        dates: found.map(({ published }) => published ?? ""),
        paths: found.map(({ path }) => path),
        facets: results.facets,
        choices: results.choices,
      };
    },
    { words, filters, order, facets },
  );
}

describe("a query", () => {
  test("finds the articles that have all of its words", async () => {
    expect((await find(["مباراه"])).count).toBe(294);
    expect((await find(["ذهاب"])).count).toBe(150);
    expect((await find(["ذهاب", "284"])).paths).toEqual(["articles/n284.html"]);
    expect((await find(["ذهاب", "283"])).count).toBe(0);
    expect((await find(["زرافه"])).count).toBe(0);
  });

  test("finds other endings of a word, those that have the word itself first", async () => {
    expect((await find(["معلم"])).count).toBe(294);
    expect((await find(["study"])).count).toBe(6);
    expect((await find(["studying"])).count).toBe(6);
    // Its first letter is no particle, though a stemmer takes it for one.
    expect((await find(["وزير"])).paths).toEqual(["articles/n9.html", "articles/n8.html"]);
  });

  test("finds words that begin so only where none is so", async () => {
    expect((await find(["ملع"])).count).toBe(294);
    expect((await find(["29"])).paths).toEqual(["articles/n29.html"]);
  });

  test("brings what stands in a headline first, of others the newest, and the undated last", async () => {
    const { headlines, dates } = await find(["اياب"]);
    expect(headlines[0]).toBe("الإياب في عنوان");
    const rest = dates.slice(1);
    expect(rest).toEqual([...rest].sort().reverse());
    const { dates: all } = await find(["99"]);
    expect(all).toEqual([""]);
  });

  test("loads few files, however many there are", async () => {
    await find(["اياب"]);
    const files = asked.filter((path) => path.startsWith("search/words/"));
    expect(files.length).toBeGreaterThan(0);
    expect(files.length).toBeLessThan(7);
    expect(asked.filter((path) => path.startsWith("search/filters/"))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe("a narrowed search", () => {
  test("has what all filters leave, with words and without", async () => {
    expect((await find(["مباراه"], { source: "وكالة" })).count).toBe(60);
    expect((await find([], { source: "وكالة", language: "ar" })).count).toBe(60);
    expect((await find([], { year: "2002" })).count).toBe(99);
    expect((await find([], { year: "1999" })).count).toBe(0);
    expect((await find([], { nothing: "x" })).count).toBe(0);
  });

  test("says how many each value would leave", async () => {
    const { facets, choices } = await find(["مباراه"], { source: "وكالة" }, "", true);
    expect(facets["year"]).toEqual({ 2001: 20, 2002: 20, 2003: 20 });
    expect(facets["language"]).toEqual({ ar: 60, en: 0 });
    expect(choices["language"]).toEqual({ ar: 294, en: 0 });
    expect((await find(["مباراه"])).facets).toEqual({});
  });

  test.each(["newest", "oldest"] as const)("is in the order of dates, %s first", async (order) => {
    const { dates } = await find([], { collection: "الكل" }, order);
    expect(dates).toHaveLength(20);
    const sorted = [...dates].sort();
    expect(dates).toEqual(order === "oldest" ? sorted : sorted.reverse());
  });
});
