import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readLedger, writeLedger } from "./archive/ledger.ts";
import { joinCaches, readArticles } from "./archive/read-articles.ts";
import { errorAt, type Problem } from "./model/problem.ts";
import type { OnProgress } from "./model/progress.ts";
import { programDigest } from "./program-digest.ts";
import { type Holder, lockOutput } from "./publish/lock.ts";
import { readSeeds } from "./seeds/read-seeds.ts";

/** A part of an archive's articles: the first of three is `{ number: 1, of: 3 }`. */
export interface Shard {
  number: number;
  of: number;
}

export type ShardResult = { problems: Problem[] } & (
  | { kind: "parsed"; articles: number; parsed: number }
  | { kind: "input-wrong" | "out-occupied" }
  | { kind: "out-busy"; holder: Holder }
);

const shardName = "shard.ledger";

/**
 * Reads and parses a part of an archive's articles into a folder, for `merge` to make the site of. A folder that has some of
 * them from a run before is gone on with.
 */
export async function buildShard(options: {
  seedsDir: string;
  outDir: string;
  shard: Shard;
  progress: OnProgress;
}): Promise<ShardResult> {
  const { seedsDir, outDir, shard, progress } = options;
  const { value: seeds, problems } = await readSeeds(seedsDir);
  if (seeds.entries.length === 0) return { kind: "input-wrong", problems };
  if (!isFree(outDir)) return { kind: "out-occupied", problems };
  const lock = await lockOutput(outDir);
  if ("pid" in lock) return { kind: "out-busy", problems, holder: lock };
  try {
    rmSync(join(outDir, shardName), { force: true });
    const own = {
      ...seeds,
      entries: seeds.entries.filter(({ path }) => shardOf(path, shard.of) === shard.number),
    };
    const version = programDigest(null);
    const read = await readArticles({ seedsDir, seeds: own, cacheDir: outDir, version, progress });
    read.close();
    problems.push(...read.problems);
    if (problems.some(({ severity }) => severity === "error")) return { kind: "input-wrong", problems };
    writeLedger(join(outDir, shardName), [JSON.stringify({ ...shard, version })]);
    return { kind: "parsed", problems, articles: own.entries.length, parsed: read.parsed.length };
  } finally {
    lock.release();
  }
}

/** The shard that an article belongs to, from 1: by its file's name, so that another article more changes no other's. */
export function shardOf(path: string, of: number): number {
  return (createHash("sha256").update(path.normalize("NFC")).digest().readUInt32BE() % of) + 1;
}

/** Nothing, or what `buildShard` wrote. */
function isFree(dir: string): boolean {
  if (!existsSync(dir)) return true;
  return readdirSync(dir).every((name) => name === shardName || name.startsWith("articles."));
}

interface FoundShard extends Shard {
  dir: string;
  version: string;
}

/** Makes a build's cache out of what shards have parsed. The problems name each that is missing, damaged or of another program. */
export function takeShards(dirs: readonly string[], cacheDir: string, version: string): Problem[] {
  const found: FoundShard[] = [];
  const problems: Problem[] = [];
  for (const dir of dirs) {
    const shard = readShard(dir);
    if (shard === null)
      problems.push(refused("shard/unfinished", `${dir} holds no finished shard`, "run it again"));
    else found.push({ ...shard, dir });
  }
  const of = found[0]?.of ?? 0;
  for (const shard of found) {
    if (shard.of !== of)
      problems.push(
        refused(
          "shard/other-count",
          `${nameOf(shard)} (${shard.dir}) is one of another number of shards`,
          `run it as one of ${of}`,
        ),
      );
    else if (shard.version !== version)
      problems.push(
        refused(
          "shard/other-program",
          `${nameOf(shard)} (${shard.dir}) was parsed by another version of the program`,
          "run it again with this one",
        ),
      );
  }
  for (let number = 1; number <= of; number += 1) {
    const same = found.filter((shard) => shard.number === number);
    const shard = nameOf({ number, of });
    if (same.length === 0)
      problems.push(
        refused(
          "shard/missing",
          `${shard} is missing`,
          `run warraq build --shard ${number}/${of} and name its folder`,
        ),
      );
    else if (same.length > 1)
      problems.push(refused("shard/twice", `${shard} is named twice`, "name its folder once"));
  }
  if (problems.length > 0) return problems;
  const damaged = new Set(
    joinCaches(
      cacheDir,
      found.map(({ dir }) => dir),
    ),
  );
  return found
    .filter(({ dir }) => damaged.has(dir))
    .map((shard) => refused("shard/damaged", `${nameOf(shard)} (${shard.dir}) is damaged`, "run it again"));
}

/** @param parsed files that no shard had parsed as they are now */
export function staleShards(dirs: readonly string[], parsed: readonly string[]): Problem[] {
  const of = dirs.length;
  const stale = new Map<number, string>();
  for (const path of parsed) {
    const number = shardOf(path, of);
    if (!stale.has(number)) stale.set(number, path);
  }
  return [...stale].map(([number, path]) => {
    const reason = `${nameOf({ number, of })} is stale: it did not parse ${path} as it is now`;
    return refused("shard/stale", reason, "run it again on these seeds");
  });
}

function readShard(dir: string): (Shard & { version: string }) | null {
  const [line] = readLedger(join(dir, shardName)) ?? [];
  return line === undefined ? null : (JSON.parse(line) as Shard & { version: string }); // its digest says that `buildShard` wrote it
}

function nameOf({ number, of }: Shard): string {
  return `shard ${number}/${of}`;
}

function refused(ruleId: string, reason: string, remedy: string): Problem {
  return errorAt({ path: "", line: 1, column: 1 }, ruleId, reason, remedy);
}
