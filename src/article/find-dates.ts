import { type CalendarName, daysOf, fromCalendar, isoOf, toCalendar } from "../languages/calendar.ts";
import type { DateLanguage } from "../languages/date-language.ts";
import { type Token, tokenize } from "../languages/tokens.ts";
import type { DateMention } from "../model/article.ts";
import type { Block } from "./block.ts";

export interface DateInput {
  text: string;
  blocks: readonly Block[];
  /** Day of publication; without it relative dates have no value and are left alone. */
  published: string | null;
  dates: DateLanguage;
  fold: (word: string) => string;
}

/** A date as it was read; offsets of the text. */
interface Reading {
  start: number;
  end: number;
  value: string;
  /** Index of the first token after it. */
  after: number;
}

/**
 * The dates of an article with their Gregorian values, in text order, none overlapping. Particles written onto a date are outside.
 */
export function findDates({ text, blocks, published, dates, fold }: DateInput): DateMention[] {
  const lexicon = lexiconOf(dates, fold);
  const found: DateMention[] = [];
  for (const block of blocks) {
    const numeric = findNumeric(text, block, dates);
    const words = readWords(text, block, lexicon, fold);
    const reader: Reader = { text, words, published, lexicon, dates };
    const mentions: Reading[] = [...numeric];
    let at = 0;
    while (at < words.length) {
      const word = words[at];
      const taken =
        word !== undefined && numeric.some(({ start, end }) => word.start < end && word.end > start);
      const promising =
        word !== undefined && !taken && (lexicon.starts.has(word.folded) || digits.test(word.text));
      const reading = promising ? readDate(reader, at) : null;
      if (reading !== null) mentions.push(reading);
      at = reading?.after ?? at + 1;
    }
    mentions.sort((a, b) => a.start - b.start);
    for (const { start, end, value } of mentions)
      found.push({ start, end, text: text.slice(start, end), value });
  }
  return found;
}

interface Lexicon {
  months: ReadonlyMap<string, { calendar: CalendarName; month: number }>;
  weekdays: ReadonlyMap<string, number>;
  days: ReadonlyMap<string, number>;
  past: ReadonlySet<string>;
  next: ReadonlySet<string>;
  joiners: ReadonlySet<string>;
  beforeYear: ReadonlySet<string>;
  eras: ReadonlyMap<string, CalendarName>;
  clitics: readonly string[];
  /** Every first word of a name, alone and with what may be written onto it: few words of a text are one. */
  starts: ReadonlySet<string>;
}

const lexicons = new WeakMap<DateLanguage, Lexicon>();

function lexiconOf(dates: DateLanguage, fold: (word: string) => string): Lexicon {
  const known = lexicons.get(dates);
  if (known !== undefined) return known;
  const folded = (name: string): string => name.split(" ").map(fold).join(" ");
  const set = (names: readonly string[]): Set<string> => new Set(names.map(folded));
  const names = [...dates.months, ...dates.weekdays, ...dates.days].map(
    ([name]) => folded(name).split(" ")[0] ?? "",
  );
  const starts = new Set(names);
  for (const name of names) {
    for (const clitic of dates.clitics) {
      starts.add(clitic + name);
      if (clitic.endsWith("ل") && name.startsWith("ال")) starts.add(clitic + name.slice(1));
    }
  }
  const made: Lexicon = {
    starts,
    months: new Map(dates.months.map(([name, calendar, month]) => [folded(name), { calendar, month }])),
    weekdays: new Map(dates.weekdays.map(([name, day]) => [folded(name), day])),
    days: new Map(dates.days.map(([name, offset]) => [folded(name), offset])),
    past: set(dates.past),
    next: set(dates.next),
    joiners: set(dates.joiners),
    beforeYear: set(dates.beforeYear),
    eras: new Map(dates.eras.map(([name, calendar]) => [folded(name), calendar])),
    clitics: dates.clitics,
  };
  lexicons.set(dates, made);
  return made;
}

