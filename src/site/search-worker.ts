import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openPack, placeAt } from "../archive/pack.ts";
import type { Article } from "../model/article.ts";
import { articleTable, partArticles, tablePath } from "../search/articles.ts";
import type { SearchHeadFile } from "../search/head.ts";
import { encodePostings } from "../search/postings.ts";
import { shardPath, sizeOf } from "../search/shards.ts";
import { encodeWords, readWords, type WordEntry } from "../search/word-file.ts";
import { type Product, writeSiteFile } from "./product.ts";
import {
  articleRow,
  type IndexedPlace,
  readArticleRow,
  readSearchLedger,
  type SearchHead,
  type SearchLedger,
  writeSearchLedger,
} from "./search-ledger.ts";
import { numberForSearch, type SearchNumbers } from "./search-numbers.ts";
import { makeSegment } from "./search-segment.ts";
import { changeShards, type SegmentChange, writeShards } from "./search-shards.ts";

/** The articles that an index is of. Its lists are in one order. */
export interface SearchArticles {
  ids: readonly string[];
  published: readonly (string | null)[];
  /** Where each stands in the pack: as `listPlaces` lists them. */
  places: Float64Array;
}

interface IndexPlaces {
  packPath: string;
  cacheDir: string;
  /** The site that the last build wrote. */
  earlierDir: string;
  /** Of the program. */
  version: string;
}

/** What has to be read for an index. */
export interface SearchPlan {
  numbers: Float64Array;
  slots: number;
  /** Articles whose words have to be found, and those whose words go, by their numbers. */
  added: readonly IndexedPlace[];
  gone: readonly IndexedPlace[];
  /** Whether what goes and comes changes the earlier index; otherwise it is made anew, of all. */
  isChange: boolean;
}

/** Of so many articles a quarter may be others; with more it takes less time to make the index anew. */
const mostChanged = 0.25;

/** Compares articles, by their rows, with those that the earlier index is of, if there is one. */
function planIndex(
  rows: readonly string[],
  { numbers, slots }: SearchNumbers,
  earlier: SearchLedger | null,
): SearchPlan {
  const inOrder = (some: readonly string[]): IndexedPlace[] =>
    some.map(readArticleRow).sort((a, b) => a.number - b.number);
  if (earlier !== null) {
    const { added, gone } = differing(earlier.articles, rows);
    if (added.length + gone.length <= rows.length * mostChanged)
      return { numbers, slots, added: inOrder(added), gone: inOrder(gone), isChange: true };
  }
  return { numbers, slots, added: inOrder(rows), gone: [], isChange: false };
}

