import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../archive/order.ts";
import { openSiteFile, type WrittenFile } from "../site/product.ts";
import { digestFile, listFiles } from "./files.ts";

/** The file that names the digest of every other file of a site, a line each: `<sha256>  <path>`, sorted by path. */
export const manifestName = "manifest-sha256.txt";

const line = /^([0-9a-f]{64}) {2}(.+)$/;

/** What differs between a site and its manifest. */
export interface Damage {
  path: string;
  kind: "missing" | "changed" | "added";
}

/** A file's line for `writeManifest`. @param sha256 of its bytes, in hexadecimal */
export function manifestLine(path: string, sha256: string): string {
  return `${sha256}  ${path}`;
}

const beforePath = manifestLine("", "0".repeat(64)).length;

/** A folder's manifest as it was written. */
export function manifestBytes(dir: string): Buffer {
  return readFileSync(join(dir, manifestName));
}

/** A manifest that another is made of by changing some of its lines. */
export interface EarlierManifest {
  bytes: Buffer;
  /** Files that it has no more; those that it has otherwise need not be told. */
  gone: Iterable<string>;
}

/**
 * Writes the manifest of a folder into it.
 * @param lines as `manifestLine` makes them, in any order
 * @param earlier has the other lines
 * @returns the manifest as a file, and how many it names
 */
export function writeManifest(
  dir: string,
  lines: readonly string[],
  earlier: EarlierManifest = { bytes: Buffer.alloc(0), gone: [] },
): { manifest: WrittenFile; files: number } {
  const changes = new Map<string, string | null>();
  for (const path of earlier.gone) changes.set(path, null);
  for (const own of lines) changes.set(pathIn(own), own);
  const manifest = openSiteFile(dir, manifestName);
  const { bytes } = earlier;
  let files = 0;
  let copied = 0;
  const copyTo = (end: number): void => {
    if (end > copied) manifest.fill(end - copied, (block) => bytes.copy(block, 0, copied, end));
    for (let at = copied; at < end; at = lineEnd(bytes, at)) files += 1;
    copied = end;
  };
  try {
    for (const path of [...changes.keys()].sort(compareText)) {
      const place = seek(bytes, path, copied);
      copyTo(place);
      if (place < bytes.length && pathAt(bytes, place) === path) copied = lineEnd(bytes, place);
      const own = changes.get(path) ?? null;
      if (own === null) continue;
      manifest.addLine(own);
      files += 1;
    }
    copyTo(bytes.length);
    return { manifest: manifest.finish(), files };
  } finally {
    manifest.close();
  }
}

const lineFeed = 0x0a;

/** Where the line that begins at a place ends, with its line feed. */
function lineEnd(bytes: Buffer, line: number): number {
  return bytes.indexOf(lineFeed, line) + 1;
}

/** Where the line begins that a place is in. */
function lineStart(bytes: Buffer, place: number): number {
  return place === 0 ? 0 : bytes.lastIndexOf(lineFeed, place - 1) + 1;
}

/** The path of the line that begins at a place. */
function pathAt(bytes: Buffer, line: number): string {
  return bytes.toString("utf8", line + beforePath, lineEnd(bytes, line) - 1);
}

/**
 * Where in a manifest the line of a path begins, or would. Without reading every line: of a large site few change.
 * @param from where a line begins that is not behind it
 */
function seek(bytes: Buffer, path: string, from: number): number {
  let low = from;
  let high = bytes.length;
  const lookAt = (place: number): void => {
    const line = lineStart(bytes, place);
    if (pathAt(bytes, line) < path) low = lineEnd(bytes, line);
    else high = line;
  };
  // The next one that changes is near, or far: steps grow until one is too long.
  for (let step = 1 << 8; low + step < high; step *= 2) lookAt(low + step);
  while (low < high) lookAt(low + ((high - low) >> 1));
  return low;
}

/** The path of a line that `manifestLine` made. */
export function pathIn(line: string): string {
  return line.slice(beforePath);
}

/**
 * Compares a site with its manifest.
 * @returns every file that is missing, changed or added, by path; null when there is no manifest to go by
 */
export async function verifySite(dir: string): Promise<Damage[] | null> {
  const manifest = await readManifest(dir);
  if (manifest === null) return null;
  const damage: Damage[] = [];
  const present = new Set(await listFiles(dir));
  for (const [path, digest] of manifest) {
    if (!present.has(path)) damage.push({ path, kind: "missing" });
    else if (digestFile(join(dir, path)) !== digest) damage.push({ path, kind: "changed" });
  }
  for (const path of present) {
    if (path !== manifestName && !manifest.has(path)) damage.push({ path, kind: "added" });
  }
  return damage.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The digests of a folder's manifest by path; null when it has none. */
export async function readManifest(dir: string): Promise<Map<string, string> | null> {
  const text = await readFile(join(dir, manifestName), "utf8").catch(() => null);
  if (text === null) return null;
  const digests = new Map<string, string>();
  for (const row of text.split("\n")) {
    const [, digest, path] = line.exec(row) ?? [];
    if (digest !== undefined && path !== undefined) digests.set(path, digest);
  }
  return digests;
}
