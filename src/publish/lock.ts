import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { targetOf, workDirPrefix } from "./swap.ts";

/** A build's hold on its output folder. */
export interface Lock {
  release: () => void;
}

/** Another build that is writing to the same folder. */
export interface Holder {
  pid: number;
  host: string;
}

/**
 * Takes hold of an output folder for one build, and clears away what builds left that were killed.
 * @returns who holds it, where another build does
 */
export async function lockOutput(outDir: string): Promise<Lock | Holder> {
  const target = targetOf(outDir);
  const path = join(dirname(target), `.${basename(target)}.warraq-lock`);
  await mkdir(dirname(target), { recursive: true });
  const own = `${process.pid} ${hostname()}\n`;
  for (;;) {
    try {
      writeFileSync(path, own, { flag: "wx" });
      break;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const holder = readHolder(path);
      if (holder !== null && isAlive(holder)) return holder;
      rmSync(path, { force: true });
    }
  }
  const release = (): void => rmSync(path, { force: true });
  for (const name of await readdir(dirname(target))) {
    if (name.startsWith(workDirPrefix(target)))
      await rm(join(dirname(target), name), { recursive: true, force: true });
  }
  return { release };
}

function readHolder(path: string): Holder | null {
  try {
    const [, pid, host] = /^(\d+) (.*)\n$/.exec(readFileSync(path, "utf8")) ?? [];
    return pid === undefined || host === undefined ? null : { pid: Number(pid), host };
  } catch {
    return null;
  }
}

/** A process of another machine cannot be looked at: it counts as alive. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
