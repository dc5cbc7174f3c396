import type { CalendarName } from "./calendar.ts";

export type PeriodUnit = "day" | "week" | "month" | "year" | "decade";

/** Which third of a stretch of time a word names. */
export type Part = "early" | "middle" | "late";

/** Which side of a time is meant, and whether the other is open. */
export type Side = "since" | "after" | "before" | "until";

type Names<T> = readonly (readonly [name: string, value: T])[];

/** Words that stand before the time that they belong to, and words that stand after it. */
interface Sides<T> {
  before: readonly T[];
  after: readonly T[];
}

/** What a language pack says about stretches of time and imprecise dates. Words as in `DateLanguage`. */
export interface PeriodLanguage {
  /** Decades in words («التسعينيات», "the nineties"): the year of its hundred in which one begins. */
  decades: Names<number>;
  /** The calendar of decades of two digits, or in words, that are told without their hundred years («دهه هفتاد»). */
  decadeCalendar: CalendarName;
  /** Words beside a number that make it a decade («دهه ۱۹۹۰»). */
  decadeWords: Sides<string>;
  /** What is written onto a year to make it the decade that begins with it begins so (1990'larda); the apostrophe left out. */
  decadeEndings: readonly string[];
  /** Words beside an ordinal number that make it a century. */
  centuryWords: Sides<string>;
  centuryOrdinals: Names<number>;
  /** Last century, this century: how many after the present one. */
  toldCenturies: Names<number>;
  /** Words after a century that put it in another count of years. */
  otherEras: readonly string[];
  /** «مطلع», «أواخر», "early", "mid". */
  parts: Sides<readonly [name: string, part: Part]>;
  /** Quarters (33 to 36), thirds (37 to 39) and halves (40, 41) of a year, by their codes in ISO 8601-2. */
  fractions: Names<number>;
  /** Spring to winter, 21 to 24. */
  seasons: Names<number>;
  /** Words before two years in a row that are told as one: «موسم 2020-2021». */
  doubleYearCues: readonly string[];
  /** Words that make a date an approximate one. */
  about: Sides<string>;
  /** Those of them before which a number of four digits is a year even where nothing else says so. */
  circa: readonly string[];
  /** «منذ», «قبل», "since", "until". */
  sides: Sides<readonly [name: string, side: Side]>;
  /** Words before the first end of a range («بين», "from") and between its ends; "and" counts after one of the former only. */
  rangeOpeners: readonly string[];
  rangeTo: readonly string[];
  /** Words that may stand between such a word and its date, besides those for "year" and the joiners of dates. */
  fillers: readonly string[];
  /** Last week, this week: how many after the present one. */
  weeks: Names<number>;
  /** Numbers in words, as they count units. */
  counts: Names<number>;
  units: Names<PeriodUnit>;
  /** A number and its unit in one («شهرين», "a month"). */
  spans: readonly (readonly [name: string, unit: PeriodUnit, count: number])[];
  /** «قبل», "ago". */
  ago: Sides<string>;
  /** Words beside a counted unit that put it just before or after today («الماضية», "the next"). */
  spanShifts: Names<"past" | "next">;
  /** Words before or after a season that move it. */
  seasonShifts: Names<"past" | "this" | "next">;
  /** Words after a span that tie it to something else than today («قبل يومين من …»). */
  spanBreakers: readonly string[];
  /** Phrases that hold a word of periods and are none («نهاية الأسبوع»). */
  notPeriods: readonly string[];
}
