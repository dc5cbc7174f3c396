/*
 * Hashes are signed: an integer of 32 bits stays in a register, where an unsigned one above 2 ** 31 is put on the heap.
 */

/** The 32-bit hash (FNV-1a) of a stretch of a string, begun with a seed. */
export function hashText(text: string, seed: number, start = 0, end = text.length): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = start; index < end; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash, seed);
}

/** Joins two hashes into one that depends on their order (the finishing steps of MurmurHash3). */
export function mix(first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
