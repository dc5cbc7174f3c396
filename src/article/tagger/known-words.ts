import { rememberOfForm, type WordForm } from "../../languages/word-form.ts";
import { coarseHintFeatures, wordGapFeatures } from "./context-features.ts";
import { edge, type ListLookup, makeFeatureList, profileWord, reach, type WordProfile } from "./features.ts";
import { gapKinds } from "./gaps.ts";
import { type RowTable, sumSize } from "./row-sums.ts";
import { keysOfWord } from "./shared-keys.ts";

/*
 * What the tagger knows of each word that it has met lies in one array, a record a word: a text's words are read in turn, and
 * what of a record is not in the processor's cache then comes in as one piece.
 */

const width = 2 * reach + 1;
/** A record begins with its sums: one for each distance from `-reach` to `reach`, the first at 0 … */
const ownSum = reach * sumSize;
/** … one of what counts where there are spaces around the word … */
const spacedSum = width * sumSize;
/** … and one where nothing is proposed near it and a space follows. */
const unproposedSum = (width + 1) * sumSize;
const afterSums = (width + 2) * sumSize;

/** Where things stand in a record. */
export const inRecord = {
  ownSum,
  spacedSum,
  unproposedSum,
  word: afterSums,
  ending: afterSums + 1,
  lists: afterSums + 2,
  group: afterSums + 3,
  shape: afterSums + 4,
  keys: afterSums + 5,
} as const;
const recordSize = inRecord.keys + keysOfWord;

/** The record of what lies beyond the edges of a text. */
export const edgeRecord = 0;

export interface KnownWords {
  /** All records. Another array when there are more words: to be asked for after `recordsOf`. */
  records: Int32Array;
  /** How many numbers keys have. */
  keyCount: number;
  /** Where the records of words begin; what an earlier call gave may no longer hold. */
  recordsOf(words: readonly { form: WordForm }[]): Int32Array;
}

/** Words that are kept; emptied when there are more, so that an archive of any size needs no more memory. */
const capacity = 30_000;
/** For so many there is room at first. */
const fewWords = 4_000;
/** Rows of one word that count at one distance: 5 × 40 and what joins words fit in a sum. */
const mostOwnRows = 40;
const space = gapKinds.indexOf("space");

/** Words as they are met, each with the sums of the weights that depend on it alone. */
export function knownWords(table: RowTable, listsOf: ListLookup): KnownWords {
  const places = new Map<string, number>();
  const numbers = new Map<string, number>();
  const features = makeFeatureList();
  let records = new Int32Array(fewWords * recordSize);

  const numberOf = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size;
    if (known === numbers.size) numbers.set(key, known);
    return known;
  };
  const record = (profile: WordProfile, place: number): void => {
    profile.at.forEach((values, distance) => {
      const fits = values.length <= features.values.length;
      const list = fits ? features : { values: new Int32Array(values.length), count: 0 };
      list.count = values.length;
      for (let at = 0; at < values.length; at += 1) list.values[at] = values[at] ?? 0;
      table.add(list, records, place + distance * sumSize, mostOwnRows);
    });
    features.count = 0;
    wordGapFeatures(profile.word, space, space, features);
    table.add(features, records, place + inRecord.spacedSum);
    features.count = 0;
    coarseHintFeatures(0, 0, 0, space, profile.group, features);
    table.add(features, records, place + inRecord.unproposedSum);
    records[place + inRecord.word] = profile.word;
    records[place + inRecord.ending] = profile.ending;
    records[place + inRecord.lists] = profile.lists;
    records[place + inRecord.group] = profile.group;
    records[place + inRecord.shape] = profile.shape;
    for (let nth = 0; nth < keysOfWord; nth += 1) {
      const key = profile.keys[nth];
      records[place + inRecord.keys + nth] = key === undefined ? -1 : numberOf(key);
    }
  };
  record(edge, edgeRecord);
  /** How often the records were emptied. */
  let emptied = 0;
  /** Where the record of a form's word begins; not so any more when they have been emptied since. */
  const placeOf = rememberOfForm(() => ({ place: edgeRecord, emptied: -1 }));
  const recordOf = (folded: string): number => {
    const known = places.get(folded);
    if (known !== undefined) return known;
    const place = (places.size + 1) * recordSize;
    if (place === records.length) {
      const larger = new Int32Array(records.length * 2);
      larger.set(records);
      records = larger;
    }
    record(profileWord(folded, listsOf), place);
    places.set(folded, place);
    return place;
  };
  return {
    get records() {
      return records;
    },
    get keyCount() {
      return numbers.size;
    },
    recordsOf(words) {
      if (places.size > capacity) {
        places.clear();
        numbers.clear();
        emptied += 1;
        records = records.slice(0, fewWords * recordSize).fill(0, recordSize);
      }
      const found = new Int32Array(words.length);
      words.forEach(({ form }, index) => {
        const known = placeOf(form);
        if (known.emptied !== emptied) {
          known.place = recordOf(form.folded);
          known.emptied = emptied;
        }
        found[index] = known.place;
      });
      return found;
    },
  };
}
