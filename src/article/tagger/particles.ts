import { hashText, mix } from "../../languages/hash.ts";
import { stemsOf } from "./clitics.ts";
import type { WordProfile } from "./features.ts";
import { type NameType, nameTypes } from "./labels.ts";
import { findHash, type Weights } from "./weights.ts";

/**
 * How many code units at the start of a name's first word are attached particles: none in واشنطن, one in ولبنان,
 * two in وبموسكو. Each reading is weighed by a small log-linear model.
 * @param word the name's first word, and `after` the hash of the one after it
 * @param written the word as the text has it; with tashkeel or tatweel among its first letters it is taken whole
 * @param isElsewhere whether what a reading makes of the word stands elsewhere in the text by itself; readings by the number of their particles
 */
export function countParticles(
  weights: Weights,
  word: Pick<WordProfile, "folded" | "lists">,
  after: number,
  type: NameType,
  written: string,
  isElsewhere: (particles: number) => boolean,
): number {
  const readings = stemsOf(word.folded);
  if (readings.length === 0) return 0;
  let best = 0;
  let bestScore = 0;
  for (const reading of [{ particles: 0, folded: word.folded }, ...readings]) {
    let score = 0;
    particleFeatures(word, after, type, reading, isElsewhere(reading.particles), (feature) => {
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
  word: Pick<WordProfile, "folded" | "lists">,
  after: number,
  type: NameType,
  reading: { particles: number; folded: string },
  isElsewhere: boolean,
  add: (feature: number) => void,
): void {
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
  add(mix(mix(stem, after), 607));
  add(mix(mix(word.folded.startsWith("ال") ? 1 : 0, folded.startsWith("ال") ? particles + 1 : 0), 608));
  add(mix(mix(word.lists, particles), 609));
  for (let bit = 0; bit < 28; bit += 1)
    if ((word.lists & (1 << bit)) !== 0) add(mix(mix(bit, particles), 610));
  // Readings whose stem stands elsewhere in the text by itself are likely.
  add(mix(mix(isElsewhere ? 1 : 0, particles), 611));
}
