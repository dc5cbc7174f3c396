import { labelCount } from "../../src/article/tagger/labels.ts";
import type { Weights } from "../../src/article/tagger/weights.ts";

const bucketCount = 1 << 16;

/** Keeps the `limit` rows with the largest weights, as bytes. */
export function packRows(
  rows: Float32Array,
  ids: ReadonlyMap<number, number>,
  limit: number,
): Pick<Weights, "buckets" | "keys" | "rows" | "scale"> {
  const norms = [...ids].map(([feature, id]) => {
    let norm = 0;
    for (let label = 0; label < labelCount; label += 1) norm += (rows[id * labelCount + label] ?? 0) ** 2;
    return { feature, id, norm };
  });
  norms.sort((a, b) => b.norm - a.norm || a.feature - b.feature);
  const kept = norms.slice(0, limit).sort((a, b) => a.feature - b.feature);
  let largest = 0;
  for (const { id } of kept) {
    for (let label = 0; label < labelCount; label += 1) {
      largest = Math.max(largest, Math.abs(rows[id * labelCount + label] ?? 0));
    }
  }
  const scale = Math.fround(largest / 127);
  const packed = new Int8Array(kept.length * labelCount);
  const buckets = new Uint32Array(bucketCount + 1);
  kept.forEach(({ id, feature }, index) => {
    const next = (feature >>> 16) + 1;
    buckets[next] = (buckets[next] ?? 0) + 1;
    for (let label = 0; label < labelCount; label += 1) {
      packed[index * labelCount + label] = Math.round((rows[id * labelCount + label] ?? 0) / scale);
    }
  });
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    buckets[bucket + 1] = (buckets[bucket + 1] ?? 0) + (buckets[bucket] ?? 0);
  }
  return { buckets, keys: Uint16Array.from(kept, ({ feature }) => feature & 0xffff), rows: packed, scale };
}

export function packLists(lists: ReadonlyMap<number, number>): Pick<Weights, "listHashes" | "listMembers"> {
  const sorted = [...lists].sort(([a], [b]) => a - b);
  return {
    listHashes: Uint32Array.from(sorted, ([hash]) => hash),
    listMembers: Uint16Array.from(sorted, ([, bits]) => bits),
  };
}
