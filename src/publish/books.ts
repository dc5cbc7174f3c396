import { createHash } from "node:crypto";
import { copyFileSync, linkSync, lstatSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type CopiedFile,
  makeFolder,
  type Product,
  type ProductKey,
  type WrittenFile,
} from "../site/product.ts";
import { copyParts } from "../site/write-data.ts";
import { type FolderTime, folderOf, haveTheirTimes, removeFile, removeFiles, timesOf } from "./files.ts";
import { manifestEntry, manifestName, writeManifest } from "./manifest.ts";
import {
  forEachFile,
  lookAtLedger,
  type ProductLine,
  productLine,
  readSiteLedger,
  type SiteHead,
  type SiteLedger,
  writeSiteLedger,
} from "./site-ledger.ts";
import { dropSpare, leaveSpare, takeSpare } from "./spare.ts";

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
  /**
   * Puts the spare of the site into an empty folder, where there is one and the site is as it was written; a site that is built there takes over
   * most of its files with it.
   */
  takeSpare: (workDir: string) => void;
  /** As `EarlierSite` has it. */
  keep: (products: readonly ProductKey[], outDir: string) => number[];
  /** As `SiteHelper` has it. */
  copyParts: (file: CopiedFile) => Promise<WrittenFile>;
  /** Writes the manifest of the new site. */
  writeManifest: (outDir: string, made: MadeFiles) => Promise<void>;
  /** Writes down what the new site is. @returns how many of the earlier one's pages it has no more */
  close: (head: SiteHead) => number;
  /** Takes the earlier site away, which stepped aside; a large one stays as the spare of the one that took its place. */
  retire: (aside: string) => void;
}

/** To link so many files and take as many away takes half a second. */
const spareWorthwhile = 20_000;

/**
 * Opens the books of a site.
 * @param cacheDir where its ledger is kept
 * @param dir the site
 * @param spareFrom how many files a site has that gets a spare
 */
export function openBooks(cacheDir: string, dir: string, spareFrom = spareWorthwhile): Books {
  const stamp = lookAtLedger(cacheDir)?.stamp;
  const earlier = readSiteLedger(cacheDir);
  // Of what is kept; made while other pages are still drafted.
  const kept = new Set<string>();
  const rows: string[] = [];
  const listed: string[] = [];
  let made: MadeFiles = { products: new Map(), others: [] };
  // What was looked at as a whole need not be looked at file by file.
  let isWhole = false;
  // Products that the spare lacks, where the new site is made of it.
  let lacking: ReadonlySet<string> | null = null;
  // Whether each file that was taken over is a name more for the same bytes.
  let areLinks = true;
  // Once all is written: folders of the new site, and files of the earlier one that it has not taken over.
  let folders: FolderTime[] = [];
  let stale: readonly string[] = [];
  const list = (path: string, sha256: string): void => {
    listed.push(manifestEntry(path, sha256));
  };
  const filesNotKept = (): string[] => {
    const found = (earlier?.others ?? []).map(({ path }) => path);
    for (const [name, { text }] of earlier?.lines() ?? [])
      if (!kept.has(name)) forEachFile(text, (path) => found.push(path));
    return found;
  };
  return {
    untouched: () => {
      isWhole = earlier !== null && isUntouched(dir, earlier);
      return isWhole ? (earlier?.head ?? null) : null;
    },
    takeSpare: (workDir) => {
      if (isWhole && stamp !== undefined) lacking = takeSpare(cacheDir, dir, stamp, workDir);
    },
    keep: (asked, outDir) => {
      const others: number[] = [];
      asked.forEach((key, index) => {
        const line = earlier?.lines().get(key.name);
        const found = line !== undefined && isOf(line, key) ? asItIs(line, key, dir, isWhole) : null;
        if (found === null) {
          others.push(index);
          return;
        }
        forEachFile(found.text, (path, sha256) => {
          const isThere = lacking?.has(key.name) === false;
          if (!isThere && !takeOver(path, dir, outDir)) areLinks = false;
          list(path, sha256);
        });
        kept.add(key.name);
        rows.push(found.text);
      });
      return others;
    },
    copyParts,
    writeManifest: async (outDir, files) => {
      made = files;
      const anew = [...made.products.values(), { files: made.others }].flatMap(({ files: own }) => own);
      for (const { path, sha256 } of anew) list(path, sha256);
      stale = filesNotKept();
      const present = new Set(anew.map(({ path }) => path));
      if (lacking !== null)
        removeFiles(
          outDir,
          stale.filter((path) => !present.has(path)),
        );
      await writeManifest(outDir, listed);
      folders = timesOf(outDir, foldersOf(listed));
    },
    close: (head) => {
      for (const [name, product] of made.products) {
        const line = productLine(name, product);
        if (line !== null) rows.push(line);
      }
      writeSiteLedger(cacheDir, { head, rows, others: made.others, folders });
      const names = [...(earlier?.lines().keys() ?? [])];
      return names.filter((name) => name.endsWith(".html") && !kept.has(name) && !made.products.has(name))
        .length;
    },
    retire: (aside) => {
      if (isWhole && areLinks && earlier !== null && listed.length >= spareFrom) {
        leaveSpare(cacheDir, dir, aside, {
          stale: [...stale, manifestName],
          lacking: [...made.products.keys()],
          folders: earlier.folders.map(([path]) => path),
        });
        return;
      }
      dropSpare(dir);
      // What is known to be there is taken away at once; a folder that has to be read takes twice as long.
      if (isWhole && earlier !== null) for (const path of filesOf(earlier)) removeFile(`${aside}/${path}`);
      rmSync(aside, { recursive: true, force: true });
    },
  };
}

