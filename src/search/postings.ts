/*
 * Which articles have a word: their numbers in order, each with a weight, as bytes. A number is written as what it is more than the one
 * before it, times four, and the weight: seven bits a byte, the lowest first, the eighth telling that more follow. Runs in the browser too.
 */

/** Articles by their numbers, ascending, and what a word weighs in each: 0 to 3. */
export interface Postings {
  numbers: readonly number[];
  weights: readonly number[];
}

/** Weights are below it. */
const weightBase = 4;
/** What fits into the integers that bits are counted in. */
const small = 0x40000000;

/** Bytes that grow as they are written. */
export interface ByteWriter {
  /** An integer from 0 to 2^53 - 1. */
  number: (value: number) => void;
  bytes: (some: Uint8Array) => void;
  /** What was written since the last call; good for good. */
  take: () => Uint8Array;
}

export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(1024);
  let length = 0;
  const makeRoom = (more: number): void => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  return {
    number: (value) => {
      makeRoom(8);
      let rest = value;
      while (rest >= small) {
        buffer[length++] = (rest % 0x80) + 0x80;
        rest = Math.floor(rest / 0x80);
      }
      while (rest >= 0x80) {
        buffer[length++] = (rest & 0x7f) | 0x80;
        rest >>>= 7;
      }
      buffer[length++] = rest;
    },
    bytes: (some) => {
      makeRoom(some.length);
      buffer.set(some, length);
      length += some.length;
    },
    take: () => {
      const taken = buffer.slice(0, length);
      length = 0;
      return taken;
    },
  };
}

/** Reads what a `ByteWriter` wrote. */
export interface ByteReader {
  isAtEnd: () => boolean;
  number: () => number;
  /** The next bytes, as a view. */
  bytes: (length: number) => Uint8Array;
}

export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  return {
    isAtEnd: () => at >= bytes.length,
    number: () => {
      let value = 0;
      let scale = 1;
      for (;;) {
        const byte = bytes[at++] ?? 0;
        value += (byte & 0x7f) * scale;
        if (byte < 0x80) return value;
        scale *= 0x80;
      }
    },
    bytes: (length) => {
      at += length;
      return bytes.subarray(at - length, at);
    },
  };
}

const writer = byteWriter();

export function encodePostings({ numbers, weights }: Postings): Uint8Array {
  let before = 0;
  numbers.forEach((number, index) => {
    writer.number((number - before) * weightBase + (weights[index] ?? 0));
    before = number;
  });
  return writer.take();
}

/** Tells of each article in order. */
export function forEachPosting(bytes: Uint8Array, tell: (number: number, weight: number) => void): void {
  const reader = byteReader(bytes);
  let number = 0;
  while (!reader.isAtEnd()) {
    const value = reader.number();
    number += Math.floor(value / weightBase);
    tell(number, value % weightBase);
  }
}

/** Puts articles among others and takes some away first. @param gone numbers of those to take away */
export function changePostings(
  lists: readonly Uint8Array[],
  gone: ReadonlySet<number> | null = null,
): Uint8Array {
  const [only] = lists;
  if (only !== undefined && lists.length === 1 && gone === null) return only;
  const numbers: number[] = [];
  const weights: number[] = [];
  let isInOrder = true;
  for (const list of lists) {
    forEachPosting(list, (number, weight) => {
      // Only the first list is of what was there before.
      if (list === only && gone?.has(number) === true) return;
      if (number <= (numbers.at(-1) ?? -1)) isInOrder = false;
      numbers.push(number);
      weights.push(weight);
    });
  }
  if (isInOrder) return encodePostings({ numbers, weights });
  const order = numbers.map((_, index) => index).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  return encodePostings({
    numbers: order.map((index) => numbers[index] ?? 0),
    weights: order.map((index) => weights[index] ?? 0),
  });
}