interface Reader {
  text: string;
  words: readonly Token[];
  published: string | null;
  lexicon: Lexicon;
  dates: DateLanguage;
}

const digits = /^\p{Nd}+$/u;
/** 26th, 2021م, 1442هـ: a number and what is written onto it. */
const numberAndMore = /^(\p{Nd}+)(\p{L}+)$/u;
/** Today's, Monday’s. */
const possessive = /['’]s$/u;

function numberOf(characters: string): number {
  let value = 0;
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 48;
    // The decimal digits of every script come in runs of ten that begin at a multiple of their zero.
    value = value * 10 + (code <= 57 ? code - 48 : digitOf(character));
  }
  return value;
}

function digitOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  return Number(character.normalize("NFKC"));
}

/** The words of a block; an era written onto a number is a word of its own. */
function readWords(text: string, block: Block, { eras }: Lexicon, fold: (word: string) => string): Token[] {
  return tokenize(text, block.start, block.end, fold).flatMap((token) => {
    if (possessive.test(token.text)) {
      const bare = token.text.slice(0, -2);
      return [{ start: token.start, end: token.end - 2, text: bare, folded: fold(bare) }];
    }
    const [, number, letters] = numberAndMore.exec(token.text) ?? [];
    if (number === undefined || letters === undefined) return [token];
    const split = token.start + number.length;
    const rest = { start: split, end: token.end, text: letters, folded: fold(letters) };
    const head = { start: token.start, end: split, text: number, folded: fold(number) };
    return eras.has(rest.folded) || /^(?:st|nd|rd|th)$/.test(rest.folded) ? [head, rest] : [token];
  });
}

const numericDate =
  /(?<![\p{N}.,/-])(\p{Nd}{1,4})([-/.\u2010\u2011])(\p{Nd}{1,2})\2(\p{Nd}{1,4})(?![\p{N}]|[./-]\p{N})/gu;

/** 2021-01-26, 26/1/2021, 26.1.2021, 1399/11/07. */
function findNumeric(text: string, block: Block, dates: DateLanguage): Reading[] {
  const found: Reading[] = [];
  for (const match of text.slice(block.start, block.end).matchAll(numericDate)) {
    const [whole, first = "", , second = "", third = ""] = match;
    const value =
      first.length === 4
        ? dayValue(numberOf(first), numberOf(second), numberOf(third), dates)
        : third.length === 4
          ? (dayValue(numberOf(third), numberOf(second), numberOf(first), dates) ??
            dayValue(numberOf(third), numberOf(first), numberOf(second), dates))
          : null;
    const start = block.start + match.index;
    if (value !== null) found.push({ start, end: start + whole.length, value, after: 0 });
  }
  return found;
}

function dayValue(year: number, month: number, day: number, dates: DateLanguage): string | null {
  const calendar = year < 1700 ? dates.lowYears : "gregory";
  return calendar === null ? null : resolve(calendar, year, month, day);
}

/** A day of a calendar as a Gregorian value; null when there is no such day. */
function resolve(calendar: CalendarName, year: number, month: number, day: number): string | null {
  if (calendar !== "gregory")
    return year < 1000 || month > 13 || day > 31 ? null : fromCalendar({ year, month, day }, calendar);
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? null : iso;
}

function readDate(reader: Reader, at: number): Reading | null {
  return readCalendarDate(reader, at) ?? readRelative(reader, at) ?? readYear(reader, at);
}

/** A name of one to three words, the longest first; what is written onto its first word stays outside. */
function match<T>(
  { words, text, lexicon }: Reader,
  at: number,
  names: ReadonlyMap<string, T>,
): { value: T; start: number; end: number; after: number } | null {
  for (let length = 3; length >= 1; length -= 1) {
    const part = words.slice(at, at + length);
    const [first] = part;
    const last = part.at(-1);
    if (part.length < length || first === undefined || last === undefined) continue;
    if (length > 1 && /[^\s\u00a0-]/u.test(betweenWords(text, part))) continue;
    const key = part.map(({ folded }) => folded).join(" ");
    const plain = names.get(key);
    if (plain !== undefined) return { value: plain, start: first.start, end: last.end, after: at + length };
    for (const clitic of lexicon.clitics) {
      if (!key.startsWith(clitic)) continue;
      const rest = key.slice(clitic.length);
      // ل + ال is written لل.
      const value =
        names.get(rest) ?? (clitic.endsWith("ل") && rest.startsWith("ل") ? names.get(`ا${rest}`) : undefined);
      if (value === undefined) continue;
      return { value, start: startAfter(first, clitic), end: last.end, after: at + length };
    }
  }
  return null;
}

