import { marginalize, negligible, type Stretch } from "./chain.ts";
import { labelCount } from "./labels.ts";
import { leadOfFirst, readSum, sumSize } from "./row-sums.ts";

/*
 * Most words of a text are outside of names beyond doubt: no other label scores near. They need no weighing, and part the
 * others into stretches that say nothing of each other.
 */

export interface Reading {
  /** Where each word stands among those in doubt, -1 for one that is surely outside of names. */
  places: Int32Array;
  /** How many words are in doubt. */
  count: number;
  stretches: Stretch[];
  /** As `weigh` has filled it, `labelCount` entries a word in doubt. */
  marginals: Float64Array;
}

/** Single precision, in which scores are compared, is finer than this. */
const margin = negligible + 0.01;

/** Reads scores from the sums of a text's words. */
export function readScores(sums: Int32Array, gaps: Uint8Array, wordCount: number, scale: number): Reading {
  const places = new Int32Array(wordCount);
  let count = 0;
  for (let index = 0; index < wordCount; index += 1) {
    const isSure = leadOfFirst(sums, index * sumSize) * scale > margin;
    places[index] = isSure ? -1 : count;
    if (!isSure) count += 1;
  }
  const scores = new Float32Array(count * labelCount);
  const stretches: Stretch[] = [];
  for (let index = 0; index < wordCount; index += 1) {
    const from = places[index] ?? -1;
    if (from < 0) continue;
    let after = index;
    let to = from;
    while (after < wordCount && (places[after] ?? -1) >= 0) {
      readSum(sums, after * sumSize, scale, scores, to * labelCount);
      after += 1;
      to += 1;
    }
    const [opensText, endsText] = [index === 0, after === wordCount];
    stretches.push({ scores, from, to, gaps, shift: index - from, opensText, endsText });
    index = after;
  }
  return { places, count, stretches, marginals: new Float64Array(count * labelCount) };
}

/** Works out the probabilities of the labels of those stretches that are wanted. */
export function weigh(
  { stretches, marginals }: Reading,
  expTransitions: Float64Array,
  isWanted: (index: number) => boolean,
): void {
  for (const stretch of stretches) {
    const { from, to, shift } = stretch;
    let wanted = false;
    for (let index = from + shift; index < to + shift && !wanted; index += 1) wanted = isWanted(index);
    if (wanted) marginalize(stretch, expTransitions, marginals);
  }
}
