import { gapBefore, hit, isBeside } from "./date-reader.ts";
import { yearValue } from "./date-values.ts";
import { type DateWord, isDeclinedDecade, isKind, numberOf } from "./date-words.ts";
import { isNear, type PeriodReader, readAfterFillers, readPlain, type Told } from "./period-reader.ts";
import {
  fractionBounds,
  fractionOfYears,
  interval,
  seasonBounds,
  seasonYear,
  yearOf,
} from "./period-values.ts";

/** 1990s, 1990's, ’90s */
const suffixed = /^(?<year>\p{Nd}{2}|\p{Nd}{4})['’]?s$/u;

/** «التسعينيات», «تسعينيات القرن الماضي», "the 1990s", «دهه ۷۰». */
export function readDecade(reader: PeriodReader, at: number): Told | null {
  return (
    readNamedDecade(reader, at) ??
    readSuffixedDecade(reader, at) ??
    readDeclinedDecade(reader, at) ??
    readNumberedDecade(reader, at)
  );
}

/** «1990'larda», «1990'lı yıllarda» */
function readDeclinedDecade(reader: PeriodReader, at: number): Told | null {
  const { text, words, dates } = reader;
  const word = words[at];
  if (word?.number == null || word.text.length !== 4 || !isDeclinedDecade(text, word, dates)) return null;
  if (word.number % 10 !== 0 || !isDecade(word.number)) return null;
  const tail = isBeside(reader, at + 1) ? hit(reader, at + 1, "decade-after") : null;
  const { end, after } = tail ?? { end: word.end, after: at + 1 };
  return decadeOf(word.start, end, after, word.number);
}

function readNamedDecade(reader: PeriodReader, at: number): Told | null {
  const before = hit(reader, at, "decade-before");
  const led = before !== null && isNear(reader, before.after) ? hit(reader, before.after, "decade") : null;
  const named = led ?? hit(reader, at, "decade");
  if (named === null) return null;
  const start = led === null || before === null ? named.start : before.start;
  const { tens } = named.sense;
  const century = isBeside(reader, named.after) ? readAfterFillers(reader, named.after, readCentury) : null;
  if (century?.years != null) return decadeOf(start, century.end, century.after, century.years.from + tens);
  const tail = hit(reader, named.after, "decade-after");
  const end = tail !== null && isBeside(reader, named.after) ? tail : named;
  // «العشرينيات»: of the last century, or of this one?
  return tens < 30 ? null : decadeInItsCalendar(reader, start, end.end, end.after, tens);
}

function readSuffixedDecade(reader: PeriodReader, at: number): Told | null {
  const word = reader.words[at];
  const year = word === undefined ? undefined : suffixed.exec(word.text)?.groups?.["year"];
  if (word === undefined || year === undefined) return null;
  const value = numberOf(year);
  if (value % 10 !== 0) return null;
  if (year.length === 4) return isDecade(value) ? decadeOf(word.start, word.end, at + 1, value) : null;
  // "in the 90s" may be degrees.
  const cut = /['’]$/u.test(reader.text.slice(word.start - 1, word.start));
  return cut && value >= 30 ? decadeOf(word.start - 1, word.end, at + 1, 1900 + value) : null;
}

function readNumberedDecade(reader: PeriodReader, at: number): Told | null {
  const before = hit(reader, at, "decade-before");
  const from = before !== null && isNear(reader, before.after) ? before.after : at;
  const word = reader.words[from];
  if (word?.number == null || word.number % 10 !== 0) return null;
  let [end, after] = [word.end, from + 1];
  if (before === null) {
    const tail = readAfterFillers(reader, after, (_, index) => hit(reader, index, "decade-after"));
    if (tail === null || !isNear(reader, after)) return null;
    [end, after] = [tail.end, tail.after];
  }
  const start = before?.start ?? word.start;
  const era = isBeside(reader, after) ? hit(reader, after, "era") : null;
  if (era !== null) [end, after] = [era.end, era.after];
  if (word.text.length === 2) {
    if (era?.sense.calendar === "gregory") return decadeOf(start, end, after, 1900 + word.number);
    return word.number < 30 ? null : decadeInItsCalendar(reader, start, end, after, word.number);
  }
  if (word.text.length !== 4) return null;
  const { lowYears } = reader.dates;
  const low = lowYears !== null && word.number >= lowYears.from && word.number <= lowYears.to;
  if (low && lowYears.calendar === "persian") return solarDecade(start, end, after, word.number);
  return isDecade(word.number) ? decadeOf(start, end, after, word.number) : null;
}

function isDecade(year: number): boolean {
  return year >= 1500 && year <= 2090;
}

function decadeInItsCalendar(
  { dates }: PeriodReader,
  start: number,
  end: number,
  after: number,
  tens: number,
): Told | null {
  return dates.periods?.decadeCalendar === "persian"
    ? solarDecade(start, end, after, 1300 + tens)
    : decadeOf(start, end, after, 1900 + tens);
}

function decadeOf(start: number, end: number, after: number, from: number): Told {
  const edtf = `${yearOf(from).slice(0, 3)}X`;
  return {
    start,
    end,
    after,
    edtf,
    bounds: { first: edtf, last: edtf },
    years: { from, count: 10 },
    plain: false,
  };
}

/** A decade of the Persian calendar, from the value of its first year to that of its last. */
function solarDecade(start: number, end: number, after: number, from: number): Told | null {
  const first = yearValue("persian", from);
  const last = yearValue("persian", from + 9);
  if (first === null || last === null) return null;
  const bounds = { first, last };
  return {
    start,
    end,
    after,
    edtf: `${first}/${last}`,
    bounds,
    years: { from: Number(first), count: 10 },
    plain: false,
  };
}

/** «القرن التاسع عشر», "the 19th century", «القرن الماضي»; the fifth is 04XX, as EDTF writes the years from 400. */
export function readCentury(reader: PeriodReader, at: number): Told | null {
  const told = hit(reader, at, "told-century");
  if (told !== null) {
    const { published } = reader;
    if (published === null) return null;
    const hundreds = Number(published.slice(0, 2)) + told.sense.offset;
    return centuryOf(told.start, told.end, told.after, hundreds);
  }
  const before = hit(reader, at, "century-before");
  if (before !== null) {
    const ordinal = isNear(reader, before.after) ? readOrdinal(reader, before.after) : null;
    if (ordinal === null || isOfOtherEra(reader, ordinal.after)) return null;
    return centuryOf(before.start, ordinal.end, ordinal.after, ordinal.number - 1);
  }
  const ordinal = readOrdinal(reader, at);
  if (ordinal === null || !isNear(reader, ordinal.after)) return null;
  const word = hit(reader, ordinal.after, "century-after");
  if (word === null || isOfOtherEra(reader, word.after)) return null;
  return centuryOf(ordinal.start, word.end, word.after, ordinal.number - 1);
}

function readOrdinal(
  reader: PeriodReader,
  at: number,
): { number: number; start: number; end: number; after: number } | null {
  const { words, dates } = reader;
  const named = hit(reader, at, "century-ordinal");
  if (named !== null) return { number: named.sense.number, ...named };
  const word = words[at];
  if (word?.number == null || word.number < 1 || word.number > 21) return null;
  const ending = words[at + 1];
  const ordinal = ending?.start === word.end && dates.ordinalEndings.includes(ending.text.toLowerCase());
  return ordinal && ending !== undefined
    ? { number: word.number, start: word.start, end: ending.end, after: at + 2 }
    : { number: word.number, start: word.start, end: word.end, after: at + 1 };
}

function isOfOtherEra(reader: PeriodReader, at: number): boolean {
  if (!isBeside(reader, at)) return false;
  return hit(reader, at, "other-era") !== null || hit(reader, at, "before-era") !== null;
}

function centuryOf(start: number, end: number, after: number, hundreds: number): Told {
  const edtf = `${String(hundreds).padStart(2, "0")}XX`;
  const years = { from: hundreds * 100, count: 100 };
  return { start, end, after, edtf, bounds: { first: edtf, last: edtf }, years, plain: false };
}

/**
 * A quarter, third or half with its year on either side: «الربع الأول من 2021», «2021 کی پہلی سہ ماہی»; and one of a decade or
 * a century, for which there are no codes, as an interval.
 */
export function readFraction(reader: PeriodReader, at: number): Told | null {
  return readWithYear(reader, at, "fraction", fractionBounds) ?? readFractionOfYears(reader, at);
}

function readFractionOfYears(reader: PeriodReader, at: number): Told | null {
  const told = hit(reader, at, "fraction");
  const whole =
    told !== null && isNear(reader, told.after)
      ? readAfterFillers(
          reader,
          told.after,
          (_, index) => readDecade(reader, index) ?? readCentury(reader, index),
        )
      : null;
  if (told === null || whole === null) return null;
  const bounds = fractionOfYears(whole, told.sense.code);
  const edtf = bounds === null ? null : interval(bounds.first, bounds.last);
  if (edtf === null) return null;
  return { start: told.start, end: whole.end, after: whole.after, edtf, bounds, years: null, plain: false };
}

/** «صيف 2020», "summer of 2020"; and «الصيف الماضي», "last summer". */
export function readSeason(reader: PeriodReader, at: number): Told | null {
  return readWithYear(reader, at, "season", seasonBounds) ?? readShiftedSeason(reader, at);
}

function readWithYear(
  reader: PeriodReader,
  at: number,
  kind: "fraction" | "season",
  boundsOf: (year: string, code: number) => Told["bounds"],
): Told | null {
  const told = hit(reader, at, kind);
  if (told !== null) {
    const year = isNear(reader, told.after) ? readAfterFillers(reader, told.after, readYear) : null;
    if (year === null) return null;
    return coded(told.start, year.end, year.after, year.edtf, told.sense.code, boundsOf);
  }
  // Where cues stand before what they belong to, so do seasons and quarters before their years.
  if (reader.dates.cueSide === "before") return null;
  const year = readYear(reader, at);
  if (year === null || !isNear(reader, year.after)) return null;
  const after = readAfterFillers(reader, year.after, (_, index) => hit(reader, index, kind));
  if (after === null) return null;
  return coded(year.start, after.end, after.after, year.edtf, after.sense.code, boundsOf);
}

function readYear(reader: PeriodReader, at: number): Told | null {
  const year = readPlain(reader, at);
  return year?.edtf.length === 4 ? year : null;
}

function coded(
  start: number,
  end: number,
  after: number,
  year: string,
  code: number,
  boundsOf: (year: string, code: number) => Told["bounds"],
): Told {
  return {
    start,
    end,
    after,
    edtf: `${year}-${code}`,
    bounds: boundsOf(year, code),
    years: null,
    plain: false,
  };
}

function readShiftedSeason(reader: PeriodReader, at: number): Told | null {
  const { published } = reader;
  if (published === null) return null;
  const shifted = hit(reader, at, "season-shift");
  const isLead = reader.dates.shiftSide === "before" || shifted?.sense.to === "this";
  const lead = shifted !== null && isLead && isBeside(reader, shifted.after) ? shifted : null;
  const from = lead?.after ?? at;
  const season = hit(reader, from, "season");
  if (season === null || (lead !== null && season.clitic !== "")) return null;
  const tail =
    lead === null && isBeside(reader, season.after) ? hit(reader, season.after, "season-shift") : null;
  const shift = lead ?? tail;
  if (shift === null || gapBefore(reader, season.after).includes("/")) return null;
  const year = seasonYear(season.sense.code, shift.sense.to, published);
  if (year === null) return null;
  const end = tail ?? season;
  const start = lead?.start ?? season.start;
  return coded(start, end.end, end.after, year, season.sense.code, seasonBounds);
}

/** «موسم 2020-2021», 2020/21: two years in a row that are one. */
export function readDoubleYear(reader: PeriodReader, at: number): Told | null {
  const [first, second] = [reader.words[at], reader.words[at + 1]];
  if (first?.number == null || second?.number == null || first.text.length !== 4) return null;
  if (!/^[-/–]$/u.test(gapBefore(reader, at + 1)) || isPartOfMore(reader, first, second)) return null;
  const { number: year } = first;
  const short = second.text.length === 2;
  if (year < 1900 || year > 2100 || second.number !== (short ? (year + 1) % 100 : year + 1)) return null;
  const cue = reader.words[at - 1];
  const cued = isBeside(reader, at) && (isKind(cue, "double-year-cue") || isKind(cue, "year-word"));
  if (!cued) return null;
  const bounds = { first: yearOf(year), last: yearOf(year + 1) };
  const edtf = `${bounds.first}/${bounds.last}`;
  return { start: first.start, end: second.end, after: at + 2, edtf, bounds, years: null, plain: false };
}

function isPartOfMore({ text }: PeriodReader, first: DateWord, second: DateWord): boolean {
  return (
    /[\p{N}][-/.]$/u.test(text.slice(first.start - 2, first.start)) ||
    /^[-/.]\p{N}/u.test(text.slice(second.end, second.end + 2))
  );
}
