import { execFile, spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digestFile, listFiles } from "../src/publish/files.ts";

const run = promisify(execFile);
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-shards-"));
  cpSync("examples/seeds", join(dir, "seeds"), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

async function warraq(...args: string[]): Promise<{ code: number; err: string }> {
  try {
    const { stderr } = await run("node", [join(process.cwd(), "lib/bin/cli.js"), ...args], { cwd: dir });
    return { code: 0, err: stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }; // what execFile throws
    return { code, err: stderr };
  }
}

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const root = join(dir, folder);
  return Object.fromEntries((await listFiles(root)).map((path) => [path, digestFile(join(root, path))]));
}

const parts = ["part1", "part2", "part3"];

async function buildShards(): Promise<void> {
  const built = await Promise.all(
    parts.map((part, index) => warraq("build", "--shard", `${index + 1}/3`, "--out", part)),
  );
  expect(built.map(({ code }) => code)).toEqual([0, 0, 0]);
}

test("the site of shards has the bytes of one build", async () => {
  await Promise.all([buildShards(), warraq("build", "--out", "whole")]);
  expect(await warraq("merge", ...parts, "--out", "merged")).toMatchObject({ code: 0 });
  const whole = await bytesOf("whole");
  expect(Object.keys(whole).length).toBeGreaterThan(300);
  expect(await bytesOf("merged")).toEqual(whole);
  // In another order, and once more into the same folder.
  expect(await warraq("merge", ...parts.toReversed(), "--out", "merged")).toMatchObject({ code: 0 });
  expect(await bytesOf("merged")).toEqual(whole);
}, 240_000);

test("a shard that was killed and is run again changes nothing", async () => {
  await buildShards();
  await warraq("merge", ...parts, "--out", "merged");
  const before = await bytesOf("merged");
  for (const wait of [300, 700, 1_100]) {
    rmSync(join(dir, "part2"), { recursive: true, force: true });
    const args = ["lib/bin/cli.js", "build", "--shard", "2/3", "--seeds", join(dir, "seeds")];
    const shard = spawn("node", [...args, "--out", join(dir, "part2")]);
    const ended = new Promise((resolve) => shard.once("exit", resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    shard.kill("SIGKILL");
    await ended;
  }
  expect(await warraq("build", "--shard", "2/3", "--out", "part2")).toMatchObject({ code: 0 });
  expect(await warraq("merge", ...parts, "--out", "merged")).toMatchObject({ code: 0 });
  expect(await bytesOf("merged")).toEqual(before);
}, 240_000);

test("a missing, doubled, unfinished, damaged or stale shard is refused by its name, and the site stays", async () => {
  await buildShards();
  await warraq("merge", ...parts, "--out", "merged");
  const before = await bytesOf("merged");
  const refusal = async (...shards: string[]): Promise<string> => {
    const { code, err } = await warraq("merge", ...shards, "--out", "merged");
    expect(code).toBe(1);
    expect(await bytesOf("merged")).toEqual(before);
    return err;
  };
  expect(await refusal("part1", "part3")).toContain("shard 2/3 is missing; run warraq build --shard 2/3");
  expect(await refusal("part1", "part2", "part2", "part3")).toContain("shard 2/3 is named twice");

  const pack = join(
    dir,
    "part3",
    readdirSync(join(dir, "part3")).find((name) => name.endsWith(".pack")) ?? "",
  );
  const bytes = readFileSync(pack);
  writeFileSync(pack, Buffer.concat([bytes.subarray(0, 500), Buffer.from("!"), bytes.subarray(501)]));
  expect(await refusal(...parts)).toContain("shard 3/3 (part3) is damaged");
  writeFileSync(pack, bytes);

  const text = readdirSync(join(dir, "seeds/2019")).find((name) => name.endsWith(".txt")) ?? "";
  appendFileSync(join(dir, "seeds/2019", text), "\nسطر بعد التقسيم.\n");
  expect(await refusal(...parts)).toMatch(
    new RegExp(`shard \\d/3 is stale: it did not parse 2019/${text} as it is now`),
  );

  rmSync(join(dir, "part1/shard.ledger"));
  expect(await refusal(...parts)).toContain("part1 holds no finished shard");
  expect((await warraq("build", "--shard", "4/3", "--out", "part4")).code).toBe(2);
}, 240_000);
