import type { CalendarName } from "./calendar.ts";
import type { PeriodLanguage } from "./period-language.ts";

/** Needs a number, a year or a word of the language's cues beside it before it is read as part of a date. */
export type Weak = "weak";

/** How a word beside a weekday or a month moves it: to the last one, the one before that, the next one … */
export type Shift =
  | "past"
  | "past-but-one"
  | "next"
  | "next-but-one"
  | "this"
  | "week-before"
  | "this-week"
  | "week-after";

type Names<T> = readonly (readonly [name: string, value: T])[];

/** What a language pack says about dates. Words are as texts write them, several parted by spaces; the engine folds them. */
export interface DateLanguage {
  /** Names of months in every calendar and naming in use. */
  months: readonly (readonly [name: string, calendar: CalendarName, month: number, weak?: Weak])[];
  /** Names of the days of the week; 0 is Sunday. */
  weekdays: readonly (readonly [name: string, day: number, weak?: Weak])[];
  /** Short names of weekdays that stand in brackets only, after a day: «היום (רביעי)». */
  bracketWeekdays: Names<number>;
  /** Words around a weak weekday, one of which makes it one. */
  weekdayCues: { before: readonly string[]; after: readonly string[] };
  /** Days that are told from today: how many days after it they are. */
  days: Names<number>;
  /** Days as far before today as after it; the tense of the sentence says which (کل). */
  tensedDays: Names<number>;
  /** Days of a month in words. Those of `joinedOrdinals` need a joiner before the month («الخامس من مايو»). */
  ordinals: Names<number>;
  joinedOrdinals: Names<number>;
  /** Letters written onto a number that make it an ordinal (4th). */
  ordinalEndings: readonly string[];
  shifts: Names<Shift>;
  /** Whether these words stand before the word that they go with ("last Thursday") or after it. */
  shiftSide: "before" | "after";
  /** Last year, this year: how many years after the present one. With a month they are its year; alone, those but 0 are a date. */
  years: Names<number>;
  /** Last month, this month, in the same way: a day of it, or a date alone. */
  theMonths: Names<number>;
  /** The day on which a week begins; 0 is Sunday. */
  weekStart: number;
  /** Words between a day, a month and a year that belong to the date ("of", «من»), and between a weekday and its date. */
  joiners: readonly string[];
  weekdayJoiners: readonly string[];
  /** Words and particles between the two ends of a range. */
  rangeJoiners: readonly string[];
  /** Words beside a weak month that make it one. */
  monthCues: readonly string[];
  /** Words before a number that make it a year whatever follows. */
  yearWords: readonly string[];
  /** Words and particles before a number of four digits that make it a year unless it counts something. */
  yearCues: readonly string[];
  /** Words that may follow a year and never a count; a number of four digits before one is a year. */
  yearFollowers: readonly string[];
  /** Words that are counted or measured: a number before one is no year. */
  units: readonly string[];
  /** Words before a number that make it a count. */
  quantities: readonly string[];
  /** Letters or words after a year that name its calendar. */
  eras: Names<CalendarName>;
  /** Words after a year that put it before our era, or make it a decade. */
  beforeEra: readonly string[];
  /** The calendar of years that would be old ones in the Gregorian calendar. */
  lowYears: { calendar: CalendarName; from: number; to: number } | null;
  /** The calendar of years cut to two digits after a word for year («سال ۹۸»), and the first of its hundred years. */
  shortYears: { calendar: CalendarName; from: number } | null;
  /** Particles that are written onto the next word and are outside a date. */
  clitics: readonly string[];
  /** Words before a day that make it a habit ("every Friday"). */
  habits: readonly string[];
  /** Words before a day and month, or a year, that make it part of a name («ميدان 6 أكتوبر»). */
  nameHeads: readonly string[];
  /** Phrases that hold a word of dates and are none («اليوم التالي», «روسيا اليوم»). */
  notDates: readonly string[];
  /** Words before a date that put it in the past ("since"), or not before today ("until"). */
  pastCues: readonly string[];
  nextCues: readonly string[];
  /** Whether those words stand before a date or after it. */
  cueSide: "before" | "after";
  /** Words that open a clause whose tense is its own ("that", «إن»). */
  clauseWords: readonly string[];
  /** Whether a folded word is a verb, or another word, of what is to come or of what has been. */
  isFuture: (folded: string) => boolean;
  isPast: (folded: string) => boolean;
  /** Words that take the future from the verb after them («لم», «كان»). */
  futureBreakers: readonly string[];
  /** Words that take the past from the form after them ("be"). */
  pastBreakers: readonly string[];
  /** Whether verbs mostly stand before the words that say when, or after them. */
  verbs: "before" | "after";
  /** Whether the month may stand before the day ("January 26, 2021"), and does so in 1/26/2021. */
  monthFirst: boolean;
  /** Whether 26.1.21 is a day, and 26.1 one beside a weekday. */
  dottedDays: boolean;
  /** Whether days and years may be written in Hebrew letters. */
  letterNumerals: boolean;
  /** Whether names begin with capitals, so that a month's name beside one may be a person's. */
  capitals: boolean;
  /** How many code units at the end of a written word are no part of a date (Mart'ta, today's). */
  endingLength(written: string): number;
  /** Words of stretches of time; a pack without them finds dates only. */
  periods?: PeriodLanguage;
}
