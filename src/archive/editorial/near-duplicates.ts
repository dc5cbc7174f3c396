import { hashText, mix } from "../../languages/hash.ts";
import { searchTokens } from "../../languages/search-words.ts";

/** Words that stand in a row and are compared as one. */
const shingleWords = 4;
const hashes = 64;
/** Articles that share the whole of one of so many bands are compared: finds nearly all pairs above the threshold. */
const bands = 16;
const rows = hashes / bands;
/** From this share of common shingles on two articles are nearly the same. */
const nearlySame = 0.8;
/** A text of fewer words is too short to be told from another. */
const fewestWords = 30;

export interface NearDuplicate {
  /** Both as given; the second one comes later. */
  first: string;
  second: string;
  /** Share of the shingles of either that both have, from 0 to 1, as MinHash estimates it. */
  share: number;
}

/** Pairs of texts that are nearly the same (MinHash with banding). Linear in the texts, but for what is really alike. */
export function findNearDuplicates(
  texts: Iterable<{ id: string; lang: string; text: string }>,
): NearDuplicate[] {
  const signatures = new Map<string, Int32Array>();
  const buckets = new Map<string, string[]>();
  const found: NearDuplicate[] = [];
  for (const { id, text } of texts) {
    const signature = signatureOf(text);
    if (signature === null) continue;
    const candidates = new Set<string>();
    for (let band = 0; band < bands; band += 1) {
      const key = `${band}:${signature.subarray(band * rows, (band + 1) * rows).join()}`;
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [id]);
      else {
        // Of many copies the first stands for all: each is compared with it alone.
        candidates.add(bucket[0] ?? id);
        if (bucket.length < 2) bucket.push(id);
      }
    }
    for (const other of candidates) {
      const share = shareOf(signature, signatures.get(other) ?? signature);
      if (share >= nearlySame) found.push({ first: other, second: id, share });
    }
    signatures.set(id, signature);
  }
  return found;
}

function signatureOf(text: string): Int32Array | null {
  const words = searchTokens(text).map(({ folded }) => hashText(folded, 21));
  if (words.length < fewestWords) return null;
  const signature = new Int32Array(hashes).fill(2 ** 31 - 1);
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    let shingle = 0;
    for (let word = 0; word < shingleWords; word += 1) shingle = mix(shingle, words[at + word] ?? 0);
    for (let index = 0; index < hashes; index += 1) {
      const value = mix(shingle, index + 1);
      if (value < (signature[index] ?? 0)) signature[index] = value;
    }
  }
  return signature;
}

function shareOf(one: Int32Array, other: Int32Array): number {
  let same = 0;
  for (let index = 0; index < hashes; index += 1) if (one[index] === other[index]) same += 1;
  return same / hashes;
}
