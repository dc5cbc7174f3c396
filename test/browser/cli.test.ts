import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filesOf } from "./site-files.ts";

/*
 * The program as it is shipped: `node` and the package's bin.
 */

const bin = join(import.meta.dirname, "../..", "lib/bin/cli.js");

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-cli-"));
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

interface Run {
  code: number;
  out: string;
  err: string;
}

function warraq(args: string[], env: Record<string, string> = {}, cwd = dir): Promise<Run> {
  return new Promise((ended) => {
    execFile("node", [bin, ...args], { cwd, env: { ...process.env, ...env } }, (error, out, err) => {
      ended({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
}

function digestsOf(site: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(site).map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(site, path)))
        .digest("hex"),
    ]),
  );
}

const article = "وصل الوزير أحمد سالم إلى عمّان، أمس الاثنين.\n\nوقال سالم: «جئنا لنسمع ونتعلم من الجميع».\n";
const index =
  "---\ntitle: أرشيف\nlang: ar\n---\n\n## أخبار\n\n- [وصول الوزير](a.txt)\n  - date: 2021-01-26\n";

describe("warraq build", () => {
  test("builds seeds/ into dist/ and is silent off a terminal", async () => {
    await write({ "seeds/INDEX.md": index, "seeds/a.txt": article });
    expect(await warraq(["build"])).toEqual({ code: 0, out: "", err: "" });
    for (const path of contractFiles) expect(existsSync(join(dir, "dist", path)), path).toBe(true);
  });

  test("takes a folder with one text and nothing else", async () => {
    await write({ "seeds/a.txt": article });
    expect((await warraq(["build"])).code).toBe(0);
    expect(existsSync(join(dir, "dist/articles/a.html"))).toBe(true);
  });

  test("gives the same bytes each time, in any time zone, order of files and language of the machine", async () => {
    await cp("test/fixtures/english/seeds", join(dir, "seeds"), { recursive: true });
    await write({ "seeds/z.txt": article, "seeds/b/y.txt": article, "seeds/b/x.txt": `${article}.` });
    await warraq(["build", "--out", "one"], { TZ: "Pacific/Kiritimati", LANG: "ar_EG.UTF-8" });
    await rm(join(dir, "seeds/b"), { recursive: true });
    await rm(join(dir, "seeds/z.txt"));
    await write({ "seeds/b/x.txt": `${article}.`, "seeds/b/y.txt": article, "seeds/z.txt": article });
    await warraq(["build", "--out", "two"], { TZ: "America/Los_Angeles", LANG: "C" });
    const one = digestsOf(join(dir, "one"));
    expect(Object.keys(one).length).toBeGreaterThan(30);
    expect(digestsOf(join(dir, "two"))).toEqual(one);
  });

  test("lists every problem at once with its place, exits with 1 and leaves the earlier site untouched", async () => {
    await write({ "seeds/INDEX.md": index, "seeds/a.txt": article });
    await warraq(["build"]);
    const before = digestsOf(join(dir, "dist"));
    await appendFile(join(dir, "seeds/INDEX.md"), "- [لا شيء](missing.txt)\n- [خارج](../secret.txt)\n");
    await write({
      "seeds/empty.txt": "",
      "seeds/bytes.txt": new Uint8Array([0xc7, 0xe1, 0xd3, 0x20, 0x41, 0x0a]),
      "seeds/yaml.md": "---\ntitle: [\n---\nنص\n",
      "seeds/evil.md": "---js\nrequire('fs').writeFileSync('ran', '')\n---\nنص\n",
      "seeds/day.md": "---\ndate: 2021-02-30\n---\nنص.\n",
      "seeds/twin.md": "---\nid: a\n---\nنص.\n",
      "secret.txt": "سر",
    });
    const { code, err, out } = await warraq(["build"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    const lines = err.trimEnd().split("\n");
    const errors = lines.filter((line) => line.includes(": error: "));
    for (const line of errors)
      expect(line).toMatch(/^seeds\/[^:]+:\d+:\d+: error: .+; .+ \[[a-z-]+\/[a-z-]+\]$/u);
    for (const file of [
      "INDEX.md:10",
      "INDEX.md:11",
      "empty.txt:1:1",
      "bytes.txt:1:1",
      "yaml.md:",
      "evil.md:1:1",
      "day.md:2:7",
      "twin.md:1:1",
    ]) {
      expect(
        errors.some((line) => line.startsWith(`seeds/${file}`)),
        `${file}\n${err}`,
      ).toBe(true);
    }
    expect(err).toMatch(new RegExp(`^${errors.length} errors, \\d+ warnings?$`, "m"));
    expect(digestsOf(join(dir, "dist"))).toEqual(before);
    expect(await readdir(dir)).toEqual([".dist.warraq-cache", "dist", "secret.txt", "seeds"]);
  });

  test("leaves the earlier site and nothing else where only the catalogue is wrong", async () => {
    await write({ "seeds/INDEX.md": index, "seeds/a.txt": article });
    await warraq(["build"]);
    const before = digestsOf(join(dir, "dist"));
    await write({ "seeds/twin.md": "---\nid: a\n---\nنص.\n" });
    const { code, err } = await warraq(["build"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^seeds\/twin\.md:1:1: error: .+ \[seeds\/same-id\]$/mu);
    expect(digestsOf(join(dir, "dist"))).toEqual(before);
    expect(await readdir(dir)).toEqual([".dist.warraq-cache", "dist", "seeds"]);
  });

  test("an empty and a missing seeds folder are errors", async () => {
    await mkdir(join(dir, "seeds"));
    for (const seeds of ["seeds", "nowhere"]) {
      const { code, err } = await warraq(["build", "--seeds", seeds]);
      expect(code).toBe(1);
      expect(err).toContain(`${seeds}`);
      expect(err).toMatch(/1 error/);
    }
    expect(existsSync(join(dir, "dist"))).toBe(false);
  });

  test("does not replace a folder that is not a site of ours, but with --force", async () => {
    await write({ "seeds/a.txt": article, "dist/thesis.doc": "ten years" });
    const { code, err } = await warraq(["build"]);
    expect(code).toBe(1);
    expect(err).toContain("--force");
    expect(await readFile(join(dir, "dist/thesis.doc"), "utf8")).toBe("ten years");
    expect((await warraq(["build", "--force"])).code).toBe(0);
    expect(existsSync(join(dir, "dist/index.html"))).toBe(true);
  });

  test("works wherever it is started, also at the root of the file system", async () => {
    await write({ "seeds/a.txt": article });
    const { code, err } = await warraq(
      ["build", "--seeds", join(dir, "seeds"), "--out", join(dir, "dist")],
      {},
      "/",
    );
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining("Error") });
    expect(existsSync(join(dir, "dist/articles/a.html"))).toBe(true);
  });

  test("--base-url makes addresses absolute where they have to be", async () => {
    await write({ "seeds/INDEX.md": index, "seeds/a.txt": article });
    await warraq(["build", "--base-url", "https://archive.example/news"]);
    const page = await readFile(join(dir, "dist/articles/a.html"), "utf8");
    expect(page).toContain('<link rel="canonical" href="https://archive.example/news/articles/a.html"');
    expect(await readFile(join(dir, "dist/sitemap.xml"), "utf8")).toContain(
      "https://archive.example/news/articles/a.html",
    );
    expect(await readFile(join(dir, "dist/feed.xml"), "utf8")).toContain(
      "https://archive.example/news/articles/a.html",
    );
  });
});

describe("warraq serve", () => {
  test("serves on the loopback interface, and builds and reloads when a seed changes", async () => {
    await write({ "seeds/INDEX.md": index, "seeds/a.txt": article });
    const server = spawn("node", [bin, "serve", "--port", "0"], { cwd: dir });
    const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
    const said = createInterface({ input: server.stderr })[Symbol.asyncIterator]();
    const until = async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const { value, done } = await said.next();
        if (done === true) throw new Error("the server ended");
        if (pattern.test(value)) return value;
      }
    };
    const url = await until(/^http:/);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await (await fetch(`${url}articles/a.html`)).text();
    expect(page).toContain("reload.js");
    expect(await readFile(join(dir, "dist/articles/a.html"), "utf8")).not.toContain("reload.js");
    expect((await fetch(`${url}nothing.html`)).status).toBe(404);
    expect((await fetch(`${url}..%2f..%2fseeds%2fINDEX.md`)).status).toBe(404);

    const events = (await fetch(`${url}.warraq/events`)).body?.getReader();
    await write({ "seeds/a.txt": `${article}\nسطر جديد أضيف للتو.\n` });
    await until(/^Built/);
    const chunks: string[] = [];
    while (!chunks.join("").includes("data: built")) {
      const { value, done } = (await events?.read()) ?? { value: undefined, done: true };
      if (done) break;
      chunks.push(new TextDecoder().decode(value));
    }
    expect(chunks.join("")).toContain("data: built");
    expect(await (await fetch(`${url}articles/a.html`)).text()).toContain("أضيف للتو");

    await write({ "seeds/INDEX.md": `${index}- [لا](missing.txt)\n` });
    await until(/missing-file/);
    expect((await fetch(`${url}articles/a.html`)).status).toBe(200);
    server.kill("SIGINT");
    expect(await ended).toBe(0);
  });
});

