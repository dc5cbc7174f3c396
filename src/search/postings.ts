/*
 * Which articles have a word: their numbers in order, each with a weight, as bytes. A number is written as what it is more than the one
 * before it, times four, and the weight: seven bits a byte, the lowest first, the eighth telling that more follow. Runs in the browser too.
 */

/** Articles by their numbers, ascending, and what a word weighs in each: 0 to 3. */
export interface Postings {
  numbers: readonly number[] | Float64Array;
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
  /** How many bytes were read. */
  at: () => number;
  isAtEnd: () => boolean;
  number: () => number;
  /** The next bytes, as a view. */
  bytes: (length: number) => Uint8Array;
}

export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  return {
    at: () => at,
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

/** The articles of several lists, none of which is in two. */
export function joinPostings(lists: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...others] = lists;
  if (others.length === 0) return first;
  writer.bytes(first);
  let last = lastNumber(first);
  for (const list of others) {
    const reader = byteReader(list);
    const value = reader.number();
    const number = Math.floor(value / weightBase);
    if (number <= last) {
      // They are not one behind the other.
      writer.take();
      const all = new Map<number, number>();
      for (const other of others) forEachPosting(other, (one, weight) => all.set(one, weight));
      return changePostings(first, all, new Set());
    }
    // But for its first article a list says the same behind another.
    writer.number(value - last * weightBase);
    writer.bytes(list.subarray(reader.at()));
    last = lastNumber(list);
  }
  return writer.take();
}

function lastNumber(list: Uint8Array): number {
  let last = -1;
  forEachPosting(list, (number) => {
    last = number;
  });
  return last;
}

/**
 * Takes articles out of a list and puts others into it.
 * @param added the word's weights by the numbers of articles
 * @param gone has the numbers of those to take out
 */
export function changePostings(
  list: Uint8Array,
  added: Iterable<readonly [number: number, weight: number]>,
  gone: Pick<ReadonlySet<number>, "has">,
): Uint8Array {
  const more = [...added].sort(([a], [b]) => a - b);
  let next = 0;
  // The last numbers that were read and written: as long as they are the same, what follows is copied as it is.
  let before = 0;
  let written = 0;
  let copiedTo = 0;
  const write = (number: number, weight: number): void => {
    writer.number((number - written) * weightBase + weight);
    written = number;
  };
  const reader = byteReader(list);
  for (let start = 0; !reader.isAtEnd(); start = reader.at()) {
    const value = reader.number();
    const number = before + Math.floor(value / weightBase);
    const isGone = gone.has(number);
    const isLater = next < more.length && (more[next]?.[0] ?? 0) < number;
    if (isGone || isLater || written !== before) {
      writer.bytes(list.subarray(copiedTo, start));
      for (let one = more[next]; one !== undefined && one[0] < number; one = more[next]) {
        write(...one);
        next += 1;
      }
      if (!isGone) write(number, value % weightBase);
      copiedTo = reader.at();
    } else written = number;
    before = number;
  }
  writer.bytes(list.subarray(copiedTo));
  for (const one of more.slice(next)) write(...one);
  return writer.take();
}
