import { createHash, hash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** A file of the site as it was written. */
export interface WrittenFile {
  /** From the site's root. */
  path: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  /** In bytes. */
  size: number;
  /** When it was written, in milliseconds since 1970; for telling that nobody wrote to it since. */
  mtimeMs: number;
}

/** Files that are made together: a page; an index of search. */
export interface Product {
  /** Of all that they are made of: as long as it is the same, they are. */
  digest: string;
  files: readonly WrittenFile[];
}

/** The site that the last build wrote. */
export interface EarlierSite {
  dir: string;
  /** By name, which is the same from build to build. */
  products: ReadonlyMap<string, Product>;
}

/** Writes a file of the site, with the folders above it. */
export function writeSiteFile(outDir: string, path: string, content: string | Uint8Array): WrittenFile {
  const target = join(outDir, path);
  makeFolder(dirname(target));
  // Encoded once, for the file and for its digest.
  const bytes = typeof content === "string" ? encode(content) : content;
  const file = openSync(target, "w");
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    const { size, mtimeMs } = fstatSync(file);
    return { path, sha256: hash("sha256", bytes, "hex"), size, mtimeMs };
  } finally {
    closeSync(file);
  }
}

/** A piece of memory for page after page: to get some for each takes as long as to encode it. */
let scratch = Buffer.allocUnsafeSlow(256 * 1024);

/** A text as UTF-8; what it returns is good until the next call. */
function encode(text: string): Uint8Array {
  // A UTF-16 code unit has three bytes at most.
  if (text.length * 3 > scratch.length) scratch = Buffer.allocUnsafeSlow(text.length * 3);
  return scratch.subarray(0, scratch.write(text));
}

/** What there is to know of a file that was written, its digest known. */
export function describeFile(outDir: string, path: string, sha256: string): WrittenFile {
  const { size, mtimeMs } = statSync(join(outDir, path));
  return { path, sha256, size, mtimeMs };
}

/** Work folders have names of their own each time, so what was made once is there. */
const made = new Set<string>();

function makeFolder(dir: string): void {
  if (made.has(dir)) return;
  mkdirSync(dir, { recursive: true });
  made.add(dir);
}

/**
 * Takes a product over from the earlier site, when it is the same as it would be now and nobody changed its files.
 * @returns null when it has to be made
 */
export function keepProduct(
  earlier: EarlierSite | null,
  name: string,
  digest: string,
  outDir: string,
): Product | null {
  const product = earlier?.products.get(name);
  if (earlier === null || product === undefined || product.digest !== digest) return null;
  const files: WrittenFile[] = [];
  for (const file of product.files) {
    const whole = untouched(earlier.dir, file);
    if (whole === null) return null;
    files.push(whole);
  }
  for (const { path } of files) {
    const target = join(outDir, path);
    makeFolder(dirname(target));
    linkOrCopy(join(earlier.dir, path), target);
  }
  return { digest, files };
}

/** The file as it is known, if it is as it was written. One whose time changed (it came from a backup) is read. */
function untouched(dir: string, file: WrittenFile): WrittenFile | null {
  const path = join(dir, file.path);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile() || found.size !== file.size) return null;
  if (found.mtimeMs === file.mtimeMs) return file;
  const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
  return sha256 === file.sha256 ? { ...file, mtimeMs: found.mtimeMs } : null;
}

/** A name more for the same bytes; a copy where the file system has no such thing. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
