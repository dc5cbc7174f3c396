import { execFile, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifySite } from "../../src/publish/manifest.ts";

let dir: string;
let disk: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "warraq-disk-"));
  disk = join(dir, "disk");
  mkdirSync(disk);
  await cp("seeds", join(dir, "seeds"), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

interface Run {
  code: number;
  err: string;
}

function build(out = "disk/dist", env: Record<string, string> = {}): Promise<Run> {
  const args = [join(import.meta.dirname, "../../lib/bin/cli.js"), "build", "--out", out];
  return new Promise((done) => {
    execFile("node", args, { cwd: dir, env: { ...process.env, ...env } }, (error, _, err) => {
      done({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, err });
    });
  });
}

function mount(...options: string[]): boolean {
  return spawnSync("mount", [...options, disk]).status === 0;
}

const canMount = ((): boolean => {
  const place = mkdtempSync(join(tmpdir(), "warraq-mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "tmpfs", place]).status === 0;
  if (mounted) spawnSync("umount", [place]);
  rmSync(place, { recursive: true });
  return mounted;
})();

const manifest = () => readFile(join(disk, "dist/manifest-sha256.txt"), "utf8");
const beside = () => readdirSync(disk).sort();

async function manifestOfFirstBuild(): Promise<string> {
  expect((await build("cold/dist")).code).toBe(0);
  return await readFile(join(dir, "cold/dist/manifest-sha256.txt"), "utf8");
}

// Only a user who may mount disks can fill one of his own.
describe.runIf(canMount)("a disk", () => {
  afterEach(() => {
    spawnSync("umount", [disk]);
  });

  test("that is full ends the build with a line that says so, the earlier site whole; with room again the next one makes it", async () => {
    mount("-t", "tmpfs", "-o", "size=8m", "tmpfs");
    expect(await build()).toEqual({ code: 0, err: "" });
    const before = await manifest();
    appendFileSync(join(dir, "seeds/extra.txt"), "خبر\n\nنص قصير.\n");
    // Each time a build gets somewhat further.
    for (const left of [0, 60, 200, 500]) {
      rmSync(join(disk, "filler"), { force: true });
      rmSync(join(disk, ".dist.warraq-cache"), { recursive: true, force: true });
      const free = Number(spawnSync("df", ["--output=avail", disk]).stdout.toString().split("\n")[1]);
      writeFileSync(join(disk, "filler"), Buffer.alloc((free - left) * 1024, 1));
      const { code, err } = await build();
      expect(err, `${left} kB left`).toMatch(
        /^disk\/dist: error: the disk that it is on is full \(ENOSPC\); .+ \[system\/full\]\nStopped: what was there before is as it was\.\n$/,
      );
      expect(code).toBe(1);
      expect(await manifest()).toBe(before);
      expect(await verifySite(join(disk, "dist"))).toEqual([]);
      expect(beside().filter((name) => name !== ".dist.warraq-cache")).toEqual(["dist", "filler"]);
    }
    rmSync(join(disk, "filler"));
    expect((await build()).code).toBe(0);
    expect(await manifest()).toBe(await manifestOfFirstBuild());
    expect(beside()).toEqual([".dist.warraq-cache", "dist"]);
  }, 240_000);

  test("that can only be read is named, and its site is as it was", async () => {
    mount("-t", "tmpfs", "-o", "size=8m", "tmpfs");
    await build();
    const before = await manifest();
    appendFileSync(join(dir, "seeds/extra.txt"), "خبر\n\nنص قصير.\n");
    mount("-o", "remount,ro");
    const { code, err } = await build();
    expect(err).toMatch(/^disk\/dist: error: the disk that it is on can only be read \(EROFS\); .+\n.+\n$/);
    expect(code).toBe(1);
    expect(await manifest()).toBe(before);
    mount("-o", "remount,rw");
    expect((await build()).code).toBe(0);
    expect(await manifest()).toBe(await manifestOfFirstBuild());
  }, 240_000);

  test("that is the output folder itself cannot be replaced: a folder below it can", async () => {
    mount("-t", "tmpfs", "-o", "size=8m", "tmpfs");
    const { code, err } = await build("disk");
    expect(err).toMatch(/^disk: error: it is a disk of its own.+ \[system\/mounted\]\n.+\n$/);
    expect(code).toBe(1);
    expect(readdirSync(dir).sort()).toEqual([".disk.warraq-cache", "disk", "seeds"]);
    expect((await build("disk/dist")).code).toBe(0);
  }, 240_000);
});

test("an output folder below a file is told of, and the file stays", async () => {
  writeFileSync(join(dir, "thesis"), "ten years");
  const { code, err } = await build("thesis/dist");
  expect(err).toMatch(/^thesis(?:\/dist)?: error: .+ \[system\/occupied\]\n.+\n$/);
  expect(code).toBe(1);
  expect(await readFile(join(dir, "thesis"), "utf8")).toBe("ten years");
});

test("a build that has no memory left leaves the site as it was; a thread's end is told in a line", async () => {
  await build();
  const before = await manifest();
  const paragraph =
    "وقال الوزير أحمد سالم في بيروت أمس إن «الموقف لم يتغير أبدا»، وأكد خالد يوسف ذلك في عمان.\n\n";
  // From so many texts on they are read in threads.
  for (let index = 0; index < 150; index += 1)
    writeFileSync(join(dir, `seeds/a${index}.txt`), `خبر ${index}\n`);
  writeFileSync(join(dir, "seeds/long.txt"), `خبر\n\n${paragraph.repeat(8000)}`);
  const { code, err } = await build("disk/dist", { NODE_OPTIONS: "--max-old-space-size=70" });
  // Where it is the first thread's turn, V8 has the last word.
  if (!err.includes("FATAL ERROR: ")) {
    expect(code).toBe(1);
    expect(err).toMatch(
      /^disk\/dist: error: the memory .+ \(ERR_WORKER_OUT_OF_MEMORY\); .+NODE_OPTIONS=--max-old-space-size.+\n.+\n$/,
    );
  }
  expect(code).not.toBe(0);
  expect(await manifest()).toBe(before);
  expect(await verifySite(join(disk, "dist"))).toEqual([]);
  rmSync(join(dir, "seeds/long.txt"));
  expect((await build()).code).toBe(0);
  expect(beside()).toEqual([".dist.warraq-cache", "dist"]);
}, 240_000);
