import type { KnownName } from "../languages/name-language.ts";
import type { NameNode, WordSense } from "./entity-lexicon.ts";
import type { Word } from "./mention-words.ts";

export interface KnownMatch {
  name: KnownName;
  weak: boolean;
  after: number;
  particles: number;
}

/** The longest known name that starts at a word, read whole or, failing that, without its particles. */
export function matchKnown(words: readonly Word[], first: number): KnownMatch | undefined {
  const word = words[first];
  if (word === undefined || !word.beginsName) return undefined;
  let best: KnownMatch | undefined;
  for (const sense of word.senses) {
    const match = sense.node === undefined ? undefined : walk(words, first, sense, sense.node);
    // A weak reading gives way to a sure one; of equal ones the one with fewer particles is right.
    if (match !== undefined && (best === undefined || match.after > best.after || (best.weak && !match.weak)))
      best = match;
    if (sense.given !== "no" && sense.particles === 0 && best === undefined) return undefined;
  }
  return best;
}

function walk(
  words: readonly Word[],
  first: number,
  sense: WordSense,
  start: NameNode,
): KnownMatch | undefined {
  let node: NameNode | undefined = start;
  let at = first + 1;
  let best: KnownMatch | undefined;
  while (node !== undefined) {
    if (node.name !== undefined)
      best = { name: node.name, weak: node.weak, after: at, particles: sense.particles };
    const next: Word | undefined = words[at];
    if (next === undefined || !(next.gap === "space" || next.gap === "hyphen" || next.gap === "dot")) break;
    node = node.next.get(next.folded);
    at += 1;
  }
  return best;
}
