import {
  coarseHintFeatures,
  fineHintFeatures,
  gapFeatures,
  groupsAroundFeature,
  groupsBeforeFeature,
  listsAfterFeatures,
  listsBeforeFeatures,
  wordGapFeatures,
  wordPairFeatures,
} from "./context-features.ts";
import { edge, groupOf, makeFeatureList, type WordLists } from "./features.ts";
import { gapCount, gapKinds } from "./gaps.ts";
import { edgeRecord, inRecord, type KnownWords } from "./known-words.ts";
import { coarseCount, type Hints } from "./proposals.ts";
import { addSum, type RowTable, sumSize } from "./row-sums.ts";
import { createSumCache, type SumCache } from "./sum-cache.ts";

/*
 * The sums of the weights of a text's words. Nearly all features that have weights depend on little: on one word, on the gaps
 * around it, on the lists and groups of words beside it. Those are summed once; only words beside words, and words that
 * something is proposed of, are looked up each time.
 */

/**
 * Adds the weights of all features but those of evidence to the sums of a text's words, which are all 0 before.
 * @param places of the words' records
 */
export type SumContext = (places: Int32Array, gaps: Uint8Array, hints: Hints, sums: Int32Array) => void;

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
  const hintSums = createSumCache(12, sumSize, (hints, group, sums, at) => {
    const gapAfter = hints % gapCount;
    const around = Math.floor(hints / gapCount);
    const [before, here] = [
      Math.floor(around / coarseCount ** 2),
      Math.floor(around / coarseCount) % coarseCount,
    ];
    coarseHintFeatures(before, here, around % coarseCount, gapAfter, group, features);
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
  const addHints = (place: number, gaps: Uint8Array, hints: Hints, index: number, sums: Int32Array): void => {
    const { coarse } = hints;
    const { records } = known;
    const at = index * sumSize;
    const here = coarse[index] ?? 0;
    const before = index > 0 ? (coarse[index - 1] ?? 0) : 0;
    const after = index + 1 < coarse.length ? (coarse[index + 1] ?? 0) : 0;
    const around = (before * coarseCount + here) * coarseCount + after;
    const gapAfter = gaps[index + 1] ?? 0;
    if (around === 0 && gapAfter === space) {
      addSum(sums, at, records, place + inRecord.unproposedSum);
      return;
    }
    const group = records[place + inRecord.group] ?? 0;
    addSum(sums, at, hintSums.sums, hintSums.find(around * gapCount + gapAfter, group));
    if (around === 0) return;
    fineHintFeatures(group, records[place + inRecord.shape] ?? 0, hints.fine, index, features);
    addRows(sums, at);
  };
  return (places, gaps, hints, sums) => {
    const { records } = known;
    const count = places.length;
    let before2 = edgeRecord;
    let before = edgeRecord;
    let word = placeAt(places, 0);
    let after = placeAt(places, 1);
    for (let index = 0; index <= count; index += 1) {
      const at = index * sumSize;
      const groupBefore = records[before + inRecord.group] ?? 0;
      const group = records[word + inRecord.group] ?? 0;
      const listsBefore = before === edgeRecord ? beyond : (records[before + inRecord.lists] ?? 0);
      const lists = word === edgeRecord ? beyond : (records[word + inRecord.lists] ?? 0);
      const pair = pairSums.find(listsBefore, lists);
      const groupBefore2 = records[before2 + inRecord.group] ?? 0;
      const triple = tripleSums.find(groupBefore2, ((groupBefore + 1) << 16) | (group + 1));
      if (index > 0) {
        addSum(sums, at - sumSize, pairSums.sums, pair + sumSize);
        addSum(sums, at - sumSize, tripleSums.sums, triple + sumSize);
      }
      if (index === count) break;
      const after2 = placeAt(places, index + 2);
      addSum(sums, at, pairSums.sums, pair);
      addSum(sums, at, tripleSums.sums, triple);
      addSum(sums, at, records, before2);
      addSum(sums, at, records, before + sumSize);
      addSum(sums, at, records, word + inRecord.ownSum);
      addSum(sums, at, records, after + inRecord.ownSum + sumSize);
      addSum(sums, at, records, after2 + inRecord.ownSum + 2 * sumSize);
      const gapBefore = gaps[index] ?? 0;
      const gapAfter = gaps[index + 1] ?? 0;
      const around =
        (gapBefore * gapCount + gapAfter) * gapCount + (index + 2 < gaps.length ? (gaps[index + 2] ?? 0) : 0);
      addSum(sums, at, gapSums.sums, gapSums.find(around, records[word + inRecord.shape] ?? 0));
      const hash = records[word + inRecord.word] ?? 0;
      if (gapBefore === space && gapAfter === space) addSum(sums, at, records, word + inRecord.spacedSum);
      else wordGapFeatures(hash, gapBefore, gapAfter, features);
      wordPairFeatures(
        records[before + inRecord.word] ?? 0,
        records[before + inRecord.ending] ?? 0,
        hash,
        records[word + inRecord.ending] ?? 0,
        records[after + inRecord.word] ?? 0,
        features,
      );
      addRows(sums, at);
      addHints(word, gaps, hints, index, sums);
      before2 = before;
      before = word;
      word = after;
      after = after2;
    }
  };
}

function placeAt(places: Int32Array, index: number): number {
  return index < places.length ? (places[index] ?? edgeRecord) : edgeRecord;
}

/** Stands for the lists of what lies beyond the edge of a text, whose group is another than that of a word without any. */
const beyond = -1;

function listsOf(lists: number): WordLists {
  return lists === beyond ? edge : { lists, group: groupOf(lists) };
}
