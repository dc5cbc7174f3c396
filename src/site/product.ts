import { hash } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, statSync, unlinkSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BlockWriter, blockWriter } from "../block-writer.ts";

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
  /** Of what that is worked out from, which takes less time: as long as it is the same, the digest is. Null for a product without. */
  basis: string | null;
  files: readonly WrittenFile[];
}

/** A product by its name. */
export type MadeProduct = readonly [name: string, product: Product];

/** What a product is called, which is the same from build to build, and what is known of what it is to be made of. */
export interface ProductKey {
  name: string;
  /** As a product has it; null where it is not worked out yet. */
  digest: string | null;
  /** As a product has it; null for one that has none. */
  basis: string | null;
}

/** What pages that are planned one after another are worked out from, in one digest. */
export interface GroupKey {
  /** Of its first page. */
  name: string;
  /** Of the bases of all that are in it, and of their names. */
  basis: string;
}

/**
 * Products with a basis, some hundred of them: after a small change nearly all are worked out from the same, and one digest is compared for
 * so many pages.
 */
export interface ProductGroup extends GroupKey {
  /** Of its products. */
  names: readonly string[];
}

/** The site that the last build wrote. */
export interface EarlierSite {
  /**
   * Takes those products over that are the same as they would be now, by their basis or by their digest, and whose files nobody changed.
   * @returns the numbers of those that have to be made
   */
  keep: (products: readonly ProductKey[], outDir: string) => Promise<readonly number[]>;
}

/** The parts of a pack that make a file of the site: as `listPlaces` lists them. */
export interface CopiedFile {
  /** Of all that it is made of, as a product has it. */
  digest: string;
  packPath: string;
  places: Float64Array;
  outDir: string;
  path: string;
}

/** What a thread can do beside the rendering. */
export interface SiteHelper extends EarlierSite {
  /**
   * Takes all products of those groups over that are worked out from the same, where nobody changed a file of the site.
   * @returns the numbers of the others
   */
  keepGroups: (groups: readonly GroupKey[], outDir: string) => Promise<readonly number[]>;
  /** Takes note of products that were made, so that nobody else has to. */
  add: (products: readonly MadeProduct[]) => Promise<void>;
  /** Makes a file of parts of the pack. @returns null where it was taken over @throws DamagedPackError */
  copyParts: (file: CopiedFile) => Promise<WrittenFile | null>;
}

/** Whether a product was taken over. */
export async function isKept(
  earlier: EarlierSite,
  name: string,
  digest: string,
  outDir: string,
): Promise<boolean> {
  return (await earlier.keep([{ name, digest, basis: null }], outDir)).length === 0;
}

/** Writes a file of the site, with the folders above it. */
export function writeSiteFile(outDir: string, path: string, content: string | Uint8Array): WrittenFile {
  const target = join(outDir, path);
  makeFolder(dirname(target));
  // Encoded once, for the file and for its digest.
  const bytes = typeof content === "string" ? encode(content) : content;
  const file = createFile(target);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    const { size, mtimeMs } = fstatSync(file);
    return { path, sha256: hash("sha256", bytes, "hex"), size, mtimeMs };
  } finally {
    closeSync(file);
  }
}

/** A file of the site that is written piece by piece. */
export interface OpenFile extends Pick<BlockWriter, "fill" | "addLine"> {
  finish: () => WrittenFile;
  close: () => void;
}

/** Opens a file of the site to be written from nothing, with the folders above it. It is to be closed. */
export function openSiteFile(outDir: string, path: string): OpenFile {
  const target = join(outDir, path);
  makeFolder(dirname(target));
  const file = createFile(target);
  const { fill, addLine, finish } = blockWriter(file);
  return {
    fill,
    addLine,
    finish: () => describeFile(outDir, path, finish()),
    close: () => closeSync(file),
  };
}

/** Writes a file of the site, line by line. */
export function writeSiteLines(outDir: string, path: string, lines: Iterable<string>): WrittenFile {
  const file = openSiteFile(outDir, path);
  try {
    for (const line of lines) file.addLine(line);
    return file.finish();
  } finally {
    file.close();
  }
}

/** Opens a file to be written from nothing. One of that name is not written to: the earlier site may know it by a name of its own. */
export function createFile(path: string): number {
  try {
    return openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // as Node's are
    unlinkSync(path);
    return openSync(path, "wx");
  }
}

/** A piece of memory for page after page: to get some for each takes as long as to encode it. */
let scratch = Buffer.allocUnsafeSlow(256 * 1024);

/** What is longer has memory of its own, which is given back. */
const largestPage = 1 << 20;

/** A text as UTF-8; what it returns is good until the next call. */
function encode(text: string): Uint8Array {
  // A UTF-16 code unit has three bytes at most.
  if (text.length > largestPage) return Buffer.from(text);
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

/** Makes a folder of the site, with those above it, where this thread has not made it already. */
export function makeFolder(dir: string): void {
  if (made.has(dir)) return;
  mkdirSync(dir, { recursive: true });
  made.add(dir);
}
