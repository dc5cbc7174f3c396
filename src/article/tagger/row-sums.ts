import type { FeatureList } from "./features.ts";
import { labelCount } from "./labels.ts";
import type { Weights } from "./weights.ts";

/*
 * Adding up rows of weights is most of what the tagger does. A row and the feature that it belongs to take four 32-bit numbers,
 * which lie in one line of the processor's cache: a byte for each label's weight (from -128 to 127, kept as one from 0 to 255)
 * and what is left of the feature. Two labels are added at once, in lanes of 16 bits; a sum counts its rows, to take the 128 of
 * each off again.
 */

/** How many numbers a sum of rows takes: seven with two labels each but for the last, and how many rows were added. */
export const sumSize = 8;
const slotSize = 4;
const bias = 128;
const lanes = 0x00ff00ff;
/** Rows that a sum can take before a lane of 16 bits overflows. */
const capacity = 255;
/** A feature's upper bits say where its slot should be, and its lower ones, kept in the slot, tell it from its neighbors. */
const keptBits = 23;
const used = 1 << keptBits;
/** So that a slot and what is kept in it make a whole feature. */
const leastSizeBits = 16;

export interface RowTable {
  /** Adds the rows of those `features` that have one to the sum at `at`. No more than `most` rows are in it afterwards. */
  add(features: FeatureList, sums: Int32Array, at: number, most?: number): void;
}

/** @throws RangeError when there are too many labels for the layout */
export function createRowTable({ rows, buckets, keys }: Weights): RowTable {
  if (labelCount > 13) throw new RangeError("A row has too many labels.");
  // Not half full, so that a feature without a row is soon known for one.
  const sizeBits = Math.max(leastSizeBits, Math.ceil(Math.log2(keys.length * 2)));
  const shift = 32 - sizeBits;
  const end = slotSize * 2 ** sizeBits;
  /** How many slots further than its own place a feature may stand without being taken for another. */
  const farthest = 2 ** (keptBits - shift);
  const slots = new Int32Array(end);
  const sieve = new Int32Array(sieveSize);
  for (let bucket = 0; bucket + 1 < buckets.length; bucket += 1) {
    for (let row = buckets[bucket] ?? 0; row < (buckets[bucket + 1] ?? 0); row += 1) {
      const feature = (bucket << 16) | (keys[row] ?? 0);
      let slot = (feature >>> shift) * slotSize;
      for (let steps = 0; slots[slot + 3] !== 0; steps += 1) {
        if (steps === farthest) throw new RangeError("Too many features lie close together.");
        slot = slot + slotSize === end ? 0 : slot + slotSize;
      }
      for (let label = 0; label < labelCount; label += 1) {
        const at = slot + (label >>> 2);
        slots[at] = (slots[at] ?? 0) | (((rows[row * labelCount + label] ?? 0) + bias) << (8 * (label & 3)));
      }
      slots[slot + 3] = (slots[slot + 3] ?? 0) | (kept(feature) << 8);
      const word = sieveWord(feature);
      sieve[word] = (sieve[word] ?? 0) | (1 << (feature & 31));
    }
  }
  return {
    add({ values, count }, sums, at, most = capacity) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let added = 0;
      const room = most - (sums[at + 7] ?? 0);
      for (let index = 0; index < count; index += 1) {
        const feature = values[index] ?? 0;
        if (((sieve[sieveWord(feature)] ?? 0) & (1 << (feature & 31))) === 0) continue;
        const wanted = kept(feature);
        let slot = (feature >>> shift) * slotSize;
        let last = slots[slot + 3] ?? 0;
        while (last !== 0 && last >>> 8 !== wanted) {
          slot = slot + slotSize === end ? 0 : slot + slotSize;
          last = slots[slot + 3] ?? 0;
        }
        if (last === 0 || added === room) continue;
        added += 1;
        const first = slots[slot] ?? 0;
        const second = slots[slot + 1] ?? 0;
        const third = slots[slot + 2] ?? 0;
        a = (a + (first & lanes)) | 0;
        b = (b + ((first >>> 8) & lanes)) | 0;
        c = (c + (second & lanes)) | 0;
        d = (d + ((second >>> 8) & lanes)) | 0;
        e = (e + (third & lanes)) | 0;
        f = (f + ((third >>> 8) & lanes)) | 0;
        g = (g + (last & 0xff)) | 0;
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

/** Adds the sum at `from` of some sums to the one at `at` of others. */
export function addSum(sums: Int32Array, at: number, others: Int32Array, from: number): void {
  sums[at] = ((sums[at] ?? 0) + (others[from] ?? 0)) | 0;
  sums[at + 1] = ((sums[at + 1] ?? 0) + (others[from + 1] ?? 0)) | 0;
  sums[at + 2] = ((sums[at + 2] ?? 0) + (others[from + 2] ?? 0)) | 0;
  sums[at + 3] = ((sums[at + 3] ?? 0) + (others[from + 3] ?? 0)) | 0;
  sums[at + 4] = ((sums[at + 4] ?? 0) + (others[from + 4] ?? 0)) | 0;
  sums[at + 5] = ((sums[at + 5] ?? 0) + (others[from + 5] ?? 0)) | 0;
  sums[at + 6] = ((sums[at + 6] ?? 0) + (others[from + 6] ?? 0)) | 0;
  sums[at + 7] = ((sums[at + 7] ?? 0) + (others[from + 7] ?? 0)) | 0;
}

/** Takes the sum at `from` of some sums off the one at `at` of others. */
export function subtractSum(sums: Int32Array, at: number, others: Int32Array, from: number): void {
  for (let lane = 0; lane < sumSize; lane += 1) {
    sums[at + lane] = ((sums[at + lane] ?? 0) - (others[from + lane] ?? 0)) | 0;
  }
}

/** Puts the score of each label, a sum times a scale, at `to` and after it. */
export function readSum(sums: Int32Array, at: number, scale: number, scores: Float32Array, to: number): void {
  const off = bias * (sums[at + sumSize - 1] ?? 0);
  for (let label = 0; label < labelCount; label += 1) {
    scores[to + label] = (sumOf(sums, at, label) - off) * scale;
  }
}

/** By how much the first label's sum is above all others, or below the best of them. */
export function leadOfFirst(sums: Int32Array, at: number): number {
  const firstPair = sums[at] ?? 0;
  let best = Math.max(firstPair >>> 16, (sums[at + sumSize - 2] ?? 0) & 0xffff);
  for (let pair = at + 1; pair < at + sumSize - 2; pair += 1) {
    const both = sums[pair] ?? 0;
    if ((both & 0xffff) > best) best = both & 0xffff;
    if (both >>> 16 > best) best = both >>> 16;
  }
  return (firstPair & 0xffff) - best;
}

/** Of four labels the first and third are added together, and the second and fourth. */
function sumOf(sums: Int32Array, at: number, label: number): number {
  const pair = sums[at + 2 * (label >>> 2) + (label & 1)] ?? 0;
  return (label & 2) === 0 ? pair & 0xffff : pair >>> 16;
}

function kept(feature: number): number {
  return (feature & (used - 1)) | used;
}

/** Most features of a text were never seen in training: a bit for each that was tells the others without a trip to the table. */
const sieveSize = 1 << 16;

/** Which word of the sieve's 2 ** 21 bits a feature is in; the low five bits of the feature choose the bit. */
function sieveWord(feature: number): number {
  return (feature >>> 5) & (sieveSize - 1);
}