function betweenWords(text: string, part: readonly Token[]): string {
  return part
    .slice(1)
    .map((token, index) => text.slice(part[index]?.end ?? token.start, token.start))
    .join("");
}

/** Folding drops marks, so the letters of a particle are counted in the word as it is written. */
function startAfter(word: Token, clitic: string): number {
  let letters = 0;
  let offset = 0;
  while (letters < clitic.length && offset < word.text.length) {
    if (!/[\p{M}\u0640]/u.test(word.text[offset] ?? "")) letters += 1;
    offset += 1;
  }
  while (/[\p{M}\u0640]/u.test(word.text[offset] ?? "x")) offset += 1;
  return word.start + offset;
}

/** [weekday] day month [year], month day year, month year, month with «last» or "next". */
function readCalendarDate(reader: Reader, from: number): Reading | null {
  const { text, words, lexicon, dates, published } = reader;
  let at = from;
  let start: number | undefined;
  const weekday = match(reader, at, lexicon.weekdays);
  if (weekday !== null) {
    start = weekday.start;
    at = weekday.after;
  }
  const joins = (index: number): boolean => {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || before === undefined) return false;
    const gap = text.slice(before.end, word.start);
    // "Dec. 20": where months are cut short, they may bear a full stop.
    return /^[\s\u00a0,،()/-]{0,3}$/u.test(dates.monthFirst ? gap.replace(/^\. /, " ") : gap);
  };
  const skip = (): void => {
    const word = words[at];
    if (word !== undefined && joins(at) && lexicon.joiners.has(word.folded)) at += 1;
  };
  const number = (low: number, high: number): { value: number; start: number; end: number } | null => {
    const word = words[at];
    if (word === undefined || !digits.test(word.text)) return null;
    const value = numberOf(word.text);
    return value >= low && value <= high ? { value, start: word.start, end: word.end } : null;
  };
  if (weekday !== null) {
    if (!joins(at)) return null;
    skip();
  }
  let day = number(1, 31);
  if (day !== null) {
    start ??= day.start;
    at += 1;
    if (/^(?:st|nd|rd|th)$/.test(words[at]?.folded ?? "") && words[at]?.start === day.end) at += 1;
    skip();
    if (!joins(at)) return null;
  }
  const month = match(reader, at, lexicon.months);
  if (month === null) return null;
  start ??= month.start;
  let end = month.end;
  at = month.after;
  // «كانون الثاني/يناير»: two names of one month.
  const alias =
    text.slice(end, end + 3).match(/^\s?[/(]/u) === null ? null : match(reader, at, lexicon.months);
  if (
    alias !== null &&
    alias.value.calendar === month.value.calendar &&
    alias.value.month === month.value.month
  ) {
    end = alias.end;
    at = alias.after;
    if (text[end] === ")") end += 1;
  }
  if (day === null && dates.monthFirst && joins(at)) {
    day = number(1, 31);
    if (day !== null) {
      end = day.end;
      at += 1;
      const ordinal = words[at];
      if (ordinal !== undefined && ordinal.start === day.end && /^(?:st|nd|rd|th)$/.test(ordinal.folded)) {
        end = ordinal.end;
        at += 1;
      }
    }
  }
  const afterMonth = at;
  skip();
  if (joins(at) && lexicon.beforeYear.has(words[at]?.folded ?? "") && digits.test(words[at + 1]?.text ?? ""))
    at += 1;
  const year = joins(at) ? number(1000, 6000) : null;
  let calendar = month.value.calendar;
  if (year === null) at = afterMonth;
  else {
    end = year.end;
    at += 1;
    const era = words[at];
    const named = era === undefined ? undefined : lexicon.eras.get(era.folded);
    if (era !== undefined && named !== undefined && era.start - end <= 1) {
      if (named !== calendar && calendar !== "gregory") calendar = named;
      end = era.end;
      at += 1;
      if (text[end] === "." || text[end] === "ـ") end += text[end] === "ـ" ? 1 : 0;
    }
  }
  const { month: monthNumber } = month.value;
  if (year !== null) {
    const value =
      day === null
        ? monthValue(calendar, year.value, monthNumber)
        : resolve(calendar, year.value, monthNumber, day.value);
    return value === null ? null : { start, end, value, after: at };
  }
  if (published === null) return null;
  const modifier = modifierAt(reader, at, from);
  if (day !== null) {
    const tense = modifier?.tense ?? (isFuture(reader, from) ? "next" : "past");
    const value = nearestDay(calendar, monthNumber, day.value, published, tense, modifier !== null);
    if (value === null) return null;
    return { start, end: Math.max(end, modifier?.end ?? 0), value, after: modifier?.after ?? at };
  }
  if (modifier === null || weekday !== null || calendar !== "gregory") return null;
  const value = nearestMonth(monthNumber, published, modifier.tense);
  return {
    start: Math.min(start, modifier.start),
    end: Math.max(end, modifier.end),
    value,
    after: Math.max(at, modifier.after),
  };
}

