import { firstReadingFeature, toldFeatures, toldListsFeature } from "./context-features.ts";
import { evidenceCount } from "./evidence.ts";
import { makeFeatureList } from "./features.ts";
import { edgeRecord, inRecord, type KnownWords } from "./known-words.ts";
import { addSum, type RowTable, subtractSum, sumSize } from "./row-sums.ts";
import { createSumCache } from "./sum-cache.ts";

export interface EvidenceSums {
  /** Adds to the sums of a text's words what they have in a first reading. */
  addFirst(sums: Int32Array): void;
  /** Takes that off again and adds what the other occurrences of the words with those records tell, as `gatherEvidence` makes it. */
  replaceFirst(sums: Int32Array, places: Int32Array, evidence: Uint8Array): void;
}

/** The sums of the weights of evidence; those of a word recur, but for what its own lists tell. */
export function createEvidenceSums(table: RowTable, known: KnownWords): EvidenceSums {
  const features = makeFeatureList();
  const first = new Int32Array(sumSize);
  firstReadingFeature(features);
  table.add(features, first, 0);
  const toldSums = createSumCache(12, sumSize, (told, shape, sums, at) => {
    features.count = 0;
    const [before, here] = [
      Math.floor(told / evidenceCount ** 2),
      Math.floor(told / evidenceCount) % evidenceCount,
    ];
    toldFeatures(before, here, told % evidenceCount, shape, features);
    table.add(features, sums, at);
    subtractSum(sums, at, first, 0);
  });
  return {
    addFirst(sums) {
      for (let at = 0; at < sums.length; at += sumSize) addSum(sums, at, first, 0);
    },
    replaceFirst(sums, places, evidence) {
      const { records } = known;
      for (let index = 0; index < evidence.length; index += 1) {
        const at = index * sumSize;
        const place = places[index] ?? edgeRecord;
        const shape = records[place + inRecord.shape] ?? 0;
        const here = evidence[index] ?? 0;
        const before = index > 0 ? (evidence[index - 1] ?? 0) : 0;
        const after = index + 1 < evidence.length ? (evidence[index + 1] ?? 0) : 0;
        const told = (before * evidenceCount + here) * evidenceCount + after;
        addSum(sums, at, toldSums.sums, toldSums.find(told, shape));
        if (here === 0) continue;
        features.count = 0;
        toldListsFeature(here, records[place + inRecord.lists] ?? 0, features);
        table.add(features, sums, at);
      }
    },
  };
}
