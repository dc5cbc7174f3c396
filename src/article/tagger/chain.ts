import { gapCount } from "./gaps.ts";
import { labelCount, mayEnd, mayFollow, outside } from "./labels.ts";

/*
 * The linear chain: scores of each word's labels, scores of each pair of neighboring labels by the gap between them.
 */

/** 1 where a label (row) may be followed by another (column). */
const allowed = Uint8Array.from({ length: labelCount * labelCount }, (_, pair) => {
  return mayFollow(Math.floor(pair / labelCount), pair % labelCount) ? 1 : 0;
});
const starts = Uint8Array.from({ length: labelCount }, (_, label) => (mayFollow(outside, label) ? 1 : 0));
const ends = Uint8Array.from({ length: labelCount }, (_, label) => (mayEnd(label) ? 1 : 0));

/** How many scores of pairs there are: one a gap kind, a label and a next label. */
export const transitionCount = gapCount * labelCount * labelCount;

/** Where in the scores of pairs the table of a gap kind begins. */
export function transitionOffset(gap: number): number {
  return gap * labelCount * labelCount;
}

/** A label that scores so much less than the word's best one is left out: its odds are about one in a thousand. */
const negligible = 5;

/** Exponents below this one come to nothing: what has no other way would have none at all. */
const least = -500;
/** A share below this one is none. */
const smallest = 1e-280;

/** The labels of each word that are worth weighing, `labelCount` places a word of which `counts` says how many are used. */
interface Candidates {
  labels: Uint8Array;
  counts: Uint8Array;
}

/** `outside` is always a candidate, so that some sequence is always allowed. */
function findCandidates(scores: Float32Array, count: number): Candidates {
  const labels = new Uint8Array(count * labelCount);
  const counts = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const here = index * labelCount;
    let top = scores[here] ?? 0;
    for (let label = 1; label < labelCount; label += 1) {
      const score = scores[here + label] ?? 0;
      if (score > top) top = score;
    }
    let used = 1;
    for (let label = 1; label < labelCount; label += 1) {
      if ((scores[here + label] ?? 0) < top - negligible) continue;
      if (index === 0 && starts[label] === 0) continue;
      if (index === count - 1 && ends[label] === 0) continue;
      labels[here + used] = label;
      used += 1;
    }
    counts[index] = used;
  }
  return { labels, counts };
}

/** The best allowed sequence of labels. `scores` has `labelCount` entries a word; `gaps[i]` stands before word `i`. */
export function decode(
  scores: Float32Array,
  gaps: Uint8Array,
  transitions: Float32Array,
  count: number,
): Uint8Array {
  const { labels, counts } = findCandidates(scores, count);
  const best = new Float32Array(count * labelCount).fill(-Infinity);
  const from = new Uint8Array(count * labelCount);
  for (let place = 0; place < (counts[0] ?? 0); place += 1) {
    const label = labels[place] ?? 0;
    best[label] = scores[label] ?? 0;
  }
  for (let index = 1; index < count; index += 1) {
    const here = index * labelCount;
    const last = here - labelCount;
    const offset = transitionOffset(gaps[index] ?? 0);
    const used = counts[index] ?? 0;
    const usedBefore = counts[index - 1] ?? 0;
    for (let place = 0; place < used; place += 1) {
      const next = labels[here + place] ?? 0;
      let top = -Infinity;
      for (let other = 0; other < usedBefore; other += 1) {
        const label = labels[last + other] ?? 0;
        const pair = label * labelCount + next;
        if (allowed[pair] === 0) continue;
        const score = (best[last + label] ?? 0) + (transitions[offset + pair] ?? 0);
        if (score > top) {
          top = score;
          from[here + next] = label;
        }
      }
      best[here + next] = top + (scores[here + next] ?? 0);
    }
  }
  const sequence = new Uint8Array(count);
  const last = (count - 1) * labelCount;
  let label = outside;
  for (let other = 1; other < labelCount; other += 1) {
    if ((best[last + other] ?? 0) > (best[last + label] ?? 0)) label = other;
  }
  for (let index = count - 1; index >= 0; index -= 1) {
    sequence[index] = label;
    label = from[index * labelCount + label] ?? 0;
  }
  return sequence;
}

