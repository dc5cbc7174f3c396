import { transitionCount } from "./chain.ts";
import { labelCount } from "./labels.ts";

/**
 * What training made, as it lies in the weights file (little endian, each part 4-byte aligned):
 * magic, five counts and the scale as 32-bit numbers; the pair scores (f32); the lists' hashes (u32, ascending) and
 * bits (u16); how many rows each bucket has, by the upper half of their hash (u8); the lower halves (u16); the rows,
 * `labelCount` weights each (i8, times the scale); the particle model's hashes (u32, ascending) and weights (f32).
 */
export interface Weights {
  transitions: Float32Array;
  listHashes: Uint32Array;
  listMembers: Uint16Array;
  /** Where in `keys` each bucket begins; one entry more than buckets. */
  buckets: Uint32Array;
  keys: Uint16Array;
  rows: Int8Array;
  scale: number;
  particleHashes: Uint32Array;
  particleWeights: Float32Array;
}

const magic = 0x314e5257;
const bucketCount = 1 << 16;
const headerSize = 6 * 4;

/**
 * Reads a weights file; the arrays are views of `bytes` where they can be.
 * @throws RangeError when the bytes are not those of a weights file that this version reads
 */
export function readWeights(bytes: Uint8Array): Weights {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const header = new DataView(buffer, byteOffset, headerSize);
  if (header.getUint32(0, true) !== magic)
    throw new RangeError("These are not the weights of a name tagger.");
  if (header.getUint32(4, true) !== transitionCount) {
    throw new RangeError(
      "These weights were trained for another set of labels; run scripts/train/train.ts again.",
    );
  }
  const lists = header.getUint32(8, true);
  const rowCount = header.getUint32(12, true);
  const particles = header.getUint32(16, true);
  let at = byteOffset + headerSize;
  const take = (size: number): number => {
    const start = at;
    at += Math.ceil(size / 4) * 4;
    return start;
  };
  const transitions = new Float32Array(buffer, take(transitionCount * 4), transitionCount);
  const listHashes = new Uint32Array(buffer, take(lists * 4), lists);
  const listMembers = new Uint16Array(buffer, take(lists * 2), lists);
  const sizes = new Uint8Array(buffer, take(bucketCount), bucketCount);
  const keys = new Uint16Array(buffer, take(rowCount * 2), rowCount);
  const rows = new Int8Array(buffer, take(rowCount * labelCount), rowCount * labelCount);
  const particleHashes = new Uint32Array(buffer, take(particles * 4), particles);
  const particleWeights = new Float32Array(buffer, take(particles * 4), particles);
  const buckets = new Uint32Array(bucketCount + 1);
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    buckets[bucket + 1] = (buckets[bucket] ?? 0) + (sizes[bucket] ?? 0);
  }
  const scale = header.getFloat32(20, true);
  return {
    transitions,
    listHashes,
    listMembers,
    buckets,
    keys,
    rows,
    scale,
    particleHashes,
    particleWeights,
  };
}

/** Writes what `readWeights` reads. */
export function writeWeights(weights: Weights): Uint8Array {
  const parts = [
    weights.transitions,
    weights.listHashes,
    weights.listMembers,
    Uint8Array.from({ length: bucketCount }, (_, bucket) => {
      return (weights.buckets[bucket + 1] ?? 0) - (weights.buckets[bucket] ?? 0);
    }),
    weights.keys,
    weights.rows,
    weights.particleHashes,
    weights.particleWeights,
  ];
  const size = parts.reduce((sum, part) => sum + Math.ceil(part.byteLength / 4) * 4, headerSize);
  const bytes = new Uint8Array(size);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, magic, true);
  header.setUint32(4, transitionCount, true);
  header.setUint32(8, weights.listHashes.length, true);
  header.setUint32(12, weights.keys.length, true);
  header.setUint32(16, weights.particleHashes.length, true);
  header.setFloat32(20, weights.scale, true);
  let at = headerSize;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += Math.ceil(part.byteLength / 4) * 4;
  }
  return bytes;
}

/** Where a hash stands in an ascending list, or -1. */
export function findHash(hashes: Uint32Array, signed: number): number {
  const hash = signed >>> 0;
  // Hashes are spread evenly, so that it stands near its share of the list; the whole is searched when it does not.
  const near = Math.floor((hash / 2 ** 32) * hashes.length);
  const from = Math.max(0, near - spread);
  const to = Math.min(hashes.length - 1, near + spread);
  let low = from > 0 && (hashes[from] ?? 0) > hash ? 0 : from;
  let high = to < hashes.length - 1 && (hashes[to] ?? 0) < hash ? hashes.length - 1 : to;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** How far from its share of a list of 100,000 a hash stands at most, but for one in a hundred. */
const spread = 400;
