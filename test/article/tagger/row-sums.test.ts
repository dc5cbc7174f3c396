import fc from "fast-check";
import { expect, test } from "vitest";
import { labelCount } from "../../../src/article/tagger/labels.ts";
import { createRowTable, readSum, sumSize } from "../../../src/article/tagger/row-sums.ts";
import type { Weights } from "../../../src/article/tagger/weights.ts";

/** Weights with a row for each feature, of any size that a row can have. */
function makeWeights(features: readonly number[], rows: Int8Array): Weights {
  const ordered = features.map((feature) => feature >>> 0);
  const buckets = new Uint32Array(65537);
  for (const feature of ordered) {
    for (let bucket = (feature >>> 16) + 1; bucket < buckets.length; bucket += 1) {
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
  }
  return {
    transitions: new Float32Array(),
    listHashes: new Uint32Array(),
    listMembers: new Uint16Array(),
    buckets,
    keys: Uint16Array.from(ordered, (feature) => feature & 0xffff),
    rows,
    scale: 1,
    particleHashes: new Uint32Array(),
    particleWeights: new Float32Array(),
  };
}

function readSums(sums: Int32Array): Float32Array {
  const scores = new Float32Array((sums.length / sumSize) * labelCount);
  for (let index = 0; index * sumSize < sums.length; index += 1)
    readSum(sums, index * sumSize, 1, scores, index * labelCount);
  return scores;
}

const cases = fc
  .uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 12 })
  .map((features) => features.sort((one, other) => (one >>> 0) - (other >>> 0)))
  .chain((features) =>
    fc.record({
      features: fc.constant(features),
      rows: fc.array(fc.integer({ min: -128, max: 127 }), {
        minLength: features.length * labelCount,
        maxLength: features.length * labelCount,
      }),
      asked: fc.array(fc.oneof(fc.constantFrom(...features), fc.integer()), { maxLength: 60 }),
    }),
  );

test("adds up the rows of the features that have one, and of no other", () => {
  fc.assert(
    fc.property(cases, ({ features, rows, asked }) => {
      const table = createRowTable(makeWeights(features, Int8Array.from(rows)));
      const sums = new Int32Array(2 * sumSize);
      const signed = asked.map((feature) => feature | 0);
      table.add({ values: Int32Array.from(signed), count: signed.length }, sums, sumSize);
      const known = signed.map((feature) => features.indexOf(feature)).filter((row) => row >= 0);
      const expected = Array.from({ length: labelCount }, (_, label) =>
        known.reduce((sum, row) => sum + (rows[row * labelCount + label] ?? 0), 0),
      );
      const read = [...readSums(sums)];
      expect(read.slice(labelCount)).toEqual(expected);
      expect(read.slice(0, labelCount).every((sum) => sum === 0)).toBe(true);
    }),
  );
});

test("takes no more rows than it is told to", () => {
  const table = createRowTable(makeWeights([7], new Int8Array(labelCount).fill(2)));
  const sums = new Int32Array(sumSize);
  table.add({ values: Int32Array.of(7, 7, 7, 7), count: 4 }, sums, 0, 3);
  expect(readSums(sums)[0]).toBe(6);
});
