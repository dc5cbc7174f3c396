import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { hostSite, launchBrowser } from "./chromium.ts";

const run = promisify(execFile);
const sites = inject("sites");
let browser: Browser;
let dir: string;

beforeAll(async () => {
  browser = await launchBrowser();
  dir = await mkdtemp(join(tmpdir(), "warraq-offline-"));
  await cp("seeds", join(dir, "seeds"), { recursive: true });
  const index = await readFile("seeds/INDEX.md", "utf8");
  await writeFile(join(dir, "seeds/INDEX.md"), index.replace("---\n", "---\noffline: true\n"));
  await run(process.execPath, [
    "lib/bin/cli.js",
    "build",
    "--seeds",
    join(dir, "seeds"),
    "--out",
    join(dir, "dist"),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await rm(dir, { recursive: true, force: true });
});

test("what was read can be read without a network, below a path too", async () => {
  const host = await hostSite(join(dir, "dist"), "/archive/");
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${host.url}index.html`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const article = `${host.url}articles/putin-biden-first-call.html`;
  await page.goto(article);
  const read = await page.textContent(".article-body");
  await context.setOffline(true);
  await page.goto(article);
  expect(await page.textContent(".article-body")).toBe(read);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(
    "rgba(0, 0, 0, 0)",
  );
  // A page that was not read leads home.
  await page.goto(`${host.url}people/index.html`);
  expect(await page.locator(".page-home").count()).toBe(1);
  await context.close();
  await host.close();
});

test("the site can be installed", async () => {
  const manifest = JSON.parse(await readFile(join(dir, "dist/app.webmanifest"), "utf8"));
  expect(manifest).toMatchObject({ lang: "ar", dir: "rtl", start_url: "index.html", scope: "./" });
  for (const { src } of manifest.icons) expect(existsSync(join(dir, "dist", src))).toBe(true);
});

test("is off unless INDEX.md says so", async () => {
  expect(existsSync(join(sites.seed, "sw.js"))).toBe(false);
  expect(await readFile(join(sites.seed, "index.html"), "utf8")).not.toContain("offline.js");
});
