import { endianness } from "node:os";
import { inBatches } from "../in-threads.ts";
import type { CatalogEntry, QuoteRef } from "../model/archive.ts";
import { openLedger, readBody } from "./ledger.ts";
import { findInOrder } from "./order.ts";

/*
 * The entries of a catalogue, kept together from one build to the next. All of them are read after each change, and an archive says the
 * same over and over: each text is kept once, and an entry is a row of numbers, most of them of texts. Where the rows stand, the keys of their
 * articles and the texts are behind them.
 */

/** The entries of an earlier catalogue. */
export interface KeptEntries {
  count: number;
  /** Where the entry of the article of a key stands; -1 where there is none. Soonest found in the order in which they were kept. */
  placeOf: (key: string) => number;
  entryAt: (place: number) => CatalogEntry;
}

/** Keeps entries for the next build. */
export interface EntryKeeper {
  add: (key: string, entry: CatalogEntry) => void;
  /** Puts those that were added in place of what was kept before. */
  finish: () => void;
  /** Leaves what was kept before as it is, unless it is finished. */
  close: () => void;
}

/** What the parts of the file are, as its last line. */
interface Contents {
  format: 1;
  /** Of the numbers. */
  endianness: string;
  rows: number;
  /** How many numbers they have in all. */
  numbers: number;
  keys: number;
  /** Of each list of texts, in bytes. */
  texts: number[];
}

const format = 1;
/** Stands for no text. */
const nothing = -1;
const numberSize = Int32Array.BYTES_PER_ELEMENT;
/** Texts that are written as one list: to make one text of those of a large archive would take as much memory again. */
const textsAtOnce = 20_000;
/** UTF-16, as strings have it, takes a tenth of the time of UTF-8. */
const encoding = "utf16le";
const lineFeed = 0x0a;

/** Reads what was kept; null where there is nothing, and where it is not as it was written. */
export function readKeptEntries(path: string): KeptEntries | null {
  const body = readBody(path);
  if (body === null) return null;
  const line = body.lastIndexOf(lineFeed, body.length - 2) + 1;
  // The digest of the file says that `keepEntries` wrote it; another format has another number.
  const contents = JSON.parse(body.toString("utf8", line)) as Contents;
  if (contents.format !== format || contents.endianness !== endianness()) return null;
  let at = 0;
  const part = (length: number): Buffer => {
    at += length;
    return body.subarray(at - length, at);
  };
  const numbers = numbersIn(part(contents.numbers * numberSize));
  const starts = numbersIn(part(contents.rows * numberSize));
  const keys = part(contents.keys).toString("latin1").split("\n");
  const texts = contents.texts.flatMap((length) => JSON.parse(part(length).toString(encoding)) as string[]);
  return {
    count: contents.rows,
    placeOf: findInOrder(keys.length, (place) => keys[place]),
    entryAt: (place) => readRow(numbers, starts[place] ?? 0, texts),
  };
}

/** A copy, as numbers may not begin anywhere. */
function numbersIn({ buffer, byteOffset, byteLength }: Buffer): Int32Array {
  return new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** Most quotes mention nobody. */
const none: string[] = [];

/** What `writeRow` wrote. */
function readRow(numbers: Int32Array, from: number, texts: readonly string[]): CatalogEntry {
  let at = from;
  const number = (): number => {
    at += 1;
    return numbers[at - 1] ?? 0;
  };
  // What was a language or a type when it was written is one now.
  const text = <T extends string = string>(): T => (texts[number()] ?? "") as T;
  const textOrNone = (): string | null => {
    const found = number();
    return found === nothing ? null : (texts[found] ?? "");
  };
  const list = <T>(read: () => T): T[] => {
    const found: T[] = [];
    for (let left = number(); left > 0; left -= 1) found.push(read());
    return found;
  };
  const id = text();
  return {
    article: {
      id,
      lang: text(),
      dir: text(),
      headline: text(),
      published: textOrNone(),
      updated: textOrNone(),
      source: textOrNone(),
      path: text(),
    },
    entities: list(() => ({
      id: text(),
      type: text(),
      name: text(),
      forms: list((): [string, number] => [text(), number()]),
    })),
    quotes: list((): QuoteRef => {
      const [fragment, speaker, speakerId] = [text(), textOrNone(), textOrNone()];
      const about = list(text);
      return { article: id, fragment, speaker, speakerId, about: about.length === 0 ? none : about };
    }),
    links: list(text),
  };
}

/** Keeps entries in a file; what it had before is there until these are whole. */
export function keepEntries(path: string): EntryKeeper {
  const { addLine, fill, finish, close } = openLedger(path);
  const known = new Map<string, number>();
  const texts: string[] = [];
  const keys: string[] = [];
  const starts: number[] = [];
  let count = 0;
  const addText = (text: string): number => {
    texts.push(text);
    return texts.length - 1;
  };
  const numberOf = (text: string): number => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const number = addText(text);
    known.set(text, number);
    return number;
  };
  const writeNumbers = (numbers: ArrayLike<number>): void => {
    fill(numbers.length * numberSize, (bytes) => {
      bytes.set(new Uint8Array(Int32Array.from(numbers).buffer));
    });
  };
  const writePart = (bytes: Buffer): number => {
    fill(bytes.length, (room) => {
      room.set(bytes);
    });
    return bytes.length;
  };
  return {
    add: (key, entry) => {
      const row = rowOf(entry, numberOf, addText);
      keys.push(key);
      starts.push(count);
      count += row.length;
      writeNumbers(row);
    },
    finish: () => {
      writeNumbers(starts);
      const contents: Contents = {
        format,
        endianness: endianness(),
        rows: starts.length,
        numbers: count,
        keys: writePart(Buffer.from(keys.join("\n"), "latin1")),
        texts: inBatches(texts, textsAtOnce).map((list) =>
          writePart(Buffer.from(JSON.stringify(list), encoding)),
        ),
      };
      // A line of its own.
      addLine("");
      addLine(JSON.stringify(contents));
      finish();
    },
    close,
  };
}

/**
 * An entry as numbers, lists with their lengths before them.
 * @param numberOf a text that may stand elsewhere @param addText one that hardly does
 */
function rowOf(
  { article, entities, quotes, links }: CatalogEntry,
  numberOf: (text: string) => number,
  addText: (text: string) => number,
): number[] {
  const { id, lang, dir, headline, published, updated, source, path } = article;
  const numberOrNone = (text: string | null): number => (text === null ? nothing : numberOf(text));
  const row = [
    addText(id),
    numberOf(lang),
    numberOf(dir),
    addText(headline),
    numberOrNone(published),
    numberOrNone(updated),
    numberOrNone(source),
    addText(path),
    entities.length,
  ];
  for (const entity of entities) {
    row.push(numberOf(entity.id), numberOf(entity.type), numberOf(entity.name), entity.forms.length);
    for (const [form, mentions] of entity.forms) row.push(numberOf(form), mentions);
  }
  row.push(quotes.length);
  for (const { fragment, speaker, speakerId, about } of quotes) {
    row.push(numberOf(fragment), numberOrNone(speaker), numberOrNone(speakerId), about.length);
    for (const mentioned of about) row.push(numberOf(mentioned));
  }
  row.push(links.length);
  for (const link of links) row.push(numberOf(link));
  return row;
}
