import { type CalendarName, daysOf, fromCalendar, isoOf, toCalendar } from "../languages/calendar.ts";
import type { Shift } from "../languages/date-language.ts";
import type { Tense } from "./date-tense.ts";

/** A day of a calendar as `YYYY-MM-DD` of the Gregorian one; null when there is no such day. */
export function dayValue(calendar: CalendarName, year: number, month: number, day: number): string | null {
  if (calendar !== "gregory") {
    return year < 1000 || month > 13 || day > 31 ? null : fromCalendar({ year, month, day }, calendar);
  }
  if (year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A month as `YYYY-MM`; one of another calendar lies in two months, and has the value of that which holds its middle. */
export function monthValue(calendar: CalendarName, year: number, month: number): string | null {
  if (calendar === "gregory") {
    return year > 9999 || month < 1 || month > 12 ? null : `${padded(year, 4)}-${padded(month, 2)}`;
  }
  return dayValue(calendar, year, month, 15)?.slice(0, 7) ?? null;
}

/** A year as `YYYY`; one of another calendar has the value of the Gregorian year that holds its middle. */
export function yearValue(calendar: CalendarName, year: number): string | null {
  if (calendar === "gregory") return padded(year, 4);
  return dayValue(calendar, year, 6, 15)?.slice(0, 4) ?? null;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

/** A day of a month and how it was told. */
interface YearlessDay {
  calendar: CalendarName;
  month: number;
  day: number;
}

/**
 * A day and month without a year: the one before or after the day of publication that the words beside it or the tense
 * say, and when nothing says it, the nearest one. News tells of days to come for about two months ahead.
 */
export function nearestDay(
  { calendar, month, day }: YearlessDay,
  published: string,
  shift: Shift | null,
  tense: Tense | null,
): string | null {
  const thisYear = toCalendar(published, calendar).year;
  if (shift === "this") return dayValue(calendar, thisYear, month, day);
  const candidates = [thisYear - 1, thisYear, thisYear + 1].flatMap(
    (year) => dayValue(calendar, year, month, day) ?? [],
  );
  if (shift === "past") return candidates.filter((iso) => iso < published).at(-1) ?? null;
  if (shift === "next") return candidates.find((iso) => iso > published) ?? null;
  const last = candidates.filter((iso) => iso <= published).at(-1) ?? null;
  const next = candidates.find((iso) => iso >= published) ?? null;
  if (last === null || next === null) return last ?? next;
  if (tense?.is === "next") return next;
  if (tense?.is === "past" && tense.near) return last;
  const ahead = daysOf(next) - daysOf(published);
  return ahead <= daysAhead && ahead < daysOf(published) - daysOf(last) ? next : last;
}

const daysAhead = 62;
const monthsAhead = 2;

/** A Gregorian month without a year, as `YYYY-MM`, told in the same ways. */
export function nearestMonth(
  month: number,
  published: string,
  shift: Shift | null,
  tense: Tense | null,
): string {
  const now = Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1;
  const ahead = (month - 1 - (now % 12) + 12) % 12;
  const back = (12 - ahead) % 12;
  if (shift === "past") return monthOf(now - (back === 0 ? 12 : back));
  if (shift === "next") return monthOf(now + (ahead === 0 ? 12 : ahead));
  if (shift === "this") return monthOf(now - (now % 12) + month - 1);
  if (tense?.is === "next") return monthOf(now + ahead);
  if (tense?.is === "past" && tense.near) return monthOf(now - back);
  return monthOf(ahead > 0 && ahead <= monthsAhead ? now + ahead : now - back);
}

/** Months since the year 0 as `YYYY-MM`. */
function monthOf(months: number): string {
  return `${padded(Math.floor(months / 12), 4)}-${padded((months % 12) + 1, 2)}`;
}

/** The month so many after that of publication. */
export function monthFrom(published: string, offset: number): string {
  return monthOf(Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1 + offset);
}

/** A weekday (0 is Sunday) as `YYYY-MM-DD`: the one that the words beside it or the tense say, and else the last one. */
export function weekdayValue(
  weekday: number,
  published: string,
  shift: Shift | null,
  tense: Tense | null,
  weekStart: number,
): string {
  const today = daysOf(published);
  const now = weekdayOf(today);
  const back = (now - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  const last = today - (back === 0 ? 7 : back);
  const next = today + (ahead === 0 ? 7 : ahead);
  const inThisWeek = today - ((now - weekStart + 7) % 7) + ((weekday - weekStart + 7) % 7);
  switch (shift) {
    case "past":
      return isoOf(last);
    case "past-but-one":
      return isoOf(last - 7);
    case "next":
      return isoOf(next);
    case "next-but-one":
      return isoOf(next + 7);
    case "week-before":
      return isoOf(inThisWeek - 7);
    case "this-week":
      return isoOf(inThisWeek);
    case "week-after":
      return isoOf(inThisWeek + 7);
    case "this":
      return isoOf(tense?.is === "past" ? today - back : today + ahead);
    case null:
      return isoOf(tense?.is === "next" ? today + ahead : today - back);
  }
}

/** A day told from today. When a weekday beside it says the day before or after, as in a text that came out late, that one. */
export function dayFromToday(offset: number, weekday: number | null, published: string): string {
  const day = daysOf(published) + offset;
  if (weekday === null) return isoOf(day);
  const off = (weekday - weekdayOf(day) + 7) % 7;
  return isoOf(off === 1 ? day + 1 : off === 6 ? day - 1 : day);
}

function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}
