import type { CalendarName } from "../languages/calendar.ts";
import type { DateLanguage, Shift } from "../languages/date-language.ts";
import {
  type DateReader,
  gapBefore,
  hit,
  isBeside,
  isBesideOrAfterHyphen,
  isPartOfNumber,
  readEra,
  skip,
  tenseOf,
} from "./date-reader.ts";
import { dayValue, monthValue, nearestDay, nearestMonth } from "./date-values.ts";
import { type DateWord, isKind } from "./date-words.ts";
import { readHebrewLetter, readHebrewNumeral } from "./hebrew-numeral.ts";

/** The date, told in parts, of some calendar. Year is null when the text does not tell it. */
export interface CalendarDate {
  start: number;
  end: number;
  after: number;
  calendar: CalendarName;
  month: number;
  day: number | null;
  year: number | null;
  shift: Shift | null;
}

interface DayNumber {
  day: number;
  start: number;
  end: number;
  after: number;
  /** Whether a word such as «من» has to follow. */
  joined: boolean;
}

/** The number of a day, in digits, words or Hebrew letters. */
export function readDayNumber(reader: DateReader, at: number): DayNumber | null {
  const { text, words, dates } = reader;
  const word = words[at];
  if (word === undefined) return null;
  if (word.number !== null) {
    if (word.number < 1 || word.number > 31 || word.text.length > 2 || isPartOfNumber(text, word))
      return null;
    const ending = words[at + 1];
    const ordinal = ending?.start === word.end && dates.ordinalEndings.includes(ending.text.toLowerCase());
    const end = ordinal && ending !== undefined ? ending.end : word.end;
    return { day: word.number, start: word.start, end, after: ordinal ? at + 2 : at + 1, joined: false };
  }
  const ordinal = hit(reader, at, "ordinal");
  if (ordinal !== null) {
    const { start, end, after, sense } = ordinal;
    return { day: sense.day, start, end, after, joined: sense.joined };
  }
  return dates.letterNumerals ? readLetterDay(text, word, at) : null;
}

function readLetterDay(text: string, word: DateWord, at: number): DayNumber | null {
  const { start, end } = word;
  const letter = letterEnd(text, end) ? readHebrewLetter(word.text) : null;
  if (letter !== null) return { day: letter, start, end: end + 1, after: at + 1, joined: false };
  const whole = readHebrewNumeral(word.text);
  if (whole !== null && whole <= 30) return { day: whole, start, end, after: at + 1, joined: false };
  const particles = /^[ובלמה]{1,2}(?=[\u05d0-\u05ea])/u.exec(word.text)?.[0].length ?? 0;
  for (let length = 1; length <= particles; length += 1) {
    const rest = word.text.slice(length);
    const from = start + length;
    const single = letterEnd(text, end) ? readHebrewLetter(rest) : null;
    if (single !== null) return { day: single, start: from, end: end + 1, after: at + 1, joined: false };
    const bare = readHebrewNumeral(rest);
    if (bare !== null && bare <= 30) return { day: bare, start: from, end, after: at + 1, joined: false };
  }
  return null;
}

