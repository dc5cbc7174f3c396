import type { Token } from "../../languages/tokens.ts";
import { stemsOf } from "./clitics.ts";
import { gapCount } from "./gaps.ts";
import { hashText, mix } from "./hash.ts";

/*
 * What the tagger looks at, as 32-bit hashes. Most of it depends on one word and on how far that word stands from the
 * one that is tagged, so that the weights of a word can be summed once and kept; the rest joins two or three words.
 */

/** Answers which lists a folded word is on: a set of bits, 0 for none. */
export type ListLookup = (folded: string) => number;

/** How far from the tagged word a word is still looked at. */
export const reach = 2;

export interface WordProfile {
  folded: string;
  word: number;
  /** Bits of the lists that the word or a stem of it is on. */
  lists: number;
  shape: number;
  ending: number;
  /** Features of the word at each distance from `-reach` to `reach`. */
  at: number[][];
}

/** Bits of `lists` that come from the word as it stands; those of its stems are above them. */
export const listBits = 14;

export function profileWord(folded: string, listsOf: ListLookup): WordProfile {
  const length = folded.length;
  const word = hashText(folded, 1);
  const stems = stemsOf(folded);
  const stemHashes = stems.map((stem) => hashText(stem.folded, 1));
  const own = listsOf(folded);
  let stemmed = 0;
  for (const stem of stems) stemmed |= listsOf(stem.folded);
  const lists = own | (stemmed << listBits);
  const shape = shapeOf(folded);
  const ending = hashText(folded, 2, Math.max(0, length - 3));

  const near: number[] = [];
  const middle: number[] = [mix(word, 100)];
  for (const stem of stemHashes) middle.push(mix(stem, 101));
  if (folded.startsWith("ال") && length > 4) middle.push(mix(hashText(folded, 1, 2), 102));
  for (let size = 1; size <= 4 && size < length; size += 1) {
    middle.push(mix(hashText(folded, 3, 0, size), 110 + size));
    middle.push(mix(hashText(folded, 3, length - size), 120 + size));
  }
  for (const stem of stems) {
    for (let size = 2; size <= 3 && size < stem.folded.length; size += 1) {
      middle.push(mix(hashText(stem.folded, 3, 0, size), 130 + size));
    }
  }
  middle.push(mix(shape, 140), mix(Math.min(length, 10), 141));
  near.push(mix(word, 200), mix(shape, 201));
  for (const stem of stemHashes) near.push(mix(stem, 202));
  for (let size = 2; size <= 3 && size < length; size += 1) {
    near.push(mix(hashText(folded, 3, 0, size), 210 + size));
    near.push(mix(hashText(folded, 3, length - size), 220 + size));
  }
  const far: number[] = [mix(word, 300)];
  for (const stem of stemHashes) far.push(mix(stem, 301));
  for (let bit = 0; bit < 2 * listBits; bit += 1) {
    if ((lists & (1 << bit)) === 0) continue;
    middle.push(mix(bit, 150));
    near.push(mix(bit, 250));
    far.push(mix(bit, 350));
  }
  if (lists !== 0) middle.push(mix(lists, 151));

  const at: number[][] = [];
  for (let distance = -reach; distance <= reach; distance += 1) {
    const features = distance === 0 ? middle : Math.abs(distance) === 1 ? near : far;
    at.push(features.map((feature) => mix(feature, distance + 10)));
  }
  return { folded, word, lists, shape, ending, at };
}

const digits = /^[\p{N}]+$/u;
const arabic = /^[\u0620-\u064a\u0671-\u06d3]+$/u;

function shapeOf(folded: string): number {
  if (digits.test(folded)) return folded.length === 4 ? 1 : 2;
  if (!arabic.test(folded)) return 3;
  if (folded.length === 1) return 4;
  const article = folded.startsWith("ال") && folded.length > 3;
  const relation = folded.endsWith("ي") || folded.endsWith("يه");
  return 5 + (article ? 1 : 0) + (relation ? 2 : 0);
}

/** A word beyond the edges of the text. */
export const edge: WordProfile = {
  folded: "",
  word: 0x5bd1e995,
  lists: 0,
  shape: 0,
  ending: 0x1b873593,
  at: Array.from({ length: 2 * reach + 1 }, (_, index) => [mix(0x5bd1e995, index)]),
};

/** Calls `add` with the features that join the word at `index` with what stands round it. */
export function joinFeatures(
  words: readonly WordProfile[],
  gaps: Uint8Array,
  index: number,
  add: (feature: number) => void,
): void {
  const word = words[index] ?? edge;
  const before = words[index - 1] ?? edge;
  const before2 = words[index - 2] ?? edge;
  const after = words[index + 1] ?? edge;
  const gapBefore = gaps[index] ?? 0;
  const gapAfter = gaps[index + 1] ?? 0;
  const gapAfter2 = gaps[index + 2] ?? 0;
  const gapBefore2 = gaps[index - 1] ?? 0;
  const around = gapBefore * gapCount + gapAfter;
  add(mix(gapBefore, 400));
  add(mix(gapAfter, 401));
  add(mix(around, 402));
  add(mix(mix(around, word.shape), 403));
  add(mix(mix(gapBefore, word.word), 404));
  add(mix(mix(gapAfter, word.word), 405));
  add(mix(gapBefore2 * gapCount + gapBefore, 406));
  add(mix(gapAfter * gapCount + gapAfter2, 407));
  add(mix(mix(before.word, word.word), 410));
  add(mix(mix(word.word, after.word), 411));
  add(mix(mix(before2.word, before.word), 412));
  add(mix(mix(before.word, after.word), 413));
  add(mix(mix(before.word, word.ending), 414));
  add(mix(mix(before.lists, word.lists), 420));
  add(mix(mix(word.lists, after.lists), 421));
  add(mix(mix(mix(before2.lists, before.lists), word.lists), 422));
  add(mix(mix(before.word, word.shape), 423));
  add(mix(mix(before.ending, word.ending), 424));
  add(mix(mix(before.lists, word.shape), 425));
}

/** The profiles of words, from a cache that is emptied when it is full. */
export function createProfiler(listsOf: ListLookup, capacity = 50_000): (token: Token) => WordProfile {
  const known = new Map<string, WordProfile>();
  return (token) => {
    let profile = known.get(token.folded);
    if (profile === undefined) {
      if (known.size >= capacity) known.clear();
      profile = profileWord(token.folded, listsOf);
      known.set(token.folded, profile);
    }
    return profile;
  };
}