test("warraq serve says in a line that its port is taken", async () => {
  await write({ "seeds/a.txt": article });
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { code, err } = await warraq(["serve", "--port", String(port)]);
  expect(code).toBe(1);
  expect(err.trimEnd().split("\n").at(-1)).toMatch(/^warraq: port \d+ is taken by another program; .*--port/);
  expect(err).not.toMatch(/^\s+at /m);
  await new Promise<void>((closed) => other.close(() => closed()));
});

describe("warraq check", () => {
  test("finds what build would and writes nothing", async () => {
    await write({ "seeds/INDEX.md": `${index}- [لا شيء](missing.txt)\n`, "seeds/a.txt": article });
    const { code, err } = await warraq(["check"]);
    expect(code).toBe(1);
    expect(err).toContain("seeds/INDEX.md:10");
    expect(await readdir(dir)).toEqual(["seeds"]);
  });

  test("exits with 0 on warnings, and tells machines in JSON", async () => {
    await write({
      "seeds/INDEX.md": index,
      "seeds/a.txt": article,
      "seeds/unlisted.txt": `---\ntitle: عنوان\n---\n${article}`,
    });
    const { code, out } = await warraq(["check", "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      errors: 0,
      problems: [{ severity: "warning", path: "unlisted.txt" }],
    });
  });
});

