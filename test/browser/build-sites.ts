import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

const run = promisify(execFile);

/** The archives that browser tests look at, by where their seeds are. */
const archives = {
  seed: "seeds",
  examples: "examples/seeds",
  english: "test/fixtures/english/seeds",
  hebrew: "test/fixtures/hebrew/seeds",
} as const;

declare module "vitest" {
  interface ProvidedContext {
    /** Folders of built sites. */
    sites: Record<keyof typeof archives, string>;
  }
}

/** Builds each archive once, with the program as it is shipped. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), "warraq-sites-"));
  const built: [string, string][] = [];
  for (const [name, seeds] of Object.entries(archives)) {
    const out = join(dir, name);
    await run("node", ["lib/bin/cli.js", "build", "--seeds", seeds, "--out", out]);
    built.push([name, out]);
  }
  provide("sites", Object.fromEntries(built) as Record<keyof typeof archives, string>); // its keys are those of archives
  return () => rm(dir, { recursive: true, force: true });
}
