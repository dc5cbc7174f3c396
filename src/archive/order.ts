import type { ArticleRecord } from "../model/archive.ts";

/** Orders by UTF-16 code unit: the same on every machine, which a locale's order is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Newest first, undated last, then by id. */
export function compareNewestFirst(a: ArticleRecord, b: ArticleRecord): number {
  return compareText(b.published ?? "", a.published ?? "") || compareText(a.id, b.id);
}

/** Oldest first, undated last, then by id. */
export function compareOldestFirst(a: ArticleRecord, b: ArticleRecord): number {
  return compareText(a.published ?? "9999", b.published ?? "9999") || compareText(a.id, b.id);
}

/** Adds to the list of a key. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Adds to the count of a key. */
export function count<K>(tally: Map<K, number>, key: K, by = 1): void {
  tally.set(key, (tally.get(key) ?? 0) + by);
}
