import {
  coarseHintFeatures,
  gapFeatures,
  groupsAroundFeature,
  groupsBeforeFeature,
  hintFeatures,
  listsAfterFeatures,
  listsBeforeFeatures,
  wordGapFeatures,
  wordPairFeatures,
} from "./context-features.ts";
import { edge, groupOf, makeFeatureList, type WordLists, wordAt } from "./features.ts";
import { gapCount, gapKinds } from "./gaps.ts";
import { type KnownWord, type KnownWords, spacedSum, unproposedSum } from "./known-words.ts";
import type { Hints } from "./proposals.ts";
import { addSum, type RowTable, sumSize } from "./row-sums.ts";
import { createSumCache, type SumCache } from "./sum-cache.ts";

/*
 * The sums of the weights of a text's words. Nearly all features that have weights depend on little: on one word, on the gaps
 * around it, on the lists and groups of words beside it. Those are summed once; only words beside words, and words that
 * something is proposed of, are looked up each time.
 */

/** Adds the weights of all features but those of evidence to the sums of a text's words, which are all 0 before. */
export type SumContext = (
  words: readonly KnownWord[],
  gaps: Uint8Array,
  hints: Hints,
  sums: Int32Array,
) => void;

const space = gapKinds.indexOf("space");

export function contextSums(table: RowTable, known: KnownWords): SumContext {
  const features = makeFeatureList();
  const addRows = (sums: Int32Array, at: number): void => {
    table.add(features, sums, at);
    features.count = 0;
  };
  const gapSums: SumCache = createSumCache(12, sumSize, (around, shape, sums, at) => {
    const [before, after] = [Math.floor(around / gapCount ** 2), Math.floor(around / gapCount) % gapCount];
    gapFeatures(before, after, around % gapCount, shape, features);
    addRows(sums, at);
  });
  const unproposedSums = createSumCache(12, sumSize, (gapAfter, group, sums, at) => {
    coarseHintFeatures(0, 0, 0, gapAfter, group, features);
    addRows(sums, at);
  });
  /** Of the second word, and of the first. */
  const pairSums = createSumCache(13, 2 * sumSize, (first, second, sums, at) => {
    const [before, after] = [listsOf(first), listsOf(second)];
    listsBeforeFeatures(before, after, features);
    addRows(sums, at);
    listsAfterFeatures(before, after, features);
    addRows(sums, at + sumSize);
  });
  /** Of the third word, and of the second. */
  const tripleSums = createSumCache(13, 2 * sumSize, (first, others, sums, at) => {
    const [second, third] = [(others >> 16) - 1, (others & 0xffff) - 1];
    groupsBeforeFeature(first, second, third, features);
    addRows(sums, at);
    groupsAroundFeature(first, second, third, features);
    addRows(sums, at + sumSize);
  });
  const addHints = (
    words: readonly KnownWord[],
    gaps: Uint8Array,
    hints: Hints,
    index: number,
    sums: Int32Array,
  ) => {
    const { coarse } = hints;
    const at = index * sumSize;
    const isProposedNear =
      coarse[index] !== 0 || (index > 0 && coarse[index - 1] !== 0) || (coarse[index + 1] ?? 0) !== 0;
    const word = words[index];
    const gapAfter = gaps[index + 1] ?? 0;
    if (isProposedNear || word === undefined) {
      hintFeatures(words, gaps, hints, index, features);
      addRows(sums, at);
    } else if (gapAfter === space) addSum(sums, at, known.sums, word.place + unproposedSum * sumSize);
    else addSum(sums, at, unproposedSums.sums, unproposedSums.find(gapAfter, word.group));
  };
  return (words, gaps, hints, sums) => {
    const { edge: beyond } = known;
    const own = known.sums;
    const count = words.length;
    let before2 = beyond;
    let before = beyond;
    let word = wordAt(words, 0, beyond);
    let after = wordAt(words, 1, beyond);
    for (let index = 0; index <= count; index += 1) {
      const at = index * sumSize;
      const pair = pairSums.find(kindOf(before), kindOf(word));
      const triple = tripleSums.find(before2.group, ((before.group + 1) << 16) | (word.group + 1));
      if (index > 0) {
        addSum(sums, at - sumSize, pairSums.sums, pair + sumSize);
        addSum(sums, at - sumSize, tripleSums.sums, triple + sumSize);
      }
      if (index === count) break;
      const after2 = wordAt(words, index + 2, beyond);
      addSum(sums, at, pairSums.sums, pair);
      addSum(sums, at, tripleSums.sums, triple);
      addSum(sums, at, own, before2.place);
      addSum(sums, at, own, before.place + sumSize);
      addSum(sums, at, own, word.place + 2 * sumSize);
      addSum(sums, at, own, after.place + 3 * sumSize);
      addSum(sums, at, own, after2.place + 4 * sumSize);
      const gapBefore = gaps[index] ?? 0;
      const gapAfter = gaps[index + 1] ?? 0;
      const around = (gapBefore * gapCount + gapAfter) * gapCount + (gaps[index + 2] ?? 0);
      addSum(sums, at, gapSums.sums, gapSums.find(around, word.shape));
      if (gapBefore === space && gapAfter === space) addSum(sums, at, own, word.place + spacedSum * sumSize);
      else wordGapFeatures(word, gapBefore, gapAfter, features);
      wordPairFeatures(before, word, after, features);
      addRows(sums, at);
      addHints(words, gaps, hints, index, sums);
      before2 = before;
      before = word;
      word = after;
      after = after2;
    }
  };
}

/** What tells a word's lists and group from those of another: beyond the edge of a text there is a group of its own. */
function kindOf({ lists, group }: WordLists): number {
  return group === edge.group ? -1 : lists;
}

function listsOf(kind: number): WordLists {
  return kind === -1 ? edge : { lists: kind, group: groupOf(kind) };
}
