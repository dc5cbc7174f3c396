import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { asidePath, putBack, targetOf, workDirPrefix } from "./swap.ts";

/** A build's hold on its output folder. */
export interface Lock {
  release: () => void;
}

/** Another build that is writing to the same folder. */
export interface Holder {
  pid: number;
  host: string;
  /** The file that says so. */
  path: string;
}

/** Builds that began in the same moment settle in this time who is first, in milliseconds. */
const patience = 2000;
const pause = 5;

/**
 * Takes hold of an output folder for one build, puts back a site that a killed one left aside, and clears away what killed ones
 * left.
 *
 * Each build that wants the folder makes a file of its own name beside it, its claim, and only then looks for others: of two
 * builds the later one always sees the earlier one's. A file that all of them share cannot be taken over from a build that was
 * killed: of two that find it so, the second would take it from the first.
 * @returns who holds it, where another build does
 */
export async function lockOutput(outDir: string): Promise<Lock | Holder> {
  const target = targetOf(outDir);
  const dir = dirname(target);
  await mkdir(dir, { recursive: true });
  const own = makeClaim(target);
  const holder = await settle(target, own);
  if (holder !== null) return holder;
  const release = (): void => withdraw(own);
  try {
    putBack(target);
    for (const name of await readdir(dir)) {
      if (name.startsWith(workDirPrefix(target))) await rm(join(dir, name), { recursive: true, force: true });
    }
  } catch (error) {
    release();
    throw error;
  }
  return { release };
}

/** Puts back the site of a folder that a killed build left without one; for whoever reads a site and builds none. */
export async function recoverSite(outDir: string): Promise<void> {
  const target = targetOf(outDir);
  if (existsSync(target) || !existsSync(asidePath(target))) return;
  const lock = await lockOutput(outDir);
  // Of a build at work the new site is there in the next moment.
  if (!("pid" in lock)) lock.release();
}

interface Claim extends Holder {
  /** When its process began, in ticks since the machine did: process numbers are used again. Empty where no system tells. */
  started: string;
}

/** Claims that this process has made. */
const ownClaims = new Set<string>();

/** Everything stands in the name, so that a claim is never half written. */
function makeClaim(target: string): Claim {
  const host = hostname();
  const { pid } = process;
  const started = startOf(pid);
  const chance = Math.random().toString(36).slice(2, 10).padEnd(8, "0");
  const name = `${claimPrefix(target)}${pid}.${started}.${chance}.${encodeURIComponent(host)}`;
  return { pid, started, host, path: join(dirname(target), name) };
}

function claimPrefix(target: string): string {
  return `.${basename(target)}.warraq-lock.`;
}

/** Waits until the folder is its own. @returns who holds it, when another does; the claim is taken back then */
async function settle(target: string, own: Claim): Promise<Claim | null> {
  const latest = performance.now() + patience;
  for (;;) {
    stake(own);
    const others = claimsOf(target).filter(({ path }) => path !== own.path);
    const first = others[0];
    if (first === undefined) {
      hold(own);
      return null;
    }
    const holder = others.find(isHeld) ?? (performance.now() > latest ? first : undefined);
    // The first by name stands by its claim, the others make room for it.
    if (holder !== undefined || first.path < own.path) withdraw(own);
    if (holder !== undefined) return holder;
    await wait(pause);
  }
}

function stake({ path }: Claim): void {
  if (ownClaims.has(path)) return;
  writeFileSync(path, "");
  ownClaims.add(path);
}

/** Tells the others that they need not wait. */
function hold(own: Claim): void {
  try {
    writeFileSync(own.path, "held\n");
  } catch (error) {
    withdraw(own);
    throw error;
  }
}

function isHeld({ path }: Claim): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function withdraw({ path }: Claim): void {
  rmSync(path, { force: true });
  ownClaims.delete(path);
}

/** By name; those of processes that are no more are cleared away: no other build ever makes a claim of that name. */
function claimsOf(target: string): Claim[] {
  const dir = dirname(target);
  return readdirSync(dir)
    .flatMap((name) => parseClaim(target, name) ?? [])
    .filter((claim) => {
      if (isAlive(claim)) return true;
      rmSync(claim.path, { force: true });
      return false;
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function parseClaim(target: string, name: string): Claim | null {
  const prefix = claimPrefix(target);
  if (!name.startsWith(prefix)) return null;
  const [, pid, started = "", host] =
    /^(\d+)\.(\d*)\.[a-z0-9]{8}\.(.*)$/.exec(name.slice(prefix.length)) ?? [];
  if (pid === undefined || host === undefined) return null;
  return { pid: Number(pid), started, host: decodeURIComponent(host), path: join(dirname(target), name) };
}

/** A process of another machine cannot be looked at: it counts as alive. */
function isAlive({ pid, host, started, path }: Claim): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return ownClaims.has(path);
  const now = startOf(pid);
  if (started !== "" && now !== "" && now !== started) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Field 22 of Linux's /proc/<pid>/stat; the second one, a name in brackets, may hold anything. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
