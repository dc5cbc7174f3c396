import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { digestFile, listFiles } from "../../src/publish/files.ts";
import { recoverSite } from "../../src/publish/lock.ts";
import { manifestLine, verifySite, writeManifest } from "../../src/publish/manifest.ts";
import { createRandom } from "../random.ts";

/*
 * Kills builds at random moments, and looks at what they leave: the site has to be the whole earlier one or the whole new one, the next
 * build has to end well and give the site of a first build, and nothing may lie about after it.
 *   --count 300     how many builds are killed
 *   --swaps 300     how many times a process is killed that does nothing but exchange two sites
 *   --seed 1
 *   --seeds DIR     the archive (default: examples/seeds); one of 20,000 files of a site has a spare beside it
 * Run `npm run compile` first. Exits with 1 when a site was broken.
 */

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "300" },
    swaps: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    seeds: { type: "string", default: join(root, "examples/seeds") },
  },
});
const random = createRandom(Number(values.seed));
const dir = mkdtempSync(join(tmpdir(), "warraq-kills-"));
const seeds = join(dir, "seeds");
const out = join(dir, "out/dist");
const cache = join(dir, "out/.dist.warraq-cache");
const manifestPath = join(out, "manifest-sha256.txt");

/** What is killed, how, and when. */
interface Kind {
  name: string;
  signal: NodeJS.Signals;
  work: "warm" | "cold" | "shard" | "merge";
  /** Not at any moment, but when the site is whole and about to take its place. */
  aimed: boolean;
  /** Of all kills, how many are of this kind, as a part of the sum of all. */
  weight: number;
}

const kinds: readonly Kind[] = [
  { name: "build after an edit", signal: "SIGKILL", work: "warm", aimed: false, weight: 6 },
  { name: "build after an edit", signal: "SIGINT", work: "warm", aimed: false, weight: 2 },
  { name: "build after an edit", signal: "SIGTERM", work: "warm", aimed: false, weight: 2 },
  { name: "first build", signal: "SIGKILL", work: "cold", aimed: false, weight: 3 },
  { name: "publishing", signal: "SIGKILL", work: "warm", aimed: true, weight: 4 },
  { name: "publishing", signal: "SIGINT", work: "warm", aimed: true, weight: 1 },
  { name: "shard", signal: "SIGKILL", work: "shard", aimed: false, weight: 1 },
  { name: "merge", signal: "SIGKILL", work: "merge", aimed: false, weight: 1 },
];

interface Tally {
  rounds: number;
  /** It had ended before the signal came. */
  ended: number;
  old: number;
  new: number;
  /** The earlier site stood aside, and came back with the next command. */
  putBack: number;
  broken: number;
}

function start(args: readonly string[]): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [join(root, "lib/bin/cli.js"), ...args], { stdio: "ignore" });
  return { child, ended: new Promise((done) => child.on("close", done)) };
}

async function succeed(args: readonly string[]): Promise<void> {
  const code = await start(args).ended;
  if (code !== 0) throw new Error(`warraq ${args.join(" ")} ended with ${code}`);
}

const buildArgs = (to: string): string[] => ["build", "--seeds", seeds, "--out", to];
const shardDir = (number: number): string => join(dir, `shards/${number}`);
const shardArgs = (number: number): string[] => [...buildArgs(shardDir(number)), "--shard", `${number}/2`];
const mergeArgs = (): string[] => ["merge", shardDir(1), shardDir(2), "--seeds", seeds, "--out", out];

/** Seeds that differ from those of the other editions in several texts, one of them in its length. */
function writeEdition(edition: number): void {
  rmSync(seeds, { recursive: true, force: true });
  cpSync(values.seeds, seeds, { recursive: true });
  const texts = readdirSync(seeds, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .sort();
  for (let step = 0; step < 5; step += 1) {
    const text = texts[(edition * 7 + step * 11) % texts.length];
    if (text !== undefined)
      appendFileSync(join(seeds, text), `\nوأضاف سامي الحداد: «هذه هي الطبعة ${edition}».\n`.repeat(edition));
  }
  writeFileSync(join(seeds, `extra-${edition}.txt`), `خبر الطبعة ${edition}\n\nنص قصير.\n`);
}

const editions = 4;
const coldManifests: string[] = [];
let coldTime = 0;

/** The manifests that first builds give, for comparing. */
async function buildEditions(): Promise<void> {
  for (let edition = 0; edition < editions; edition += 1) {
    writeEdition(edition);
    const to = join(dir, `cold-${edition}/dist`);
    const from = performance.now();
    await succeed(buildArgs(to));
    coldTime = Math.max(coldTime, performance.now() - from);
    coldManifests.push(readFileSync(join(to, "manifest-sha256.txt"), "utf8"));
    rmSync(join(dir, `cold-${edition}`), { recursive: true });
  }
}

async function timeOf(args: readonly string[]): Promise<number> {
  const from = performance.now();
  await succeed(args);
  return performance.now() - from;
}

/** Waits until a site that is being built has its manifest, which is written last; or until its build has ended. */
async function untilWhole(child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const work = readdirSync(join(dir, "out")).find((name) => name.startsWith(".dist.warraq-new-"));
    if (work !== undefined && existsSync(join(dir, "out", work, "manifest-sha256.txt"))) return;
    await nextTurn();
  }
}

type Found = "old" | "new" | "putBack" | "broken";

async function lookAt(before: string, after: string): Promise<Found> {
  const isThere = existsSync(out);
  if (!isThere) await recoverSite(out);
  const damage = await verifySite(out);
  if (damage === null || damage.length > 0) return "broken";
  const now = readFileSync(manifestPath, "utf8");
  if (now === before) return isThere ? "old" : "putBack";
  return now === after ? "new" : "broken";
}

