import { hash } from "node:crypto";

/**
 * Takes values one after another. What is told of each says where it ends, so that other values never come to the same.
 * As numbers, not as text: putting text together and encoding it takes four times as long.
 */
export interface ValueWriter {
  /** A plain value; of a frozen object its digest, and of one with a `key` (an article in the store) that alone: where the store has it says nothing. */
  value: (value: unknown) => void;
  /** A whole number. */
  number: (value: number) => void;
  /** The numbers of a list from one place to another, of which there are always as many. */
  numbers: (values: Int32Array, from: number, to: number) => void;
  /** What `digestOnce` made, by its number. */
  digest: (number: number) => void;
}

/** Tells values apart that pages are made of. */
export interface Digester {
  /** A digest of a plain value: the same for the same value, in every process. */
  of: (value: unknown) => string;
  /** Takes what the two below have digested, and nothing at other times. */
  writer: ValueWriter;
  /** A digest of all that is written meanwhile. */
  ofWritten: (write: () => void) => string;
  /** Keeps the digest of all that is written meanwhile, also while something else is being written. @returns its number */
  digestOnce: (write: () => void) => number;
}

/** Writes a list, whatever is written of what is in it. */
export function writeList<T>(
  to: Pick<ValueWriter, "number">,
  list: Iterable<T> & { length: number },
  write: (one: T) => void,
): void {
  to.number(list.length);
  for (const one of list) write(one);
}

/** How many numbers a SHA-256 has, and how many bytes each of them. */
const digestSize = 8;
const numberSize = Int32Array.BYTES_PER_ELEMENT;

/** What begins a value, but for a whole number, which is told by where it stands. */
const kinds = {
  nothing: 1,
  no: 2,
  yes: 3,
  number: 4,
  text: 5,
  list: 6,
  object: 7,
  digest: 8,
  other: 9,
} as const;

/**
 * A digester that remembers the digest of a frozen object: cards stand on many pages.
 * @param start goes into each digest
 */
export function createDigester(start: string): Digester {
  // What is being written: what is digested on the way is behind what stands there already, and makes room when it is.
  let words = new Int32Array(1 << 12);
  let size = 0;
  let digests = new Int32Array(digestSize << 8);
  let count = 0;
  const known = new WeakMap<object, number>();

  const makeRoom = (more: number): void => {
    if (size + more > words.length) words = enlarged(words, size + more);
  };
  const number = (value: number): void => {
    makeRoom(1);
    words[size] = value;
    size += 1;
  };
  const numbers: ValueWriter["numbers"] = (values, from, to) => {
    makeRoom(to - from);
    for (let at = from; at < to; at += 1) {
      words[size] = values[at] ?? 0;
      size += 1;
    }
  };
  const digest = (nth: number): void => numbers(digests, nth * digestSize, (nth + 1) * digestSize);
  const text = (value: string): void => {
    const { length } = value;
    makeRoom(2 + ((length + 1) >> 1));
    words[size] = kinds.text;
    words[size + 1] = length;
    size += 2;
    // Two code units a number; behind the last of an odd number stands nothing.
    for (let at = 0; at < length; at += 2) {
      words[size] = value.charCodeAt(at) | (at + 1 < length ? value.charCodeAt(at + 1) << 16 : 0);
      size += 1;
    }
  };
  const value = (what: unknown): void => {
    if (typeof what === "string") text(what);
    else if (what === null) number(kinds.nothing);
    else if (typeof what === "boolean") number(what ? kinds.yes : kinds.no);
    else if (typeof what === "number") {
      number(kinds.number);
      float[0] = what;
      numbers(floatWords, 0, floatWords.length);
    } else if (typeof what !== "object") {
      number(kinds.other);
      text(String(what));
    } else if (Object.isFrozen(what)) {
      let nth = known.get(what);
      if (nth === undefined) {
        nth = digestOnce(() => members(what));
        known.set(what, nth);
      }
      number(kinds.digest);
      digest(nth);
    } else members(what);
  };
  const members = (what: object): void => {
    if (Array.isArray(what)) {
      number(kinds.list);
      number(what.length);
      for (const member of what) value(member);
      return;
    }
    if ("key" in what && "stored" in what) {
      value(what.key);
      return;
    }
    number(kinds.object);
    for (const name in what) {
      text(name);
      value(Reflect.get(what, name));
    }
    number(kinds.nothing);
  };
  const hashed = (from: number, encoding: "base64url" | "binary"): string => {
    const bytes = new Uint8Array(words.buffer, from * numberSize, (size - from) * numberSize);
    size = from;
    return hash("sha256", bytes, encoding);
  };
  const digestOnce: Digester["digestOnce"] = (write) => {
    const from = size;
    write();
    const bytes = hashed(from, "binary");
    if ((count + 1) * digestSize > digests.length) digests = enlarged(digests, (count + 1) * digestSize);
    for (let at = 0; at < digestSize; at += 1) {
      const byte = at * numberSize;
      digests[count * digestSize + at] =
        bytes.charCodeAt(byte) |
        (bytes.charCodeAt(byte + 1) << 8) |
        (bytes.charCodeAt(byte + 2) << 16) |
        (bytes.charCodeAt(byte + 3) << 24);
    }
    count += 1;
    return count - 1;
  };
  const ofWritten: Digester["ofWritten"] = (write) => {
    const from = size;
    text(start);
    write();
    return hashed(from, "base64url");
  };
  const writer: ValueWriter = { value, number, numbers, digest };
  return { of: (what) => ofWritten(() => value(what)), writer, ofWritten, digestOnce };
}

const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

/** The same numbers, with room for at least so many. */
function enlarged(numbers: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
