import {
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { listFiles } from "./files.ts";
import { heedlessly } from "./heedlessly.ts";
import { manifestName, readManifest } from "./manifest.ts";

/** Where a site that steps aside waits until the new one stands in its place. */
export function asidePath(target: string): string {
  return join(dirname(target), `.${basename(target)}.warraq-old`);
}

/** The folder itself, where the path is a link to it; also while there is no folder: a build that was killed may have left it aside. */
export function targetOf(outDir: string): string {
  let target = resolve(outDir);
  // Links that go in a circle lead nowhere: as far as the system goes, so far goes this.
  for (let links = 0; links < 40 && !existsSync(target) && isLink(target); links += 1)
    target = resolve(dirname(target), readlinkSync(target));
  return existsSync(target) ? realpathSync(target) : target;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
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

/** Makes an empty folder beside the published one, on the same file system, to build the next site in. */
export async function openWorkDir(outDir: string): Promise<string> {
  const target = targetOf(outDir);
  await mkdir(dirname(target), { recursive: true });
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

/** Ends a swap that was interrupted: the earlier site comes back where there is none, and goes where the new one is. */
export function putBack(target: string): void {
  const aside = asidePath(target);
  if (!existsSync(aside)) return;
  if (isVacant(target)) renameSync(aside, target);
  else rmSync(aside, { recursive: true, force: true });
}

/**
 * Puts the finished site in the place of the earlier one, which is there whole until that moment. No system call that Node has
 * exchanges two folders, so there are two, with nothing between them and deaf to signals: ARCHITECTURE.md says how long they take.
 * @param remove takes the earlier one away
 */
export async function swapIn(
  workDir: string,
  outDir: string,
  remove: (dir: string) => Promise<void> = discardWorkDir,
): Promise<void> {
  const target = targetOf(outDir);
  const aside = asidePath(target);
  rmSync(aside, { recursive: true, force: true });
  // In the place of nothing, and of an empty folder, one call puts it.
  if (isVacant(target)) renameSync(workDir, target);
  else await heedlessly(() => exchange(workDir, target, aside));
  await remove(aside);
}

function exchange(workDir: string, target: string, aside: string): void {
  renameSync(target, aside);
  try {
    renameSync(workDir, target);
  } catch (error) {
    renameSync(aside, target);
    throw error;
  }
}

function isVacant(target: string): boolean {
  return !existsSync(target) || (statSync(target).isDirectory() && readdirSync(target).length === 0);
}
