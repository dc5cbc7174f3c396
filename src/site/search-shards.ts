import { changePostings, forEachPosting, joinPostings } from "../search/postings.ts";
import { entrySize, isOfOneWord, partedBeginnings, partWords, shardOf, sizeOf } from "../search/shards.ts";
import { mergeWords, type WordEntry } from "../search/word-file.ts";

/* The words of an index and their parting into shards (`src/search/shards.ts`): all of them, or those that changed. */

/** Words of articles that come and go, each a file of words, of numbers that ascend from one to the next. */
export interface SegmentChange {
  added: readonly Uint8Array[];
  gone: readonly Uint8Array[];
  shardLimit: number;
}

/** Writes all shards of an index, holding no more in memory than the words of one first letter. */
export function writeShards(
  segments: readonly Uint8Array[],
  limit: number,
  write: (key: string, entries: readonly WordEntry[]) => void,
): void {
  // By their first letters; as long as they come to little, of several.
  let waiting: WordEntry[][] = [];
  let size = 0;
  const flush = (entries: readonly WordEntry[], depth: number): void => {
    for (const part of partWords(entries, depth, limit)) write(part.key, part.entries);
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
 * @param earlier what the shards of the earlier index come to, by their keys
 * @param load the words of a shard; null when it is not as it was
 * @returns the words of each shard that changed, by its key, and null for one that is no more; null in all when a shard that is needed is not
 *   as it was
 */
export function changeShards(
  { added, gone, shardLimit: limit }: SegmentChange,
  earlier: ReadonlyMap<string, number>,
  load: (key: string) => WordEntry[] | null,
): Map<string, readonly WordEntry[] | null> | null {
  const parted = partedBeginnings(earlier.keys());
  const changed = new Map<string, Map<string, WordEntry>>();
  for (const { word, found } of mergeWords([...gone, ...added])) {
    const removed = new Map<number, number>();
    const more = new Map<number, number>();
    for (const { file, postings } of found)
      forEachPosting(postings, (number, weight) => (file < gone.length ? removed : more).set(number, weight));
    // An article that was edited has most of its words as before.
    for (const [number, weight] of more) {
      if (removed.get(number) !== weight) continue;
      removed.delete(number);
      more.delete(number);
    }
    if (removed.size + more.size === 0) continue;
    const key = shardOf(word, parted);
    let words = changed.get(key);
    if (words === undefined) {
      const entries = earlier.has(key) ? load(key) : [];
      if (entries === null) return null;
      words = new Map(entries.map((entry) => [entry.word, entry]));
      changed.set(key, words);
    }
    const postings = changePostings(words.get(word)?.postings ?? new Uint8Array(), more, removed);
    if (postings.length === 0) words.delete(word);
    else words.set(word, { word, postings });
  }
  const sizes = new Map(earlier);
  const done = new Map<string, readonly WordEntry[] | null>();
  const take = (key: string, entries: readonly WordEntry[]): void => {
    sizes.set(key, sizeOf(entries));
    done.set(key, entries);
  };
  const drop = (key: string): void => {
    sizes.delete(key);
    done.set(key, null);
  };
  const sorted = (words: Iterable<WordEntry>): WordEntry[] =>
    [...words].sort((a, b) => (a.word < b.word ? -1 : 1));
  // First what each has now; then what is too small for shards of its own goes together, and what is too large is parted.
  for (const [key, words] of changed) {
    if (words.size > 0) take(key, sorted(words.values()));
    else drop(key);
  }
  const totals = totalSizes(sizes);
  const settled = new Set<string>();
  for (const key of changed.keys()) {
    for (let length = 0; length < key.length; length += 1) {
      const beginning = key.slice(0, length);
      if (settled.has(beginning)) break;
      if ((totals.get(beginning) ?? 0) > limit) continue;
      settled.add(beginning);
      const together: WordEntry[] = [];
      for (const other of [...sizes.keys()].filter((one) => one.startsWith(beginning))) {
        const entries = done.get(other) ?? load(other);
        if (entries === null) return null;
        together.push(...entries);
        drop(other);
      }
      if (together.length > 0) take(beginning, sorted(together));
      break;
    }
  }
  for (const [key, entries] of [...done]) {
    if (entries === null || isOfOneWord(key) || sizeOf(entries) <= limit) continue;
    drop(key);
    for (const part of partWords(entries, key.length, limit)) take(part.key, part.entries);
  }
  return done;
}

/** What the words of each beginning come to, over all shards. */
function totalSizes(sizes: ReadonlyMap<string, number>): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [key, size] of sizes) {
    for (let length = 0; length < key.length; length += 1) {
      const beginning = key.slice(0, length);
      totals.set(beginning, (totals.get(beginning) ?? 0) + size);
    }
  }
  return totals;
}
