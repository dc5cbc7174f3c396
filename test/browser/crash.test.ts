import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifySite } from "../../src/publish/manifest.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-crash-"));
  await cp("seeds", join(dir, "seeds"), { recursive: true });
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

function start(): {
  ended: Promise<{ code: number | null; said: string }>;
  kill: (signal: NodeJS.Signals) => void;
} {
  const args = ["lib/bin/cli.js", "build", "--seeds", join(dir, "seeds"), "--out", join(dir, "dist")];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const ended = new Promise<{ code: number | null; said: string }>((done) => {
    child.on("close", (code) => done({ code, said }));
  });
  return { ended, kill: (signal) => child.kill(signal) };
}

const manifest = () => readFile(join(dir, "dist/manifest-sha256.txt"), "utf8");

test("a build that is killed leaves the whole old site or the whole new one, and the next build equals a first one", async () => {
  expect((await start().ended).code).toBe(0);
  const sites = [await manifest()];
  for (let round = 0; round < 20; round += 1) {
    await writeFile(join(dir, "seeds/extra.txt"), `عنوان ${round}\n\nنص قصير من الجولة ${round}.\n`);
    const build = start();
    await wait(150 + round * 70);
    build.kill(round % 2 === 0 ? "SIGKILL" : "SIGINT");
    await build.ended;
    expect(await verifySite(join(dir, "dist")), `round ${round}`).toEqual([]);
    const now = await manifest();
    if (now !== sites.at(-1)) sites.push(now);
  }
  expect((await start().ended).code).toBe(0);
  const after = await manifest();
  await rm(join(dir, "dist"), { recursive: true });
  await rm(join(dir, ".dist.warraq-cache"), { recursive: true });
  expect((await start().ended).code).toBe(0);
  expect(await manifest()).toBe(after);
  // Nothing of the killed builds lies about.
  expect((await readdir(dir)).sort()).toEqual([".dist.warraq-cache", "dist", "seeds"]);
}, 240_000);

test("of two builds into one folder one says that the other is at work", async () => {
  // This test's parent is alive, so it holds the folder as a build would.
  const lock = join(dir, `.dist.warraq-lock.${process.ppid}..00000000.${encodeURIComponent(hostname())}`);
  await writeFile(lock, "held\n");
  const refused = await start().ended;
  expect(refused.code).toBe(1);
  expect(refused.said).toContain(`process ${process.ppid}`);
  expect(refused.said).toContain(lock.split("/").at(-1));
  await rm(lock);
  expect((await start().ended).code).toBe(0);
});

test("of builds that begin in the same moment each makes the site or says who is at it", async () => {
  for (let round = 0; round < 3; round += 1) {
    await writeFile(join(dir, "seeds/extra.txt"), `عنوان\n\nنص قصير من السباق ${round}.\n`);
    const ended = await Promise.all([start(), start(), start(), start()].map((build) => build.ended));
    const built = ended.filter(({ code }) => code === 0);
    const refused = ended.filter(({ code }) => code === 1);
    expect(built.length).toBeGreaterThan(0);
    expect(built.length + refused.length).toBe(ended.length);
    for (const { said } of refused) expect(said).toMatch(/another build \(process \d+ on .+\[build\/busy\]/);
    expect(await verifySite(join(dir, "dist"))).toEqual([]);
    expect((await readdir(dir)).sort()).toEqual([".dist.warraq-cache", "dist", "seeds"]);
  }
  const after = await manifest();
  await rm(join(dir, "dist"), { recursive: true });
  await rm(join(dir, ".dist.warraq-cache"), { recursive: true });
  expect((await start().ended).code).toBe(0);
  expect(await manifest()).toBe(after);
}, 180_000);
