import type { FeatureList } from "./features.ts";
import { labelCount } from "./labels.ts";
import type { Weights } from "./weights.ts";

/*
 * Most of the tagger's time goes into adding up the rows of a word's features. So the rows lie in the hash table itself,
 * two labels in each 32-bit number, and are added as such: seven additions a row. A weight from -128 to 127 is kept as one
 * from 1 to 256, so that no lane borrows from its neighbor; a sum counts its rows, to take that off again.
 */

/** How many numbers a sum of rows takes: seven with two labels each, and how many rows were added. */
export const sumSize = 8;
const bias = 129;
/** Rows that a sum can take before a lane of 16 bits overflows. */
const capacity = 255;

export interface RowTable {
  /** Adds the rows of those `features` that have one to the sum at `at`. No more than `most` rows are in it afterwards. */
  add(features: FeatureList, sums: Int32Array, at: number, most?: number): void;
}

/** @throws RangeError when there are too many labels for the layout */
export function createRowTable({ rows, buckets, keys }: Weights): RowTable {
  if (labelCount >= 2 * sumSize - 1) throw new RangeError("A row has too many labels.");
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length * 1.25)));
  const mask = size - 1;
  /** A slot is a feature and its row's seven numbers; the first of these is 0 in an empty slot. */
  const slots = new Int32Array(size * sumSize);
  const sieve = createSieve();
  for (let bucket = 0; bucket + 1 < buckets.length; bucket += 1) {
    for (let row = buckets[bucket] ?? 0; row < (buckets[bucket + 1] ?? 0); row += 1) {
      const feature = (bucket << 16) | (keys[row] ?? 0);
      let slot = feature & mask;
      while (slots[slot * sumSize + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * sumSize] = feature;
      for (let label = 0; label < labelCount; label += 1) {
        const at = slot * sumSize + 1 + (label >>> 1);
        slots[at] = (slots[at] ?? 0) + (((rows[row * labelCount + label] ?? 0) + bias) << (16 * (label & 1)));
      }
      sieve[sieveWord(feature)] = (sieve[sieveWord(feature)] ?? 0) | (1 << (feature & 31));
    }
  }
  return {
    add({ values, count }, sums, at, most = capacity) {
      let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
      let added = 0;
      const room = most - (sums[at + 7] ?? 0);
      for (let index = 0; index < count; index += 1) {
        const feature = values[index] ?? 0;
        if (((sieve[sieveWord(feature)] ?? 0) & (1 << (feature & 31))) === 0) continue;
        let slot = (feature & mask) << 3;
        while (slots[slot] !== feature && slots[slot + 1] !== 0) slot = (slot + sumSize) & ((mask << 3) | 7);
        if (slots[slot + 1] === 0 || added === room) continue;
        added += 1;
        a = (a + (slots[slot + 1] ?? 0)) | 0;
        b = (b + (slots[slot + 2] ?? 0)) | 0;
        c = (c + (slots[slot + 3] ?? 0)) | 0;
        d = (d + (slots[slot + 4] ?? 0)) | 0;
        e = (e + (slots[slot + 5] ?? 0)) | 0;
        f = (f + (slots[slot + 6] ?? 0)) | 0;
        g = (g + (slots[slot + 7] ?? 0)) | 0;
      }
      sums[at] = ((sums[at] ?? 0) + a) | 0;
      sums[at + 1] = ((sums[at + 1] ?? 0) + b) | 0;
      sums[at + 2] = ((sums[at + 2] ?? 0) + c) | 0;
      sums[at + 3] = ((sums[at + 3] ?? 0) + d) | 0;
      sums[at + 4] = ((sums[at + 4] ?? 0) + e) | 0;
      sums[at + 5] = ((sums[at + 5] ?? 0) + f) | 0;
      sums[at + 6] = ((sums[at + 6] ?? 0) + g) | 0;
      sums[at + 7] = (sums[at + 7] ?? 0) + added;
    },
  };
}

/** The sum of each label, times a scale. */
export function readSums(sums: Int32Array, scale: number): Float32Array {
  const count = sums.length / sumSize;
  const scores = new Float32Array(count * labelCount);
  for (let index = 0; index < count; index += 1) {
    const off = bias * (sums[index * sumSize + sumSize - 1] ?? 0);
    for (let label = 0; label < labelCount; label += 1) {
      const pair = sums[index * sumSize + (label >>> 1)] ?? 0;
      const sum = (label & 1) === 0 ? pair & 0xffff : pair >>> 16;
      scores[index * labelCount + label] = (sum - off) * scale;
    }
  }
  return scores;
}

/** Most features of a text were never seen in training: a bit for each that was tells the others without a trip to the table. */
function createSieve(): Int32Array {
  return new Int32Array(1 << 16);
}

/** Which word of the sieve's 2 ** 21 bits a feature is in; the low five bits of the feature choose the bit. */
function sieveWord(feature: number): number {
  return (feature >>> 5) & 0xffff;
}
