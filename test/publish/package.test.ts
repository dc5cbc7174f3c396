import { execFile, execFileSync } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockOutput } from "../../src/publish/lock.ts";
import { readManifest, verifySite } from "../../src/publish/manifest.ts";
import { packageArchive } from "../../src/publish/package.ts";

const run = promisify(execFile);
const warraq = (...args: string[]) => run(process.execPath, ["lib/bin/cli.js", ...args]);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-bag-"));
  await cp("seeds", join(dir, "seeds"), { recursive: true });
  await writeFile(join(dir, "seeds/نسبة 100%.txt"), "عنوان\n\nنص قصير.\n");
  await writeFile(join(dir, "seeds/notes\r\nof 5%0A.pdf"), Buffer.from([0xff, 0xfe, 0]));
  await writeFile(join(dir, "seeds/ leading and  double  "), "");
  await warraq("build", "--seeds", join(dir, "seeds"), "--out", join(dir, "dist"));
  await warraq("package", join(dir, "bag"), "--seeds", join(dir, "seeds"), "--out", join(dir, "dist"));
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

const read = (path: string) => readFile(join(dir, "bag", path), "utf8");

/** Decodes what RFC 8493 encodes in a path (2.1.3), and nothing else. */
const decodePath = (path: string): string =>
  path.replace(/%(0[aAdD]|25)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

interface Row {
  digest: string;
  path: string;
}

async function rowsOf(manifest: string, length: number): Promise<Row[]> {
  const text = await read(manifest);
  expect(text.endsWith("\n"), manifest).toBe(true);
  expect(text).not.toMatch(/^\ufeff|\r/);
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => {
      const [, digest = "", path = ""] = new RegExp(`^([0-9a-f]{${length}}) [ *](.+)$`).exec(line) ?? [];
      expect(digest, `${manifest}: ${line}`).not.toBe("");
      return { digest, path: decodePath(path) };
    });
}

/** All below a folder of the bag, as the system and not this program finds them. */
function found(folder: string): string[] {
  const listed = execFileSync("find", [folder, "-type", "f", "-print0"], { cwd: join(dir, "bag") });
  return listed.toString().split("\0").slice(0, -1).sort();
}

/** Compares with the digests of coreutils, which know nothing of this program. */
function expectDigests(algorithm: string, rows: readonly Row[]): void {
  for (const { digest, path } of rows) {
    const [said = ""] = execFileSync(`${algorithm}sum`, ["--zero", path], { cwd: join(dir, "bag") })
      .toString()
      .split(" ");
    expect(said, path).toBe(digest);
  }
}

