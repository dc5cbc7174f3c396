import { daysOf, isoOf } from "../languages/calendar.ts";
import type { Shift } from "../languages/date-language.ts";
import { readNumericDate, readNumericDay } from "./date-numeric.ts";
import { rangeAfter, yearFromRange } from "./date-range.ts";
import {
  type CalendarDate,
  type DateReader,
  gapBefore,
  hit,
  isBeside,
  isBesideOrAfterComma,
  type Reading,
  readCalendarDate,
  readDayNumber,
  resolve,
  skip,
  tenseOf,
  wordBefore,
} from "./date-reader.ts";
import { dayFromToday, dayValue, monthFrom, monthValue, weekdayValue } from "./date-values.ts";
import { isKind } from "./date-words.ts";
import { readYear } from "./date-year.ts";

/** A way in which a text tells a date. */
export interface DateRule {
  id: string;
  /** A sentence of 26 January 2021, a Tuesday, and what the rule finds in it. */
  example: { lang: string; text: string; found: readonly (readonly [words: string, value: string])[] };
  /** The dates that begin at a word; most often one or none. */
  read: (reader: DateReader, at: number) => Reading[];
}

/** The first that finds anything at a word is the one that counts. */
export const dateRules: readonly DateRule[] = [
  {
    id: "date/numeric",
    example: {
      lang: "ar",
      text: "بتاريخ 26/1/2021",
      found: [["26/1/2021", "2021-01-26"]],
    },
    read: (reader, at) => one(readNumericDate(reader, at)),
  },
  {
    id: "date/day-told-from-today",
    example: {
      lang: "ar",
      text: "وصل أمس الاثنين.",
      found: [["أمس الاثنين", "2021-01-25"]],
    },
    read: readDay,
  },
  {
    id: "date/weekday",
    example: {
      lang: "ar",
      text: "يبدأ المعرض الخميس المقبل.",
      found: [["الخميس المقبل", "2021-01-28"]],
    },
    read: readWeekday,
  },
  {
    id: "date/days-of-one-month",
    example: {
      lang: "ar",
      text: "من 3 إلى 5 مايو 2020",
      found: [
        ["3", "2020-05-03"],
        ["5 مايو 2020", "2020-05-05"],
      ],
    },
    read: readDaysOfOneMonth,
  },
  {
    id: "date/day-and-month",
    example: {
      lang: "ar",
      text: "في 15 كانون الثاني/يناير 2020",
      found: [["15 كانون الثاني/يناير 2020", "2020-01-15"]],
    },
    read: readDayAndMonth,
  },
  {
    id: "date/day-of-this-month",
    example: {
      lang: "ar",
      text: "في 15 من الشهر الجاري",
      found: [["15 من الشهر الجاري", "2021-01-15"]],
    },
    read: readDayOfThisMonth,
  },
  {
    id: "date/month",
    example: {
      lang: "ar",
      text: "منذ ديسمبر الماضي",
      found: [["ديسمبر الماضي", "2020-12"]],
    },
    read: readMonth,
  },
  {
    id: "date/told-month-or-year",
    example: {
      lang: "ar",
      text: "ارتفعت الأسعار العام الماضي.",
      found: [["العام الماضي", "2020"]],
    },
    read: readToldMonthOrYear,
  },
  {
    id: "date/year",
    example: {
      lang: "ar",
      text: "بين عامي 2015 و2019",
      found: [
        ["2015", "2015"],
        ["2019", "2019"],
      ],
    },
    read: readYear,
  },
];

function one(reading: Reading | null): Reading[] {
  return reading === null ? [] : [reading];
}

/** Today, yesterday, tomorrow, with the weekday and the date that stand beside it. */
function readDay(reader: DateReader, at: number): Reading[] {
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

function isHabit(reader: DateReader, at: number): boolean {
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
function readWeekday(reader: DateReader, at: number): Reading[] {
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

function isLowerCase({ dates, text }: DateReader, start: number): boolean {
  return dates.capitals && /^\p{Ll}/u.test(text.slice(start, start + 1));
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

/** «3–5 مايو», «من 3 إلى 5 مايو», "May 3-5": the end that shares its month with the other. */
function readDaysOfOneMonth(reader: DateReader, at: number): Reading[] {
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

function readDayAndMonth(reader: DateReader, at: number): Reading[] {
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

function readMonth(reader: DateReader, at: number): Reading[] {
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
  return one(reading(reader, date, at));
}

function isCuedMonth(reader: DateReader, at: number, clitic: string): boolean {
  return isKind(wordBefore(reader, at), "month-cue") || reader.dates.monthCues.includes(clitic);
}

/** «15 من الشهر الجاري», «15 الجاري». */
function readDayOfThisMonth(reader: DateReader, at: number): Reading[] {
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

function isDayNumber(number: number | null): boolean {
  return number !== null && number >= 1 && number <= 31;
}

function readToldMonthOrYear(reader: DateReader, at: number): Reading[] {
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
