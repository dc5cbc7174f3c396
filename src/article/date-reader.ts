import type { CalendarName } from "../languages/calendar.ts";
import type { DateLanguage } from "../languages/date-language.ts";
import type { SenseKind } from "./date-lexicon.ts";
import { type Tense, tenseAt } from "./date-tense.ts";
import { type DateWord, type Hit, hitAt, isSpace } from "./date-words.ts";

/** A block's words and all that reading a date in it needs. */
export interface DateReader {
  text: string;
  words: readonly DateWord[];
  published: string | null;
  dates: DateLanguage;
  /** Index of the first word after the year that was read last, for a range of years. */
  afterYear: number;
  /** The day that was read last, for a range of weekdays. */
  lastDay: { value: string; after: number } | null;
}

/** A date as it was read. */
export interface Reading {
  start: number;
  end: number;
  value: string;
  /** Index of the first word after it. */
  after: number;
}

export function hit<K extends SenseKind>({ text, words }: DateReader, index: number, kind: K): Hit<K> | null {
  return hitAt(text, words, index, kind);
}

/**
 * The characters between a word and the one before it, the geresh of a letter left out; a mark that no pattern accepts
 * when there is no such word.
 */
export function gapBefore({ text, words }: DateReader, index: number): string {
  const before = words[index - 1];
  const word = words[index];
  if (before === undefined || word === undefined) return "\0";
  return isSpace(text, before.to, word.left)
    ? " "
    : text.slice(before.to, word.left).replace(/^['׳’](?=[\s,])/u, "");
}

const space = /^[\s\u00a0\u200c]+$/u;
const spaceOrComma = /^[\s\u00a0]*[,،]?[\s\u00a0]+$/u;
/** «ב-25», "Dec. 20", «25-يناير». */
const spaceOrHyphen = /^[\s\u00a0]*[-־–]?[\s\u00a0]*$/u;

export function isBeside(reader: DateReader, index: number): boolean {
  return space.test(gapBefore(reader, index));
}

export function isBesideOrAfterComma(reader: DateReader, index: number): boolean {
  return spaceOrComma.test(gapBefore(reader, index));
}

export function isBesideOrAfterHyphen(reader: DateReader, index: number): boolean {
  return spaceOrHyphen.test(gapBefore(reader, index));
}

/** The word before a place, when only a space or a hyphen parts them. */
export function wordBefore(reader: DateReader, index: number): DateWord | undefined {
  return isBesideOrAfterHyphen(reader, index) ? reader.words[index - 1] : undefined;
}

/** 2.5, 10:30, 1,500, -3: a number that is only part of one. A full stop or comma with a space after it parts. */
export function isPartOfNumber(text: string, { start, end }: DateWord): boolean {
  return (
    /[\p{N}][.,:٫٬/]$|[$€£₪%٪#]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[.,:٫٬/]\p{N}|[%٪°$€£₪])/u.test(text.slice(end, end + 2))
  );
}

/** Words of a kind that stand beside each other; the index after them. */
export function skip(reader: DateReader, at: number, kind: SenseKind): number {
  const word = hit(reader, at, kind);
  if (word === null) return at;
  const second = isBeside(reader, word.after) ? hit(reader, word.after, kind) : null;
  const after = second?.after ?? word.after;
  return isBesideOrAfterHyphen(reader, after) ? after : at;
}

/** Letters or words that name a year's calendar, on it or beside it: 2021م, 1442 هـ. */
export function readEra(
  reader: DateReader,
  at: number,
): { calendar: CalendarName; end: number; after: number } | null {
  if (!/^[\s\u00a0]?$/u.test(gapBefore(reader, at))) return null;
  const era = hit(reader, at, "era");
  return era === null ? null : { calendar: era.sense.calendar, end: era.end, after: era.after };
}

export function tenseOf({ text, words, dates }: DateReader, from: number, to: number): Tense | null {
  return tenseAt(text, words, from, to, dates);
}

export function isLowerCase({ dates, text }: DateReader, start: number): boolean {
  return dates.capitals && /^\p{Ll}/u.test(text.slice(start, start + 1));
}
