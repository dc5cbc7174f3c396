import { hash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { inBatches, inThreads } from "../in-threads.ts";
import type { ArticleNumber, ArticleRef, CatalogEntry } from "../model/archive.ts";
import type { Problem } from "../model/problem.ts";
import type { OnProgress } from "../model/progress.ts";
import type { SeedEntry, Seeds } from "../model/seeds.ts";
import { once } from "../once.ts";
import { sideFilePath } from "../seeds/corrections.ts";
import { isSettled, stampOf } from "../stamp.ts";
import {
  type ArticleLine,
  type LocatedLines,
  locateLines,
  makeLine,
  moveLine,
  orderOfLine,
  pathField,
  problemsOfLine,
  readLine,
  refOfLine,
  saidOf,
} from "./article-line.ts";
import { type ArticleStore, articleStore, partNumber, type StoredPart } from "./article-store.ts";
import { keepEntries, readKeptEntries } from "./kept-entries.ts";
import { readLedger, writeLedger } from "./ledger.ts";
import { findInOrder, numberArticles } from "./order.ts";
import { DamagedPackError, openPack, type Pack, placeAt, type Stored } from "./pack.ts";
import type { Batch, ReadBatch, ReadEntry, ReadSettings } from "./read-batch.ts";
import { entryDecoder } from "./stored-entry.ts";

export interface ReadOptions {
  seedsDir: string;
  seeds: Seeds;
  /** Where parsed articles are kept between builds; made when it does not exist. */
  cacheDir: string;
  /** Of the program: what another one parsed is not used. */
  version: string;
  progress: OnProgress;
  /** How many threads; 0 reads here. By default as many as pay. */
  workers?: number;
}

/** Where the articles of an archive lie, by their numbers in it. */
export interface LocatedArticles {
  /** As `ArticleRef` has them. */
  keys: readonly string[];
  refOf: (article: ArticleNumber) => ArticleRef;
  /** Where a part of each stands, as `listPlaces` lists it. */
  placesOf: (part: StoredPart) => Float64Array;
}

export interface ReadArticles {
  /** The keys of the articles, in the order of the seeds. */
  keys: readonly string[];
  /** Their numbers in the archive, in the order of the seeds. */
  numbers: () => Int32Array;
  /** Where they lie in the store. */
  located: () => LocatedArticles;
  /** What the catalogue takes of them, in the order of the seeds, read anew one after another. @throws DamagedPackError */
  entries: () => Iterable<CatalogEntry>;
  /** How many bytes that takes in all. */
  entriesSize: () => number;
  store: ArticleStore;
  /** The file that the store reads. */
  packPath: string;
  /** Those that an article's editor lets stand are left out. */
  problems: Problem[];
  /** The files of those that were parsed, below the seeds folder; an earlier build had parsed the others. */
  parsed: readonly string[];
  close: () => void;
}

/** Starting the workers takes as long as parsing this many articles here does, or this many with a model that the editor brought. */
const worthwhile = { builtIn: 150, model: 8 };
/** Small enough that no worker has much to do when the others have ended. */
const batchSize = 32;
/** A pack is written anew when so much of it is of no use. */
const wasteful = { share: 0.5, bytes: 16 * 1024 * 1024 };

interface LedgerHead {
  format: 6;
  pack: string;
  size: number;
  /** Digest of the settings that reading goes by. */
  settings: string;
  /** When its files were looked at, in milliseconds since 1970. */
  time: number;
}

/**
 * Reads and parses the articles of an archive, on all cores where that pays. What an earlier build parsed and nothing changed
 * is taken from the cache folder; a cache that is damaged, unfinished or of another version of the program is not. The
 * same seeds give the same articles either way, whatever the number of workers.
 * @throws DamagedPackError when the cache is found damaged on the way: whoever calls starts again without it
 */
export async function readArticles(options: ReadOptions): Promise<ReadArticles> {
  const { seedsDir, seeds, cacheDir, version, progress } = options;
  mkdirSync(cacheDir, { recursive: true });
  const { site, recognizer, hasSideFiles } = seeds;
  const settings: ReadSettings = { seedsDir, site, hasSideFiles, recognizer, version };
  const time = Date.now();
  const digest = digestOf([settings.site, settings.recognizer, version]);
  const cache = openCache(cacheDir);
  const store = articleStore(cache.pack);
  const total = seeds.entries.length;
  const lines: (ArticleLine | null)[] = [];
  const missing: Missing[] = [];
  const placeOf = findInOrder(cache.lines.length, (line) => cache.lines[line]?.path);
  let done = 0;
  progress("read", 0, total);
  seeds.entries.forEach((entry, index) => {
    const path = pathField(entry.path);
    const line = cache.lines[placeOf(path)];
    const file = `${seedsDir}/${entry.path}`;
    const stamp = stampOf(seeds.hasSideFiles ? [file, sideFilePath(file)] : [file]);
    const said = saidOf(entry);
    const known = line !== undefined && cache.head?.settings === digest && line.said === said;
    if (known && line.stamp === stamp.text && isSettled(stamp, cache.head?.time ?? 0)) {
      lines.push(line);
      done += 1;
    } else {
      lines.push(null);
      missing.push({ index, entry, path, stamp: stamp.text, said, former: line ?? null });
    }
  });
  progress("read", done, total);
  const parsed: string[] = [];
  const take = (
    { index, entry, path, stamp, said, former }: Missing,
    { problems, article }: ReadEntry,
    stored: Stored | undefined,
  ): void => {
    done += 1;
    if (article === null) {
      failures.push(...problems);
      return;
    }
    const { key, accepted, parsed: fresh } = article;
    if (fresh !== null) parsed.push(entry.path);
    const known =
      former === null
        ? null
        : { ref: refOfLine(former), order: orderOfLine(former), problems: problemsOfLine(former) };
    const ref = fresh === null || stored === undefined ? known?.ref : { key, stored };
    const order = fresh?.order ?? known?.order;
    if (ref === undefined || order === undefined) throw new DamagedPackError(`no article of the key ${key}`);
    const stands = ({ severity, ruleId }: Problem): boolean =>
      severity === "error" || !accepted.includes(ruleId);
    const found = {
      read: problems.filter(stands),
      parsed: fresh?.problems.filter(stands) ?? known?.problems.parsed ?? [],
    };
    lines[index] = makeLine({ path, stamp, said }, ref, order, found);
  };
  const failures: Problem[] = [];
  await readMissing(missing, settings, options.workers, (batch, { entries, bytes }) => {
    const stored = cache.pack.appendAll(
      bytes,
      entries.flatMap(({ article }) => (article?.parsed == null ? [] : [article.parsed.record])),
    );
    batch.forEach((one, at) => {
      const found = entries[at];
      if (found !== undefined) take(one, found, found.article?.parsed == null ? undefined : stored.shift());
    });
    progress("read", done, total);
  });

  const kept = lines.filter((line) => line !== null);
  const head = { settings: digest, time };
  // What says the same already need not be written.
  const isKept =
    missing.length === 0 && cache.lines.length === lines.length && cache.head?.settings === digest;
  if (!isKept) keepCache(cache, kept, head);
  // A build that finds nothing changed does not ask.
  const locate = once(() => locateLines(kept));
  const numbers = once(() => numberArticles(kept.map(orderOfLine)));
  return {
    keys: kept.map(({ key }) => key),
    numbers,
    located: once(() => inOrder(kept, locate(), numbers())),
    entries: () => loadEntries(cache, kept, locate()),
    entriesSize: () => locate().size("entry"),
    store,
    packPath: cache.packPath,
    problems: [
      ...failures,
      ...kept.map(problemsOfLine).flatMap(({ read, parsed: found }) => [...read, ...found]),
    ],
    parsed,
    close: () => {
      if (!isKept && isWasteful(cache, () => locate().size())) compactCache(cache, kept, head);
      cache.pack.close();
    },
  };
}

/** As the archive has them. */
function inOrder(
  lines: readonly ArticleLine[],
  { refOf, placesOf }: LocatedLines,
  numbers: Int32Array,
): LocatedArticles {
  const lineOf = new Int32Array(lines.length);
  numbers.forEach((number, line) => {
    lineOf[number] = line;
  });
  return {
    keys: besideEachOther(Array.from(lineOf, (line) => lines[line]?.key ?? "")),
    refOf: (article) => {
      const line = lineOf[article];
      if (line === undefined) throw new Error(`there is no article of the number ${article}`);
      return refOf(line);
    },
    placesOf: (part) => placesOf(part, lineOf),
  };
}

/** The same texts, one behind another in memory: what each page is worked out from is put together of them, in their order. */
function besideEachOther(texts: readonly string[]): string[] {
  const all = texts.join("");
  let end = 0;
  return texts.map(({ length }) => {
    end += length;
    return all.slice(end - length, end);
  });
}

/** The share of entries that are found nowhere but in the pack, or are kept and of no use; with more of them all are kept anew. */
const fewEntries = 0.01;

/** The entries of lines: those that an earlier build kept together, and from the pack what is new. */
function* loadEntries(
  { dir, pack }: Cache,
  lines: readonly ArticleLine[],
  { placesOf }: LocatedLines,
): Iterable<CatalogEntry> {
  const path = join(dir, entriesName);
  const kept = readKeptEntries(path);
  const keptPlaces = Int32Array.from(lines, ({ key }) => kept?.placeOf(key) ?? -1);
  const ofPack = lines.flatMap((_, line) => (keptPlaces[line] === -1 ? [line] : []));
  const places = placesOf("entry", ofPack);
  const { readAt } = pack.inOrder();
  const decode = entryDecoder();
  const ofNoUse = (kept?.count ?? 0) + ofPack.length - lines.length;
  const isStale = Math.max(ofPack.length, ofNoUse) > lines.length * fewEntries;
  const keeper = isStale ? keepEntries(path) : null;
  try {
    let nth = 0;
    for (const [line, { key }] of lines.entries()) {
      const place = keptPlaces[line] ?? -1;
      let entry: CatalogEntry;
      if (kept !== null && place >= 0) entry = kept.entryAt(place);
      else {
        entry = decode(readAt(placeAt(places, nth)));
        nth += 1;
      }
      keeper?.add(key, entry);
      yield entry;
    }
    keeper?.finish();
  } finally {
    keeper?.close();
  }
}

/**
 * Makes a cache out of others, whose articles are no two of one file.
 * @param from folders that `readArticles` has kept articles in
 * @returns those of the folders that hold nothing which can be trusted
 */
export function joinCaches(cacheDir: string, from: readonly string[]): string[] {
  mkdirSync(cacheDir, { recursive: true });
  for (const name of readdirSync(cacheDir).filter(isOfArticles)) rmSync(join(cacheDir, name));
  const packPath = join(cacheDir, packName(1));
  const pack = openPack(packPath, { kind: "write", size: 0 });
  const joined: ArticleLine[] = [];
  const damaged: string[] = [];
  for (const dir of from) {
    const cache = readCache(dir, "read");
    if (cache === null) {
      damaged.push(dir);
      continue;
    }
    try {
      for (const line of cache.lines) {
        // Without a stamp, so that each file is read and compared with what was made of it.
        joined.push(moveLine(line, copyArticle(line, cache.pack, pack), ""));
      }
    } catch (error) {
      if (!(error instanceof DamagedPackError)) throw error;
      damaged.push(dir);
    } finally {
      cache.pack.close();
    }
  }
  keepCache({ dir: cacheDir, pack, packPath }, joined, { settings: "", time: 0 });
  pack.close();
  return damaged;
}

/** An entry that has to be read. */
interface Missing {
  index: number;
  entry: SeedEntry;
  path: ArticleLine["path"];
  stamp: string;
  said: string;
  /** What an earlier build made of a file of this name. */
  former: ArticleLine | null;
}

async function readMissing(
  missing: readonly Missing[],
  settings: ReadSettings,
  workers: number | undefined,
  take: (batch: readonly Missing[], read: ReadBatch) => void,
): Promise<void> {
  const batches = inBatches(missing, batchSize);
  const given = (batch: readonly Missing[]): Batch => ({
    settings,
    entries: batch.map(({ entry, former }) => ({ entry, known: former?.key ?? null })),
  });
  const few = settings.recognizer === null ? worthwhile.builtIn : worthwhile.model;
  const threads = workers ?? (missing.length < few ? 0 : availableParallelism());
  if (threads === 0) {
    if (batches.length === 0) return;
    // What parses is loaded where there is something to parse.
    const { readBatch } = await import("./read-batch.ts");
    for (const batch of batches) take(batch, await readBatch(given(batch)));
    return;
  }
  await inThreads<Missing[], ReadBatch>({
    module: "read-batch",
    name: "readBatch",
    threads,
    next: () => batches.shift(),
    given,
    take,
  });
}

interface Cache {
  dir: string;
  packPath: string;
  pack: Pack;
  /** Null when there is nothing that can be trusted. */
  head: LedgerHead | null;
  /** In the order of the seeds. */
  lines: readonly ArticleLine[];
}

const ledgerName = "articles.ledger";
const entriesName = "articles.entries";

/** The cache of a folder, or a new one where there is none that can be trusted. */
function openCache(dir: string): Cache {
  const known = readCache(dir, "write");
  if (known !== null) return known;
  for (const name of readdirSync(dir).filter(isOfArticles)) rmSync(join(dir, name));
  const packPath = join(dir, packName(1));
  const pack = openPack(packPath, { kind: "write", size: 0 });
  return { dir, packPath, pack, head: null, lines: [] };
}

function readCache(dir: string, access: "read" | "write"): Cache | null {
  const [first, ...rest] = readLedger(join(dir, ledgerName)) ?? [];
  if (first === undefined) return null;
  // Its digest says that it is what `keepCache` wrote; another format has another number.
  const head = JSON.parse(first) as LedgerHead;
  if (head.format !== 6) return null;
  const packPath = join(dir, head.pack);
  if ((statSync(packPath, { throwIfNoEntry: false })?.size ?? -1) < head.size) return null;
  const lines = rest.map(readLine);
  const pack = openPack(packPath, access === "read" ? { kind: "read" } : { kind: "write", size: head.size });
  return { dir, packPath, pack, head, lines };
}

/** Whether a file of the cache folder is of no use without the articles. */
function isOfArticles(name: string): boolean {
  return name.startsWith("articles.");
}

function packName(generation: number): string {
  return `articles.${generation}.pack`;
}

/** Writes down where everything is. */
function keepCache(
  { dir, pack, packPath }: Pick<Cache, "dir" | "pack" | "packPath">,
  lines: readonly ArticleLine[],
  head: Pick<LedgerHead, "settings" | "time">,
): void {
  const first: LedgerHead = { format: 6, pack: basename(packPath), size: pack.size(), ...head };
  writeLedger(join(dir, ledgerName), [JSON.stringify(first), ...lines.map(({ text }) => text)]);
}

function isWasteful({ pack }: Cache, used: () => number): boolean {
  // Of a small pack nothing need be won back.
  if (pack.size() <= wasteful.bytes) return false;
  const wasted = pack.size() - used();
  return wasted > wasteful.bytes && wasted > pack.size() * wasteful.share;
}

/** Writes a pack anew without the articles that are no more. */
function compactCache(
  cache: Cache,
  lines: readonly ArticleLine[],
  head: Pick<LedgerHead, "settings" | "time">,
): void {
  const generation = Number(/\.(\d+)\.pack$/.exec(cache.packPath)?.[1] ?? 0) + 1;
  const packPath = join(cache.dir, packName(generation));
  rmSync(packPath, { force: true });
  const pack = openPack(packPath, { kind: "write", size: 0 });
  const moved = lines.map((line) => moveLine(line, copyArticle(line, cache.pack, pack)));
  keepCache({ dir: cache.dir, pack, packPath }, moved, head);
  pack.close();
  rmSync(cache.packPath, { force: true });
}

/** Puts the article of a line at the end of another pack. */
function copyArticle(line: ArticleLine, from: Pack, to: Pack): Stored {
  const { stored } = refOfLine(line);
  return to.append(Object.values(partNumber).map((part) => from.read(stored, part)));
}

function digestOf(value: unknown): string {
  return hash("sha256", JSON.stringify(value), "base64url");
}
