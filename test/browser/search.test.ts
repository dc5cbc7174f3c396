import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Host, hostSite, launchBrowser } from "./chromium.ts";

const sites = inject("sites");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const article = "articles/putin-biden-first-call.html";

let browser: Browser;
let host: Host;
let tab: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  host = await hostSite(sites.seed, "/archive/");
  tab = await browser.newPage({ viewport: { width: 390, height: 844 } });
  tab.on("pageerror", (error) => errors.push(error.message));
  await tab.goto(`${host.url}search.html`);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
});

/** Types as a reader does, key by key, and waits for what is said of it. */
async function typed(query: string): Promise<string> {
  await tab.fill("#search-input", "");
  await tab.waitForFunction(() => document.querySelector("#search-status")?.textContent === "");
  await tab.locator("#search-input").pressSequentially(query);
  await tab.waitForSelector("#search-results .search-result");
  return (await tab.textContent("#search-status")) ?? "";
}

describe("the search of a built site", () => {
  test.each(["الكرملين", "كرملين", "والكرملين", "بوتين", "أوكرانيا", "اوكرانيا", "معاهده", "٢٠١٠"])(
    "finds the article by %s and leads to it",
    async (query) => {
      expect(await typed(query)).not.toMatch(/[{}]/);
      // The first letters of a word find it too, but only the whole word is marked.
      await tab.waitForSelector("#search-results mark");
      const link = tab.locator("#search-results a").first();
      expect(await link.getAttribute("href")).toBe(`${host.url}${article}`);
      expect(await tab.locator("#search-results mark").count()).toBeGreaterThan(0);
    },
  );

  test("shows its results without anything that axe finds wrong, in light and dark", async () => {
    await typed("الكرملين");
    for (const colorScheme of ["light", "dark"] as const) {
      // Colors that are still fading from one theme to the other are nobody's to read.
      await tab.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await tab.evaluate(axe);
      const found = await tab.evaluate(async () => {
        // axe-core puts itself on the window; its types are for modules.
        const { axe } = window as unknown as {
          axe: { run: () => Promise<{ violations: { id: string }[] }> };
        };
        return (await axe.run()).violations.map(({ id }) => id);
      });
      expect(found, colorScheme).toEqual([]);
    }
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test("says what it did not find", async () => {
    await tab.fill("#search-input", "زرافة");
    await tab.waitForFunction(() => document.querySelector("#search-status")?.textContent?.includes("زرافة"));
  });

  test("says on a disk that it needs a server", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(sites.seed, "search.html")).href);
    await page.fill("#search-input", "بوتين");
    await page.waitForFunction(() => document.querySelector("#search-status")?.textContent !== "");
    expect(await page.locator(".search-result").count()).toBe(0);
    await page.close();
  });

  test("threw no error on the way", () => {
    expect(errors).toEqual([]);
  });
});
