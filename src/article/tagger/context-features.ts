import { mix } from "../../languages/hash.ts";
import { add, edge, type FeatureList, type WordLists, type WordProfile, wordAt } from "./features.ts";
import { gapCount } from "./gaps.ts";
import type { Hints } from "./proposals.ts";

/*
 * What words tell by standing beside each other, and what has been said of them: features of one word that need its neighbors.
 * Each function of a few numbers is a part of them that recurs, so that its weights can be summed once for all its words.
 */

function numberAt(numbers: Uint8Array | Uint16Array, index: number): number {
  return index < 0 || index >= numbers.length ? 0 : (numbers[index] ?? 0);
}

/** Adds the features that join the word at `index` with what stands round it. */
export function joinFeatures(
  words: readonly WordProfile[],
  gaps: Uint8Array,
  index: number,
  features: FeatureList,
): void {
  const word = wordAt(words, index, edge);
  const before = wordAt(words, index - 1, edge);
  const before2 = wordAt(words, index - 2, edge);
  const after = wordAt(words, index + 1, edge);
  const gapBefore = gaps[index] ?? 0;
  const gapAfter = gaps[index + 1] ?? 0;
  gapFeatures(gapBefore, gapAfter, gaps[index + 2] ?? 0, word.shape, features);
  wordGapFeatures(word.word, gapBefore, gapAfter, features);
  wordPairFeatures(before.word, before.ending, word.word, word.ending, after.word, features);
  listsBeforeFeatures(before, word, features);
  listsAfterFeatures(word, after, features);
  groupsBeforeFeature(before2.group, before.group, word.group, features);
  groupsAroundFeature(before.group, word.group, after.group, features);
}

/** What the gaps around a word tell by themselves, and with its shape. */
export function gapFeatures(
  gapBefore: number,
  gapAfter: number,
  gapAfter2: number,
  shape: number,
  features: FeatureList,
): void {
  add(features, mix(gapBefore, 400));
  add(features, mix(gapAfter, 401));
  add(features, mix(mix(gapBefore * gapCount + gapAfter, shape), 403));
  add(features, mix(gapAfter * gapCount + gapAfter2, 406));
}

/** The gaps around a word, with the word. */
export function wordGapFeatures(
  word: number,
  gapBefore: number,
  gapAfter: number,
  features: FeatureList,
): void {
  add(features, mix(mix(gapBefore, word), 404));
  add(features, mix(mix(gapAfter, word), 405));
}

/** A word and those beside it, as themselves and by their endings. */
export function wordPairFeatures(
  before: number,
  beforeEnding: number,
  word: number,
  ending: number,
  after: number,
  features: FeatureList,
): void {
  add(features, mix(mix(before, word), 410));
  add(features, mix(mix(word, after), 411));
  add(features, mix(mix(before, ending), 412));
  add(features, mix(mix(beforeEnding, ending), 413));
}

/** Of a word, the lists of the one before it and its own. */
export function listsBeforeFeatures(before: WordLists, word: WordLists, features: FeatureList): void {
  add(features, mix(mix(before.lists, word.lists), 420));
  add(features, mix(mix(before.group, word.group), 422));
}

/** Of a word, its lists and those of the one after it. */
export function listsAfterFeatures(word: WordLists, after: WordLists, features: FeatureList): void {
  add(features, mix(mix(word.lists, after.lists), 421));
  add(features, mix(mix(word.group, after.group), 423));
}

/** The groups of a word and of the two before it. */
export function groupsBeforeFeature(
  before2: number,
  before: number,
  group: number,
  features: FeatureList,
): void {
  add(features, mix(mix(mix(before2, before), group), 424));
}

/** The groups of a word and of those beside it. */
export function groupsAroundFeature(
  before: number,
  group: number,
  after: number,
  features: FeatureList,
): void {
  add(features, mix(mix(mix(before, group), after), 425));
}

/** Adds what rules and lists propose of the word at `index`, whose group and shape are given, and of the words that it is next to. */
export function hintFeatures(
  group: number,
  shape: number,
  gaps: Uint8Array,
  { coarse, fine }: Hints,
  index: number,
  features: FeatureList,
): void {
  const here = coarse[index] ?? 0;
  const before = numberAt(coarse, index - 1);
  const after = numberAt(coarse, index + 1);
  coarseHintFeatures(before, here, after, gaps[index + 1] ?? 0, group, features);
  if (here !== 0 || before !== 0 || after !== 0) fineHintFeatures(group, shape, fine, index, features);
}

/** Who proposes a word and those beside it, and how surely, with its group and shape. */
export function fineHintFeatures(
  group: number,
  shape: number,
  fine: Uint16Array,
  index: number,
  features: FeatureList,
): void {
  const kind = fine[index] ?? 0;
  add(features, mix(kind, 701));
  add(features, mix(mix(kind, shape), 706));
  add(features, mix(mix(numberAt(fine, index - 1), shape), 707));
  add(features, mix(mix(numberAt(fine, index - 1), group), 708));
  add(features, mix(mix(numberAt(fine, index + 1), group), 709));
}

/** What is proposed of a word and of those beside it, with its group and the gap after it. */
export function coarseHintFeatures(
  before: number,
  here: number,
  after: number,
  gapAfter: number,
  group: number,
  features: FeatureList,
): void {
  add(features, mix(here, 700));
  add(features, mix(mix(before, here), 702));
  add(features, mix(mix(here, after), 703));
  add(features, mix(mix(here, gapAfter), 704));
  add(features, mix(mix(here, group), 705));
}

/**
 * Adds what the other occurrences of the word at `index`, whose shape and lists are given, and of its neighbors tell.
 * @param evidence as `gatherEvidence` makes it; null in a first reading
 */
export function evidenceFeatures(
  shape: number,
  lists: number,
  evidence: Uint8Array | null,
  index: number,
  features: FeatureList,
): void {
  if (evidence === null) {
    firstReadingFeature(features);
    return;
  }
  const here = evidence[index] ?? 0;
  const before = numberAt(evidence, index - 1);
  const after = numberAt(evidence, index + 1);
  toldFeatures(before, here, after, shape, features);
  if (here !== 0) toldListsFeature(here, lists, features);
}

/** What is told of a word, with its lists. */
export function toldListsFeature(here: number, lists: number, features: FeatureList): void {
  add(features, mix(mix(here, lists), 505));
}

/** What every word has in a first reading. */
export function firstReadingFeature(features: FeatureList): void {
  add(features, mix(0, 500));
}

/** What is told of a word and of those beside it, with its shape. */
export function toldFeatures(
  before: number,
  here: number,
  after: number,
  shape: number,
  features: FeatureList,
): void {
  add(features, mix(here, 501));
  add(features, mix(mix(here, shape), 502));
  add(features, mix(mix(before, here), 503));
  add(features, mix(mix(here, after), 504));
}
