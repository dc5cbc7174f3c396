import { createHash } from "node:crypto";
import { copyFileSync, linkSync, lstatSync, readdirSync, readFileSync, rmSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type CopiedFile,
  makeFolder,
  type Product,
  type ProductKey,
  type WrittenFile,
} from "../site/product.ts";
import { copyParts } from "../site/write-data.ts";
import { manifestName, writeManifest } from "./manifest.ts";
import { ledgerLine, readSiteLedger, type SiteLedger, writeSiteLedger } from "./site-ledger.ts";

/** What a site is made of, and how much there is of it. */
export type SiteHead = Pick<SiteLedger, "digest" | "articles" | "pages">;

/** What a build made, beside what it took over. */
export interface MadeFiles {
  products: ReadonlyMap<string, Product>;
  /** Files that are no product. */
  others: readonly WrittenFile[];
}

/**
 * The books of a site: what the last build wrote, and what this one takes over of it. Everything that has to be done for each file of a
 * site, changed or not, is done here, so that it can be done in a thread of its own (`books-thread.ts`).
 */
export interface Books {
  /** What the published site is made of; null where somebody wrote to it, or added or took away a file, and where there is none. */
  untouched: () => SiteHead | null;
  /** As `EarlierSite` has it. */
  keep: (products: readonly ProductKey[], outDir: string) => number[];
  /** As `SiteHelper` has it. */
  copyParts: (file: CopiedFile) => Promise<WrittenFile>;
  /** Writes the manifest of the new site. */
  writeManifest: (outDir: string, made: MadeFiles) => Promise<void>;
  /** Writes down what the new site is. @returns how many of the earlier one's pages it has no more */
  close: (head: SiteHead) => number;
  /** Takes a folder away with all that is in it. */
  remove: (dir: string) => void;
}

/**
 * Opens the books of a site.
 * @param cacheDir where its ledger is kept
 * @param dir the site
 */
export function openBooks(cacheDir: string, dir: string): Books {
  const earlier = readSiteLedger(cacheDir);
  const kept = new Map<string, Product>();
  // Made as products are kept, while others are still drafted.
  const lines: string[] = [];
  let made: MadeFiles = { products: new Map(), others: [] };
  // What was looked at as a whole need not be looked at file by file.
  let isWhole = false;
  return {
    untouched: () => {
      if (earlier === null) return null;
      const { digest, articles, pages } = earlier;
      isWhole = isUntouched(dir, earlier);
      return isWhole ? { digest, articles, pages } : null;
    },
    keep: (asked, outDir) => {
      const others: number[] = [];
      asked.forEach(([name, digest], index) => {
        const product = earlier?.products.get(name);
        const found = product?.digest === digest ? takeOver(product, dir, outDir, isWhole) : null;
        if (found === null) others.push(index);
        else {
          kept.set(name, found);
          lines.push(ledgerLine(name, found));
        }
      });
      return others;
    },
    copyParts,
    writeManifest: async (outDir, files) => {
      made = files;
      const ofProducts = [...kept.values(), ...made.products.values()].flatMap((product) => product.files);
      await writeManifest(outDir, [...ofProducts, ...made.others]);
    },
    close: (head) => {
      for (const [name, product] of made.products) lines.push(ledgerLine(name, product));
      writeSiteLedger(cacheDir, { ...head, others: made.others }, lines);
      const names = [...(earlier?.products.keys() ?? [])];
      return names.filter((name) => name.endsWith(".html") && !kept.has(name) && !made.products.has(name))
        .length;
    },
    remove: (folder) => {
      // What is known to be there is taken away at once; a folder that has to be read takes twice as long.
      if (isWhole) {
        for (const { files } of earlier?.products.values() ?? []) {
          for (const { path } of files) removeFile(`${folder}/${path}`);
        }
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is not there, or no file.
  }
}

/** Puts a product into the new site; null when its files are not as they were written. */
function takeOver(product: Product, from: string, to: string, isWhole: boolean): Product | null {
  let { files } = product;
  if (!isWhole) {
    const found = files.map((file) => untouchedFile(from, file));
    const whole = found.filter((file) => file !== null);
    if (whole.length < found.length) return null;
    files = whole;
  }
  for (const { path } of files) {
    makeFolder(dirname(join(to, path)));
    linkOrCopy(`${from}/${path}`, `${to}/${path}`);
  }
  return { digest: product.digest, files };
}

/** The file as it is known, if it is as it was written. One whose time changed (it came from a backup) is read. */
function untouchedFile(dir: string, file: WrittenFile): WrittenFile | null {
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

/** Whether a site is as it was written, as far as the file system tells: no file was added, taken away or written to. */
function isUntouched(dir: string, { products, others }: SiteLedger): boolean {
  // How many entries each folder has; a listing of a folder costs less than a look at each of its files.
  const folders = new Map<string, number>([["", 1]]);
  const count = (path: string): void => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const entries = folders.get(folder);
    if (entries === undefined && folder !== "") count(folder);
    folders.set(folder, (entries ?? 0) + 1);
  };
  for (const files of [others, ...[...products.values()].map((product) => product.files)]) {
    for (const { path, size, mtimeMs } of files) {
      const found = lstatSync(`${dir}/${path}`, { throwIfNoEntry: false });
      if (found === undefined || !found.isFile() || found.size !== size || found.mtimeMs !== mtimeMs)
        return false;
      count(path);
    }
  }
  if (lstatSync(join(dir, manifestName), { throwIfNoEntry: false })?.isFile() !== true) return false;
  return [...folders].every(([folder, entries]) => {
    const path = join(dir, folder);
    // A link to a folder elsewhere has files that are not the site's to take away.
    return lstatSync(path).isDirectory() && readdirSync(path).length === entries;
  });
}
