import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../archive/order.ts";
import { type WrittenFile, writeSiteLines } from "../site/product.ts";
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

/** The lines of a folder's manifest as they are written. */
export function manifestLines(dir: string): string[] {
  return readFileSync(join(dir, manifestName), "utf8").split("\n").slice(0, -1);
}

/**
 * Writes the manifest of a folder into it.
 * @param lines as `manifestLine` makes them, in any order
 * @param sorted others that are in the order of their paths already
 */
export function writeManifest(
  dir: string,
  lines: readonly string[],
  sorted: readonly string[] = [],
): WrittenFile {
  const others = lines.toSorted((a, b) => compareText(pathIn(a), pathIn(b)));
  return writeSiteLines(dir, manifestName, mergeLines(others, sorted));
}

/** Two lists in the order of their paths as one. */
function* mergeLines(some: readonly string[], others: readonly string[]): Iterable<string> {
  let at = 0;
  for (const line of some) {
    const path = pathIn(line);
    for (let other = others[at]; other !== undefined && pathIn(other) < path; other = others[at]) {
      yield other;
      at += 1;
    }
    yield line;
  }
  for (; at < others.length; at += 1) yield others[at] ?? "";
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
