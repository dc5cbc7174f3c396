import { daysOf, isoOf } from "../languages/calendar.ts";
import type { Shift } from "../languages/date-language.ts";
import { readCalendarDate, resolve } from "./date-calendar.ts";
import { readNumericDate, readNumericDay } from "./date-numeric.ts";
import { rangeAfter } from "./date-range.ts";
import {
  type DateReader,
  gapBefore,
  hit,
  isBeside,
  isBesideOrAfterComma,
  isLowerCase,
  type Reading,
  skip,
  tenseOf,
  wordBefore,
} from "./date-reader.ts";
import { dayFromToday, dayValue, weekdayValue } from "./date-values.ts";
import { isKind } from "./date-words.ts";

/** Today, yesterday, tomorrow, with the weekday and the date that stand beside it. */
export function readDay(reader: DateReader, at: number): Reading[] {
  const { published, text } = reader;
  const day = hit(reader, at, "day") ?? hit(reader, at, "tensed-day");
  if (day === null || published === null || isHabit(reader, at)) return [];
  if (isNameInQuotes(text, day.start, day.end)) return [];
  // «کل 500 افراد»: in all 500 people.
  if (day.sense.kind === "tensed-day" && reader.words[day.after]?.number != null) return [];
  const offset =
    day.sense.kind === "day" ? day.sense.offset : tensedOffset(reader, at, day.after, day.sense.distance);
  const bare = {
    start: day.start,
    end: day.end,
    value: dayFromToday(offset, null, published),
    after: day.after,
  };
  reader.lastDay = bare;
  const bracketed = /^[\s\u00a0]?\($/u.test(gapBefore(reader, day.after));
  if (!bracketed && !isBesideOrAfterComma(reader, day.after)) return [bare];
  const weekday =
    hit(reader, day.after, "weekday") ?? (bracketed ? hit(reader, day.after, "bracket-weekday") : null);
  const told = weekday === null ? null : dayFromToday(offset, weekday.sense.day, published);
  const agrees = weekday !== null && told !== null && weekdayOf(told) === weekday.sense.day;
  if (weekday !== null && !agrees) return [bare];
  if (weekday === null && !isBeside(reader, day.after) && !bracketed) return [bare];
  const named: Reading =
    weekday === null || told === null
      ? bare
      : { ...bare, end: weekday.end, value: told, after: weekday.after };
  const date = dateBeside(reader, named.after, bracketed && weekday === null);
  const whole = date === null ? named : { ...named, end: date.end, value: date.value, after: date.after };
  if (!bracketed) return [whole];
  return [text[whole.end] === ")" ? { ...whole, end: whole.end + 1 } : bare];
}

function tensedOffset(reader: DateReader, at: number, after: number, distance: number): number {
  return tenseOf(reader, at, after)?.is === "next" ? distance : -distance;
}

function weekdayOf(iso: string): number {
  return (((daysOf(iso) + 4) % 7) + 7) % 7;
}

export function isHabit(reader: DateReader, at: number): boolean {
  return isKind(wordBefore(reader, at), "habit");
}

/** «الغد», «المصري اليوم»: a word or two between quotation marks are a name. */
function isNameInQuotes(text: string, start: number, end: number): boolean {
  if (!/^["”»’›]/u.test(text.slice(end, end + 1))) return false;
  const opened = /["“”«‘‹„]([^"“”«‘‹„]*)$/u.exec(text.slice(Math.max(0, start - 30), start));
  return opened?.[1] !== undefined && opened[1].trim().split(/\s+/u).length <= 2;
}

/** The date that stands beside a weekday or a day, and belongs to it. */
function dateBeside(reader: DateReader, at: number, inBrackets: boolean): Reading | null {
  if (!inBrackets && !isBesideOrAfterComma(reader, at)) return null;
  const from = skip(reader, at, "weekday-joiner");
  const numeric = readNumericDate(reader, from);
  if (numeric !== null) return numeric;
  const date = readCalendarDate(reader, from);
  if (date === null || date.day === null) return readNumericDay(reader, from);
  const value = resolve(reader, date, from);
  return value === null ? null : { start: date.start, end: date.end, value, after: date.after };
}

/** A weekday with the words and the date that stand beside it. */
export function readWeekday(reader: DateReader, at: number): Reading[] {
  const { published, text, words, dates } = reader;
  const lead = dates.shiftSide === "before" ? hit(reader, at, "shift") : null;
  if (lead !== null && !isBeside(reader, lead.after)) return [];
  const weekday = hit(reader, lead?.after ?? at, "weekday");
  if (weekday === null || isHabit(reader, at) || isLowerCase(reader, weekday.start)) return [];
  if (dates.shiftSide === "before" && isShiftWord(reader, at)) return [];
  const tail = lead === null ? shiftAfter(reader, weekday.after) : null;
  const shift = lead?.sense.shift ?? tail?.sense.shift ?? null;
  const start = lead?.start ?? weekday.start;
  const after = tail?.after ?? weekday.after;
  const bracketed = /^[\s\u00a0]?\($/u.test(gapBefore(reader, after));
  const date = dateOfWeekday(reader, after, bracketed, weekday.sense.day);
  if (date !== null && !bracketed) return [{ ...date, start }];
  if (date !== null && text[date.end] === ")") return [{ ...date, start, end: date.end + 1 }];
  if (published === null) return [];
  if (weekday.sense.weak && shift === null) {
    const cued =
      isKind(words[at - 1], "weekday-cue-before") || hit(reader, weekday.after, "weekday-cue-after") !== null;
    if (!cued) return [];
  }
  const tense = dates.nextCues.includes(weekday.clitic)
    ? ({ is: "next", near: true } as const)
    : tenseOf(reader, at, after);
  const told = weekdayValue(weekday.sense.day, published, shift, tense, dates.weekStart);
  const value = shift === null ? afterFirstDay(reader, at, told) : told;
  reader.lastDay = { value, after };
  return [{ start, end: tail?.end ?? weekday.end, value, after }];
}

/** The second of a range of days is not before the first: «من الأحد إلى الأربعاء». */
function afterFirstDay(reader: DateReader, at: number, value: string): string {
  const { lastDay } = reader;
  if (lastDay === null || value >= lastDay.value || rangeAfter(reader, lastDay.after) !== at) return value;
  return isoOf(daysOf(value) + 7);
}

/** The word before was read as a shift already and turned down, or belongs to another word. */
function isShiftWord(reader: DateReader, at: number): boolean {
  return hit(reader, at, "shift") !== null && hit(reader, at, "weekday") !== null;
}

/** These stand after a weekday in every language: "Thursday next week". */
const weekShifts: ReadonlySet<Shift> = new Set<Shift>(["week-before", "this-week", "week-after"]);

function shiftAfter(reader: DateReader, at: number) {
  const shift = isBeside(reader, at) ? hit(reader, at, "shift") : null;
  if (shift === null || reader.dates.shiftSide === "after") return shift;
  return weekShifts.has(shift.sense.shift) ? shift : null;
}

/** Of a day and month without a year the weekday tells the year. */
function dateOfWeekday(reader: DateReader, at: number, bracketed: boolean, weekday: number): Reading | null {
  if (!bracketed && !isBesideOrAfterComma(reader, at)) return null;
  const from = skip(reader, at, "weekday-joiner");
  const { published } = reader;
  const date = readCalendarDate(reader, from);
  if (date !== null && date.day !== null && date.year === null && date.shift === null && published !== null) {
    const { day, month, calendar } = date;
    const guess = resolve(reader, date, from);
    if (guess !== null && weekdayOf(guess) !== weekday && calendar === "gregory") {
      const year = Number(published.slice(0, 4));
      const fitting = [year, year - 1, year + 1].find((one) => {
        const iso = dayValue(calendar, one, month, day);
        return iso !== null && weekdayOf(iso) === weekday;
      });
      if (fitting !== undefined) {
        const value = dayValue(calendar, fitting, month, day);
        if (value !== null) return { start: date.start, end: date.end, value, after: date.after };
      }
    }
  }
  return dateBeside(reader, at, bracketed);
}
