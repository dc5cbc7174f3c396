import { hashText, mix } from "../../languages/hash.ts";
import { stemsOf } from "./clitics.ts";
import { edge, type WordProfile } from "./features.ts";
import { type NameType, nameTypes } from "./labels.ts";
import { findHash, type Weights } from "./weights.ts";

/**
 * How many code units at the start of a name's first word are attached particles: none in واشنطن, one in ولبنان,
 * two in وبموسكو. Each reading is weighed by a small log-linear model.
 * @param occurrences of the text's words, as `countWords` counts them
 * @param first index of the name's first word
 * @param written the word as the text has it; with tashkeel or tatweel among its first letters it is taken whole
 */
export function countParticles(
  weights: Weights,
  words: readonly WordProfile[],
  occurrences: ReadonlyMap<string, number>,
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
    particleFeatures(words, occurrences, first, type, reading, (feature) => {
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
  occurrences: ReadonlyMap<string, number>,
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
  add(mix(stem, 600));
  add(mix(mix(prefix, particles), 601));
  add(mix(mix(mix(prefix, particles), kind), 602));
  add(mix(mix(hashText(folded, 3, 0, 2), particles), 603));
  add(mix(mix(hashText(folded, 3, 0, 3), particles), 604));
  add(mix(mix(hashText(word.folded, 3, 0, 4), particles), 605));
  add(mix(mix(Math.min(folded.length, 8), particles), 606));
  add(mix(mix(stem, after.word), 607));
  add(mix(mix(word.folded.startsWith("ال") ? 1 : 0, folded.startsWith("ال") ? particles + 1 : 0), 608));
  add(mix(mix(word.lists, particles), 609));
  for (let bit = 0; bit < 28; bit += 1)
    if ((word.lists & (1 << bit)) !== 0) add(mix(mix(bit, particles), 610));
  // Readings whose stem stands elsewhere in the text by itself are likely; the word itself always occurs once.
  const elsewhere = (occurrences.get(folded) ?? 0) - (particles === 0 ? 1 : 0);
  add(mix(mix(elsewhere > 0 ? 1 : 0, particles), 611));
}

/** How often each folded word occurs. */
export function countWords(words: readonly WordProfile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { folded } of words) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  return counts;
}