function letterEnd(text: string, end: number): boolean {
  return /^['׳’]/u.test(text.slice(end, end + 1));
}

/** A day and month, month and day, or month, each with or without a year. Says nothing of whether that makes a date. */
export function readCalendarDate(reader: DateReader, from: number): CalendarDate | null {
  return readDayFirst(reader, from) ?? readMonthFirst(reader, from);
}

function readDayFirst(reader: DateReader, from: number): CalendarDate | null {
  const day = readDayNumber(reader, from);
  if (day === null) return null;
  let at = day.after;
  if (!isBesideOrAfterHyphen(reader, at)) return null;
  const joined = skip(reader, at, "joiner");
  if (day.joined && joined === at) return null;
  at = joined;
  const month = readMonthName(reader, at);
  if (month === null) return null;
  return readYearAndShift(reader, { ...month, start: day.start, day: day.day, year: null, shift: null });
}

function readMonthFirst(reader: DateReader, from: number): CalendarDate | null {
  const found = readMonthName(reader, from);
  if (found === null) return null;
  const { dates } = reader;
  const { start, end, after, calendar, month } = found;
  let date: CalendarDate = { start, end, after, calendar, month, day: null, year: null, shift: null };
  if (dates.monthFirst && isBesideAfterStop(reader, date.after)) {
    const at = skip(reader, date.after, "joiner");
    const day = readDayNumber(reader, at);
    // "in May 20 people" is rarer in news than "on May 20 people".
    if (day !== null && !day.joined) date = { ...date, day: day.day, end: day.end, after: day.after };
  }
  return readYearAndShift(reader, date);
}

/** "Dec. 20": a month cut short may bear a full stop. */
function isBesideAfterStop(reader: DateReader, index: number): boolean {
  return /^\.?[\s\u00a0]+$/u.test(gapBefore(reader, index));
}

/** A month's name, or the same month's two names: «كانون الثاني/يناير», «يناير (كانون الثاني)». */
function readMonthName(
  reader: DateReader,
  at: number,
): Pick<CalendarDate, "start" | "end" | "after" | "calendar" | "month"> | null {
  const month = hit(reader, at, "month");
  if (month === null) return null;
  const { start, end, after } = month;
  const { calendar, month: number } = month.sense;
  const one = { start, end, after, calendar, month: number };
  const gap = gapBefore(reader, after);
  if (!/^[\s\u00a0]?[/(-]?[\s\u00a0]?$/u.test(gap)) return one;
  const alias = hit(reader, after, "month");
  if (alias?.sense.calendar !== calendar || alias.sense.month !== number) return one;
  const closed = gap.includes("(") && reader.text[alias.end] === ")";
  return { ...one, end: closed ? alias.end + 1 : alias.end, after: alias.after };
}

function readYearAndShift(reader: DateReader, date: CalendarDate): CalendarDate {
  const shift =
    isBeside(reader, date.after) && reader.dates.shiftSide === "after"
      ? hit(reader, date.after, "shift")
      : null;
  if (shift !== null && isMonthShift(shift.sense.shift)) {
    return { ...date, shift: shift.sense.shift, end: shift.end, after: shift.after };
  }
  const bracketed = gapBefore(reader, date.after);
  if (!/^\.?[\s\u00a0]*[,،]?[\s\u00a0]*$|^-$/u.test(bracketed)) return date;
  const at = skip(reader, date.after, "joiner");
  return readYearNumber(reader, date, at) ?? readToldYear(reader, date, at) ?? date;
}

function isMonthShift(shift: Shift): boolean {
  return shift === "past" || shift === "next" || shift === "this";
}

function readYearNumber(reader: DateReader, date: CalendarDate, from: number): CalendarDate | null {
  const { text, words, dates } = reader;
  const yearWord = hit(reader, from, "year-word");
  const at = yearWord !== null && isBeside(reader, yearWord.after) ? yearWord.after : from;
  const word = words[at];
  if (word === undefined || isPartOfNumber(text, word)) return null;
  const year =
    word.number !== null && word.text.length === 4
      ? word.number
      : (yearInLetters(dates, word) ?? shortYear(dates, date, word));
  if (year === null || year < 1000 || year > 6000 || isKind(words[at + 1], "unit")) return null;
  const era = readEra(reader, at + 1);
  const calendar = era !== null && date.calendar !== "gregory" ? era.calendar : date.calendar;
  return { ...date, year, calendar, end: era?.end ?? word.end, after: era?.after ?? at + 1 };
}

/** «۲۲ بهمن ۵۷»: two digits that are more than a month has days. */
function shortYear(
  { shortYears }: DateLanguage,
  { calendar }: CalendarDate,
  { number, text }: DateWord,
): number | null {
  if (shortYears?.calendar !== calendar || number === null || text.length !== 2 || number < 32) return null;
  return shortYears.from + number;
}

function yearInLetters({ letterNumerals }: DateLanguage, { text }: DateWord): number | null {
  return letterNumerals ? readLetterYear(text) : null;
}

/** תשפ"א, התשפ"א: a year of the sixth thousand. */
export function readLetterYear(word: string): number | null {
  const value = readHebrewNumeral(word.replace(/^[בלמ]?ה?['׳]?(?=ת)/u, ""));
  return value !== null && value >= 400 ? 5000 + value : null;
}

/** «يناير من العام الماضي», "May last year". */
function readToldYear(reader: DateReader, date: CalendarDate, at: number): CalendarDate | null {
  const { published } = reader;
  const told = hit(reader, at, "year");
  if (told === null || published === null || date.calendar === "islamic-umalqura") return null;
  const inCalendar = yearsSince(published, date.calendar) + told.sense.offset;
  return { ...date, year: inCalendar, end: told.end, after: told.after };
}

/** The year of a calendar on a day; exact enough for calendars of the sun, whose new year is in spring or autumn. */
function yearsSince(iso: string, calendar: CalendarName): number {
  const year = Number(iso.slice(0, 4));
  if (calendar === "persian") return iso.slice(5) >= "03-21" ? year - 621 : year - 622;
  if (calendar === "hebrew") return iso.slice(5) >= "09-20" ? year + 3761 : year + 3760;
  return year;
}

/** The Gregorian value of a date's parts; null when there is no such day, or when its year cannot be known. */
export function resolve(reader: DateReader, date: CalendarDate, from: number): string | null {
  const { calendar, month, day, year, shift } = date;
  if (year !== null)
    return day === null ? monthValue(calendar, year, month) : dayValue(calendar, year, month, day);
  const { published } = reader;
  if (published === null) return null;
  const tense = tenseOf(reader, from, date.after);
  if (day !== null) return nearestDay({ calendar, month, day }, published, shift, tense);
  if (calendar === "gregory") return nearestMonth(month, published, shift, tense);
  // A month of another calendar: the one that holds the day in its middle.
  return nearestDay({ calendar, month, day: 15 }, published, shift, tense)?.slice(0, 7) ?? null;
}
