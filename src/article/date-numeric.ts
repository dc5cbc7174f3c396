import { type CalendarName, daysOf } from "../languages/calendar.ts";
import type { DateLanguage } from "../languages/date-language.ts";
import { type DateReader, type Reading, readEra } from "./date-reader.ts";
import { dayValue, nearestDay } from "./date-values.ts";
import { numberOf } from "./date-words.ts";

const numeric =
  /(?<first>\p{Nd}{1,4})(?<sign>[-/.\u2010\u2011])(?<second>\p{Nd}{1,2})\k<sign>(?<third>\p{Nd}{1,4})(?!\p{N}|[./-]\p{N})/uy;
const dayAndMonth = /(?<day>\p{Nd}{1,2})[./](?<month>\p{Nd}{1,2})(?!\p{N}|[./%٪-]\p{N})/uy;

/** 2021-01-26, 26/1/2021, 26.1.2021, ١٣٩٩/١١/٠٧, with two digits of the year as well where that is usual. */
export function readNumericDate(reader: DateReader, at: number): Reading | null {
  const { text, words, dates } = reader;
  const word = words[at];
  if (word?.number == null || isPartOfLongerNumber(text, word.start)) return null;
  numeric.lastIndex = word.start;
  const found = numeric.exec(text);
  const { first = "", second = "", third = "", sign = "" } = found?.groups ?? {};
  if (found === null) return null;
  const end = numeric.lastIndex;
  let after = indexAfter(reader, at, end);
  const era = readEra(reader, after);
  const value = numericValue([first, second, third], sign, era?.calendar ?? null, dates);
  if (value === null) return null;
  after = era?.after ?? after;
  return { start: word.start, end: era?.end ?? end, value, after };
}

function numericValue(
  [first, second, third]: readonly [string, string, string],
  sign: string,
  era: CalendarName | null,
  dates: DateLanguage,
): string | null {
  const [a, b, c] = [numberOf(first), numberOf(second), numberOf(third)];
  if (first.length === 4) return ofYear(a, b, c, era, dates);
  const year = third.length === 4 ? c : third.length === 2 && isShortYear(sign, dates) ? fullYear(c) : null;
  if (year === null || first.length > 2) return null;
  const dayFirst = () => ofYear(year, b, a, era, dates);
  const monthFirst = () => ofYear(year, a, b, era, dates);
  return dates.monthFirst && sign === "/" ? (monthFirst() ?? dayFirst()) : (dayFirst() ?? monthFirst());
}

function isShortYear(sign: string, { dottedDays }: DateLanguage): boolean {
  return sign === "/" || (sign === "." && dottedDays);
}

function fullYear(short: number): number {
  return short < 50 ? 2000 + short : 1900 + short;
}

function ofYear(
  year: number,
  month: number,
  day: number,
  era: CalendarName | null,
  dates: DateLanguage,
): string | null {
  const calendar = era !== null && era !== "gregory" ? era : calendarOf(year, dates);
  return calendar === null ? null : dayValue(calendar, year, month, day);
}

/** The calendar of a year that nothing else tells of. */
export function calendarOf(year: number, { lowYears }: DateLanguage): CalendarName | null {
  if (lowYears !== null && year >= lowYears.from && year <= lowYears.to) return lowYears.calendar;
  return year >= 1500 ? "gregory" : null;
}

/** 26/1 or 26.1, which are days only where the words beside them say so. */
export function readNumericDay(reader: DateReader, at: number): Reading | null {
  const { text, words, published, dates } = reader;
  const word = words[at];
  if (word?.number == null || published === null || isPartOfLongerNumber(text, word.start)) return null;
  dayAndMonth.lastIndex = word.start;
  const { day = "", month = "" } = dayAndMonth.exec(text)?.groups ?? {};
  if (day === "" || (text[word.end] === "." && !dates.dottedDays)) return null;
  const parts = { calendar: "gregory", month: numberOf(month), day: numberOf(day) } as const;
  if (parts.month > 12) return null;
  const value = nearestDay(parts, published, null, null);
  if (value === null || Math.abs(daysOf(value) - daysOf(published)) > 366) return null;
  const end = dayAndMonth.lastIndex;
  return { start: word.start, end, value, after: indexAfter(reader, at, end) };
}

function isPartOfLongerNumber(text: string, start: number): boolean {
  return /[\p{N}][.,:٫٬/-]$/u.test(text.slice(Math.max(0, start - 2), start));
}

function indexAfter({ words }: DateReader, at: number, end: number): number {
  let index = at + 1;
  while ((words[index]?.start ?? end) < end) index += 1;
  return index;
}
