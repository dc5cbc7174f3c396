import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockOutput, recoverSite } from "../../src/publish/lock.ts";
import { targetOf } from "../../src/publish/swap.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-lock-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Takes hold again and again; while it does, a file that two at once cannot both make says that it is alone. Each time it leaves a claim behind as a killed build would. */
const contender = `
import { rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { lockOutput } from ${JSON.stringify(join(import.meta.dirname, "../../lib/src/publish/lock.js"))};
const dir = process.argv[1];
let held = 0;
for (const until = Date.now() + 4000; Date.now() < until && held < 400; ) {
  const lock = await lockOutput(join(dir, "dist"));
  if ("pid" in lock) continue;
  held += 1;
  writeFileSync(join(dir, "alone"), "", { flag: "wx" });
  rmSync(join(dir, "alone"));
  lock.release();
  writeFileSync(join(dir, ".dist.warraq-lock.999999999." + held + ".0000" + process.argv[2] + "." + hostname()), "held");
}
console.log(held);
`;

function contend(number: number): Promise<{ held: number; said: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", contender, dir, String(number)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let said = "";
  child.stdout.on("data", (data) => {
    out += data;
  });
  child.stderr.on("data", (data) => {
    said += data;
  });
  return new Promise((done) => child.on("close", () => done({ held: Number(out), said })));
}

test("whoever takes over from a killed build has the folder alone", async () => {
  const runs = await Promise.all([contend(1), contend(2), contend(3), contend(4)]);
  expect(runs.map(({ said }) => said)).toEqual(["", "", "", ""]);
  for (const { held } of runs) expect(held).toBeGreaterThan(0);
}, 30_000);

const claim = (pid: number, started: string, host: string): string => {
  const path = join(dir, `.dist.warraq-lock.${pid}.${started}.00000000.${encodeURIComponent(host)}`);
  writeFileSync(path, "held\n");
  return path;
};

test("a build at work is named, with the file that says so; when it has ended the folder is free", async () => {
  const first = await lockOutput(join(dir, "dist"));
  if ("pid" in first) throw new Error("held by nobody");
  const second = await lockOutput(join(dir, "dist"));
  expect(second).toMatchObject({ pid: process.pid, host: hostname() });
  first.release();
  const third = await lockOutput(join(dir, "dist"));
  expect(third).toHaveProperty("release");
  if ("release" in third) third.release();
  expect(readdirSync(dir)).toEqual([]);
});

test("a build on another machine holds a folder that both see", async () => {
  const path = claim(1, "", "another-host");
  expect(await lockOutput(join(dir, "dist"))).toMatchObject({ pid: 1, host: "another-host", path });
});

test.runIf(existsSync("/proc/self/stat"))(
  "a process that has the number of a build which was killed is not that build",
  async () => {
    // The parent is alive; it began at another time than the claim says.
    claim(process.ppid, "1", hostname());
    const lock = await lockOutput(join(dir, "dist"));
    expect(lock).toHaveProperty("release");
    if ("release" in lock) lock.release();
    claim(process.ppid, "", hostname());
    expect(await lockOutput(join(dir, "dist"))).toMatchObject({ pid: process.ppid });
  },
);

test("a claim that this process made in an earlier life is none, and is cleared away", async () => {
  claim(process.pid, "", hostname());
  const lock = await lockOutput(join(dir, "dist"));
  expect(lock).toHaveProperty("release");
  if ("release" in lock) lock.release();
  expect(readdirSync(dir)).toEqual([]);
});

test("a site that a killed build left aside comes back for whoever reads it, also behind a link", async () => {
  for (const [name, out] of [
    ["dist", join(dir, "dist")],
    ["site", join(dir, "link")],
  ] as const) {
    mkdirSync(join(dir, `.${name}.warraq-old`));
    writeFileSync(join(dir, `.${name}.warraq-old/index.html`), "old");
    if (name === "site") symlinkSync("site", out);
    await recoverSite(out);
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("old");
  }
  expect(readdirSync(dir).sort()).toEqual(["dist", "link", "site"]);
});

test("the next build clears away what a killed one left", async () => {
  for (const name of [".dist.warraq-old", ".dist.warraq-new-a1b2c3", "dist"]) {
    mkdirSync(join(dir, name));
    writeFileSync(join(dir, name, "index.html"), name);
  }
  const lock = await lockOutput(join(dir, "dist"));
  if ("release" in lock) lock.release();
  expect(readdirSync(dir)).toEqual(["dist"]);
  expect(readFileSync(join(dir, "dist/index.html"), "utf8")).toBe("dist");
});

test("links that lead in a circle are no folder, and no end is waited for", () => {
  symlinkSync("b", join(dir, "a"));
  symlinkSync("a", join(dir, "b"));
  expect([join(dir, "a"), join(dir, "b")]).toContain(targetOf(join(dir, "a")));
});
