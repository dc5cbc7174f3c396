import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readLedger, writeLedger } from "../archive/ledger.ts";
import type { PartPlace } from "../archive/pack.ts";

/** Its name in the cache folder. */
const ledgerName = "search.ledger";

/** What the last search index was made of, kept beside the cache of articles. */
export interface SearchLedger {
  head: SearchHead;
  /** By their keys. */
  shards: Map<string, KnownShard>;
  /** SHA-256 of its other files by their paths. */
  others: Map<string, string>;
  filters: KnownFilters;
  /** What was indexed, as `articleRow` writes it; what is the same is known without being read. */
  articles: readonly string[];
}

/** What is known of the values that a search can be narrowed to. */
export interface KnownFilters {
  /** Of all that they are made of. */
  digest: string;
  names: readonly string[];
}

export interface IndexedPlace {
  number: number;
  place: PartPlace;
}

/** What is known of a file of words without reading it. */
export interface KnownShard {
  /** As `sizeOf` counts. */
  size: number;
  /** Of the file. */
  sha256: string;
}

/** What has to be the same for an index to be changed and not made anew. */
export interface SearchHead {
  /** Of the program. */
  version: string;
  slots: number;
  /** The file that places are of. */
  pack: string;
}

/** An article as it stands in the ledger. */
export function articleRow(id: string, number: number, [start, length, check]: PartPlace): string {
  // Joined at once: a hundred thousand are compared, and what is put together piece by piece would be for that.
  return [number, start, length, check, id].join("\t");
}

/** Where an article stands in the pack, by its row. */
export function readArticleRow(row: string): IndexedPlace {
  const [number = 0, start = 0, length = 0, check = 0] = row.split("\t", 4).map(Number);
  return { number, place: [start, length, check] };
}

/** Whether there may be an index to be changed; where there is none, one is made anew. */
export function hasSearchLedger(cacheDir: string): boolean {
  return existsSync(join(cacheDir, ledgerName));
}

/** Null when there is none, it is not as it was written, or what it tells of is not of the same kind. */
export function readSearchLedger(cacheDir: string, expected: SearchHead): SearchLedger | null {
  const [first, second, third, fourth, ...rows] = readLedger(join(cacheDir, ledgerName)) ?? [];
  if (first !== headLine(expected)) return null;
  if (second === undefined || third === undefined || fourth === undefined) return null;
  // Its digest says that `writeSearchLedger` wrote them.
  const shards = JSON.parse(second) as [string, KnownShard][];
  const others = JSON.parse(third) as [string, string][];
  const filters = JSON.parse(fourth) as KnownFilters;
  return { head: expected, shards: new Map(shards), others: new Map(others), filters, articles: rows };
}

/** Where there is no room for it, the next build makes the index anew. */
export function writeSearchLedger(cacheDir: string, ledger: SearchLedger): void {
  const { head, shards, others, filters, articles } = ledger;
  try {
    writeLedger(join(cacheDir, ledgerName), [
      headLine(head),
      JSON.stringify([...shards]),
      JSON.stringify([...others]),
      JSON.stringify(filters),
      ...articles,
    ]);
  } catch {
    rmSync(join(cacheDir, ledgerName), { recursive: true, force: true });
  }
}

function headLine({ version, slots, pack }: SearchHead): string {
  return JSON.stringify({ format: 3, version, slots, pack });
}
