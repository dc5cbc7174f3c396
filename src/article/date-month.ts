import { type CalendarDate, readCalendarDate, readDayNumber, resolve } from "./date-calendar.ts";
import { isHabit } from "./date-day.ts";
import { rangeAfter, yearFromRange } from "./date-range.ts";
import {
  type DateReader,
  hit,
  isBeside,
  isLowerCase,
  type Reading,
  skip,
  wordBefore,
} from "./date-reader.ts";
import { dayValue, monthFrom, monthValue } from "./date-values.ts";
import { isKind } from "./date-words.ts";

/** «3–5 مايو», «من 3 إلى 5 مايو», "May 3-5": the end that shares its month with the other. */
export function readDaysOfOneMonth(reader: DateReader, at: number): Reading[] {
  const first = readDayNumber(reader, at);
  if (first === null) return [];
  const second = rangeAfter(reader, first.after);
  if (second === null || readDayNumber(reader, second) === null) return [];
  const date = readCalendarDate(reader, second);
  if (date === null || date.day === null || date.day <= first.day || isNamed(reader, at)) return [];
  const value = resolve(reader, { ...date, day: first.day }, at);
  const end = reading(reader, date, second);
  return value === null || end === null
    ? []
    : [{ start: first.start, end: first.end, value, after: first.after }, end];
}

function reading(reader: DateReader, date: CalendarDate, from: number): Reading | null {
  const value = resolve(reader, date, from);
  return value === null ? null : { start: date.start, end: date.end, value, after: date.after };
}

/** Whether the word before makes it part of a name: «ميدان 6 أكتوبر». */
function isNamed(reader: DateReader, at: number): boolean {
  return isKind(wordBefore(reader, at), "name-head");
}

/** A day and month in either order; and the second day of "May 3-5". */
export function readDayAndMonth(reader: DateReader, at: number): Reading[] {
  const lead = leadingShift(reader, at);
  const found = readCalendarDate(reader, lead?.after ?? at);
  if (found === null || found.day === null || isLowerCase(reader, found.start)) return [];
  if (found.year === null && isNamed(reader, at)) return [];
  const date = withYear(
    reader,
    lead === null ? found : { ...found, start: lead.start, shift: lead.sense.shift },
  );
  const first = reading(reader, date, at);
  if (first === null) return [];
  // "May 3-5", "May 3 and 4"
  const second = reader.dates.monthFirst && date.year === null ? rangeAfter(reader, date.after) : null;
  const other = second === null ? null : readDayNumber(reader, second);
  if (other === null || other.joined || other.day <= (date.day ?? 0)) return [first];
  if (readCalendarDate(reader, second ?? at)?.day != null || isBesideUnit(reader, other.after))
    return [first];
  const value = resolve(reader, { ...date, day: other.day }, at);
  return value === null
    ? [first]
    : [first, { start: other.start, end: other.end, value, after: other.after }];
}

function isBesideUnit(reader: DateReader, at: number): boolean {
  return isBeside(reader, at) && isKind(reader.words[at], "unit");
}

/** "last" and "next" before a month. */
function leadingShift(reader: DateReader, at: number) {
  if (reader.dates.shiftSide !== "before") return null;
  const shift = hit(reader, at, "shift");
  return shift !== null && isBeside(reader, shift.after) ? shift : null;
}

function withYear(reader: DateReader, date: CalendarDate): CalendarDate {
  if (date.year !== null || date.shift !== null) return date;
  const at = rangeAfter(reader, date.after);
  const second = at === null ? null : readCalendarDate(reader, at);
  return second === null ? date : yearFromRange(date, second);
}

/** A month with or without its year, the words that move it, or only a word before it: «في أغسطس». */
export function readMonth(reader: DateReader, at: number): Reading[] {
  const { text, dates } = reader;
  const lead = leadingShift(reader, at);
  const from = lead?.after ?? at;
  const month = hit(reader, from, "month");
  const found = month === null ? null : readCalendarDate(reader, from);
  if (month === null || found === null || found.day !== null || isLowerCase(reader, month.start)) return [];
  // «ثورة 25 يناير»: the day before it was read and turned down.
  if (isBeside(reader, at) && isDayNumber(reader.words[at - 1]?.number ?? null)) return [];
  const shifted = lead === null ? found : { ...found, start: lead.start, shift: lead.sense.shift };
  const date = withYear(reader, shifted);
  if (date.year === null && date.shift === null) {
    const { calendar, weak } = month.sense;
    if ((calendar !== "gregory" && calendar !== "persian") || isNamed(reader, at)) return [];
    if (weak && !isCuedMonth(reader, at, month.clitic)) return [];
    if (dates.capitals && /^\s\p{Lu}/u.test(text.slice(month.end, month.end + 2))) return [];
  }
  const whole = reading(reader, date, at);
  return whole === null ? [] : [whole];
}

function isDayNumber(number: number | null): boolean {
  return number !== null && number >= 1 && number <= 31;
}

function isCuedMonth(reader: DateReader, at: number, clitic: string): boolean {
  return isKind(wordBefore(reader, at), "month-cue") || reader.dates.monthCues.includes(clitic);
}

/** «15 من الشهر الجاري», «15 الجاري». */
export function readDayOfThisMonth(reader: DateReader, at: number): Reading[] {
  const { published } = reader;
  const day = readDayNumber(reader, at);
  if (day === null || published === null || !isBeside(reader, day.after)) return [];
  const from = skip(reader, day.after, "joiner");
  const told = hit(reader, from, "the-month");
  const shift = told === null && from === day.after ? hit(reader, from, "shift") : null;
  const offset = told !== null ? told.sense.offset : shift?.sense.shift === "this" ? 0 : null;
  const last = told ?? shift;
  if (offset === null || last === null || (day.joined && from === day.after)) return [];
  const month = monthFrom(published, offset);
  const value = dayValue("gregory", Number(month.slice(0, 4)), Number(month.slice(5)), day.day);
  return value === null ? [] : [{ start: day.start, end: last.end, value, after: last.after }];
}

/** «العام الماضي», "next month"; and «گزشتہ سال مارچ», a month of a year so told. */
export function readToldMonthOrYear(reader: DateReader, at: number): Reading[] {
  const { published } = reader;
  if (published === null || isHabit(reader, at)) return [];
  const told = hit(reader, at, "the-month");
  if (told !== null && told.sense.offset !== 0) {
    const { start, end, after } = told;
    return [{ start, end, value: monthFrom(published, told.sense.offset), after }];
  }
  const year = hit(reader, at, "year");
  if (year === null) return [];
  const { start, end, after } = year;
  const month =
    reader.dates.shiftSide === "before" && isBeside(reader, after) ? hit(reader, after, "month") : null;
  if (month?.sense.calendar === "gregory") {
    const inYear = Number(published.slice(0, 4)) + year.sense.offset;
    const value = monthValue("gregory", inYear, month.sense.month);
    return value === null ? [] : [{ start, end: month.end, value, after: month.after }];
  }
  if (year.sense.offset === 0) return [];
  return [{ start, end, value: String(Number(published.slice(0, 4)) + year.sense.offset), after }];
}
