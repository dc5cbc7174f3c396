import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir, userInfo } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Host, hostSite, launchBrowser } from "./chromium.ts";
import { filesOf, onePageOfEachKind } from "./site-files.ts";

const run = promisify(execFile);
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

  test("no byte of any file, of the manifest, the search index and a bag for deposit tells of the machine, its user, its time or Node", async () => {
    const dir = await mkdtemp(join(tmpdir(), "warraq-secret-place-"));
    // What a program could tell, each in a form that stands nowhere else.
    const secrets = {
      TZ: "Pacific/Marquesas",
      HOME: join(dir, "home-of-umm-kulthum"),
      USER: "umm-kulthum-at-home",
      LOGNAME: "umm-kulthum-at-home",
      HOSTNAME: "cairo-opera-machine",
      TMPDIR: join(dir, "tmp-of-nobody"),
    };
    for (const folder of [secrets.HOME, secrets.TMPDIR]) mkdirSync(folder);
    await cp("examples/seeds", join(dir, "seeds-of-mine"), { recursive: true });
    const index = join(dir, "seeds-of-mine/INDEX.md");
    writeFileSync(
      index,
      readFileSync(index, "utf8").replace("---\n", "---\npublish-sources: true\noffline: true\n"),
    );
    const cli = join(import.meta.dirname, "../../lib/bin/cli.js");
    const options = { cwd: dir, env: { ...process.env, ...secrets } };
    const folders = ["--seeds", "seeds-of-mine", "--out", "site-of-mine"];
    const from = new Date();
    await run("node", [cli, "build", ...folders], options);
    await run("node", [cli, "package", "bag-of-mine", ...folders], options);
    const node = await run("node", ["--version"]);
    const told: string[] = [];
    const ownNames = [hostname(), userInfo().username].filter((name) => name.length > 4);
    const words = [
      ...Object.values(secrets),
      ...ownNames,
      basename(dir),
      "seeds-of-mine",
      "site-of-mine",
      process.cwd(),
      node.stdout.trim(),
      `Node ${node.stdout.trim().slice(1)}`,
      // A time of the build, in its usual forms.
      from.toISOString().slice(0, 13),
      from.toUTCString().slice(0, 16),
      String(from.getTime()).slice(0, 7),
    ];
    for (const folder of ["site-of-mine", "bag-of-mine"]) {
      for (const path of filesOf(join(dir, folder))) {
        const bytes = readFileSync(join(dir, folder, path));
        for (const word of words) if (bytes.includes(word)) told.push(`${folder}/${path}: ${word}`);
        if (words.some((word) => path.includes(word))) told.push(path);
      }
    }
    expect(told).toEqual([]);
    await rm(dir, { recursive: true });
  });
});
