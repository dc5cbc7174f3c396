import type { CalendarName } from "../languages/calendar.ts";
import type { DateLanguage, Shift } from "../languages/date-language.ts";
import { tokenize } from "../languages/tokens.ts";
import { formsOf, rememberOfForm, type WordForm } from "../languages/word-form.ts";
import { type PeriodSense, periodKinds, periodPhrases } from "./period-senses.ts";

/** What a word or phrase of a language says about dates. */
export type Sense =
  | { kind: "month"; calendar: CalendarName; month: number; weak: boolean }
  | { kind: "weekday"; day: number; weak: boolean }
  | { kind: "bracket-weekday"; day: number }
  | { kind: "day"; offset: number }
  | { kind: "tensed-day"; distance: number }
  | { kind: "ordinal"; day: number; joined: boolean }
  | { kind: "shift"; shift: Shift }
  | { kind: "year"; offset: number }
  | { kind: "the-month"; offset: number }
  | { kind: "era"; calendar: CalendarName }
  | PeriodSense
  | { kind: Mark };

/** Words that matter by where they stand. */
const marks = [
  "joiner",
  "weekday-joiner",
  "range-joiner",
  "month-cue",
  "weekday-cue-before",
  "weekday-cue-after",
  "year-word",
  "year-cue",
  "year-follower",
  "unit",
  "quantity",
  "before-era",
  "habit",
  "name-head",
  "not-date",
  "past-cue",
  "next-cue",
  "clause-word",
  "future-breaker",
  "past-breaker",
] as const;
type Mark = (typeof marks)[number];

export type SenseKind = Sense["kind"];

/** A phrase that a word may begin. */
export interface PhraseMatch {
  sense: Sense;
  /** The folded words after the first. */
  rest: readonly string[];
  /** How many folded letters of particles stand before the phrase in its first word, and which. */
  clitic: string;
}

/** All that the lexicon says of one word as it is written. */
export interface WordSenses {
  folded: string;
  /** Longest first; as it stands before what a particle is taken off. */
  matches: readonly PhraseMatch[];
  /** The kinds of those. */
  kinds: ReadonlySet<SenseKind>;
  /** Whether a date, or a phrase that only looks like one, may begin here. */
  starts: boolean;
  hasDigit: boolean;
}

export interface DateLexicon {
  fold: (word: string) => string;
  sensesOf: (form: WordForm) => WordSenses;
  /** Whether folded letters are particles that may be written onto a number. */
  isParticle: (folded: string) => boolean;
  /** Whether letters may be written onto a number's end: an era's, an ordinal's. */
  isEnding: (letters: string) => boolean;
  /** How many code units at the end of a written word are no part of a date. */
  endingLength: (written: string) => number;
}

const starters: ReadonlySet<SenseKind> = new Set<SenseKind>([
  "month",
  "weekday",
  "day",
  "tensed-day",
  "ordinal",
  "year",
  "the-month",
  "shift",
  "not-date",
]);

/** Words that particles may be written onto; the others stand as they are. */
const clinging: ReadonlySet<SenseKind> = new Set<SenseKind>([
  ...starters,
  "year-word",
  "year-cue",
  "habit",
  "name-head",
  "quantity",
  ...periodKinds,
]);

