import { existsSync, realpathSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { listFiles } from "./files.ts";
import { manifestName, readManifest } from "./manifest.ts";

/** Where a site that steps aside waits until the new one stands in its place. */
function asidePath(target: string): string {
  return join(dirname(target), `.${basename(target)}.warraq-old`);
}

/** The folder itself, where the path is a link to it. */
export function targetOf(outDir: string): string {
  return existsSync(outDir) ? realpathSync(outDir) : resolve(outDir);
}

/** Where what the builds of a folder learned is kept for the next ones. */
export function cachePath(outDir: string): string {
  const target = targetOf(outDir);
  return join(dirname(target), `.${basename(target)}.warraq-cache`);
}

/** How the names of folders begin that a site is built in before it takes its place. */
export function workDirPrefix(target: string): string {
  return `.${basename(target)}.warraq-new-`;
}

/**
 * Makes an empty folder beside the published one, on the same file system, to build the next site in.
 * A site that an interrupted build left aside is put back first.
 */
export async function openWorkDir(outDir: string): Promise<string> {
  const target = targetOf(outDir);
  await mkdir(dirname(target), { recursive: true });
  if (!existsSync(target) && existsSync(asidePath(target))) await rename(asidePath(target), target);
  const workDir = await mkdtemp(join(dirname(target), workDirPrefix(target)));
  // mkdtemp closes the folder to others; a site is for a web server to read.
  await chmod(workDir, 0o777 & ~process.umask());
  return workDir;
}

/** Takes an unfinished site away. */
export async function discardWorkDir(workDir: string): Promise<void> {
  await rm(workDir, { recursive: true, force: true });
}

/**
 * Whether what stands at a path may be replaced: nothing, an empty folder, or a site of ours to which nobody has added a
 * file of their own (a CNAME, a .git).
 */
export async function isReplaceable(outDir: string): Promise<boolean> {
  const found = await stat(outDir).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) return found.code === "ENOENT";
  if (!found.isDirectory()) return false;
  const files = await listFiles(outDir);
  if (files.length === 0) return (await readdir(outDir)).length === 0;
  const ours = await readManifest(outDir);
  return ours !== null && files.every((path) => path === manifestName || ours.has(path));
}

/** Puts the finished site in the place of the earlier one, which is there whole until that moment. */
export async function swapIn(workDir: string, outDir: string): Promise<void> {
  const target = targetOf(outDir);
  const aside = asidePath(target);
  await rm(aside, { recursive: true, force: true });
  if (existsSync(target)) await rename(target, aside);
  await rename(workDir, target);
  await rm(aside, { recursive: true, force: true });
}