function monthValue(calendar: CalendarName, year: number, month: number): string | null {
  if (calendar === "gregory")
    return year > 9999 ? null : `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  // A month of another calendar lies in two: the one that holds its middle.
  return resolve(calendar, year, month, 15)?.slice(0, 7) ?? null;
}

interface Modifier {
  tense: "past" | "next";
  start: number;
  end: number;
  after: number;
}

/** «الماضي» after a word, or "last" before it. */
function modifierAt({ words, lexicon, dates, text }: Reader, after: number, first: number): Modifier | null {
  const index = dates.modifiers === "after" ? after : first - 1;
  const word = words[index];
  if (word === undefined) return null;
  const neighbor = dates.modifiers === "after" ? words[index - 1] : word;
  const other = dates.modifiers === "after" ? word : words[first];
  if (neighbor === undefined || other === undefined || text.slice(neighbor.end, other.start).trim() !== "")
    return null;
  const tense = lexicon.past.has(word.folded) ? "past" : lexicon.next.has(word.folded) ? "next" : null;
  if (tense === null) return null;
  return { tense, start: word.start, end: word.end, after: dates.modifiers === "after" ? index + 1 : after };
}

/** Today, yesterday with or without a weekday; a weekday with or without «last» or "next". */
function readRelative(reader: Reader, at: number): Reading | null {
  const { published, lexicon, text, words } = reader;
  if (published === null) return null;
  const today = daysOf(published);
  const day = match(reader, at, lexicon.days);
  if (day !== null) {
    const weekday = match(reader, day.after, lexicon.weekdays);
    const beside = weekday !== null && text.slice(day.end, weekday.start).trim() === "";
    const { start } = day;
    return {
      start,
      end: beside ? weekday.end : day.end,
      value: isoOf(today + day.value),
      after: beside ? weekday.after : day.after,
    };
  }
  const weekday = match(reader, at, lexicon.weekdays);
  if (weekday === null) return null;
  const modifier = modifierAt(reader, weekday.after, at);
  const now = (today + 4) % 7;
  const back = (now - weekday.value + 7) % 7;
  const ahead = (weekday.value - now + 7) % 7;
  let value: number;
  if (modifier?.tense === "past") value = today - (back === 0 ? 7 : back);
  else if (modifier?.tense === "next") value = today + (ahead === 0 ? 7 : ahead);
  else value = isFuture(reader, at) ? today + (ahead === 0 ? 7 : ahead) : today - back;
  const first = words[at];
  const start = modifier === null ? weekday.start : Math.min(weekday.start, modifier.start);
  if (first === undefined) return null;
  return {
    start,
    end: Math.max(weekday.end, modifier?.end ?? 0),
    value: isoOf(value),
    after: Math.max(weekday.after, modifier?.after ?? 0),
  };
}

/** A number of four digits that a word before it makes a year. */
function readYear({ words, text, lexicon, dates }: Reader, at: number): Reading | null {
  const word = words[at];
  if (word === undefined || !digits.test(word.text) || word.text.length !== 4) return null;
  const year = numberOf(word.text);
  const before = words[at - 1];
  const gap = before === undefined ? "" : text.slice(before.end, word.start);
  const told = before !== undefined && /^\s*[(]?$/u.test(gap) && isBeforeYear(before.folded, lexicon);
  const bracketed = text[word.start - 1] === "(" && text[word.end] === ")";
  const era = words[at + 1];
  const calendar = era !== undefined && era.start - word.end <= 1 ? lexicon.eras.get(era.folded) : undefined;
  if (calendar !== undefined && calendar !== "gregory") {
    const value = resolve(calendar, year, 6, 15)?.slice(0, 4);
    return value === undefined
      ? null
      : { start: word.start, end: era?.end ?? word.end, value, after: at + 2 };
  }
  if (told && dates.lowYears === "persian" && year >= 1200 && year < 1500) {
    const value = resolve("persian", year, 6, 15)?.slice(0, 4);
    if (value !== undefined) return { start: word.start, end: word.end, value, after: at + 1 };
  }
  if (year < 1700 || year > 2100 || !(told || bracketed || calendar !== undefined)) return null;
  // «في 2010 مدرسة»: a number of things.
  if (!bracketed && calendar === undefined && /^[%٪]/u.test(text.slice(word.end, word.end + 2).trim()))
    return null;
  const end = calendar === undefined ? word.end : (era?.end ?? word.end);
  return { start: word.start, end, value: String(year), after: calendar === undefined ? at + 1 : at + 2 };
}

function isBeforeYear(folded: string, { beforeYear, clitics }: Lexicon): boolean {
  return (
    beforeYear.has(folded) ||
    clitics.some((clitic) => folded.startsWith(clitic) && beforeYear.has(folded.slice(clitic.length)))
  );
}

/** Whether the sentence around a word is about what is to come. */
function isFuture({ words, text, dates }: Reader, at: number): boolean {
  const ends = (from: number, to: number): boolean => /[.!?؟۔…]/u.test(text.slice(from, to));
  for (let index = at - 1; index >= 0; index -= 1) {
    const word = words[index];
    if (word === undefined || ends(word.end, words[index + 1]?.start ?? word.end)) break;
    if (dates.isFuture(word.folded)) return true;
  }
  for (let index = at + 1; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || ends(words[index - 1]?.end ?? word.start, word.start)) break;
    if (dates.isFuture(word.folded)) return true;
  }
  return false;
}

/** The day of that name nearest to the day of publication: at or before it, or at or after it. */
function nearestDay(
  calendar: CalendarName,
  month: number,
  day: number,
  published: string,
  tense: "past" | "next",
  strict: boolean,
): string | null {
  const year = toCalendar(published, calendar).year;
  const candidates = [year - 1, year, year + 1].flatMap((one) => resolve(calendar, one, month, day) ?? []);
  const fits = (iso: string): boolean => {
    if (tense === "past") return strict ? iso < published : iso <= published;
    return strict ? iso > published : iso >= published;
  };
  const fitting = candidates.filter(fits);
  return (tense === "past" ? fitting.at(-1) : fitting[0]) ?? null;
}

function nearestMonth(month: number, published: string, tense: "past" | "next"): string {
  const year = Number(published.slice(0, 4));
  const now = Number(published.slice(5, 7));
  const that = tense === "past" ? (month < now ? year : year - 1) : month > now ? year : year + 1;
  return `${that}-${String(month).padStart(2, "0")}`;
}
