import { readFileSync } from "node:fs";
import { packageFile } from "../../package-file.ts";
import { hashText } from "../hash.ts";

/*
 * Which Arabic words are in a spelling dictionary, so that a word of no list that is in none of them may be a name.
 * 700,000 inflected forms as Bloom filters take a megabyte; one word in fifty is taken for a member that it is not.
 */

/** Kinds of words that the dictionary tells apart, in the order of their filters. */
export const wordKinds = ["noun", "verb", "adjective"] as const;
export type WordKind = (typeof wordKinds)[number];

/** One Bloom filter for each of `wordKinds`. */
export type Dictionary = readonly Uint8Array[];

const magic = 0x31445257;
const probes = 6;
const bitsPerWord = 8;

/** The bits that stand for a word begin at the share of the first hash, and lie that of the second apart. */
interface Hashes {
  first: number;
  second: number;
}

function hashesOf(folded: string): Hashes {
  return { first: hashText(folded, 11) >>> 0, second: hashText(folded, 12) >>> 0 };
}

function addWord(filter: Uint8Array, { first, second }: Hashes): void {
  const count = filter.length * 8;
  const step = (second % count) | 1;
  for (let probe = 0, bit = first % count; probe < probes; probe += 1, bit = (bit + step) % count) {
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
}

function hasWord(filter: Uint8Array, { first, second }: Hashes): boolean {
  const count = filter.length * 8;
  const step = (second % count) | 1;
  for (let probe = 0, bit = first % count; probe < probes; probe += 1, bit = (bit + step) % count) {
    if (((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Makes a filter that has all of the folded words. */
export function makeFilter(words: ReadonlySet<string>): Uint8Array {
  const filter = new Uint8Array(Math.ceil((words.size * bitsPerWord) / 32) * 4);
  for (const word of words) addWord(filter, hashesOf(word));
  return filter;
}

/** @returns the kinds that a folded word may be, as bits in the order of `wordKinds` */
export function kindsOf(dictionary: Dictionary, folded: string): number {
  const hashes = hashesOf(folded);
  let kinds = 0;
  dictionary.forEach((filter, kind) => {
    if (filter.length > 0 && hasWord(filter, hashes)) kinds |= 1 << kind;
  });
  return kinds;
}

/** Writes what `readDictionary` reads: a magic number, the sizes, the filters; little endian. */
export function writeDictionary(dictionary: Dictionary): Uint8Array {
  const header = new DataView(new ArrayBuffer(4 * (1 + wordKinds.length)));
  header.setUint32(0, magic, true);
  wordKinds.forEach((_, kind) => {
    header.setUint32(4 * (kind + 1), dictionary[kind]?.length ?? 0, true);
  });
  return Buffer.concat([new Uint8Array(header.buffer), ...dictionary]);
}

/** @throws RangeError when the bytes are not a dictionary's */
export function readDictionary(bytes: Uint8Array): Dictionary {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || header.getUint32(0, true) !== magic) {
    throw new RangeError("This is not a dictionary for the name tagger.");
  }
  let at = 4 * (1 + wordKinds.length);
  return wordKinds.map((_, kind) => {
    const start = at;
    at += header.getUint32(4 * (kind + 1), true);
    return bytes.subarray(start, at);
  });
}

let loaded: Dictionary | undefined;

/** The dictionary of Arabic; read once. */
export function loadDictionary(): Dictionary {
  loaded ??= readDictionary(readFileSync(packageFile("src/languages/ar/model/words.bloom")));
  return loaded;
}
