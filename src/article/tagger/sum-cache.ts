import { mix } from "../../languages/hash.ts";

/*
 * What recurs is summed once: words of the same kinds stand beside each other over and over. A place holds what was asked for
 * last, so that the caches of an archive of any size take no more memory than at first.
 */

export interface SumCache {
  sums: Int32Array;
  /** Where in `sums` those of a pair of keys begin; made when they are not there. */
  find(first: number, second: number): number;
}

/**
 * @param bits of the number of places: so many powers of two
 * @param size of what is kept of a pair of keys, in numbers
 * @param make puts the sums of a pair of keys where it is told to, over zeros
 */
export function createSumCache(
  bits: number,
  size: number,
  make: (first: number, second: number, sums: Int32Array, at: number) => void,
): SumCache {
  const places = 2 ** bits;
  const sums = new Int32Array(places * size);
  const firsts = new Int32Array(places);
  const seconds = new Int32Array(places);
  const isMade = new Uint8Array(places);
  return {
    sums,
    find(first, second) {
      const place = mix(first, second) & (places - 1);
      const at = place * size;
      if (firsts[place] !== first || seconds[place] !== second || isMade[place] === 0) {
        sums.fill(0, at, at + size);
        make(first, second, sums, at);
        firsts[place] = first;
        seconds[place] = second;
        isMade[place] = 1;
      }
      return at;
    },
  };
}
