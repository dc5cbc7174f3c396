/** Particles that are written together with the word after them: و ف ب ل ك. */
const particles = "وفبلك";
const conjunctions = "وف";

/** A reading of a folded word as particles and the word that they are written with. */
export interface Stem {
  /** How many code units of the word are particles. */
  particles: number;
  /** The word without them; للامم gives الامم. */
  folded: string;
}

/**
 * The readings of a folded word that begins with particles, the shortest particle first; a stem has three letters or more.
 * @example stemsOf("ولبنان") // بنان after ول too: which reading is right is for the caller to weigh
 */
export function stemsOf(folded: string): Stem[] {
  const stems: Stem[] = [];
  const first = folded.charAt(0);
  if (folded.length < 4 || !particles.includes(first)) return stems;
  addStem(stems, folded, 1);
  if (conjunctions.includes(first) && folded.length > 4 && particles.includes(folded.charAt(1))) {
    addStem(stems, folded, 2);
  }
  return stems;
}

function addStem(stems: Stem[], folded: string, length: number): void {
  // After ل the article loses its alef: للامم is ل + الامم.
  const assimilated = folded.charAt(length - 1) === "ل" && folded.charAt(length) === "ل";
  stems.push({ particles: length, folded: assimilated ? `ا${folded.slice(length)}` : folded.slice(length) });
}