/** The probabilities that the chain gives. */
export interface Marginals {
  /** Of each label of each word, `labelCount` entries a word. */
  labels: Float64Array;
  /** Logarithm of the sum over all sequences; 0 unless `onPair` asks for what training needs. */
  logTotal: number;
}

/**
 * Sums over all allowed sequences of labels that are worth weighing.
 * @param expTransitions exponentials of the scores of pairs
 * @param onPair when given, is told the probability of each pair at each word but the first
 */
export function marginalize(
  scores: Float32Array,
  gaps: Uint8Array,
  expTransitions: Float64Array,
  count: number,
  onPair?: (transition: number, probability: number) => void,
): Marginals {
  const { labels, counts } = findCandidates(scores, count);
  const potentials = new Float64Array(count * labelCount);
  const forward = new Float64Array(count * labelCount);
  const backward = new Float64Array(count * labelCount);
  const scales = new Float64Array(count);
  let logTotal = 0;
  for (let index = 0; index < count; index += 1) {
    const here = index * labelCount;
    const last = here - labelCount;
    const offset = transitionOffset(gaps[index] ?? 0);
    const used = counts[index] ?? 0;
    const usedBefore = index === 0 ? 0 : (counts[index - 1] ?? 0);
    let base = scores[here] ?? 0;
    for (let place = 1; place < used; place += 1) {
      base = Math.max(base, scores[here + (labels[here + place] ?? 0)] ?? 0);
    }
    let sum = 0;
    for (let place = 0; place < used; place += 1) {
      const next = labels[here + place] ?? 0;
      const potential = used === 1 ? 1 : Math.exp(Math.max(least, (scores[here + next] ?? 0) - base));
      potentials[here + next] = potential;
      let reached = index === 0 ? 1 : 0;
      for (let other = 0; other < usedBefore; other += 1) {
        const label = labels[last + other] ?? 0;
        const pair = label * labelCount + next;
        if (allowed[pair] === 0) continue;
        reached += (forward[last + label] ?? 0) * (expTransitions[offset + pair] ?? 0);
      }
      forward[here + next] = reached * potential;
      sum += reached * potential;
    }
    if (sum < smallest) {
      // All that was likely leads nowhere: the sequence begins anew.
      forward[here + outside] = 1;
      sum = 1;
    }
    scales[index] = sum;
    if (onPair !== undefined) logTotal += base + Math.log(sum);
    for (let place = 0; place < used; place += 1) {
      const at = here + (labels[here + place] ?? 0);
      forward[at] = (forward[at] ?? 0) / sum;
    }
  }
  backward.fill(1, (count - 1) * labelCount);
  for (let index = count - 1; index > 0; index -= 1) {
    const here = index * labelCount;
    const last = here - labelCount;
    const offset = transitionOffset(gaps[index] ?? 0);
    const used = counts[index] ?? 0;
    const usedBefore = counts[index - 1] ?? 0;
    const scale = scales[index] ?? 1;
    for (let place = 0; place < used; place += 1) {
      const next = labels[here + place] ?? 0;
      // What no sequence reaches would grow without bound.
      if (forward[here + next] === 0) continue;
      const after = ((potentials[here + next] ?? 0) * (backward[here + next] ?? 0)) / scale;
      for (let other = 0; other < usedBefore; other += 1) {
        const label = labels[last + other] ?? 0;
        const pair = label * labelCount + next;
        if (allowed[pair] === 0) continue;
        const weight = (expTransitions[offset + pair] ?? 0) * after;
        backward[last + label] = (backward[last + label] ?? 0) + weight;
        onPair?.(offset + pair, (forward[last + label] ?? 0) * weight);
      }
    }
  }
  for (let here = 0; here < forward.length; here += labelCount) {
    let sum = 0;
    for (let at = here; at < here + labelCount; at += 1) sum += (forward[at] ?? 0) * (backward[at] ?? 0);
    if (sum < smallest) continue;
    for (let at = here; at < here + labelCount; at += 1) {
      forward[at] = ((forward[at] ?? 0) * (backward[at] ?? 0)) / sum;
    }
  }
  return { labels: forward, logTotal };
}
