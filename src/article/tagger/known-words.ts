import { coarseHintFeatures, wordGapFeatures } from "./context-features.ts";
import { edge, type ListLookup, makeFeatureList, profileWord, reach, type WordProfile } from "./features.ts";
import { gapKinds } from "./gaps.ts";
import { type RowTable, sumSize } from "./row-sums.ts";

/** A word whose weights have been summed. */
export interface KnownWord extends WordProfile {
  /** Numbers of `keys`: equal keys have equal numbers. */
  keyNumbers: readonly number[];
  /** Where its sums begin in those of all known words. */
  place: number;
}

export interface KnownWords {
  /** Of each word one for each distance from `-reach` to `reach`, one where there are spaces around it, one where nothing is proposed near it. */
  sums: Int32Array;
  edge: KnownWord;
  /** How many numbers keys have. */
  keyCount: number;
  /** The words that are known by those names, in their order. What an earlier call gave may no longer hold. */
  knowAll(named: readonly { folded: string }[]): KnownWord[];
}

/** Words that are kept; emptied when there are more, so that an archive of any size needs no more memory. */
const capacity = 30_000;
/** For so many there is room at first. */
const fewWords = 4_000;
/** Rows of one word that count at one distance: 5 × 40 and what joins words fit in a sum. */
const mostOwnRows = 40;
const width = 2 * reach + 1;
/** Which of a word's sums it is where there are spaces around it, and where nothing is proposed near it and a space follows. */
export const spacedSum = width;
export const unproposedSum = width + 1;
const sumsOfWord = (width + 2) * sumSize;
const space = gapKinds.indexOf("space");

/** Words as they are met, each with the sums of the weights that depend on it alone. */
export function knownWords(table: RowTable, listsOf: ListLookup): KnownWords {
  const words = new Map<string, KnownWord>();
  const numbers = new Map<string, number>();
  const features = makeFeatureList();
  let sums = new Int32Array(fewWords * sumsOfWord);

  const sum = (profile: WordProfile, keyNumbers: readonly number[], place: number): KnownWord => {
    profile.at.forEach((values, distance) => {
      const list = { values: Int32Array.from(values), count: values.length };
      table.add(list, sums, place + distance * sumSize, mostOwnRows);
    });
    features.count = 0;
    wordGapFeatures(profile, space, space, features);
    table.add(features, sums, place + spacedSum * sumSize);
    features.count = 0;
    coarseHintFeatures(0, 0, 0, space, profile.group, features);
    table.add(features, sums, place + unproposedSum * sumSize);
    return { ...profile, at: [], keyNumbers, place };
  };
  const edgeWord = sum(edge, [], 0);
  const numberOf = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size;
    if (known === numbers.size) numbers.set(key, known);
    return known;
  };
  const know = (folded: string): KnownWord => {
    const known = words.get(folded);
    if (known !== undefined) return known;
    const place = (words.size + 1) * sumsOfWord;
    if (place === sums.length) {
      const larger = new Int32Array(sums.length * 2);
      larger.set(sums);
      sums = larger;
    }
    const profile = profileWord(folded, listsOf);
    const word = sum(profile, profile.keys.map(numberOf), place);
    words.set(folded, word);
    return word;
  };
  return {
    edge: edgeWord,
    get sums() {
      return sums;
    },
    get keyCount() {
      return numbers.size;
    },
    knowAll(named) {
      if (words.size > capacity) {
        words.clear();
        numbers.clear();
        sums.fill(0, sumsOfWord);
      }
      return named.map(({ folded }) => know(folded));
    },
  };
}