describe("warraq verify", () => {
  test("0 for a whole site; 1 and the file's name for a damaged one", async () => {
    await write({ "seeds/a.txt": article });
    await warraq(["build"]);
    expect((await warraq(["verify"])).code).toBe(0);
    await appendFile(join(dir, "dist/articles/a.html"), " ");
    const { code, err } = await warraq(["verify", "dist"]);
    expect(code).toBe(1);
    expect(err).toContain("articles/a.html");
  });
});

describe("warraq init", () => {
  test("starts an archive that builds without a problem, and never in a folder in use", async () => {
    expect((await warraq(["init", "news"])).code).toBe(0);
    expect(await warraq(["build", "--seeds", "news/seeds", "--out", "news/dist"])).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    expect((await warraq(["init", "news"])).code).toBe(1);
  });
});

test.each([
  [[]],
  [["bild"]],
  [["build", "--sedes", "x"]],
  [["build", "--out", ""]],
  [["build", "--seeds", "a", "--out", "a/b"]],
  [["build", "--seeds", "a/b", "--out", "a"]],
  [["build", "--base-url", "example"]],
  [["check", "--format", "xml"]],
  [["verify", "a", "b"]],
  [["init"]],
])("wrong usage exits with 2 and shows the usage: %j", async (args) => {
  const { code, err } = await warraq(args);
  expect(code).toBe(2);
  expect(err).toContain("Usage:");
});

const contractFiles = [
  "index.html",
  "articles/a.html",
  "articles/a.json",
  "dates/2021.html",
  "dates/2021-01.html",
  "dates/2021-01-26.html",
  "people/index.html",
  "places/index.html",
  "organizations/index.html",
  "events/index.html",
  "quotes/index.html",
  "search.html",
  "404.html",
  "feed.xml",
  "rss.xml",
  "feed.json",
  "sitemap.xml",
  "robots.txt",
  "data/articles.ndjson",
  "data/entities.ndjson",
  "data/quotes.ndjson",
  "schema/article.schema.json",
  "manifest-sha256.txt",
];
