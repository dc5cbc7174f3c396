import type { DateLanguage } from "../languages/date-language.ts";
import type { DateMention } from "../model/article.ts";
import type { Block } from "./block.ts";
import { lexiconOf, type SenseKind } from "./date-lexicon.ts";
import type { DateReader } from "./date-reader.ts";
import { dateRules } from "./date-rules.ts";
import { dateWords, hitAt } from "./date-words.ts";
import { dateProvenance } from "./provenance.ts";

export interface DateInput {
  text: string;
  blocks: readonly Block[];
  /** Day of publication; without it relative dates have no value and are left alone. */
  published: string | null;
  dates: DateLanguage;
  fold: (word: string) => string;
}

/** A date and the rule that found it. */
export interface FoundDate extends Omit<DateMention, "provenance"> {
  rule: string;
}

/**
 * The dates of an article with their Gregorian values, in text order, none overlapping. Particles written onto a date
 * are outside of it; a weekday belongs to the date that it stands beside.
 */
export function findDates(input: DateInput): DateMention[] {
  return readDates(input).map(({ rule, start, end, text, value }) => {
    return { start, end, text, value, provenance: dateProvenance(rule) };
  });
}

/** The same dates with the ids of the rules that found them. */
export function readDates({ text, blocks, published, dates, fold }: DateInput): FoundDate[] {
  const lexicon = lexiconOf(dates, fold);
  const found: FoundDate[] = [];
  for (const block of blocks) {
    const words = dateWords(text, block, lexicon);
    const reader: DateReader = { text, words, published, dates, afterYear: -1, lastDay: null };
    let at = 0;
    while (at < words.length) at = words[at]?.starts === true ? readAt(reader, at, found) : at + 1;
  }
  return found;
}

/** Reads what begins at a word; the index of the first word after it. */
function readAt(reader: DateReader, at: number, found: FoundDate[]): number {
  const { text, words, dates } = reader;
  const word = words[at];
  if (word === undefined) return at + 1;
  const other = hitAt(text, words, at, "not-date");
  if (other !== null) return other.after;
  const isNumber = word.number !== null || dates.letterNumerals;
  for (const { id, number, begins, read } of dateRules) {
    if (!(number && isNumber) && !hasOne(word.kinds, begins)) continue;
    const readings = read(reader, at);
    for (const { start, end, value } of readings) {
      found.push({ start, end, text: text.slice(start, end), value, rule: id });
    }
    const last = readings.at(-1);
    if (last !== undefined) return Math.max(last.after, at + 1);
  }
  return at + 1;
}

function hasOne(kinds: ReadonlySet<SenseKind>, wanted: readonly SenseKind[]): boolean {
  for (const kind of wanted) if (kinds.has(kind)) return true;
  return false;
}
