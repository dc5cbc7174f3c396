import { describe, expect, test } from "vitest";
import { transitionCount } from "../../../src/article/tagger/chain.ts";
import { labelCount } from "../../../src/article/tagger/labels.ts";
import { findHash, readWeights, type Weights, writeWeights } from "../../../src/article/tagger/weights.ts";

function makeWeights(): Weights {
  const buckets = new Uint32Array(65537).fill(2);
  buckets.fill(0, 0, 4);
  buckets.fill(1, 4, 65536);
  return {
    transitions: Float32Array.from({ length: transitionCount }, (_, index) => index),
    listHashes: Uint32Array.of(7, 4_000_000_000),
    listMembers: Uint16Array.of(1, 2),
    buckets,
    keys: Uint16Array.of(5, 65535),
    rows: Int8Array.from({ length: 2 * labelCount }, (_, index) => index - 10),
    scale: 0.5,
    particleHashes: Uint32Array.of(1, 2, 3),
    particleWeights: Float32Array.of(-1, 0, 1),
  };
}

describe("readWeights", () => {
  test("reads what was written, at any place in memory", () => {
    const weights = makeWeights();
    const bytes = writeWeights(weights);
    expect(readWeights(bytes)).toEqual(weights);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(readWeights(shifted.subarray(1))).toEqual(weights);
  });

  test("refuses other bytes", () => {
    expect(() => readWeights(new Uint8Array(64))).toThrow(RangeError);
  });
});

describe("findHash", () => {
  test("finds unsigned hashes", () => {
    const hashes = Uint32Array.of(7, 9, 4_000_000_000);
    expect(findHash(hashes, 4_000_000_000)).toBe(2);
    expect(findHash(hashes, 7)).toBe(0);
    expect(findHash(hashes, 8)).toBe(-1);
  });
});
