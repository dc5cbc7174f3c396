import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { manifestName } from "./manifest.ts";

/** Where a site that steps aside waits until the new one stands in its place. */
function asidePath(outDir: string): string {
  return join(dirname(resolve(outDir)), `.${basename(resolve(outDir))}.warraq-old`);
}

/**
 * Makes an empty folder beside the published one, on the same file system, to build the next site in.
 * A site that an interrupted build left aside is put back first.
 */
export async function openWorkDir(outDir: string): Promise<string> {
  const target = resolve(outDir);
  await mkdir(dirname(target), { recursive: true });
  if (!existsSync(target) && existsSync(asidePath(outDir))) await rename(asidePath(outDir), target);
  const workDir = await mkdtemp(join(dirname(target), `.${basename(target)}.warraq-new-`));
  // mkdtemp closes the folder to others; a site is for a web server to read.
  await chmod(workDir, 0o777 & ~process.umask());
  return workDir;
}

/** Takes an unfinished site away. */
export async function discardWorkDir(workDir: string): Promise<void> {
  await rm(workDir, { recursive: true, force: true });
}

/** Whether a folder may be replaced: there is none, it is empty, or it holds a site of ours. */
export async function isReplaceable(outDir: string): Promise<boolean> {
  const names = await readdir(outDir).catch((): string[] => []);
  return names.length === 0 || names.includes(manifestName);
}

/** Puts the finished site in the place of the earlier one, which is there whole until that moment. */
export async function swapIn(workDir: string, outDir: string): Promise<void> {
  const target = resolve(outDir);
  const aside = asidePath(outDir);
  await rm(aside, { recursive: true, force: true });
  if (existsSync(target)) await rename(target, aside);
  await rename(workDir, target);
  await rm(aside, { recursive: true, force: true });
}
