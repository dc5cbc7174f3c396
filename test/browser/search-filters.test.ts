import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Host, hostSite, launchBrowser } from "./chromium.ts";

const sites = inject("sites");
let browser: Browser;
let host: Host;
let tab: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await hostSite(sites.examples);
  tab = await browser.newPage({ viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

async function open(query: string): Promise<void> {
  await tab.goto(`${host.url}search.html${query}`);
  await tab.waitForSelector(".search-result");
}

const datesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLTimeElement>(".search-meta time")].map(({ dateTime }) => dateTime),
  );

/** Chooses a value of a field, and waits until the results say something else. */
async function choose(name: string, value: string): Promise<void> {
  const before = await tab.textContent("#search-results");
  await tab.selectOption(`select[name=${name}]`, value);
  await tab.waitForFunction(
    (earlier) => document.querySelector("#search-results")?.textContent !== earlier,
    before,
  );
}

describe("narrowing a search", () => {
  test("leaves what has the value, says how many each value has, and stays in the address", async () => {
    await open("?q=المياه");
    expect(await tab.locator("select[name=year]").isVisible()).toBe(false);
    await tab.click("#search-filters summary");
    await tab.waitForFunction(
      () => (document.querySelector<HTMLSelectElement>("select[name=year]")?.options.length ?? 0) > 2,
    );
    const label = await tab.textContent("select[name=year] option[value='2022']");
    const count = Number(/\((\d+)\)/.exec(label ?? "")?.[1]);
    await choose("year", "2022");
    const dates = await datesOf(tab);
    expect(dates).toHaveLength(count);
    expect(dates.every((date) => date.startsWith("2022"))).toBe(true);
    expect(new URL(tab.url()).searchParams.get("year")).toBe("2022");
    // Another year can be chosen at once.
    expect(await tab.locator("select[name=year] option").count()).toBeGreaterThan(2);
  });

  test("is read from the address, without words too, and sorted by date over all languages", async () => {
    await open("?sort=oldest&collection=&places=لبنان");
    const oldest = await datesOf(tab);
    expect(oldest.length).toBeGreaterThan(1);
    expect(oldest).toEqual([...oldest].sort());
    await choose("sort", "newest");
    expect(await datesOf(tab)).toEqual([...oldest].reverse());
    await tab.click("#search-filters button[type=reset]");
    await tab.waitForFunction(() => document.querySelector(".search-result") === null);
    expect(new URL(tab.url()).search).toBe("");
  });

  test("can be done with the keyboard alone, and its outcome is announced", async () => {
    await open("?q=المياه");
    await tab.focus("#search-filters summary");
    await tab.keyboard.press("Enter");
    await tab.waitForFunction(
      () => (document.querySelector<HTMLSelectElement>("select[name=year]")?.options.length ?? 0) > 2,
    );
    const before = await tab.textContent("#search-status");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("ArrowDown");
    await tab.waitForFunction(
      (earlier) => document.querySelector("#search-status")?.textContent !== earlier,
      before,
    );
    expect(await tab.getAttribute("#search-status", "role")).toBe("status");
  });
});
