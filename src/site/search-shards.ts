import { changePostings, forEachPosting, joinPostings } from "../search/postings.ts";
import { entrySize, partedBeginnings, partWords, shardOf } from "../search/shards.ts";
import { mergeWords, type WordEntry } from "../search/word-file.ts";

/* The words of an index and their parting into shards (`src/search/shards.ts`): all of them, or those that changed. */

/** What is known of a shard without reading it. */
export interface KnownShard {
  /** As `entrySize` counts. */
  size: number;
  /** Of its file. */
  sha256: string;
}

/** Words of articles that come and go, each a file of words, of numbers that ascend from one to the next. */
export interface SegmentChange {
  added: readonly Uint8Array[];
  gone: readonly Uint8Array[];
  shardLimit: number;
}

export function sizeOf(entries: readonly WordEntry[]): number {
  return entries.reduce((sum, entry) => sum + entrySize(entry), 0);
}

/** Writes all shards of an index, holding no more in memory than the words of one first letter. */
export function writeShards(
  segments: readonly Uint8Array[],
  limit: number,
  write: (key: string, entries: readonly WordEntry[], size: number) => void,
): void {
  // By their first letters; as long as they come to little, of several.
  let waiting: WordEntry[][] = [];
  let size = 0;
  const flush = (entries: readonly WordEntry[], depth: number): void => {
    for (const part of partWords(entries, depth, limit)) write(part.key, part.entries, part.size);
  };
  for (const { word, found } of mergeWords(segments)) {
    const entry = { word, postings: joinPostings(found.map(({ postings }) => postings)) };
    const last = waiting.at(-1);
    if (last?.[0]?.word.charAt(0) === word.charAt(0)) last.push(entry);
    else {
      if (size > limit) {
        for (const entries of waiting) flush(entries, 1);
        waiting = [];
      }
      waiting.push([entry]);
    }
    size += entrySize(entry);
  }
  if (size > limit) for (const entries of waiting) flush(entries, 1);
  else flush(waiting.flat(), 0);
}

/**
 * Puts words into shards and takes others out of them.
 * @param shards of the earlier index; those of the new one afterwards, but for the digests of what changed
 * @param load the words of a shard; null when it is not as it was
 * @returns the words of each shard that changed, by its key; null when one that is needed is not as it was
 */
export function changeShards(
  { added, gone, shardLimit: limit }: SegmentChange,
  shards: Map<string, KnownShard>,
  load: (key: string) => WordEntry[] | null,
): Map<string, readonly WordEntry[]> | null {
  const parted = partedBeginnings(shards.keys());
  const changed = new Map<string, Map<string, WordEntry>>();
  for (const { word, found } of mergeWords([...gone, ...added])) {
    const key = shardOf(word, parted);
    let words = changed.get(key);
    if (words === undefined) {
      const entries = shards.has(key) ? load(key) : [];
      if (entries === null) return null;
      words = new Map(entries.map((entry) => [entry.word, entry]));
      changed.set(key, words);
    }
    const removed = new Set<number>();
    const more: Uint8Array[] = [];
    for (const { file, postings } of found) {
      if (file < gone.length) forEachPosting(postings, (number) => removed.add(number));
      else more.push(postings);
    }
    const postings = changePostings(words.get(word)?.postings ?? new Uint8Array(), more, removed);
    if (postings.length === 0) words.delete(word);
    else words.set(word, { word, postings });
  }
  const done = new Map<string, readonly WordEntry[]>();
  const take = (key: string, entries: readonly WordEntry[], size: number): void => {
    shards.set(key, { size, sha256: "" });
    done.set(key, entries);
  };
  const sorted = (words: Iterable<WordEntry>): WordEntry[] =>
    [...words].sort((a, b) => (a.word < b.word ? -1 : 1));
  // First what each has now; then what is too small for shards of its own goes together, and what is too large is parted.
  for (const [key, words] of changed) {
    shards.delete(key);
    if (words.size > 0) take(key, sorted(words.values()), sizeOf([...words.values()]));
  }
  const totals = totalSizes(shards);
  const settled = new Set<string>();
  for (const key of changed.keys()) {
    for (let length = 0; length < key.length; length += 1) {
      const beginning = key.slice(0, length);
      if (settled.has(beginning)) break;
      if ((totals.get(beginning) ?? 0) > limit) continue;
      settled.add(beginning);
      const together: WordEntry[] = [];
      for (const other of [...shards.keys()].filter((one) => one.startsWith(beginning))) {
        const entries = done.get(other) ?? load(other);
        if (entries === null) return null;
        together.push(...entries);
        shards.delete(other);
        done.delete(other);
      }
      if (together.length > 0) take(beginning, sorted(together), sizeOf(together));
      break;
    }
  }
  for (const [key, entries] of [...done]) {
    if (key.endsWith("\0") || sizeOf(entries) <= limit) continue;
    shards.delete(key);
    done.delete(key);
    for (const part of partWords(entries, key.length, limit)) take(part.key, part.entries, part.size);
  }
  return done;
}

/** What the words of each beginning come to, over all shards. */
function totalSizes(shards: ReadonlyMap<string, { size: number }>): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [key, { size }] of shards) {
    for (let length = 0; length < key.length; length += 1) {
      const beginning = key.slice(0, length);
      totals.set(beginning, (totals.get(beginning) ?? 0) + size);
    }
  }
  return totals;
}