/** The rows that one list has and the other has not. What they begin and end with is nearly all of both, and is passed over. */
function differing(before: readonly string[], now: readonly string[]): { gone: string[]; added: string[] } {
  const shorter = Math.min(before.length, now.length);
  let from = 0;
  while (from < shorter && before[from] === now[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  const gone = new Set(before.slice(from, before.length - end));
  const added = now.slice(from, now.length - end).filter((row) => !gone.delete(row));
  return { gone: [...gone], added };
}

/** The words of some articles. @throws DamagedPackError */
export function readSegment({
  packPath,
  articles,
}: {
  packPath: string;
  articles: readonly IndexedPlace[];
}): Uint8Array {
  const pack = openPack(packPath, { kind: "read" });
  function* read(): Iterable<{ number: number; article: Article }> {
    for (const { number, place } of articles) {
      // What the pack hands out is what this same version put in.
      yield { number, article: JSON.parse(pack.readAt(place).toString()) as Article };
    }
  }
  try {
    return makeSegment(read());
  } finally {
    pack.close();
  }
}

/** Values that a search can be narrowed to, each with its articles, by their places in the lists. */
export interface SearchFilter {
  name: string;
  values: readonly string[];
  articles: readonly Int32Array[];
}

export interface SearchFilters {
  /** Of all that they are made of: where the earlier index has them of the same, they are not asked for. */
  digest: string;
  /** Null as long as nobody asked. */
  all: readonly SearchFilter[] | null;
}

export interface SearchIndex extends IndexPlaces, SegmentChange {
  outDir: string;
  articles: SearchArticles;
  plan: SearchPlan;
  filters: SearchFilters;
  /** Files of it that are there already. */
  kept: ReadonlySet<string>;
}

/** The files of an index: those that were written, and the digests of those that are as they were. */
export interface WrittenIndex {
  made: [path: string, product: Product][];
  same: { path: string; sha256: string }[];
}

/** An index of which it is not known yet what has to be read for it. */
export interface UnplannedIndex extends Omit<SearchIndex, "plan" | "added" | "gone"> {
  /** To leave the earlier index aside. */
  isAnew: boolean;
  /** Of so many articles the words are found here. */
  atOnce: number;
}

export type BegunIndex =
  | { kind: "written"; written: WrittenIndex | null }
  | { kind: "planned"; plan: SearchPlan }
  | { kind: "filters-wanted" };

/**
 * Plans an index, and writes it where few articles have to be read.
 * @returns what `writeIndex` does; the plan where there are many; that it wants to be begun again with all filters
 * @throws DamagedPackError
 */
export function beginIndex(index: UnplannedIndex): BegunIndex {
  const { articles, packPath, cacheDir, isAnew, atOnce } = index;
  const numbers = numberForSearch(articles);
  const earlier = isAnew ? null : readSearchLedger(cacheDir, headOf(index, numbers.slots));
  const rows = rowsOf(articles, numbers.numbers);
  const plan = planIndex(rows, numbers, earlier);
  const { digest, all } = index.filters;
  if (all === null && !(plan.isChange && earlier?.filters.digest === digest))
    return { kind: "filters-wanted" };
  if (plan.added.length + plan.gone.length > atOnce) return { kind: "planned", plan };
  const read = (some: readonly IndexedPlace[]): Uint8Array[] =>
    some.length === 0 ? [] : [readSegment({ packPath, articles: some })];
  const given = { ...index, plan, added: read(plan.added), gone: read(plan.gone) };
  return { kind: "written", written: writeAfter(plan.isChange ? earlier : null, given, rows) };
}

function rowsOf({ ids, places }: SearchArticles, numbers: Float64Array): string[] {
  return ids.map((id, at) => articleRow(id, numbers[at] ?? 0, placeAt(places, at)));
}

function headOf({ version, packPath }: IndexPlaces, slots: number): SearchHead {
  return { version, slots, pack: basename(packPath) };
}

/** Writes the files of an index that are not as they were. @returns null when the earlier index is not there to be changed */
export function writeIndex(index: SearchIndex): WrittenIndex | null {
  const { cacheDir, plan } = index;
  const earlier = plan.isChange ? readSearchLedger(cacheDir, headOf(index, plan.slots)) : null;
  return plan.isChange && earlier === null
    ? null
    : writeAfter(earlier, index, rowsOf(index.articles, plan.numbers));
}

/**
 * @param earlier null for an index that is made anew
 * @param rows of the articles, as the ledger has them
 */
function writeAfter(
  earlier: SearchLedger | null,
  index: SearchIndex,
  rows: readonly string[],
): WrittenIndex | null {
  const { outDir, cacheDir, earlierDir, articles, plan, shardLimit } = index;
  const head = headOf(index, plan.slots);
  const written: WrittenIndex = { made: [], same: [] };
  const write = (path: string, content: string | Uint8Array): string => {
    if (index.kept.has(path)) return hash("sha256", content, "hex");
    const file = writeSiteFile(outDir, path, content);
    written.made.push([path, { digest: file.sha256, basis: null, files: [file] }]);
    return file.sha256;
  };
  const others = new Map<string, string>();
  const writeChanged = (path: string, content: string | Uint8Array): void => {
    const sha256 = hash("sha256", content, "hex");
    others.set(path, sha256);
    if (earlier?.others.get(path) === sha256) written.same.push({ path, sha256 });
    else write(path, content);
  };

  const shards = new Map(earlier?.shards);
  const writeShard = (key: string, entries: readonly WordEntry[]): void => {
    shards.set(key, { size: sizeOf(entries), sha256: write(shardPath(key), encodeWords(entries)) });
  };
  if (earlier === null) writeShards(index.added, shardLimit, writeShard);
  else {
    const load = (key: string): WordEntry[] | null => {
      const bytes = readShard(earlierDir, key);
      return bytes === null || hash("sha256", bytes, "hex") !== earlier.shards.get(key)?.sha256
        ? null
        : [...readWords(bytes)];
    };
    const sizes = new Map([...earlier.shards].map(([key, { size }]) => [key, size]));
    const changed = changeShards(index, sizes, load);
    if (changed === null) return null;
    for (const [key, { sha256 }] of earlier.shards)
      if (!changed.has(key)) written.same.push({ path: shardPath(key), sha256 });
    for (const [key, entries] of changed) {
      if (entries === null) shards.delete(key);
      else writeShard(key, entries);
    }
  }

  const { numbers, slots } = plan;
  const order = articles.ids.map((_, at) => at).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const inOrder = order.map((at) => ({ number: numbers[at] ?? 0, id: articles.ids[at] ?? "" }));
  const tables = partArticles(inOrder);
  for (const table of tables) writeChanged(tablePath(table.first), articleTable(table));
  const { digest, all } = index.filters;
  const filterNames = all?.map(({ name }) => name) ?? earlier?.filters.names ?? [];
  for (const { name, values, articles: listed } of all ?? []) {
    const entries = values.map((word, at) => {
      const found = Float64Array.from(listed[at] ?? [], (article) => numbers[article] ?? 0).sort();
      return { word, postings: encodePostings({ numbers: found, weights: [] }) };
    });
    writeChanged(filterPath(name), encodeWords(entries));
  }
  // Those that were not asked for are as they were.
  for (const path of all === null ? filterNames.map(filterPath) : []) {
    const sha256 = earlier?.others.get(path) ?? "";
    others.set(path, sha256);
    written.same.push({ path, sha256 });
  }
  const headFile: SearchHeadFile = {
    format: 1,
    articles: articles.ids.length,
    undatedBelow: slots,
    shards: [...shards.keys()].sort(),
    tables: tables.map(({ first }) => first),
    filters: filterNames,
  };
  writeChanged("search/index.json", `${JSON.stringify(headFile)}\n`);

  const filters = { digest, names: filterNames };
  writeSearchLedger(cacheDir, { head, shards, others, filters, articles: rows });
  return written;
}

function filterPath(name: string): string {
  return `search/filters/${name}.bin`;
}

function readShard(dir: string, key: string): Buffer | null {
  try {
    return readFileSync(join(dir, shardPath(key)));
  } catch {
    return null;
  }
}
