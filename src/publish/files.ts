import { createHash } from "node:crypto";
import { lstatSync, readFileSync, rmdirSync, unlinkSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Every file below a folder, as paths from it with `/` between their parts, in the order of code units. */
export async function listFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** The digest of a file's bytes, in hexadecimal. A site's files are small: reading each whole takes half the time of streaming it. */
export function digestFile(path: string, algorithm: "sha256" | "sha512" = "sha256"): string {
  return createHash(algorithm).update(readFileSync(path)).digest("hex");
}

/** The folder that a file or a folder is in; empty for one at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Takes a file away, if there is one. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is not there, or no file.
  }
}

/** Takes files away, and the folders that have none any more. */
export function removeFiles(dir: string, paths: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of paths) {
    removeFile(`${dir}/${path}`);
    folders.add(folderOf(path));
  }
  for (const start of folders) {
    for (let folder = start; folder !== ""; folder = folderOf(folder)) {
      try {
        rmdirSync(`${dir}/${folder}`);
      } catch {
        // It has files, or is gone.
        break;
      }
    }
  }
}

/** A folder of a site, and the time at which a file last came or went in it, in milliseconds since 1970. */
export type FolderTime = readonly [path: string, mtimeMs: number];

/** The times of some folders, those left out that are not there. */
export function timesOf(dir: string, folders: Iterable<string>): FolderTime[] {
  return [...folders].flatMap((path): FolderTime[] => {
    const found = lstatSync(join(dir, path), { throwIfNoEntry: false });
    return found === undefined ? [] : [[path, found.mtimeMs]];
  });
}

/** Whether folders are there, and no file came or went in them since. A link to a folder elsewhere is none. */
export function haveTheirTimes(dir: string, folders: readonly FolderTime[]): boolean {
  return folders.every(([path, mtimeMs]) => {
    const found = lstatSync(join(dir, path), { throwIfNoEntry: false });
    return found?.isDirectory() === true && found.mtimeMs === mtimeMs;
  });
}
