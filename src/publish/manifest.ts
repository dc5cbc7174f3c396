import { closeSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createFile } from "../site/product.ts";
import { digestFile, listFiles } from "./files.ts";

/** The file that names the digest of every other file of a site, a line each: `<sha256>  <path>`, sorted by path. */
export const manifestName = "manifest-sha256.txt";

const line = /^([0-9a-f]{64}) {2}(.+)$/;

/** What differs between a site and its manifest. */
export interface Damage {
  path: string;
  kind: "missing" | "changed" | "added";
}

/** A file's entry for `writeManifest`: its path, and the SHA-256 of its bytes in hexadecimal. */
export function manifestEntry(path: string, sha256: string): string {
  // Sorted as it stands, an entry comes where its path does: nothing is before this sign.
  return `${path}\0${sha256}`;
}

/** Writes the manifest of a folder into it. @param entries as `manifestEntry` makes them */
export async function writeManifest(dir: string, entries: readonly string[]): Promise<void> {
  const lines = [...entries].sort().map((entry) => {
    const end = entry.indexOf("\0");
    return `${entry.slice(end + 1)}  ${entry.slice(0, end)}\n`;
  });
  const file = createFile(join(dir, manifestName));
  try {
    writeFileSync(file, lines.join(""));
  } finally {
    closeSync(file);
  }
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
