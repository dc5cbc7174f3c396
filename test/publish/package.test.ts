import { execFile, execFileSync } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockOutput } from "../../src/publish/lock.ts";

const run = promisify(execFile);
const warraq = (...args: string[]) => run(process.execPath, ["lib/src/cli.js", ...args]);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-bag-"));
  await cp("seeds", join(dir, "seeds"), { recursive: true });
  await writeFile(join(dir, "seeds/نسبة 100%.txt"), "عنوان\n\nنص قصير.\n");
  await warraq("build", "--seeds", join(dir, "seeds"), "--out", join(dir, "dist"));
  await warraq("package", join(dir, "bag"), "--seeds", join(dir, "seeds"), "--out", join(dir, "dist"));
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

const read = (path: string) => readFile(join(dir, "bag", path), "utf8");

test("is a bag that coreutils, not this program, find whole", async () => {
  expect(await read("bagit.txt")).toBe("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  // RFC 8493 writes % as %25 in a manifest; coreutils know nothing of it.
  const plain = (await read("manifest-sha256.txt")).replaceAll("%25", "%");
  const checked = execFileSync("sha256sum", ["--check", "--strict", "--quiet"], {
    cwd: join(dir, "bag"),
    input: plain,
  });
  expect(checked.toString()).toBe("");
  execFileSync("sha256sum", ["--check", "--strict", "--quiet", "tagmanifest-sha256.txt"], {
    cwd: join(dir, "bag"),
  });
  expect(await read("manifest-sha256.txt")).toContain("data/seeds/نسبة 100%25.txt");
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
