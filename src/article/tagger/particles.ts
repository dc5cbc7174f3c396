import { stemsOf } from "./clitics.ts";
import { edge, type WordProfile } from "./features.ts";
import { hashText, mix } from "./hash.ts";
import { type NameType, nameTypes } from "./labels.ts";
import { findHash, type Weights } from "./weights.ts";

/**
 * How many code units at the start of a name's first word are attached particles: none in واشنطن, one in ولبنان,
 * two in وبموسكو. Each reading is weighed by a small log-linear model.
 * @param first index of the name's first word
 * @param written the word as the text has it; with tashkeel or tatweel among its first letters it is taken whole
 */
export function countParticles(
  weights: Weights,
  words: readonly WordProfile[],
  first: number,
  type: NameType,
  written: string,
): number {
  const word = words[first] ?? edge;
  const readings = stemsOf(word.folded);
  if (readings.length === 0) return 0;
  let best = 0;
  let bestScore = 0;
  for (const reading of [{ particles: 0, folded: word.folded }, ...readings]) {
    let score = 0;
    particleFeatures(words, first, type, reading, (feature) => {
      const at = findHash(weights.particleHashes, feature);
      if (at >= 0) score += weights.particleWeights[at] ?? 0;
    });
    if (reading.particles === 0 || score > bestScore) {
      best = reading.particles;
      bestScore = score;
    }
  }
  return writtenLength(written, best);
}

/** How many code units of the text `letters` letters take: marks that folding drops come on top. */
function writtenLength(written: string, letters: number): number {
  let at = 0;
  for (let left = letters; left > 0 && at < written.length; left -= 1) {
    at += 1;
    while (at < written.length && ignorable.test(written.charAt(at))) at += 1;
  }
  return at;
}

const ignorable = /[\p{M}\u0640\u200c\u200d]/u;

/** Calls `add` with what speaks for or against a reading of a name's first word. */
export function particleFeatures(
  words: readonly WordProfile[],
  first: number,
  type: NameType,
  reading: { particles: number; folded: string },
  add: (feature: number) => void,
): void {
  const word = words[first] ?? edge;
  const after = words[first + 1] ?? edge;
  const kind = nameTypes.indexOf(type);
  const { particles, folded } = reading;
  const prefix = hashText(word.folded, 9, 0, Math.max(1, particles));
  const stem = hashText(folded, 1);
  add(mix(stem, 500));
  add(mix(mix(prefix, particles), 501));
  add(mix(mix(mix(prefix, particles), kind), 502));
  add(mix(mix(hashText(folded, 3, 0, 2), particles), 503));
  add(mix(mix(hashText(folded, 3, 0, 3), particles), 504));
  add(mix(mix(hashText(word.folded, 3, 0, 4), particles), 505));
  add(mix(mix(Math.min(folded.length, 8), particles), 506));
  add(mix(mix(stem, after.word), 507));
  add(mix(mix(word.folded.startsWith("ال") ? 1 : 0, folded.startsWith("ال") ? particles + 1 : 0), 508));
  add(mix(mix(word.lists, particles), 509));
  for (let bit = 0; bit < 28; bit += 1)
    if ((word.lists & (1 << bit)) !== 0) add(mix(mix(bit, particles), 510));
  const evidence = words.some((other) => other.folded === folded && other !== word) ? 1 : 0;
  if (particles > 0) add(mix(mix(evidence, particles), 511));
  else add(mix(words.filter((other) => other.folded === folded).length > 1 ? 1 : 0, 512));
}
