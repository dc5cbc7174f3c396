import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./chromium.ts";

const sites = inject("sites");
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
  });
  page = await context.newPage();
  await page.goto(pathToFileURL(join(sites.seed, "articles/putin-biden-first-call.html")).href);
});
afterAll(async () => {
  await browser?.close();
});

const styleOf = (selector: string, property: string, pseudo = "") =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element, [name = "", part = ""]) => getComputedStyle(element, part).getPropertyValue(name),
      [property, pseudo],
    );

test("marks of names and speakers can be turned off, without a script", async () => {
  expect(await styleOf(".article-body .entity", "text-decoration-line")).toBe("underline");
  expect(await styleOf(".article-body .speech[data-speaker]", "content", "::after")).toContain("[");
  await page.check(".plain-text");
  expect(await styleOf(".article-body .entity", "text-decoration-line")).toBe("none");
  expect(await styleOf(".article-body .speech[data-speaker]", "content", "::after")).toBe("none");
  await page.uncheck(".plain-text");
});

test("a name shows its card to a pointer and to the keyboard, and is no part of the text", async () => {
  const name = page.locator(".article-body .entity").first();
  await name.hover();
  expect(await styleOf(".article-body .entity", "content", "::after")).toMatch(/شخص|مكان|مؤسسة/u);
  await page.mouse.move(0, 0);
  await name.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await styleOf(".article-body .entity", "content", "::after")).toMatch(/شخص|مكان|مؤسسة/u);
  expect(await name.textContent()).not.toMatch(/·/u);
});

test("is printed on A4 with its address and the digest of its source, and without what cannot be used on paper", async () => {
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".digest").isVisible()).toBe(true);
  expect(await page.locator(".citations").isVisible()).toBe(true);
  for (const unneeded of [".site-nav", ".permalink", ".reading", ".neighbors", "search"]) {
    expect(await page.locator(unneeded).first().isVisible(), unneeded).toBe(false);
  }
  const pdf = await page.pdf({ preferCSSPageSize: false, format: "A4" });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await page.emulateMedia({ media: "screen" });
});