const lexicons = new WeakMap<DateLanguage, DateLexicon>();
/** A word that may be a number in Hebrew letters: one letter, or more with gershayim. */
const inLetters = /^[ובלמה]{0,2}[\u05d0-\u05ea]$|^[\u05d0-\u05ea]{1,6}["”״][\u05d0-\u05ea]$/u;

/** The words of a language's dates, ready for looking up. Made once for each language. */
export function lexiconOf(dates: DateLanguage, fold: (word: string) => string): DateLexicon {
  const known = lexicons.get(dates);
  if (known !== undefined) return known;
  const phrases = readPhrases(dates, fold);
  const formOf = formsOf(fold);
  const particles = new Set(["ال", ...dates.clitics].flatMap((one) => [one, `${one}ال`]));
  const made: DateLexicon = {
    fold,
    endingLength: dates.endingLength,
    isParticle: (folded) => particles.has(folded),
    isEnding: (letters) =>
      dates.ordinalEndings.includes(letters.toLowerCase()) ||
      made.sensesOf(formOf(letters)).matches.some(({ sense }) => sense.kind === "era"),
    sensesOf: rememberOfForm(({ text, folded }) => {
      const senses = findSenses(text, folded, phrases, dates);
      if (dates.letterNumerals && inLetters.test(text)) senses.starts = true;
      return senses;
    }),
  };
  lexicons.set(dates, made);
  return made;
}

/** Of most words. */
const noKinds: ReadonlySet<SenseKind> = new Set();

interface Phrase {
  sense: Sense;
  rest: readonly string[];
}

function readPhrases(dates: DateLanguage, fold: (word: string) => string): ReadonlyMap<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  const add = (name: string, sense: Sense): void => {
    const [first, ...rest] = tokenize(name, 0, name.length, fold).map(({ folded }) => folded);
    if (first === undefined) return;
    const list = phrases.get(first);
    if (list === undefined) phrases.set(first, [{ sense, rest }]);
    else list.push({ sense, rest });
  };
  const addAll = (kind: Mark, names: readonly string[]): void => {
    for (const name of names) add(name, { kind });
  };
  for (const [name, calendar, month, weak] of dates.months)
    add(name, { kind: "month", calendar, month, weak: weak === "weak" });
  for (const [name, day, weak] of dates.weekdays) add(name, { kind: "weekday", day, weak: weak === "weak" });
  for (const [name, day] of dates.bracketWeekdays) add(name, { kind: "bracket-weekday", day });
  for (const [name, offset] of dates.days) add(name, { kind: "day", offset });
  for (const [name, distance] of dates.tensedDays) add(name, { kind: "tensed-day", distance });
  for (const [name, day] of dates.ordinals) add(name, { kind: "ordinal", day, joined: false });
  for (const [name, day] of dates.joinedOrdinals) add(name, { kind: "ordinal", day, joined: true });
  for (const [name, shift] of dates.shifts) add(name, { kind: "shift", shift });
  for (const [name, offset] of dates.years) add(name, { kind: "year", offset });
  for (const [name, offset] of dates.theMonths) add(name, { kind: "the-month", offset });
  for (const [name, calendar] of dates.eras) add(name, { kind: "era", calendar });
  addAll("joiner", dates.joiners);
  addAll("weekday-joiner", dates.weekdayJoiners);
  addAll("range-joiner", dates.rangeJoiners);
  addAll("month-cue", dates.monthCues);
  addAll("weekday-cue-before", dates.weekdayCues.before);
  addAll("weekday-cue-after", dates.weekdayCues.after);
  addAll("year-word", dates.yearWords);
  addAll("year-cue", dates.yearCues);
  addAll("year-follower", dates.yearFollowers);
  addAll("unit", dates.units);
  addAll("quantity", dates.quantities);
  addAll("before-era", dates.beforeEra);
  addAll("habit", dates.habits);
  addAll("name-head", dates.nameHeads);
  addAll("not-date", dates.notDates);
  addAll("past-cue", dates.pastCues);
  addAll("next-cue", dates.nextCues);
  addAll("clause-word", dates.clauseWords);
  addAll("future-breaker", dates.futureBreakers);
  addAll("past-breaker", dates.pastBreakers);
  if (dates.periods !== undefined) {
    for (const [name, sense] of periodPhrases(dates.periods)) add(name, sense);
  }
  return phrases;
}

function findSenses(
  written: string,
  folded: string,
  phrases: ReadonlyMap<string, Phrase[]>,
  { clitics }: DateLanguage,
): WordSenses {
  const matches: PhraseMatch[] = [];
  for (const { sense, rest } of phrases.get(folded) ?? []) matches.push({ sense, rest, clitic: "" });
  for (const clitic of clitics) {
    if (!folded.startsWith(clitic) || folded.length < clitic.length + 2) continue;
    const bare = folded.slice(clitic.length);
    // ل + ال is written لل.
    const names =
      phrases.get(bare) ?? (/ل$/.test(clitic) && bare[0] === "ل" ? phrases.get(`ا${bare}`) : undefined);
    for (const { sense, rest } of names ?? []) {
      if (clinging.has(sense.kind)) matches.push({ sense, rest, clitic });
    }
  }

  matches.sort((a, b) => b.rest.length - a.rest.length || a.clitic.length - b.clitic.length);
  const kinds = matches.length === 0 ? noKinds : new Set(matches.map(({ sense }) => sense.kind));
  const starts = matches.some(({ sense }) => starters.has(sense.kind));
  return { folded, matches, kinds, starts, hasDigit: /\p{Nd}/u.test(written) };
}
