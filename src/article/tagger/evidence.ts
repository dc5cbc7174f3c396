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

/** Of each key, a number each kind: the strongest and second strongest belief, and which word holds the strongest. */
interface Beliefs {
  ids: Map<string, number>;
  /** How many words hold the key: 1, or 2 for more than one. */
  counts: Uint8Array;
  first: Float64Array;
  second: Float64Array;
  holder: Int32Array;
}

/**
 * What the other occurrences of each word say, as a small number: 0 when there is none, otherwise 1 plus, in base 3,
 * whether one of them is unlikely, perhaps or surely outside of names, a person, a place, an organization.
 * @param marginals of a first reading, `labelCount` entries a word
 */
export function gatherEvidence(words: readonly WordProfile[], marginals: Float64Array): Uint8Array {
  const known = makeBeliefs(words);
  const own = new Float64Array(words.length * beliefs);
  for (let index = 0; index < words.length; index += 1) {
    for (let label = 0; label < labelCount; label += 1) {
      const at = index * beliefs + (beliefOf[label] ?? 0);
      own[at] = (own[at] ?? 0) + (marginals[index * labelCount + label] ?? 0);
    }
    for (const key of words[index]?.keys ?? []) hold(known, key, own, index);
  }
  return Uint8Array.from(words, ({ keys }, index) => {
    const others = keys.flatMap((key) => {
      const id = known.ids.get(key) ?? 0;
      return (known.counts[id] ?? 0) < 2 ? [] : [id];
    });
    if (others.length === 0) return 0;
    let code = 0;
    for (let kind = 0; kind < beliefs; kind += 1) {
      let strongest = 0;
      for (const id of others) {
        const at = id * beliefs + kind;
        const held = known.holder[at] === index ? known.second[at] : known.first[at];
        strongest = Math.max(strongest, held ?? 0);
      }
      code = code * 3 + (strongest > 0.8 ? 2 : strongest > 0.3 ? 1 : 0);
    }
    return 1 + code;
  });
}

function makeBeliefs(words: readonly WordProfile[]): Beliefs {
  const ids = new Map<string, number>();
  for (const { keys } of words) {
    for (const key of keys) if (!ids.has(key)) ids.set(key, ids.size);
  }
  const size = ids.size * beliefs;
  return {
    ids,
    counts: new Uint8Array(ids.size),
    first: new Float64Array(size),
    second: new Float64Array(size),
    holder: new Int32Array(size).fill(-1),
  };
}

function hold(
  { ids, counts, first, second, holder }: Beliefs,
  key: string,
  own: Float64Array,
  index: number,
): void {
  const id = ids.get(key) ?? 0;
  counts[id] = Math.min(2, (counts[id] ?? 0) + 1);
  for (let kind = 0; kind < beliefs; kind += 1) {
    const at = id * beliefs + kind;
    const value = own[index * beliefs + kind] ?? 0;
    if (value > (first[at] ?? 0)) {
      second[at] = first[at] ?? 0;
      first[at] = value;
      holder[at] = index;
    } else if (value > (second[at] ?? 0)) second[at] = value;
  }
}
