import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import {
  type CopiedFile,
  type GroupKey,
  type MadeProduct,
  makeFolder,
  type ProductGroup,
  type ProductKey,
  type WrittenFile,
} from "../site/product.ts";
import { copyParts } from "../site/write-data.ts";
import { knownPlaces, notePlaces } from "./copied-places.ts";
import { type FolderTime, folderOf, haveTheirTimes, removeFile, removeFiles, timesOf } from "./files.ts";
import { manifestBytes, manifestLine, manifestName, pathIn, writeManifest } from "./manifest.ts";
import { rowStore } from "./row-store.ts";
import {
  allRows,
  forEachFile,
  lookAtLedger,
  makeRows,
  nameOfRow,
  openRows,
  type ProductRow,
  type ProductRows,
  productRow,
  readSiteLedger,
  rowsOf,
  type SiteHead,
  type SiteLedger,
  writeSiteLedger,
} from "./site-ledger.ts";
import { dropSpare, leaveSpare, takeSpare } from "./spare.ts";

/** What a build made beside products, and how they are grouped. */
export interface MadeFiles {
  /** Those that were not taken over. */
  groups: readonly ProductGroup[];
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
  keepGroups: (groups: readonly GroupKey[], outDir: string) => number[];
  /** As `EarlierSite` has it. */
  keep: (products: readonly ProductKey[], outDir: string) => number[];
  /** As `SiteHelper` has it. */
  add: (products: readonly MadeProduct[]) => void;
  /** As `SiteHelper` has it. */
  copyParts: (file: CopiedFile) => Promise<WrittenFile | null>;
  /** Writes the manifest of the new site. */
  writeManifest: (outDir: string, made: MadeFiles) => void;
  /** Writes down what the new site is. @returns how many of the earlier one's pages it has no more */
  close: (head: SiteHead) => number;
  /** Takes the earlier site away, which stepped aside. A large site has a spare then: the earlier one, where that is as it was written. */
  retire: (aside: string) => void;
}

