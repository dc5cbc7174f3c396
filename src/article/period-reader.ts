import { type DateReader, hit } from "./date-reader.ts";
import { monthFrom } from "./date-values.ts";
import { isSpace } from "./date-words.ts";

/** A date that has been found already. */
export interface KnownDate {
  start: number;
  end: number;
  value: string;
}

/** A block's words with the dates among them. */
export interface PeriodReader extends DateReader {
  /** The date whose first characters stand in a word, and the index of the first word after it. */
  dateAt: ReadonlyMap<number, KnownDate & { after: number }>;
}

/** A time as the text tells it. */
export interface Told {
  start: number;
  end: number;
  /** Index of the first word after it. */
  after: number;
  edtf: string;
  /** Its ends as EDTF dates of level 1, for longer stretches that begin or end with it; null when it has none to tell. */
  bounds: { first: string; last: string } | null;
  /** The years of a decade or a century. */
  years: { from: number; count: number } | null;
  /** Whether it is one of the article's dates, or a year or month told from today, and no stretch by itself. */
  plain: boolean;
}

/** A date that begins at a word; or this year, last month and the like, which not all count as dates. */
export function readPlain(reader: PeriodReader, at: number): Told | null {
  const date = reader.dateAt.get(at);
  if (date !== undefined) return plain(date.start, date.end, date.after, date.value);
  const { published } = reader;
  if (published === null) return null;
  const year = hit(reader, at, "year");
  if (year !== null) {
    const value = String(Number(published.slice(0, 4)) + year.sense.offset);
    return plain(year.start, year.end, year.after, value);
  }
  const month = hit(reader, at, "the-month");
  if (month === null) return null;
  return plain(month.start, month.end, month.after, monthFrom(published, month.sense.offset));
}

export function plain(start: number, end: number, after: number, value: string): Told {
  return { start, end, after, edtf: value, bounds: { first: value, last: value }, years: null, plain: true };
}

const mostFillers = 3;

/** What `read` finds at a word, or after words that only lead to it: «من عام 2021», "of the year 2021". */
export function readAfterFillers<T>(
  reader: PeriodReader,
  from: number,
  read: (reader: PeriodReader, at: number) => T | null,
): T | null {
  let at = from;
  for (let passed = 0; passed <= mostFillers; passed += 1) {
    const found = read(reader, at);
    if (found !== null) return found;
    const filler = hit(reader, at, "filler") ?? hit(reader, at, "joiner") ?? hit(reader, at, "year-word");
    if (filler === null || !isNear(reader, filler.after)) return null;
    at = filler.after;
  }
  return null;
}

/** Whether only a space, a hyphen or nothing but the mark after a particle («الـ», "mid-") parts a word from the one before. */
export function isNear(reader: PeriodReader, index: number): boolean {
  const before = reader.words[index - 1];
  const word = reader.words[index];
  if (before === undefined || word === undefined) return false;
  if (isSpace(reader.text, before.to, word.left)) return true;
  return /^[\s\u00a0\u200c]*[-־–]?[\s\u00a0\u200c]*$|^\.\s?$/u.test(reader.text.slice(before.to, word.left));
}

/** "Sunday's vote": the date only says which vote. */
export function isPossessive({ text }: PeriodReader, end: number): boolean {
  return /^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3));
}
