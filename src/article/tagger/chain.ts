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
export const negligible = 5;

/** Exponents below this one come to nothing: what has no other way would have none at all. */
const least = -500;
/** A share below this one is none. */
const smallest = 1e-280;

/**
 * Words on end with what they are weighed by: a whole text, or a part of one. Beside a part stand words that are outside of
 * names beyond doubt, so that what is beyond them says nothing of it.
 */
export interface Stretch {
  /** Of each label of each word, `labelCount` entries a word. */
  scores: Float32Array;
  /** The first of its words in `scores`, and the one after its last. */
  from: number;
  to: number;
  /** What stands between words: entry `i + shift` before word `i`. */
  gaps: Uint8Array;
  shift: number;
  /** Whether the text begins and ends with it. */
  opensText: boolean;
  endsText: boolean;
}

/** What is worked out of a stretch, `labelCount` places a word. Used anew for each, as making it would take longer than the work. */
interface Room {
  /** The labels of each word that are worth weighing, of which `counts` says how many there are; `outside` is always one. */
  labels: Uint8Array;
  counts: Uint8Array;
  potentials: Float64Array;
  backward: Float64Array;
  scales: Float64Array;
  best: Float64Array;
  before: Uint8Array;
}

/** As large as the longest stretch so far. */
let room = makeRoom(64);

function makeRoom(words: number): Room {
  const places = words * labelCount;
  return {
    labels: new Uint8Array(places),
    counts: new Uint8Array(words),
    potentials: new Float64Array(places),
    backward: new Float64Array(places),
    scales: new Float64Array(words),
    best: new Float64Array(places),
    before: new Uint8Array(places),
  };
}

/** Lays out the labels that are worth weighing. */
function prepare({ scores, from, to, opensText, endsText }: Stretch): Room {
  const count = to - from;
  if (room.counts.length < count) room = makeRoom(count * 2);
  const { labels, counts } = room;
  for (let index = 0; index < count; index += 1) {
    const here = index * labelCount;
    const scored = (from + index) * labelCount;
    let top = scores[scored] ?? 0;
    for (let label = 1; label < labelCount; label += 1) {
      const score = scores[scored + label] ?? 0;
      if (score > top) top = score;
    }
    labels[here] = outside;
    let used = 1;
    for (let label = 1; label < labelCount; label += 1) {
      if ((scores[scored + label] ?? 0) < top - negligible) continue;
      if (opensText && index === 0 && starts[label] === 0) continue;
      if (endsText && index === count - 1 && ends[label] === 0) continue;
      labels[here + used] = label;
      used += 1;
    }
    counts[index] = used;
  }
  return room;
}

/**
 * Finds the best allowed sequence of labels.
 * @param into gets the label of word `i` at `i + shift`
 */
export function decode(stretch: Stretch, transitions: Float32Array, into: Uint8Array): void {
  const { scores, from, to, gaps, shift, opensText } = stretch;
  const count = to - from;
  const { labels, counts, best, before } = prepare(stretch);
  best.fill(-Infinity, 0, count * labelCount);
  for (let index = 0; index < count; index += 1) {
    const here = index * labelCount;
    const scored = (from + index) * labelCount;
    const last = here - labelCount;
    const offset = transitionOffset(gaps[from + index + shift] ?? 0);
    const used = counts[index] ?? 0;
    const usedBefore = index === 0 ? 0 : (counts[index - 1] ?? 0);
    for (let place = 0; place < used; place += 1) {
      const next = labels[here + place] ?? 0;
      let top = -Infinity;
      let choice = outside;
      if (index === 0) {
        if (opensText) top = 0;
        else if (allowed[outside * labelCount + next] === 1)
          top = transitions[offset + outside * labelCount + next] ?? 0;
      }
      for (let other = 0; other < usedBefore; other += 1) {
        const label = labels[last + other] ?? 0;
        const pair = label * labelCount + next;
        if (allowed[pair] === 0) continue;
        const score = (best[last + label] ?? 0) + (transitions[offset + pair] ?? 0);
        if (score > top) {
          top = score;
          choice = label;
        }
      }
      best[here + next] = top + (scores[scored + next] ?? 0);
      before[here + next] = choice;
    }
  }
  let label = lastOf(stretch, transitions, best);
  for (let index = count - 1; index >= 0; index -= 1) {
    into[from + index + shift] = label;
    label = before[index * labelCount + label] ?? 0;
  }
}

/** The label that the best sequence ends with: nothing follows it, or a word outside of names. */
function lastOf(
  { from, to, gaps, shift, endsText }: Stretch,
  transitions: Float32Array,
  best: Float64Array,
): number {
  const last = (to - from - 1) * labelCount;
  const offset = transitionOffset(gaps[to + shift] ?? 0);
  let found = outside;
  let top = -Infinity;
  for (let label = 0; label < labelCount; label += 1) {
    const pair = label * labelCount + outside;
    if (!endsText && allowed[pair] === 0) continue;
    const score = (best[last + label] ?? 0) + (endsText ? 0 : (transitions[offset + pair] ?? 0));
    if (score > top) {
      top = score;
      found = label;
    }
  }
  return found;
}