/** A new site of which all is written. */
interface NewSite {
  given: MadeFiles;
  /** How many pages the earlier site has, and this one has not. */
  removed: number;
  /** Files that the earlier site has, and this one has not or has otherwise. */
  stale: readonly string[];
  manifest: WrittenFile;
  /** How many it has, but for the manifest. */
  files: number;
  folders: readonly FolderTime[];
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
  const earlierRows = openRows(earlier);
  // Names of groups, and other rows by the names of their products.
  const keptGroups = new Set<string>();
  const kept = new Map<string, string>();
  const made = rowStore();
  // Files of products that cannot be written down.
  const unwritten: WrittenFile[] = [];
  // What was looked at as a whole need not be looked at file by file.
  let isWhole = false;
  // What the spare lacks, where the new site is made of it.
  let lacking: { products: ReadonlySet<string>; groups: ReadonlySet<string> } | null = null;
  // Whether each file that was taken over is a name more for the same bytes.
  let areLinks = true;
  let site: NewSite | null = null;
  const take = (text: string, outDir: string): void => {
    if (lacking?.products.has(nameOfRow(text)) === false) return;
    forEachFile(text, (path) => {
      if (!takeOver(path, dir, outDir)) areLinks = false;
    });
  };
  // Rows of the earlier site whose products were not taken over.
  function* rowsNotKept(): Iterable<string> {
    if (earlier === null) return;
    const open = [...earlier.groups].flatMap(([name, rows]) => (keptGroups.has(name) ? [] : [rows]));
    for (const rows of [earlier.ungrouped, ...open])
      for (const text of rowsOf(rows)) if (!kept.has(nameOfRow(text))) yield text;
  }
  const keep = (asked: readonly ProductKey[], outDir: string): number[] => {
    const others: number[] = [];
    asked.forEach((key, index) => {
      const row = earlierRows.of(key.name);
      const found = row !== undefined && isOf(row, key) ? asItIs(row, key, dir, isWhole) : null;
      if (found === null) {
        others.push(index);
        return;
      }
      take(found, outDir);
      kept.set(key.name, found);
    });
    return others;
  };
  return {
    untouched: () => {
      isWhole = earlier !== null && isUntouched(dir, earlier);
      return isWhole ? (earlier?.head ?? null) : null;
    },
    takeSpare: (workDir) => {
      if (!isWhole || stamp === undefined) return;
      const spare = takeSpare(cacheDir, dir, stamp, workDir);
      lacking = spare && { products: new Set(spare.products), groups: new Set(spare.groups) };
    },
    keepGroups: (asked, outDir) => {
      const others: number[] = [];
      asked.forEach(({ name, basis }, index) => {
        const group = earlier?.groups.get(name);
        if (!isWhole || group?.basis !== basis) {
          others.push(index);
          earlierRows.expect(name);
          return;
        }
        keptGroups.add(name);
        if (lacking?.groups.has(name) !== false) for (const text of rowsOf(group)) take(text, outDir);
      });
      return others;
    },
    keep,
    add: (products) => {
      for (const [name, product] of products) {
        const row = productRow(name, product);
        made.set(name, row);
        if (row === null) unwritten.push(...product.files);
      }
    },
    copyParts: async (file) => {
      const { path, digest, outDir } = file;
      const isKept = keep([{ name: path, digest, basis: null }], outDir).length === 0;
      if (isKept) return null;
      const row = isWhole ? earlierRows.of(path) : undefined;
      const places = row === undefined ? null : knownPlaces(cacheDir, file, sha256Of(row));
      const written = await copyParts(file, places === null ? null : { file: `${dir}/${path}`, places });
      notePlaces(cacheDir, file, written);
      return written;
    },
    writeManifest: (outDir, given) => {
      const lineOf = ({ path, sha256 }: WrittenFile): string => manifestLine(path, sha256);
      const madeLines = [...unwritten, ...given.others].map(lineOf);
      for (const row of made.rows()) for (const line of linesOfRow(row)) madeLines.push(line);
      const stale = (earlier?.others ?? []).map(({ path }) => path);
      let removed = 0;
      for (const row of rowsNotKept()) {
        const name = nameOfRow(row);
        if (name.endsWith(".html") && !made.has(name)) removed += 1;
        // Of a site that is made anew they are all rows that it had.
        for (const path of filesOfRow(row)) stale.push(ownText(path));
      }
      if (lacking !== null) {
        const changed = new Set(madeLines.map(pathIn));
        removeFiles(
          outDir,
          stale.filter((path) => !changed.has(path)),
        );
      }
      // Of a site that is as it was written most of the manifest is as it was, and in order.
      const lines = isWhole ? madeLines : [...[...kept.values()].flatMap(linesOfRow), ...madeLines];
      const { manifest, files } = writeManifest(
        outDir,
        lines,
        isWhole ? { bytes: manifestBytes(dir), gone: stale } : undefined,
      );
      const paths = lines.map(pathIn);
      const known = isWhole ? (earlier?.folders ?? []).map(([path]) => path) : [];
      const folders = timesOf(outDir, new Set([...known, ...foldersOf(paths)]));
      site = { given, removed, stale, manifest, files, folders };
    },
    close: (head) => {
      if (site === null) throw new Error("the site has no manifest yet");
      const { given, removed, manifest, folders } = site;
      const rowNow = (name: string): string | null => made.get(name) ?? kept.get(name) ?? null;
      const rowsNow = (names: Iterable<string>): string[] =>
        Array.from(names, rowNow).filter((row) => row !== null);
      const rest = new Set([...made.names(), ...kept.keys()]);
      for (const { names } of given.groups) for (const name of names) rest.delete(name);
      function* allRowsNow(): Iterable<ProductRows> {
        yield makeRows(rowsNow(rest));
        for (const name of keptGroups) {
          const rows = earlier?.groups.get(name);
          if (rows !== undefined) yield rows;
        }
        for (const group of given.groups) {
          const rows = rowsNow(group.names);
          // One that cannot be written down is made anew by the next build.
          const isAll = rows.length === group.names.length;
          yield makeRows(rows, isAll ? group : { ...group, basis: "" });
        }
      }
      writeSiteLedger(cacheDir, { head, manifest, others: given.others, folders }, allRowsNow());
      return removed;
    },
    retire: (aside) => {
      if (site === null || site.files < spareFrom || !areLinks) dropSpare(dir);
      else if (isWhole && earlier !== null) {
        leaveSpare(cacheDir, dir, (spare) => renameSync(aside, spare), {
          stale: [...site.stale, manifestName],
          lacking: { products: [...made.names()], groups: site.given.groups.map(({ name }) => name) },
          folders: earlier.folders.map(([path]) => path),
        });
      } else {
        leaveSpare(cacheDir, dir, (spare) => linkAll([...kept.values(), ...made.rows()], dir, spare), {
          stale: [],
          lacking: { products: [], groups: [] },
          folders: site.folders.map(([path]) => path),
        });
      }
      // What is known to be there is taken away at once; a folder that has to be read takes twice as long.
      if (isWhole && earlier !== null && existsSync(aside))
        for (const path of filesOf(earlier)) removeFile(`${aside}/${path}`);
      rmSync(aside, { recursive: true, force: true });
    },
  };
}

