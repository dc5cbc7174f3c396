import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Host, hostSite, launchBrowser } from "./chromium.ts";
import { onePageOfEachKind } from "./site-files.ts";

const sites = inject("sites");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const article = "articles/putin-biden-first-call.html";

let browser: Browser;
const hosts = new Map<string, Host>();
beforeAll(async () => {
  browser = await launchBrowser();
  for (const [name, site] of Object.entries(sites)) hosts.set(name, await hostSite(site));
});
afterAll(async () => {
  await browser?.close();
  for (const host of hosts.values()) await host.close();
});

const addressOf = (name: string, path: string): string =>
  (hosts.get(name)?.url ?? "") + path.split("/").map(encodeURIComponent).join("/");

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    // axe-core puts itself on the window; its types are for modules.
    const run = (window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }).axe;
    return (await run.run()).violations.map(({ id }) => id);
  });
}

/** A window of 1280 pixels zoomed so far has this many left. */
const zooms = { "200%": 640, "400%": 320 };

describe.each(["examples", "english"] as const)("%s, zoomed", (name) => {
  test.each(onePageOfEachKind(sites[name]))("%s reflows at 200% and 400%", async (path) => {
    for (const [zoom, width] of Object.entries(zooms)) {
      const page = await browser.newPage({ viewport: { width, height: 400 } });
      await page.goto(addressOf(name, path));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, zoom).toBeLessThanOrEqual(0);
      if (zoom === "400%") expect(await violationsOf(page), zoom).toEqual([]);
      await page.close();
    }
  });
});

describe("the keyboard", () => {
  test("reaches the text past the header, every link in its order, with a focus that is seen", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(addressOf("seed", article));
    await page.keyboard.press("Tab");
    const skip = page.locator(".skip");
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    const tops: number[] = [];
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { top: element.getBoundingClientRect().top + scrollY, outlineStyle, outlineWidth };
      });
      expect(focus.outlineStyle).toBe("solid");
      expect(Number.parseFloat(focus.outlineWidth)).toBeGreaterThanOrEqual(2);
      tops.push(Math.round(focus.top / 40));
    }
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
    await page.close();
  });
});

test("links and buttons outside of running text are at least 24 pixels high", async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const path of ["index.html", article, "search.html", "people/index.html"]) {
    await page.goto(addressOf("seed", path));
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("a, button, summary, select, input")]
        .filter((element) => element.closest(".prose p, .prose li, svg, .skip, .article-header h1") === null)
        .filter((element) => (element as HTMLElement).offsetParent !== null) // shown
        .filter((element) => {
          const box = element.closest("label") ?? element;
          return box.getBoundingClientRect().height < 23.5;
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(small, path).toEqual([]);
  }
  await page.close();
});

test("nothing moves for who wants no motion, and forced colors keep every control", async () => {
  const page = await browser.newPage({ reducedMotion: "reduce", forcedColors: "active" });
  await page.goto(addressOf("seed", article));
  const duration = await page
    .locator(".article-body a")
    .first()
    .evaluate((element) => getComputedStyle(element).transitionDuration);
  expect(duration).toBe("0s");
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
});

test("on a slow connection the text is there within a second and does not move", async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  // Lighthouse's "slow 4G": 1.6 Mbit/s, 150 ms.
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await page.goto(addressOf("seed", article), { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  const { paint, shift } = await page.evaluate(
    () =>
      new Promise<{ paint: number; shift: number }>((done) => {
        let shift = 0;
        let paint = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value; // LayoutShift
        }).observe({ type: "layout-shift", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) paint = entry.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        setTimeout(() => done({ paint, shift }), 500);
      }),
  );
  console.log(`largest paint ${Math.round(paint)} ms, shift ${shift.toFixed(4)}`);
  expect(paint).toBeGreaterThan(0);
  expect(shift).toBeLessThan(0.05);
  await context.close();
});
