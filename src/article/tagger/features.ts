import { hashText, mix } from "../../languages/hash.ts";
import { stemsOf } from "./clitics.ts";

/*
 * What the tagger looks at, as 32-bit hashes. Most of it depends on one word and on how far that word stands from the
 * one that is tagged, so that the weights of a word can be summed once and kept; the rest joins two or three words.
 */

/** Features as they are gathered, without a new array for every word. */
export interface FeatureList {
  values: Int32Array;
  count: number;
}

/** Holds what one word has at most. */
export function makeFeatureList(): FeatureList {
  return { values: new Int32Array(64), count: 0 };
}

export function add(features: FeatureList, feature: number): void {
  features.values[features.count] = feature;
  features.count += 1;
}

/** Answers which lists a folded word is on: a set of bits, 0 for none. */
export type ListLookup = (folded: string) => number;

/** How far from the tagged word a word is still looked at. */
export const reach = 2;

export interface WordProfile {
  folded: string;
  /** The folded word and the stems that it may have: what it shares with other occurrences of the same name. */
  keys: string[];
  word: number;
  /** Bits of the lists that the word or a stem of it is on. */
  lists: number;
  /** What `lists` come to: few enough kinds that pairs and triples of them recur. */
  group: number;
  shape: number;
  ending: number;
  /** Features of the word at each distance from `-reach` to `reach`. */
  at: number[][];
}

/** The part of a profile that many words share. */
export type WordLists = Pick<WordProfile, "lists" | "group">;

/** Bits of `lists` that come from the word as it stands; those of its stems are above them. */
export const listBits = 15;
/** Bits of `lists` from this one on tell which kinds of word the dictionary knows it as. */
export const dictionaryBit = 12;

/**
 * What the tagger sees of a word.
 * @param seed of what tells the word itself; another than the usual one makes a word that was never seen, for training
 */
export function profileWord(folded: string, listsOf: ListLookup, seed = 1): WordProfile {
  const length = folded.length;
  const word = hashText(folded, seed);
  const stems = stemsOf(folded);
  const stemHashes = stems.map((stem) => hashText(stem.folded, seed));
  const own = listsOf(folded);
  let stemmed = 0;
  for (const stem of stems) stemmed |= listsOf(stem.folded);
  const lists = own | (stemmed << listBits);
  const group = groupOf(lists);
  const shape = shapeOf(folded);
  const ending = hashText(folded, 2, Math.max(0, length - 3));

  const near: number[] = [];
  const middle: number[] = [mix(word, 100)];
  for (const stem of stemHashes) middle.push(mix(stem, 101));
  if (folded.startsWith("ال") && length > 4) middle.push(mix(hashText(folded, seed, 2), 102));
  for (let size = 1; size <= 4 && size < length; size += 1) {
    middle.push(mix(hashText(folded, 3, 0, size), 110 + size));
    middle.push(mix(hashText(folded, 3, length - size), 120 + size));
  }
  for (const stem of stems) {
    for (let size = 2; size <= 3 && size < stem.folded.length; size += 1) {
      middle.push(mix(hashText(stem.folded, 3, 0, size), 130 + size));
    }
  }
  for (let at = 0; at + 3 <= length; at += 1) middle.push(mix(hashText(folded, 3, at, at + 3), 145));
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
  middle.push(mix(group, 152));

  const at: number[][] = [];
  for (let distance = -reach; distance <= reach; distance += 1) {
    const features = distance === 0 ? middle : Math.abs(distance) === 1 ? near : far;
    at.push(features.map((feature) => mix(feature, distance + 10)));
  }
  const keys = [folded, ...stems.map((stem) => stem.folded)];
  return { folded, keys, word, lists, group, shape, ending, at };
}

/** The bits of lists that tell what a word is next to a name: place heads, titles, organization heads, nationalities, verbs, dates. */
const roleBits = [5, 4, 6, 8, 9, 10] as const;
const common = 11;

/** Groups of words that are on a list only without their particles are above this one. */
const stemmedGroups = 1000;

/** What a word's own lists come to, or else those of its stems; `lists` as a profile has them. */
export function groupOf(lists: number): number {
  const own = lists & ((1 << listBits) - 1);
  if (own !== 0) return groupOfOwn(own);
  const stemmed = lists >>> listBits;
  return groupOfOwn(stemmed) + (stemmed !== 0 ? stemmedGroups : 0);
}

/** Which kinds of name a word may be, the first role that it may have, and whether it is a common word. */
function groupOfOwn(lists: number): number {
  const role = roleBits.findIndex((bit) => (lists & (1 << bit)) !== 0) + 1;
  const given = (lists & 3) !== 0 ? 1 : 0;
  const surname = (lists >> 2) & 1;
  const place = (lists >> 3) & 1;
  const organization = (lists >> 7) & 1;
  const names = given + 2 * surname + 4 * place + 8 * organization;
  return (names * 8 + role) * 2 + ((lists >> common) & 1);
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
  keys: [],
  word: 0x5bd1e995,
  lists: 0,
  group: -1,
  shape: 0,
  ending: 0x1b873593,
  at: Array.from({ length: 2 * reach + 1 }, (_, index) => [mix(0x5bd1e995, index)]),
};

/** The word at an index, or the edge. Looking before an array's beginning would make every look-up slow. */
export function wordAt<T extends WordProfile>(words: readonly T[], index: number, beyond: T): T {
  return index < 0 || index >= words.length ? beyond : (words[index] ?? beyond);
}
