import { labelCount, nameTypes, outside, typeOf } from "./labels.ts";
import { keysOfWord, type SharedKeys } from "./shared-keys.ts";

/*
 * A name that is plain in one sentence is the same name in the next: what a first reading of the whole text says of
 * a word's other occurrences is a feature of the second reading.
 */

/** The kinds of belief that are kept of a word: outside of names, or in a name of a type. */
const beliefs = 1 + nameTypes.length;
/** How many things `gatherEvidence` may say of a word. */
export const evidenceCount = 1 + 3 ** beliefs;
const beliefOf = Uint8Array.from({ length: labelCount }, (_, label) => {
  return label === outside ? 0 : 1 + nameTypes.indexOf(typeOf(label));
});

/** What a first reading says of the words of a text. */
export interface FirstReading {
  /** Probabilities of labels, `labelCount` entries a word of those that are not surely outside of names. */
  marginals: Float64Array;
  /** Where each word stands among those, -1 for one that is surely outside. */
  places: Int32Array;
}

/**
 * What the other occurrences of each word say, as a small number: 0 when there is none, otherwise 1 plus, in base 3,
 * whether one of them is unlikely, perhaps or surely outside of names, a person, a place, an organization.
 */
export function gatherEvidence(
  { count, ofWords }: SharedKeys,
  { marginals, places }: FirstReading,
): Uint8Array {
  const evidence = new Uint8Array(places.length);
  if (count === 0) return evidence;
  // The strongest and second strongest belief of each key's words, and which word holds the strongest.
  const first = new Float64Array(count * beliefs);
  const second = new Float64Array(count * beliefs);
  const holder = new Int32Array(count * beliefs).fill(-1);
  const own = new Float64Array(beliefs);
  for (let index = 0; index < places.length; index += 1) {
    const from = index * keysOfWord;
    if (ofWords[from] === -1) continue;
    const place = places[index] ?? -1;
    own.fill(0);
    if (place < 0) own[0] = 1;
    else {
      for (let label = 0; label < labelCount; label += 1) {
        const kind = beliefOf[label] ?? 0;
        own[kind] = (own[kind] ?? 0) + (marginals[place * labelCount + label] ?? 0);
      }
    }
    for (let nth = 0; nth < keysOfWord; nth += 1) {
      const key = ofWords[from + nth] ?? -1;
      if (key === -1) break;
      for (let kind = 0; kind < beliefs; kind += 1) {
        const at = key * beliefs + kind;
        const value = own[kind] ?? 0;
        if (value > (first[at] ?? 0)) {
          second[at] = first[at] ?? 0;
          first[at] = value;
          holder[at] = index;
        } else if (value > (second[at] ?? 0)) second[at] = value;
      }
    }
  }
  for (let index = 0; index < places.length; index += 1) {
    const from = index * keysOfWord;
    if (ofWords[from] === -1) continue;
    let code = 0;
    for (let kind = 0; kind < beliefs; kind += 1) {
      let strongest = 0;
      for (let nth = 0; nth < keysOfWord; nth += 1) {
        const key = ofWords[from + nth] ?? -1;
        if (key === -1) break;
        const at = key * beliefs + kind;
        const held = (holder[at] === index ? second[at] : first[at]) ?? 0;
        if (held > strongest) strongest = held;
      }
      code = code * 3 + (strongest > 0.8 ? 2 : strongest > 0.3 ? 1 : 0);
    }
    evidence[index] = 1 + code;
  }
  return evidence;
}
