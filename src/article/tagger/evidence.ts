import type { WordProfile } from "./features.ts";
import { labelCount, nameTypes, outside, typeOf } from "./labels.ts";

/*
 * A name that is plain in one sentence is the same name in the next: what a first reading of the whole text says of
 * a word's other occurrences is a feature of the second reading.
 */

/** The kinds of belief that are kept of a word: outside of names, or in a name of a type. */
const beliefs = 1 + nameTypes.length;
const beliefOf = Uint8Array.from({ length: labelCount }, (_, label) => {
  return label === outside ? 0 : 1 + nameTypes.indexOf(typeOf(label));
});

/** The strongest and second strongest belief of each kind, and which word holds the strongest. */
interface Belief {
  first: Float64Array;
  second: Float64Array;
  holder: Int32Array;
  count: number;
}

/**
 * What the other occurrences of each word say, as a small number: 0 when there is none, otherwise 1 plus, in base 3,
 * whether one of them is unlikely, perhaps or surely outside of names, a person, a place, an organization.
 * @param marginals of a first reading, `labelCount` entries a word
 */
export function gatherEvidence(words: readonly WordProfile[], marginals: Float64Array): Uint8Array {
  const known = new Map<string, Belief>();
  const own = new Float64Array(words.length * beliefs);
  words.forEach((word, index) => {
    for (let label = 0; label < labelCount; label += 1) {
      const at = index * beliefs + (beliefOf[label] ?? 0);
      own[at] = (own[at] ?? 0) + (marginals[index * labelCount + label] ?? 0);
    }
    for (const key of word.keys) hold(known, key, own, index);
  });
  return Uint8Array.from(words, (word, index) => {
    let found = false;
    let code = 0;
    for (let kind = 0; kind < beliefs; kind += 1) {
      let strongest = 0;
      for (const key of word.keys) {
        const belief = known.get(key);
        if (belief === undefined || belief.count < 2) continue;
        found = true;
        const others = belief.holder[kind] === index ? belief.second : belief.first;
        strongest = Math.max(strongest, others[kind] ?? 0);
      }
      code = code * 3 + (strongest > 0.8 ? 2 : strongest > 0.3 ? 1 : 0);
    }
    return found ? 1 + code : 0;
  });
}

function hold(known: Map<string, Belief>, key: string, own: Float64Array, index: number): void {
  let belief = known.get(key);
  if (belief === undefined) {
    belief = {
      first: new Float64Array(beliefs),
      second: new Float64Array(beliefs),
      holder: new Int32Array(beliefs).fill(-1),
      count: 0,
    };
    known.set(key, belief);
  }
  belief.count += 1;
  for (let kind = 0; kind < beliefs; kind += 1) {
    const value = own[index * beliefs + kind] ?? 0;
    if (value > (belief.first[kind] ?? 0)) {
      belief.second[kind] = belief.first[kind] ?? 0;
      belief.first[kind] = value;
      belief.holder[kind] = index;
    } else if (value > (belief.second[kind] ?? 0)) belief.second[kind] = value;
  }
}