describe.each([
  ["sha256", 64],
  ["sha512", 128],
] as const)("by RFC 8493 and %s", (algorithm, length) => {
  test("the manifest lists each file of the payload once, no other, and none outside of it, with its digest", async () => {
    const rows = await rowsOf(`manifest-${algorithm}.txt`, length);
    for (const { path } of rows) {
      expect(path).toMatch(/^data\//);
      expect(path.split("/")).not.toContain("..");
      expect(path).not.toMatch(/^~|^[A-Za-z]:/);
    }
    expect(rows.map(({ path }) => path).sort()).toEqual(found("data"));
    // A process a file: of the site's many some, of the seeds all.
    expectDigests(
      algorithm,
      rows.filter(({ path }, index) => path.startsWith("data/seeds/") || index % 20 === 0),
    );
    const written = await read(`manifest-${algorithm}.txt`);
    expect(written).toContain("data/seeds/نسبة 100%25.txt\n");
    expect(written).toContain("data/seeds/notes%0D%0Aof 5%250A.pdf\n");
    expect(written).toContain("data/seeds/ leading and  double  \n");
  });

  test("coreutils check all of the payload whose names they can read in a list", async () => {
    const lines = (await read(`manifest-${algorithm}.txt`))
      .split("\n")
      .filter((line) => !/%0[AD]/.test(line));
    const options = { cwd: join(dir, "bag"), input: lines.join("\n").replaceAll("%25", "%") };
    execFileSync(`${algorithm}sum`, ["--check", "--strict", "--quiet"], options);
  });

  test("the tag manifest lists every file that is none of the payload, but tag manifests", async () => {
    const rows = await rowsOf(`tagmanifest-${algorithm}.txt`, length);
    const tags = found(".")
      .map((path) => path.slice("./".length))
      .filter((path) => !path.startsWith("data/") && !path.startsWith("tagmanifest-"));
    expect(rows.map(({ path }) => path).sort()).toEqual(tags);
    expectDigests(algorithm, rows);
  });
});

test("by RFC 8493 bagit.txt has two lines and not a byte more, and bag-info.txt a label and a value a line", async () => {
  const declared = await readFile(join(dir, "bag/bagit.txt"));
  expect(declared.equals(Buffer.from("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"))).toBe(true);
  const info = (await read("bag-info.txt")).split("\n");
  expect(info.pop()).toBe("");
  for (const line of info) expect(line).toMatch(/^[A-Za-z-]+: \S.*$/);
  expect(info.filter((line) => line.startsWith("Payload-Oxum: "))).toHaveLength(1);
  expect(info.find((line) => line.startsWith("Bagging-Date: "))).toMatch(/: \d{4}-\d{2}-\d{2}$/);
  expect(info).toContain("Language: ar");
});

test("the site in it is whole by its own manifest, and its digests are those of the bag", async () => {
  expect(await verifySite(join(dir, "bag/data/site"))).toEqual([]);
  const bag = new Map((await rowsOf("manifest-sha256.txt", 64)).map(({ path, digest }) => [path, digest]));
  const own = await readManifest(join(dir, "bag/data/site"));
  for (const [path, digest] of own ?? []) expect(bag.get(`data/site/${path}`)).toBe(digest);
});

test("holds every file once, counted in bytes and files, and the texts as they are", async () => {
  const listed = (await read("manifest-sha256.txt")).trim().split("\n");
  const found = execFileSync("find", ["data", "-type", "f", "-printf", "%s\n"], { cwd: join(dir, "bag") })
    .toString()
    .trim()
    .split("\n");
  expect(listed).toHaveLength(found.length);
  const bytes = found.reduce((sum, size) => sum + Number(size), 0);
  expect(await read("bag-info.txt")).toContain(`Payload-Oxum: ${bytes}.${found.length}\n`);
  const text = "seeds/putin-biden-first-call.txt";
  expect(await readFile(join(dir, "bag/data", text))).toEqual(await readFile(text));
});

test("is not made of a damaged site, nor over what is there", async () => {
  const again = await warraq("package", join(dir, "bag"), "--out", join(dir, "dist")).catch((error) => error);
  expect(again.code).toBe(1);
  await appendFile(join(dir, "dist/index.html"), "x");
  const args = ["package", join(dir, "other"), "--seeds", join(dir, "seeds"), "--out", join(dir, "dist")];
  const damaged = await warraq(...args).catch((error) => error);
  expect(damaged.code).toBe(1);
  expect(damaged.stderr).toContain("no whole site");
});

test("does not take the place of what came there meanwhile", async () => {
  await mkdir(join(dir, "taken"));
  await writeFile(join(dir, "taken/thesis"), "ten years");
  const given = { seedsDir: join(dir, "seeds"), siteDir: join(dir, "bag/data/site"), info: [] };
  await expect(packageArchive({ ...given, bagDir: join(dir, "taken") })).rejects.toThrow(/ENOTEMPTY|EEXIST/);
  expect(await readdir(join(dir, "taken"))).toEqual(["thesis"]);
  expect((await readdir(dir)).filter((name) => name.startsWith(".taken"))).toEqual([]);
});

test("is made by one at a time, and what a killed one left is cleared away", async () => {
  const args = ["package", join(dir, "third"), "--seeds", join(dir, "seeds"), "--out", join(dir, "whole")];
  await warraq("build", "--seeds", join(dir, "seeds"), "--out", join(dir, "whole"));
  await mkdir(join(dir, ".third.warraq-new-abcdef"));
  const lock = await lockOutput(join(dir, "third"));
  const refused = await warraq(...args).catch((error) => error);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("[build/busy]");
  if ("release" in lock) lock.release();
  await mkdir(join(dir, ".third.warraq-new-abcdef"));
  await warraq(...args);
  expect((await readdir(dir)).filter((name) => name.includes("third"))).toEqual(["third"]);
});

test("a site that a killed build left aside is found by verify and by package", async () => {
  const folders = ["--seeds", join(dir, "seeds"), "--out", join(dir, "whole")];
  await warraq("build", ...folders);
  await rename(join(dir, "whole"), join(dir, ".whole.warraq-old"));
  await warraq("package", join(dir, "fourth"), ...folders);
  await rename(join(dir, "whole"), join(dir, ".whole.warraq-old"));
  expect((await warraq("verify", join(dir, "whole"))).stderr).toContain("whole: whole");
});
