import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Host, hostSite, launchBrowser } from "./chromium.ts";
import { onePageOfEachKind } from "./site-files.ts";

const sites = inject("sites");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const schemes = ["light", "dark"] as const;

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

function addressOf(name: string, path: string): string {
  return (hosts.get(name)?.url ?? "") + path.split("/").map(encodeURIComponent).join("/");
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    // axe-core puts itself on the window; its types are for modules.
    const { violations } = await (
      window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
    ).axe.run();
    interface Violation {
      id: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ""}`),
    );
  });
}

describe.each(["examples", "english", "hebrew"] as const)("%s", (name) => {
  describe.each(onePageOfEachKind(sites[name]))("%s", (path) => {
    test.each(schemes)(
      "axe finds nothing, %s, and nothing runs out of a phone's width",
      async (colorScheme) => {
        const context = await browser.newContext({ colorScheme, viewport: screens.phone });
        const page = await context.newPage();
        await page.goto(addressOf(name, path));
        expect(await violationsOf(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await context.close();
      },
    );

    test("can be looked at: screenshots/ has it on a phone and a desktop, light and dark", async () => {
      mkdirSync("screenshots", { recursive: true });
      for (const [screen, viewport] of Object.entries(screens)) {
        for (const colorScheme of schemes) {
          const page = await browser.newPage({ viewport, colorScheme });
          await page.goto(addressOf(name, path));
          const file = `${name}-${path.replaceAll("/", "-")}-${screen}-${colorScheme}.png`;
          await page.screenshot({ path: join("screenshots", file), fullPage: true });
          await page.close();
        }
      }
    });
  });
});

test("a year's calendar is seen from January to December on a phone, without scrolling it", async () => {
  const page = await browser.newPage({ viewport: screens.phone });
  await page.goto(addressOf("examples", "dates/2023.html"));
  const outside = await page.evaluate(() => {
    const ends = [...document.querySelectorAll(".calendar :is(rect, text)")].flatMap((mark) => {
      const { left, right } = mark.getBoundingClientRect();
      return [left, right];
    });
    return { marks: ends.length > 0, left: Math.min(...ends), right: Math.max(...ends) - window.innerWidth };
  });
  expect(outside.marks).toBe(true);
  expect(outside.left).toBeGreaterThanOrEqual(0);
  expect(outside.right).toBeLessThanOrEqual(0);
  await page.close();
});

describe("an article page", () => {
  const path = "articles/putin-biden-first-call.html";

  test("weighs under 150 KB with its fonts on a first visit, and asks no other host", async () => {
    const page = await browser.newPage();
    const host = hosts.get("seed")?.url ?? "";
    let bytes = 0;
    page.on("response", async (response) => {
      expect(response.url().startsWith(host)).toBe(true);
      bytes += (await response.body()).length;
    });
    await page.goto(addressOf("seed", path), { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(150_000);
    await page.close();
  });

  test("is read without a script, with the names of speakers and links to entities", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(addressOf("seed", path));
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator(".article-body p").count()).toBe(16);
    await page.locator(".article-body a.entity", { hasText: "نافالني" }).first().click();
    expect(decodeURIComponent(page.url())).toContain("people/أليكسي-نافالني.html");
    await context.close();
  });

  test("works under a path and from a disk", async () => {
    const under = await hostSite(sites.seed, "/news/archive/");
    for (const start of [`${under.url}index.html`, pathToFileURL(join(sites.seed, "index.html")).href]) {
      const page = await browser.newPage();
      await page.goto(start);
      await page.locator(`a[href$="putin-biden-first-call.html"]`).first().click();
      expect(await page.locator("h1").textContent()).toContain("بوتين");
      const font = await page.evaluate(() => getComputedStyle(document.body).lineHeight);
      expect(font).not.toBe("normal");
      await page.close();
    }
    await under.close();
  });
});
