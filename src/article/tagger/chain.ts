import { gapCount } from "./gaps.ts";
import { labelCount, mayEnd, mayFollow, outside } from "./labels.ts";

/*
 * The linear chain: scores of each word's labels, scores of each pair of neighboring labels by the gap between them.
 */

/** Allowed pairs of labels, as a flat list: label, next label, … */
const pairs: readonly (readonly [number, number])[] = Array.from({ length: labelCount ** 2 }, (_, pair) => {
  return [Math.floor(pair / labelCount), pair % labelCount] as const;
}).filter(([label, next]) => mayFollow(label, next));

const pairFrom = Uint8Array.from(pairs, ([label]) => label);
const pairTo = Uint8Array.from(pairs, ([, next]) => next);
const starts = Array.from({ length: labelCount }, (_, label) => mayFollow(outside, label));
const ends = Array.from({ length: labelCount }, (_, label) => mayEnd(label));

/** How many scores of pairs there are: one a gap kind, a label and a next label. */
export const transitionCount = gapCount * labelCount * labelCount;

/** Where in the scores of pairs the table of a gap kind begins. */
export function transitionOffset(gap: number): number {
  return gap * labelCount * labelCount;
}

/** The best allowed sequence of labels. `scores` has `labelCount` entries a word; `gaps[i]` stands before word `i`. */
export function decode(
  scores: Float32Array,
  gaps: Uint8Array,
  transitions: Float32Array,
  count: number,
): Uint8Array {
  const best = new Float32Array(count * labelCount).fill(-Infinity);
  const from = new Uint8Array(count * labelCount);
  for (let label = 0; label < labelCount; label += 1) if (starts[label]) best[label] = scores[label] ?? 0;
  for (let index = 1; index < count; index += 1) {
    const offset = transitionOffset(gaps[index] ?? 0);
    const here = index * labelCount;
    const last = here - labelCount;
    for (let pair = 0; pair < pairFrom.length; pair += 1) {
      const label = pairFrom[pair] ?? 0;
      const next = pairTo[pair] ?? 0;
      const score = (best[last + label] ?? 0) + (transitions[offset + label * labelCount + next] ?? 0);
      if (score > (best[here + next] ?? 0)) {
        best[here + next] = score;
        from[here + next] = label;
      }
    }
    for (let label = 0; label < labelCount; label += 1) {
      best[here + label] = (best[here + label] ?? 0) + (scores[here + label] ?? 0);
    }
  }
  const labels = new Uint8Array(count);
  let label = outside;
  const last = (count - 1) * labelCount;
  for (let other = 0; other < labelCount; other += 1) {
    if (ends[other] && (best[last + other] ?? 0) > (best[last + label] ?? 0)) label = other;
  }
  for (let index = count - 1; index >= 0; index -= 1) {
    labels[index] = label;
    label = from[index * labelCount + label] ?? 0;
  }
  return labels;
}

/** The probabilities that the chain gives. */
export interface Marginals {
  /** Of each label of each word, `labelCount` entries a word. */
  labels: Float64Array;
  /** Logarithm of the sum over all sequences. */
  logTotal: number;
}

/**
 * Sums over all allowed sequences.
 * @param expTransitions exponentials of the scores of pairs
 * @param onPair when given, is told the probability of each allowed pair at each word but the first
 */
export function marginalize(
  scores: Float32Array,
  gaps: Uint8Array,
  expTransitions: Float64Array,
  count: number,
  onPair?: (transition: number, probability: number) => void,
): Marginals {
  const potentials = new Float64Array(count * labelCount);
  const forward = new Float64Array(count * labelCount);
  const backward = new Float64Array(count * labelCount);
  const scales = new Float64Array(count);
  let logTotal = 0;
  for (let index = 0; index < count; index += 1) {
    const here = index * labelCount;
    let top = -Infinity;
    for (let label = 0; label < labelCount; label += 1) top = Math.max(top, scores[here + label] ?? 0);
    for (let label = 0; label < labelCount; label += 1) {
      potentials[here + label] = Math.exp((scores[here + label] ?? 0) - top);
    }
    logTotal += top;
    if (index === 0) {
      for (let label = 0; label < labelCount; label += 1) {
        forward[label] = starts[label] ? (potentials[label] ?? 0) : 0;
      }
    } else {
      const offset = transitionOffset(gaps[index] ?? 0);
      for (let pair = 0; pair < pairFrom.length; pair += 1) {
        const label = pairFrom[pair] ?? 0;
        const next = pairTo[pair] ?? 0;
        forward[here + next] =
          (forward[here + next] ?? 0) +
          (forward[here - labelCount + label] ?? 0) *
            (expTransitions[offset + label * labelCount + next] ?? 0);
      }
      for (let label = 0; label < labelCount; label += 1) {
        forward[here + label] = (forward[here + label] ?? 0) * (potentials[here + label] ?? 0);
      }
    }
    let sum = 0;
    for (let label = 0; label < labelCount; label += 1) {
      if (index === count - 1 && !ends[label]) forward[here + label] = 0;
      sum += forward[here + label] ?? 0;
    }
    scales[index] = sum;
    logTotal += Math.log(sum);
    for (let label = 0; label < labelCount; label += 1)
      forward[here + label] = (forward[here + label] ?? 0) / sum;
  }
  const last = (count - 1) * labelCount;
  for (let label = 0; label < labelCount; label += 1) backward[last + label] = ends[label] ? 1 : 0;
  for (let index = count - 1; index > 0; index -= 1) {
    const here = index * labelCount;
    const offset = transitionOffset(gaps[index] ?? 0);
    const scale = scales[index] ?? 1;
    for (let pair = 0; pair < pairFrom.length; pair += 1) {
      const label = pairFrom[pair] ?? 0;
      const next = pairTo[pair] ?? 0;
      const transition = offset + label * labelCount + next;
      const weight =
        ((expTransitions[transition] ?? 0) * (potentials[here + next] ?? 0) * (backward[here + next] ?? 0)) /
        scale;
      backward[here - labelCount + label] = (backward[here - labelCount + label] ?? 0) + weight;
      onPair?.(transition, (forward[here - labelCount + label] ?? 0) * weight);
    }
  }
  for (let at = 0; at < forward.length; at += 1) forward[at] = (forward[at] ?? 0) * (backward[at] ?? 0);
  return { labels: forward, logTotal };
}