/**
 * Finds the probability of each label of each word, over all allowed sequences of labels that are worth weighing.
 * @param expTransitions exponentials of the scores of pairs
 * @param into gets the probabilities, where `scores` has its scores
 * @param onPair when given, is told the probability of each pair at each word but the first
 * @returns logarithm of the sum over all sequences; 0 unless `onPair` asks for what training needs
 */
export function marginalize(
  stretch: Stretch,
  expTransitions: Float64Array,
  into: Float64Array,
  onPair?: (transition: number, probability: number) => void,
): number {
  const { scores, from, to, gaps, shift, opensText, endsText } = stretch;
  const count = to - from;
  const { labels, counts, potentials, backward, scales } = prepare(stretch);
  into.fill(0, from * labelCount, to * labelCount);
  let logTotal = 0;
  for (let index = 0; index < count; index += 1) {
    const here = index * labelCount;
    const last = here - labelCount;
    const scored = (from + index) * labelCount;
    const offset = transitionOffset(gaps[from + index + shift] ?? 0);
    const used = counts[index] ?? 0;
    const usedBefore = index === 0 ? 0 : (counts[index - 1] ?? 0);
    let base = scores[scored] ?? 0;
    for (let place = 1; place < used; place += 1) {
      base = Math.max(base, scores[scored + (labels[here + place] ?? 0)] ?? 0);
    }
    let sum = 0;
    for (let place = 0; place < used; place += 1) {
      const next = labels[here + place] ?? 0;
      const potential = used === 1 ? 1 : Math.exp(Math.max(least, (scores[scored + next] ?? 0) - base));
      potentials[here + next] = potential;
      let reached = 0;
      if (index === 0) {
        if (opensText) reached = 1;
        else if (allowed[outside * labelCount + next] === 1)
          reached = expTransitions[offset + outside * labelCount + next] ?? 0;
      }
      for (let other = 0; other < usedBefore; other += 1) {
        const label = labels[last + other] ?? 0;
        const pair = label * labelCount + next;
        if (allowed[pair] === 0) continue;
        reached += (into[scored - labelCount + label] ?? 0) * (expTransitions[offset + pair] ?? 0);
      }
      into[scored + next] = reached * potential;
      sum += reached * potential;
    }
    if (sum < smallest) {
      // All that was likely leads nowhere: the sequence begins anew.
      into[scored + outside] = 1;
      sum = 1;
    }
    scales[index] = sum;
    if (onPair !== undefined) logTotal += base + Math.log(sum);
    for (let place = 0; place < used; place += 1) {
      const at = scored + (labels[here + place] ?? 0);
      into[at] = (into[at] ?? 0) / sum;
    }
  }
  backward.fill(0, 0, count * labelCount);
  const closing = transitionOffset(gaps[to + shift] ?? 0);
  for (let label = 0; label < labelCount; label += 1) {
    const pair = label * labelCount + outside;
    const leads = allowed[pair] === 0 ? 0 : (expTransitions[closing + pair] ?? 0);
    backward[(count - 1) * labelCount + label] = endsText ? 1 : leads;
  }
  for (let index = count - 1; index > 0; index -= 1) {
    const here = index * labelCount;
    const last = here - labelCount;
    const scored = (from + index) * labelCount;
    const offset = transitionOffset(gaps[from + index + shift] ?? 0);
    const used = counts[index] ?? 0;
    const usedBefore = counts[index - 1] ?? 0;
    const scale = scales[index] ?? 1;
    for (let place = 0; place < used; place += 1) {
      const next = labels[here + place] ?? 0;
      // What no sequence reaches would grow without bound.
      if (into[scored + next] === 0) continue;
      const after = ((potentials[here + next] ?? 0) * (backward[here + next] ?? 0)) / scale;
      for (let other = 0; other < usedBefore; other += 1) {
        const label = labels[last + other] ?? 0;
        const pair = label * labelCount + next;
        if (allowed[pair] === 0) continue;
        const weight = (expTransitions[offset + pair] ?? 0) * after;
        backward[last + label] = (backward[last + label] ?? 0) + weight;
        onPair?.(offset + pair, (into[scored - labelCount + label] ?? 0) * weight);
      }
    }
  }
  for (let index = 0; index < count; index += 1) {
    const here = index * labelCount;
    const scored = (from + index) * labelCount;
    // What is not worth weighing has no share already.
    const used = counts[index] ?? 0;
    let sum = 0;
    for (let place = 0; place < used; place += 1) {
      const label = labels[here + place] ?? 0;
      sum += (into[scored + label] ?? 0) * (backward[here + label] ?? 0);
    }
    if (sum < smallest) continue;
    for (let place = 0; place < used; place += 1) {
      const label = labels[here + place] ?? 0;
      into[scored + label] = ((into[scored + label] ?? 0) * (backward[here + label] ?? 0)) / sum;
    }
  }
  return logTotal;
}

/** A whole text as one stretch, for those that weigh every word. */
export function wholeText(scores: Float32Array, gaps: Uint8Array, count: number): Stretch {
  return { scores, from: 0, to: count, gaps, shift: 0, opensText: true, endsText: true };
}