function isOf({ digest, basis }: ProductLine, key: ProductKey): boolean {
  return key.digest === null ? key.basis !== null && key.basis === basis : key.digest === digest;
}

/** The product as it is now, its files of another time and the same bytes among them, and with what it is now worked out from; null when they are not as they were written. */
function asItIs(
  line: ProductLine,
  { name, basis }: ProductKey,
  dir: string,
  isWhole: boolean,
): ProductLine | null {
  if (isWhole && line.basis === basis) return line;
  const { digest } = line;
  const files: WrittenFile[] = [];
  let isSame = true;
  forEachFile(line.text, (path, sha256, size, mtimeMs) => {
    const file = { path, sha256, size, mtimeMs };
    const found = isWhole ? file : isSame ? untouchedFile(dir, file) : null;
    if (found === null) isSame = false;
    else files.push(found);
  });
  const text = isSame ? productLine(name, { digest, basis, files }) : null;
  return text === null ? null : { text, digest, basis };
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

/** Every file of a site, but for its manifest. */
function filesOf({ rows, others }: Pick<SiteLedger, "rows" | "others">): string[] {
  const files = others.map(({ path }) => path);
  for (const row of rows) forEachFile(row, (path) => files.push(path));
  return files;
}

/** The folders that files are in, and those that these are in. */
function foldersOf(files: readonly string[]): Set<string> {
  const folders = new Set([""]);
  for (const path of files) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}

/** Puts a file of the earlier site into the new one. @returns whether as a name more for the same bytes */
function takeOver(path: string, from: string, to: string): boolean {
  makeFolder(dirname(`${to}/${path}`));
  return linkOrCopy(`${from}/${path}`, `${to}/${path}`);
}

/** A name more for the same bytes; a copy where the file system has no such thing. */
function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    // Not into a file that may be the earlier site's as well.
    rmSync(to, { force: true });
    copyFileSync(from, to);
    return false;
  }
}

/** Whether a site is as it was written, as far as the file system tells: no file was added, taken away or written to. */
function isUntouched(dir: string, { rows, others, folders }: SiteLedger): boolean {
  let isSame = true;
  const look = (path: string, _sha256: string, size: number, mtimeMs: number): void => {
    if (!isSame) return;
    const found = lstatSync(`${dir}/${path}`, { throwIfNoEntry: false });
    isSame = found?.isFile() === true && found.size === size && found.mtimeMs === mtimeMs;
  };
  for (const { path, sha256, size, mtimeMs } of others) look(path, sha256, size, mtimeMs);
  for (const row of rows) {
    forEachFile(row, look);
    if (!isSame) return false;
  }
  if (lstatSync(join(dir, manifestName), { throwIfNoEntry: false })?.isFile() !== true) return false;
  // Where a backup was put back their times are others; what is in them is then counted.
  return haveTheirTimes(dir, folders) || haveNoOthers(dir, [manifestName, ...filesOf({ rows, others })]);
}

/** Whether folders hold nothing but these files. */
function haveNoOthers(dir: string, files: readonly string[]): boolean {
  const entries = new Map<string, number>();
  for (const path of [...files, ...foldersOf(files)])
    if (path !== "") entries.set(folderOf(path), (entries.get(folderOf(path)) ?? 0) + 1);
  return [...entries].every(([folder, count]) => {
    const path = join(dir, folder);
    // A link to a folder elsewhere has files that are not the site's to take away.
    return lstatSync(path).isDirectory() && readdirSync(path).length === count;
  });
}
