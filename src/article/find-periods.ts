import type { PeriodMention } from "../model/article.ts";
import { lexiconOf, type SenseKind } from "./date-lexicon.ts";
import { type DateWord, dateWords, hitAt } from "./date-words.ts";
import type { DateInput } from "./find-dates.ts";
import type { KnownDate, PeriodReader } from "./period-reader.ts";
import { type PeriodRule, periodRules } from "./period-rules.ts";
import { periodProvenance } from "./provenance.ts";

export interface PeriodInput extends DateInput {
  /** The article's dates, in text order, none overlapping. */
  known: readonly KnownDate[];
}

/** A period and the rule that found it. */
export interface FoundPeriod extends Omit<PeriodMention, "provenance"> {
  rule: string;
}

/**
 * The stretches of time and the imprecise dates of an article as EDTF (ISO 8601-2, level 1, with the codes of level 2 for
 * quarters, thirds and halves), in text order, none overlapping. A period takes in the words that make it one («منذ», "from").
 * What stands among the dates already and no more is none. Empty for a language whose pack has no words for them.
 */
export function findPeriods(input: PeriodInput): PeriodMention[] {
  return readPeriods(input).map(({ rule, start, end, text, edtf }) => {
    return { start, end, text, edtf, provenance: periodProvenance(rule) };
  });
}

/** The same periods with the ids of the rules that found them. */
export function readPeriods({ text, blocks, published, dates, fold, known }: PeriodInput): FoundPeriod[] {
  if (dates.periods === undefined) return [];
  const lexicon = lexiconOf(dates, fold);
  const found: FoundPeriod[] = [];
  let next = 0;
  for (const block of blocks) {
    const words = dateWords(text, block, lexicon);
    const dateAt = new Map<number, KnownDate & { after: number }>();
    next = placeDates(words, known, next, dateAt);
    if (dateAt.size === 0 && !words.some(tellsTime)) continue;
    const reader: PeriodReader = { text, words, published, dates, afterYear: -1, lastDay: null, dateAt };
    let at = 0;
    while (at < words.length) at = readAt(reader, at, found);
  }
  return found;
}

/** Puts each date at the word that it begins in; the index of the first date after the block. */
function placeDates(
  words: readonly DateWord[],
  known: readonly KnownDate[],
  from: number,
  dateAt: Map<number, KnownDate & { after: number }>,
): number {
  let next = from;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    let date = known[next];
    while (word !== undefined && date !== undefined && date.end <= word.start) date = known[++next];
    if (word === undefined || date === undefined || date.start >= word.end || date.start < word.left)
      continue;
    let after = index + 1;
    while ((words[after]?.start ?? date.end) < date.end) after += 1;
    dateAt.set(index, { start: date.start, end: date.end, value: date.value, after });
    next += 1;
    index = after - 1;
  }
  return next;
}

/** One of these, a number or a date is in every period; the other words only lead to it. */
const times: ReadonlySet<SenseKind> = new Set<SenseKind>([
  ...(["decade", "century-ordinal", "told-century", "fraction", "season", "told-week", "count"] as const),
  ...(["span-unit", "span", "year", "the-month", "month"] as const),
]);

function tellsTime(word: DateWord): boolean {
  if (word.hasDigit) return true;
  if (word.kinds.size === 0) return false;
  for (const { sense } of word.matches) if (times.has(sense.kind)) return true;
  return false;
}

/** What a word's kinds say of the periods that may begin with it. */
interface Opening {
  /** «هذا العام», after which any rule is tried. */
  isToldTime: boolean;
  /** Whether it may begin a phrase that only looks like a period. */
  isDoubtful: boolean;
  rules: readonly PeriodRule[];
}

const nothing: Opening = { isToldTime: false, isDoubtful: false, rules: [] };
/** A set of kinds belongs to all places of a word. */
const openings = new WeakMap<ReadonlySet<SenseKind>, Opening>();

function openingOf(kinds: ReadonlySet<SenseKind>): Opening {
  if (kinds.size === 0) return nothing;
  let opening = openings.get(kinds);
  if (opening === undefined) {
    const rules = periodRules.filter(({ begins }) => begins.some((kind) => kinds.has(kind)));
    const isToldTime = kinds.has("year") || kinds.has("the-month");
    opening = { isToldTime, isDoubtful: kinds.has("not-period"), rules };
    openings.set(kinds, opening);
  }
  return opening;
}

/** Reads what begins at a word; the index of the first word after it. */
function readAt(reader: PeriodReader, at: number, found: FoundPeriod[]): number {
  const { text, words, dateAt } = reader;
  const word = words[at];
  if (word === undefined) return at + 1;
  const { isToldTime, isDoubtful, rules } = openingOf(word.kinds);
  const isTime = isToldTime || startsWithDigit(word) || (dateAt.size > 0 && dateAt.has(at));
  if (!isTime && !isDoubtful && rules.length === 0) return at + 1;
  const other = isDoubtful ? hitAt(text, words, at, "not-period") : null;
  if (other !== null) return other.after;
  for (const { id, read } of isTime ? periodRules : rules) {
    const told = read(reader, at);
    if (told === null || told.plain) continue;
    const { start, end, edtf, after } = told;
    const date = dateAt.get(at);
    if (date?.start === start && date.end === end) continue;
    found.push({ start, end, text: text.slice(start, end), edtf, rule: id });
    return Math.max(after, at + 1);
  }
  return at + 1;
}

/** 1990s, «19ویں» */
function startsWithDigit({ number, text }: DateWord): boolean {
  if (number !== null) return true;
  const code = text.charCodeAt(0);
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)
  );
}