const durations = { warm: 0, cold: 0, shard: 0, merge: 0 };

/** One build killed and looked at, and one after it. */
async function killOnce(kind: Kind, edition: number, tally: Tally): Promise<void> {
  const before = readFileSync(manifestPath, "utf8");
  const after = coldManifests[edition] ?? "";
  writeEdition(edition);
  if (kind.work === "cold") rmSync(cache, { recursive: true, force: true });
  if (kind.work === "merge") for (const number of [1, 2]) await succeed(shardArgs(number));
  const args = { warm: buildArgs(out), cold: buildArgs(out), shard: shardArgs(1), merge: mergeArgs() };
  const { child, ended } = start(args[kind.work]);
  if (kind.aimed) {
    await untilWhole(child);
    // The manifest is there, the swap some tenths of a millisecond away.
    for (const until = performance.now() + random() * 2; performance.now() < until; );
  } else await wait(random() * durations[kind.work]);
  if (child.exitCode !== null) tally.ended += 1;
  child.kill(kind.signal);
  await ended;
  tally.rounds += 1;
  const found = await lookAt(before, after);
  tally[found] += 1;
  if (found === "broken") console.error(`broken by ${kind.signal} in ${kind.name}`);
  if (kind.work === "shard" || kind.work === "merge") {
    for (const number of [1, 2]) await succeed(shardArgs(number));
    await succeed(mergeArgs());
  } else {
    const took = await timeOf(buildArgs(out));
    // The machine may have become slower or faster; what is told of is a build that had less to do.
    if (kind.work === "warm") durations.warm = Math.max(took * 1.2, durations.warm * 0.8);
  }
  const belongs = (name: string): boolean => name === "dist" || /-(cache|spare)$/.test(name);
  const left = readdirSync(join(dir, "out")).filter((name) => !belongs(name));
  if (
    readFileSync(manifestPath, "utf8") !== after ||
    (await verifySite(out))?.length !== 0 ||
    left.length > 0
  ) {
    tally.broken += 1;
    console.error(`the build after ${kind.signal} in ${kind.name} is not as a first one; beside it: ${left}`);
  }
}

async function smallSite(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), folder);
  const sha256 = digestFile(join(folder, "index.html"));
  writeManifest(folder, [manifestLine("index.html", sha256)]);
}

/** Kills a process that does nothing but exchange sites. */
async function killSwaps(count: number, tally: Tally): Promise<void> {
  const place = join(dir, "swaps");
  const target = join(place, "dist");
  const script = `
import { cpSync } from "node:fs";
import { swapIn } from ${JSON.stringify(join(root, "lib/src/publish/swap.js"))};
for (let begun = false; ; ) {
  cpSync(${JSON.stringify(join(place, "model"))}, ${JSON.stringify(join(place, "next"))}, { recursive: true });
  await swapIn(${JSON.stringify(join(place, "next"))}, ${JSON.stringify(target)});
  if (!begun) process.stdout.write("begun");
  begun = true;
}`;
  await smallSite(join(place, "model"));
  for (let round = 0; round < count; round += 1) {
    rmSync(join(place, "next"), { recursive: true, force: true });
    if (!existsSync(target)) cpSync(join(place, "model"), target, { recursive: true });
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    // It says so when it has begun.
    await once(child.stdout, "data");
    await wait(random() * 40);
    child.kill("SIGKILL");
    await new Promise((done) => child.on("close", done));
    tally.rounds += 1;
    const isThere = existsSync(target);
    if (!isThere) await recoverSite(target);
    const files = await listFiles(target).catch(() => []);
    if (files.length !== 2 || (await verifySite(target))?.length !== 0) tally.broken += 1;
    else if (isThere) tally.old += 1;
    else tally.putBack += 1;
  }
}

function emptyTally(): Tally {
  return { rounds: 0, ended: 0, old: 0, new: 0, putBack: 0, broken: 0 };
}

const tallies = kinds.map((kind) => ({ kind, tally: emptyTally() }));
const turns = tallies.flatMap((one) => Array.from({ length: one.kind.weight }, () => one));
const swaps = emptyTally();
async function killBuilds(count: number): Promise<void> {
  await buildEditions();
  writeEdition(0);
  durations.cold = coldTime;
  await succeed(buildArgs(out));
  writeEdition(1);
  durations.warm = await timeOf(buildArgs(out));
  durations.shard = await timeOf(shardArgs(1));
  await succeed(shardArgs(2));
  durations.merge = await timeOf(mergeArgs());
  for (let round = 0; round < count; round += 1) {
    const one = turns[round % turns.length];
    if (one === undefined) break;
    await killOnce(one.kind, (round + 2) % editions, one.tally);
    if (round % 50 === 49) printTable(console.error);
  }
}

try {
  if (Number(values.count) > 0) await killBuilds(Number(values.count));
  await killSwaps(Number(values.swaps), swaps);
} finally {
  rmSync(dir, { recursive: true, force: true });
}

printTable(console.log);
process.exitCode = [...tallies.map(({ tally }) => tally), swaps].some(({ broken }) => broken > 0) ? 1 : 0;

function printTable(print: (line: string) => void): void {
  const row = (name: string, { rounds, ended, old, new: fresh, putBack, broken }: Tally): string =>
    `| ${[name, rounds, ended, old, fresh, putBack, broken].join(" | ")} |`;
  print("| killed | rounds | ended before | whole old | whole new | put back by the next command | broken |");
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const { kind, tally } of tallies) print(row(`${kind.name}, ${kind.signal}`, tally));
  print(row("nothing but swaps, SIGKILL (old and new are the same)", swaps));
}
