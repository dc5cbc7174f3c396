import { byteReader, byteWriter } from "./postings.ts";

/*
 * A file of words with their postings, in the order of code units. Of each word stands how much it shares with the one before it and
 * what it has beside, in UTF-16 code units. Runs in the browser too.
 */

/** A word, and which articles have it. */
export interface WordEntry {
  word: string;
  /** As `encodePostings` makes them. */
  postings: Uint8Array;
}

export function encodeWords(entries: Iterable<WordEntry>): Uint8Array {
  const writer = byteWriter();
  let before = "";
  for (const { word, postings } of entries) {
    let shared = 0;
    while (shared < word.length && word.charCodeAt(shared) === before.charCodeAt(shared)) shared += 1;
    writer.number(shared);
    writer.number(word.length - shared);
    for (let at = shared; at < word.length; at += 1) writer.number(word.charCodeAt(at));
    writer.number(postings.length);
    writer.bytes(postings);
    before = word;
  }
  return writer.take();
}

/** The words of a file, one after another. Their postings are views of it. */
export function* readWords(bytes: Uint8Array): Generator<WordEntry, undefined> {
  const reader = byteReader(bytes);
  let word = "";
  while (!reader.isAtEnd()) {
    const shared = reader.number();
    const added = reader.number();
    word = word.slice(0, shared);
    for (let at = 0; at < added; at += 1) word += String.fromCharCode(reader.number());
    yield { word, postings: reader.bytes(reader.number()) };
  }
  return undefined;
}

/** The words of several files in one order, each with what the files say of it, in the order of the files. */
export function* mergeWords(
  files: readonly Uint8Array[],
): Generator<{ word: string; found: readonly { file: number; postings: Uint8Array }[] }, undefined> {
  const readers = files.map((bytes) => readWords(bytes));
  const heads = readers.map((reader) => reader.next().value);
  for (;;) {
    let least: string | undefined;
    for (const head of heads)
      if (head !== undefined && (least === undefined || head.word < least)) least = head.word;
    if (least === undefined) return undefined;
    const found: { file: number; postings: Uint8Array }[] = [];
    heads.forEach((head, file) => {
      if (head?.word !== least) return;
      found.push({ file, postings: head.postings });
      heads[file] = readers[file]?.next().value;
    });
    yield { word: least, found };
  }
}
