import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ParsedArticle } from "../../src/model/article.ts";
import { writeSearchIndex } from "../../src/site/search-index.ts";
import { type Host, hostSite, launchBrowser } from "../browser/chromium.ts";
import { digestsOf, draftArchive, draftArticle, unbuilt } from "./fixture.ts";

/** The page's strings, by the names that the script asks for. */
const strings = {
  loading: "جارٍ التحميل",
  none: "لا نتائج عن {query}",
  failed: "تعذر البحث",
  file: "افتح الموقع من خادم",
  more: "المزيد",
  "count-one": "نتيجة واحدة",
  "count-two": "نتيجتان",
  "count-few": "{count} نتائج",
  "count-many": "{count} نتيجة",
  "count-other": "{count} نتيجة",
};

const page = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>بحث</title>
<form id="search-form"><input id="search-input" name="q" type="search" dir="auto"></form>
<details id="search-filters" hidden><summary></summary></details>
<p id="search-status" role="status"></p>
<ol id="search-results" ${Object.entries(strings)
  .map(([name, text]) => `data-${name}="${text}"`)
  .join(" ")}></ol>
<script defer src="client/search.js"></script></html>`;

function short(id: string, text: string, lang = "ar"): ParsedArticle {
  return draftArticle({ id, lang, headline: `عنوان ${id}`, paragraphs: [text] });
}

const articles = [
  short("government", "والحكومة تنتظر الرد."),
  short("minister", "سُلّم الكتاب للوزير في مكتبه."),
  short("vocalized", "صَدَرَ التَّصْرِيحُ صباحًا."),
  short("affairs", "وزارة شؤون البيئة وحدها."),
  short("name", "التقى بعبد الله القاضي."),
  short("joined", "حضر عبدالرحمن الجلسة."),
  short("school", "في المدرسة الكبرى إلى إشعار آخر."),
  short("persian", "او کتابی دربارهٔ ایران نوشت.", "fa"),
  short("english", "The governments signed an agreement in Café Résumé.", "en"),
  short("book", "كتاب جديد في لبنان وفرنسا."),
  short("town", "بلد بعيد."),
  short("pilgrimage", "موسم الحج."),
  short("order", "نهر النيل الأزرق، والأزرق لون النيل."),
  ...Array.from({ length: 25 }, (_, index) => short(`many${index}`, `مباراة رقم ${index}.`)),
];

let dir = "";
let host: Host;
let browser: Browser;
let tab: Page;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-search-"));
  const drafted = draftArchive({ articles });
  const progress = (): void => {};
  await writeSearchIndex({
    ...drafted,
    ...unbuilt,
    ...digestsOf(drafted),
    outDir: dir,
    version: "1",
    search: true,
    progress,
  });
  // What results are shown from.
  await mkdir(join(dir, "articles"));
  for (const { article } of articles)
    await writeFile(join(dir, "articles", `${article.id}.json`), JSON.stringify(article));
  await mkdir(join(dir, "client"));
  await build({
    entryPoints: ["templates/client/search.ts"],
    outfile: join(dir, "client/search.js"),
    bundle: true,
    minify: true,
    format: "iife",
  });
  await writeFile(join(dir, "search.html"), page);
  host = await hostSite(dir, "/a/path/");
  browser = await launchBrowser();
  tab = await browser.newPage();
  await tab.goto(`${host.url}search.html`);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await rm(dir, { recursive: true, force: true });
});

/** Types a query and waits for what is said of it. */
async function typed(query: string): Promise<string> {
  await tab.fill("#search-input", "");
  await tab.waitForFunction(() => document.querySelector("#search-status")?.textContent === "");
  await tab.fill("#search-input", query);
  await tab.waitForFunction(
    (loading) => !["", loading].includes(document.querySelector("#search-status")?.textContent ?? ""),
    strings.loading,
  );
  return (await tab.textContent("#search-status")) ?? "";
}

async function foundIds(query: string): Promise<string[]> {
  await typed(query);
  const links = await tab.locator("#search-results h2 a").all();
  return await Promise.all(
    links.map(
      async (link) => /articles\/(.*)\.html/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? "",
    ),
  );
}

describe("a word is found however it is written", () => {
  test.each([
    ["حكومة", "government"],
    ["الحكومة", "government"],
    ["والحكومه", "government"],
    ["وبالحكومة", "government"],
    ["لحكومة", "government"],
    ["الحُكومَة", "government"],
    ["وزير", "minister"],
    ["الوزير", "minister"],
    ["فالوزير", "minister"],
    ["ولوزير", "minister"],
    ["تصريح", "vocalized"],
    ["التصريح", "vocalized"],
    ["تَصريحٍ", "vocalized"],
    ["شئون", "affairs"],
    ["عبدالله", "name"],
    ["عبد الله", "name"],
    ["لعبدالله", "name"],
    ["عبد الرحمن", "joined"],
    ["عبدالرحمن", "joined"],
    ["مدرسه", "school"],
    ["أخر", "school"],
    ["الكبري", "school"],
    ["درباره", "persian"],
    ["إیران", "persian"],
    ["CAFE resume", "english"],
    ["agreements", "english"],
    ["لبنان", "book"],
    ["فرنسا", "book"],
    ["بلد", "town"],
    ["حج", "pilgrimage"],
    ["حكوم", "government"],
  ])("%s", async (query, id) => {
    expect(await foundIds(query)).toEqual([id]);
  });

  test("a word that stands in no article finds none", async () => {
    expect(await foundIds("طائرة")).toEqual([]);
    expect(await tab.textContent("#search-status")).toBe("لا نتائج عن طائرة");
  });

  test("words in quotation marks have to follow each other", async () => {
    expect(await foundIds("«النيل الأزرق»")).toEqual(["order"]);
    expect(await foundIds("«الأزرق النيل»")).toEqual([]);
    expect(await foundIds("الأزرق النيل")).toEqual(["order"]);
    expect(await foundIds('"عبد الله القاضي"')).toEqual(["name"]);
  });
});

describe("what is found", () => {
  test("is shown as it is written, the words marked", async () => {
    await typed("تصريح");
    const result = tab.locator(".search-result").first();
    expect(await result.locator("mark").allTextContents()).toEqual(["التَّصْرِيحُ"]);
    expect(await result.locator("p").last().textContent()).toBe("صَدَرَ التَّصْرِيحُ صباحًا.");
    await typed("عبدالله");
    expect(await tab.locator("mark").allTextContents()).toEqual(["بعبد الله"]);
  });

  test("has its date, language and direction", async () => {
    await typed("agreement");
    const result = tab.locator(".search-result").first();
    expect(await result.locator("time").getAttribute("datetime")).toBe("2021-01-26");
    expect(await result.locator("time").textContent()).toBe("26 يناير 2021");
    expect(await result.locator("p").last().getAttribute("lang")).toBe("en");
    expect(await result.locator("p").last().getAttribute("dir")).toBe("ltr");
  });

  test("is counted in the language of the page, and the rest comes when asked for", async () => {
    expect(await typed("حكومة")).toBe("نتيجة واحدة");
    expect(await typed("مباراة")).toBe("25 نتيجة");
    expect(await tab.locator(".search-result").count()).toBe(20);
    await tab.click("text=المزيد");
    await tab.waitForFunction(() => document.querySelectorAll(".search-result").length === 25);
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe("A");
    expect(await tab.locator("text=المزيد").count()).toBe(0);
  });

  test("is below the site's own path", async () => {
    await typed("حكومة");
    const link = await tab.locator("#search-results a").first().getAttribute("href");
    expect(link).toBe(`${host.url}articles/government.html`);
  });
});

describe("the search page", () => {
  test("keeps the query in the address, and reads it there", async () => {
    await typed("لبنان");
    expect(new URL(tab.url()).searchParams.get("q")).toBe("لبنان");
    await tab.goto(`${host.url}search.html?q=${encodeURIComponent("شئون")}`);
    await tab.waitForSelector(".search-result");
    expect(await tab.inputValue("#search-input")).toBe("شئون");
  });

  test("runs nothing that is typed", async () => {
    await typed(`<img src=x onerror="document.title='!'">`);
    expect(await tab.title()).toBe("بحث");
    expect(await tab.locator("#search-status img").count()).toBe(0);
  });

  test("says so when the index cannot be read, and tries again", async () => {
    await tab.goto(`${host.url}search.html`);
    await tab.route("**/search/**", (route) => route.abort());
    expect(await typed("حكومة")).toBe(strings.failed);
    await tab.unroute("**/search/**");
    expect(await typed("حكومة")).toBe("نتيجة واحدة");
  });

  test("says on a disk that it needs a server", async () => {
    await tab.goto(pathToFileURL(join(dir, "search.html")).href);
    expect(await typed("حكومة")).toBe(strings.file);
  });
});