function isOf({ digest, basis }: ProductRow, key: ProductKey): boolean {
  return key.digest === null ? key.basis !== null && key.basis === basis : key.digest === digest;
}

/** The row of a product as it is now, its files of another time and the same bytes among them, and with what it is now worked out from; null when they are not as they were written. */
function asItIs(
  { text, digest, basis: former }: ProductRow,
  { name, basis }: ProductKey,
  dir: string,
  isWhole: boolean,
): string | null {
  if (isWhole && former === basis) return text;
  const files: WrittenFile[] = [];
  let isSame = true;
  forEachFile(text, (path, sha256, size, mtimeMs) => {
    const file = { path, sha256, size, mtimeMs };
    const found = isWhole ? file : isSame ? untouchedFile(dir, file) : null;
    if (found === null) isSame = false;
    else files.push(found);
  });
  return isSame ? productRow(name, { digest, basis, files }) : null;
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

/** The digest of the file of a product that has one. */
function sha256Of({ text }: ProductRow): string {
  let found = "";
  forEachFile(text, (_path, sha256) => {
    found = sha256;
  });
  return found;
}

/** Every file of a site, but for its manifest. */
function filesOf(ledger: SiteLedger): string[] {
  const files = ledger.others.map(({ path }) => path);
  for (const row of allRows(ledger)) files.push(...filesOfRow(row));
  return files;
}

function linesOfRow(row: string): string[] {
  const lines: string[] = [];
  forEachFile(row, (path, sha256) => lines.push(manifestLine(path, sha256)));
  return lines;
}

function filesOfRow(row: string): string[] {
  const files: string[] = [];
  forEachFile(row, (path) => files.push(path));
  return files;
}

/** The same text with memory of its own: a part of another keeps all of that. */
function ownText(part: string): string {
  return Buffer.from(part).toString();
}

/** The folders that files are in, and those that these are in. */
function foldersOf(files: Iterable<string>): Set<string> {
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

/** Gives the files of rows one name more. @throws where a file cannot have two */
function linkAll(rows: Iterable<string>, from: string, to: string): void {
  const folders = new Set<string>();
  for (const row of rows) {
    forEachFile(row, (path) => {
      const folder = folderOf(path);
      if (!folders.has(folder)) mkdirSync(`${to}/${folder}`, { recursive: true });
      folders.add(folder);
      linkSync(`${from}/${path}`, `${to}/${path}`);
    });
  }
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
function isUntouched(dir: string, ledger: SiteLedger): boolean {
  let isSame = true;
  const look = (path: string, _sha256: string, size: number, mtimeMs: number): void => {
    if (!isSame) return;
    const found = lstatSync(`${dir}/${path}`, { throwIfNoEntry: false });
    isSame = found?.isFile() === true && found.size === size && found.mtimeMs === mtimeMs;
  };
  for (const { path, sha256, size, mtimeMs } of [ledger.manifest, ...ledger.others])
    look(path, sha256, size, mtimeMs);
  for (const row of allRows(ledger)) {
    forEachFile(row, look);
    if (!isSame) return false;
  }
  // Where a backup was put back their times are others; what is in them is then counted.
  return haveTheirTimes(dir, ledger.folders) || haveNoOthers(dir, [manifestName, ...filesOf(ledger)]);
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
