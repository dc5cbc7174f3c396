import { existsSync } from "node:fs";
import { lstat, mkdir, mkdtemp, readdir, readFile, rename, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { digestFile, listFiles } from "../../src/publish/files.ts";
import { manifestLine, verifySite, writeManifest } from "../../src/publish/manifest.ts";
import { discardWorkDir, isReplaceable, openWorkDir, swapIn } from "../../src/publish/swap.ts";

let dir: string;
let out: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-"));
  out = join(dir, "site", "dist");
});

async function manifest(work: string): Promise<void> {
  const files = (await listFiles(work)).map((path) => manifestLine(path, digestFile(join(work, path))));
  writeManifest(work, files);
}

async function publish(content: string): Promise<void> {
  const work = await openWorkDir(out);
  await writeFile(join(work, "index.html"), content);
  await manifest(work);
  await swapIn(work, out);
}

test("a finished site takes the place of the earlier one and leaves nothing beside it", async () => {
  await publish("old");
  await publish("new");
  expect(await readFile(join(out, "index.html"), "utf8")).toBe("new");
  expect(await readdir(join(dir, "site"))).toEqual(["dist"]);
});

test("an unfinished site is taken away and the earlier one stays", async () => {
  await publish("old");
  const work = await openWorkDir(out);
  await writeFile(join(work, "index.html"), "half");
  expect(await readFile(join(out, "index.html"), "utf8")).toBe("old");
  await discardWorkDir(work);
  expect(await readdir(join(dir, "site"))).toEqual(["dist"]);
});

test("a site that cannot be put in its place leaves the earlier one there", async () => {
  await publish("old");
  const work = await openWorkDir(out);
  await discardWorkDir(work);
  await expect(swapIn(work, out)).rejects.toThrow("ENOENT");
  expect(await readFile(join(out, "index.html"), "utf8")).toBe("old");
  expect(await readdir(join(dir, "site"))).toEqual(["dist"]);
});

test("a published folder can be read by a web server of another user", async () => {
  await publish("new");
  expect((await stat(out)).mode & 0o777).toBe(0o777 & ~process.umask());
});

test("only nothing, an empty folder or a site of ours is replaced", async () => {
  expect(await isReplaceable(out)).toBe(true);
  await mkdir(out, { recursive: true });
  expect(await isReplaceable(out)).toBe(true);
  await writeFile(join(out, "thesis.doc"), "ten years of work");
  expect(await isReplaceable(out)).toBe(false);
});

test("a site to which somebody added a file, a file and a folder that cannot be read are not replaced", async () => {
  await publish("old");
  expect(await isReplaceable(out)).toBe(true);
  await mkdir(join(out, ".git"));
  await writeFile(join(out, ".git/HEAD"), "ref: refs/heads/pages");
  expect(await isReplaceable(out)).toBe(false);
  await writeFile(join(dir, "file"), "mine");
  expect(await isReplaceable(join(dir, "file"))).toBe(false);
  expect(await isReplaceable(join(dir, "file/below"))).toBe(false);
});

test("a link to the published folder stays a link", async () => {
  await publish("old");
  const link = join(dir, "link");
  await symlink(out, link);
  const work = await openWorkDir(link);
  await writeFile(join(work, "index.html"), "new");
  await manifest(work);
  await swapIn(work, link);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await readFile(join(out, "index.html"), "utf8")).toBe("new");
});

test("a whole site verifies; each missing, changed and added file is named", async () => {
  const work = await openWorkDir(out);
  await mkdir(join(work, "people"));
  for (const name of ["index.html", "people/سلمى.html", "feed.xml"]) await writeFile(join(work, name), name);
  await manifest(work);
  await swapIn(work, out);
  expect(await verifySite(out)).toEqual([]);
  await writeFile(join(out, "people/سلمى.html"), "changed");
  await rename(join(out, "feed.xml"), join(out, "feed2.xml"));
  expect(await verifySite(out)).toEqual([
    { path: "feed.xml", kind: "missing" },
    { path: "feed2.xml", kind: "added" },
    { path: "people/سلمى.html", kind: "changed" },
  ]);
});

test("the manifest has a line a file, sorted, in the form of sha256sum", async () => {
  await publish("");
  expect(await readFile(join(out, "manifest-sha256.txt"), "utf8")).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  index.html\n",
  );
});

test("a folder without a manifest cannot be verified", async () => {
  await mkdir(out, { recursive: true });
  expect(await verifySite(out)).toBeNull();
  expect(existsSync(out)).toBe(true);
});
