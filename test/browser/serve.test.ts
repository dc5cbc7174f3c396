import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServedSite, serve } from "../../src/serve.ts";
import { launchBrowser } from "./chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let dir: string;
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-serve-"));
  await cp("seeds", join(dir, "seeds"), { recursive: true });
  site = await serve({
    seedsDir: join(dir, "seeds"),
    outDir: join(dir, "dist"),
    baseUrl: null,
    force: false,
    port: 0,
    progress: () => {},
    onBuild: () => {},
    onFailure: () => {},
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(dir, { recursive: true, force: true });
});

test("a page is shown anew when a text is saved", async () => {
  const page = await browser.newPage();
  await page.goto(site.url);
  const index = join(dir, "seeds/INDEX.md");
  const before = await page.title();
  // The event stream has to be open before the change.
  await page.waitForTimeout(500);
  await writeFile(index, (await readFile(index, "utf8")).replace(/^title: .*$/m, "title: عنوان جديد"));
  await page.waitForFunction((old) => document.title !== old, before);
  expect(await page.title()).toBe("عنوان جديد");
  await page.close();
});

test("the style page shows every component in both directions, without anything that axe finds wrong", async () => {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.goto(`${site.url}style.html`);
  for (const component of [
    ".article-card",
    ".quote",
    ".period-bars",
    ".pagination",
    ".search-form",
    ".entity",
  ]) {
    expect(await page.locator(`[dir=rtl] ${component}`).count(), component).toBeGreaterThan(0);
    expect(await page.locator(`[dir=ltr] ${component}`).count(), component).toBeGreaterThan(0);
  }
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    // axe-core puts itself on the window; its types are for modules.
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
    return (await axe.run()).violations.map(({ id }) => id);
  });
  // A page of samples has the same landmark and the same heading twice, once in each language.
  expect(
    found.filter((id) => !["landmark-unique", "page-has-heading-one", "heading-order"].includes(id)),
  ).toEqual([]);
  await page.screenshot({ path: "screenshots/style.png", fullPage: true });
  await page.close();
});
