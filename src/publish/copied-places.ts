import { hash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { CopiedFile, WrittenFile } from "../site/product.ts";

/*
 * Of what parts of the pack a file of the site was put together. With it the next one is made of the one before, but for the parts that are
 * others: a file of a gigabyte read from front to back, where its parts lie everywhere in the pack.
 */

/** Where it stands in the cache folder: named so that it goes with the articles when these are not trusted. */
function notePath(cacheDir: string, path: string): string {
  return join(cacheDir, `articles.${basename(path)}.places`);
}

/** What the file's own bytes were, and of which pack; its digest tells that a note is as it was written. */
function headOf(packPath: string, sha256: string, places: Uint8Array): string {
  return `${hash("sha256", places, "hex")} ${sha256} ${basename(packPath)}\n`;
}

/** Where there is no room for it, the next build does without. */
export function notePlaces(
  cacheDir: string,
  { path, packPath, places }: CopiedFile,
  { sha256 }: WrittenFile,
): void {
  const bytes = new Uint8Array(places.buffer, places.byteOffset, places.byteLength);
  try {
    writeFileSync(
      notePath(cacheDir, path),
      Buffer.concat([Buffer.from(headOf(packPath, sha256, bytes)), bytes]),
    );
  } catch {
    rmSync(notePath(cacheDir, path), { recursive: true, force: true });
  }
}

/**
 * The parts that a file of the earlier site was put together of, as `listPlaces` lists them.
 * @param sha256 of that file
 * @returns null where no note tells of it, or of parts of the same pack
 */
export function knownPlaces(
  cacheDir: string,
  { path, packPath }: CopiedFile,
  sha256: string,
): Float64Array | null {
  let note: Buffer;
  try {
    note = readFileSync(notePath(cacheDir, path));
  } catch {
    return null;
  }
  const start = note.indexOf("\n") + 1;
  // Copied to where numbers may begin.
  const bytes = new Uint8Array(note.subarray(start));
  if (note.toString("utf8", 0, start) !== headOf(packPath, sha256, bytes)) return null;
  return new Float64Array(bytes.buffer);
}
