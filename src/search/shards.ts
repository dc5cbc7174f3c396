import type { WordEntry } from "./word-file.ts";

/*
 * How the words of an archive are parted into files, so that a query loads those that its words are in and a change rewrites those that
 * its words are in. A shard has all words with a common beginning; where these come to too much, each next letter has a shard of its own,
 * and the word that is the beginning itself too. So it depends on the words alone what the shards are. Runs in the browser too.
 */

/** In bytes, as `entrySize` counts: about what a phone loads in the time that a connection takes. */
export const shardLimit = 32 * 1024;

/** Behind a beginning that is itself the word. Stands in no word. */
const wordEnd = "\0";

/** Beginnings are not longer, that their files can be named by them. */
const longestBeginning = 40;

/** About what a word has in a file; what is before and behind it does not change it. */
export function entrySize({ word, postings }: WordEntry): number {
  return 2 * word.length + 4 + postings.length;
}

/** What words come to, as `entrySize` counts. */
export function sizeOf(entries: readonly WordEntry[]): number {
  return entries.reduce((sum, entry) => sum + entrySize(entry), 0);
}

/** The file of a shard, from the site's root: its key as code units in hexadecimal. */
export function shardPath(key: string): string {
  let name = "";
  for (let at = 0; at < key.length; at += 1) name += key.charCodeAt(at).toString(16).padStart(4, "0");
  return `search/words/${name === "" ? "all" : name}.bin`;
}

/** The beginnings that are parted further. */
export function partedBeginnings(keys: Iterable<string>): Set<string> {
  const parted = new Set<string>();
  for (const key of keys)
    for (let length = 0; length < key.length; length += 1) parted.add(key.slice(0, length));
  return parted;
}

/** Whether a shard has one word alone, and cannot be parted. */
export function isOfOneWord(key: string): boolean {
  return key.endsWith(wordEnd);
}

/** The key of the shard that has a word, whether there is one or not. */
export function shardOf(word: string, parted: ReadonlySet<string>): string {
  for (let length = 0; length <= word.length; length += 1) {
    const beginning = word.slice(0, length);
    if (!parted.has(beginning)) return beginning;
  }
  return word + wordEnd;
}

/**
 * Parts words, in order and with one beginning, into shards.
 * @param depth how long the beginning is
 */
export function partWords(
  entries: readonly WordEntry[],
  depth: number,
  limit: number,
): { key: string; entries: readonly WordEntry[] }[] {
  const [first] = entries;
  if (first === undefined) return [];
  if (sizeOf(entries) <= limit || depth >= longestBeginning)
    return [{ key: first.word.slice(0, depth), entries }];
  const parts: ReturnType<typeof partWords> = [];
  let from = 0;
  for (let to = 1; to <= entries.length; to += 1) {
    const start = entries[from]?.word ?? "";
    const next = entries[to]?.word;
    if (next !== undefined && next.charAt(depth) === start.charAt(depth)) continue;
    const some = entries.slice(from, to);
    if (start.length > depth) parts.push(...partWords(some, depth + 1, limit));
    else parts.push({ key: start + wordEnd, entries: some });
    from = to;
  }
  return parts;
}
