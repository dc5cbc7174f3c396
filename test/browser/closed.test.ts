import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Host, hostSite, launchBrowser } from "./chromium.ts";
import { onePageOfEachKind } from "./site-files.ts";

const sites = inject("sites");
let browser: Browser;
let host: Host;
beforeAll(async () => {
  browser = await launchBrowser();
  host = await hostSite(sites.examples);
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

describe("the built site is closed", () => {
  test.each(onePageOfEachKind(sites.examples))(
    "%s loads nothing from elsewhere and breaks no rule of its own",
    async (path) => {
      const page = await browser.newPage();
      const broken: string[] = [];
      page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) broken.push(message.text());
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(host.url)) broken.push(request.url());
      });
      await page.goto(host.url + path.split("/").map(encodeURIComponent).join("/"), {
        waitUntil: "networkidle",
      });
      expect(broken).toEqual([]);
      expect(await page.locator("meta[http-equiv=Content-Security-Policy]").count()).toBe(1);
      await page.close();
    },
  );

  test("a script that got into a page would not run, nor reach anybody", async () => {
    const page = await browser.newPage();
    const html = readFileSync(join(sites.examples, "index.html"), "utf8");
    const evil = `<script>document.title = "run"</script><img src="https://example.org/x.png" onerror="document.title='run'"></body>`;
    const asked: string[] = [];
    const refused: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("requestfailed", (request) => refused.push(`${request.url()} ${request.failure()?.errorText}`));
    await page.route("**/evil.html", (route) =>
      route.fulfill({ contentType: "text/html", body: html.replace("</body>", evil) }),
    );
    await page.goto(`${host.url}evil.html`, { waitUntil: "networkidle" });
    expect(await page.title()).not.toBe("run");
    // The browser itself refused what it was asked for; nothing left it.
    expect(asked.filter((url) => url.includes("example.org"))).toHaveLength(1);
    expect(refused).toEqual(["https://example.org/x.png csp"]);
    await page.close();
  });

  test("no byte tells of the machine that built it", () => {
    const told: string[] = [];
    for (const entry of readdirSync(sites.examples, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:html|json|ndjson|xml|txt|css|js)$/.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
      for (const secret of [process.cwd(), sites.examples, process.env["HOME"] ?? "/root/"]) {
        if (secret.length > 4 && text.includes(secret)) told.push(`${entry.name}: ${secret}`);
      }
    }
    expect(told).toEqual([]);
  });
});
