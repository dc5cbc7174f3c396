import type { Side } from "../languages/period-language.ts";
import { readCalendarDate } from "./date-calendar.ts";
import { rangeAfter } from "./date-range.ts";
import { gapBefore, hit, isBeside, isPartOfNumber } from "./date-reader.ts";
import {
  isNear,
  isPossessive,
  type PeriodReader,
  plain,
  readAfterFillers,
  readPlain,
  type Told,
} from "./period-reader.ts";
import { isTiedElsewhere, readAgo, readSpan, readWeek } from "./period-span.ts";
import { readCentury, readDecade, readFraction, readSeason } from "./period-told.ts";
import { approximately, interval, momentFrom, partBounds, yearOf } from "./period-values.ts";

/** «مطلع عام 2020», "the mid-1990s", «2020 کے اوائل». */
export function readPart(reader: PeriodReader, at: number): Told | null {
  const lead = hit(reader, at, "part-before");
  if (lead !== null && isNear(reader, lead.after)) {
    const whole = readAfterFillers(reader, lead.after, readWhole);
    return whole === null ? null : partOf(whole, lead.sense.part, lead.start, whole.end, whole.after);
  }
  const whole = readWhole(reader, at);
  if (whole === null || !isNear(reader, whole.after)) return null;
  const tail = readAfterFillers(reader, whole.after, (_, index) => hit(reader, index, "part-after"));
  return tail === null ? null : partOf(whole, tail.sense.part, whole.start, tail.end, tail.after);
}

function readWhole(reader: PeriodReader, at: number): Told | null {
  return readDecade(reader, at) ?? readCentury(reader, at) ?? readPlain(reader, at);
}

function partOf(
  whole: Told,
  part: Parameters<typeof partBounds>[1],
  start: number,
  end: number,
  after: number,
): Told | null {
  const bounds = partBounds(whole, part);
  const edtf = bounds === null ? null : interval(bounds.first, bounds.last);
  return edtf === null ? null : { start, end, after, edtf, bounds, years: null, plain: false };
}

/** «نحو عام 1990», "circa 1850". */
export function readAbout(reader: PeriodReader, at: number): Told | null {
  const circa = hit(reader, at, "circa");
  const lead = hit(reader, at, "about-before") ?? circa;
  if (lead !== null) {
    if (!isNear(reader, lead.after)) return null;
    const date =
      readAfterFillers(reader, lead.after, readPlain) ??
      (circa === null ? null : readLooseYear(reader, circa.after));
    return date === null ? null : aboutOf(date, lead.start, date.end, date.after);
  }
  const date = readPlain(reader, at);
  if (date === null || !isNear(reader, date.after)) return null;
  const tail = readAfterFillers(reader, date.after, (_, index) => hit(reader, index, "about-after"));
  return tail === null ? null : aboutOf(date, date.start, tail.end, tail.after);
}

function aboutOf(date: Told, start: number, end: number, after: number): Told {
  const edtf = approximately(date.edtf);
  return { start, end, after, edtf, bounds: { first: edtf, last: edtf }, years: null, plain: false };
}

/** A number of four digits that a word beside it makes a year, unless it counts what follows. */
function readLooseYear(reader: PeriodReader, at: number): Told | null {
  const word = reader.words[at];
  if (word?.number == null || word.text.length !== 4 || isPartOfNumber(reader.text, word)) return null;
  if (word.number < 1500 || word.number > 2100) return null;
  const next = isBeside(reader, at + 1) ? reader.words[at + 1] : undefined;
  const ends =
    next === undefined ||
    next.matches.some(({ sense }) => ["year-follower", "joiner", "range-joiner"].includes(sense.kind));
  return ends ? plain(word.start, word.end, at + 1, yearOf(word.number)) : null;
}

/** Whatever may stand at an end of a range. */
function readEnd(reader: PeriodReader, at: number): Told | null {
  const word = reader.words[at];
  if (word === undefined || (word.kinds.size === 0 && !reader.dateAt.has(at) && !/^\p{Nd}/u.test(word.text)))
    return null;
  const told =
    readPart(reader, at) ??
    readAbout(reader, at) ??
    readFraction(reader, at) ??
    readSeason(reader, at) ??
    readDecade(reader, at) ??
    readCentury(reader, at) ??
    readWeek(reader, at) ??
    readAgo(reader, at) ??
    readPlain(reader, at);
  return told?.bounds == null ? null : told;
}

/** «بين عامي 2015 و2019», "3–5 May 2021", «من أواخر 2019 إلى منتصف 2020». */
export function readRange(reader: PeriodReader, at: number): Told | null {
  const opener = hit(reader, at, "range-opener") ?? sinceAt(reader, at);
  if (opener !== null && !isNear(reader, opener.after)) return null;
  const from = opener?.after ?? at;
  const isOpened = opener !== null;
  const first = isOpened ? readAfterFillers(reader, from, readEnd) : readEnd(reader, from);
  if (first !== null) {
    const second = readSecond(reader, first.after, isOpened) ?? readUntil(reader, first.after);
    return second === null ? null : rangeOf(first, second, opener?.start ?? first.start);
  }
  return isOpened
    ? readAfterFillers(reader, from, (_, index) => readLoose(reader, index, opener.start))
    : null;
}

function sinceAt(reader: PeriodReader, at: number): { start: number; after: number } | null {
  const side = hit(reader, at, "side-before");
  return side?.sense.side === "since" ? side : null;
}

function readSecond(reader: PeriodReader, after: number, isOpened: boolean): Told | null {
  const at = joinAfter(reader, after, isOpened);
  return at === null ? null : readAfterFillers(reader, at, readEnd);
}

/** «2021'den 2023'e kadar»: what is written onto the first end says that it is one, and a word behind the second that it is the other. */
function readUntil(reader: PeriodReader, at: number): Told | null {
  const last = reader.words[at - 1];
  if (last === undefined || last.to === last.end || !isBeside(reader, at)) return null;
  const second = readAfterFillers(reader, at, readEnd);
  if (second === null || !isBeside(reader, second.after)) return null;
  const tail = hit(reader, second.after, "side-after");
  return tail?.sense.side === "until" ? { ...second, end: tail.end, after: tail.after } : null;
}

/** Where the second end may begin. "And" and its like join only what a word before has opened. */
function joinAfter(reader: PeriodReader, at: number, isOpened: boolean): number | null {
  if (/^[\s\u00a0]*[-–—][\s\u00a0]*$/u.test(gapBefore(reader, at))) return at;
  const to = isBeside(reader, at) ? hit(reader, at, "range-to") : null;
  if (to !== null && isNear(reader, to.after)) return to.after;
  return isOpened ? rangeAfter(reader, at) : null;
}

function rangeOf(first: Told, second: Told, start: number): Told | null {
  if (first.bounds === null || second.bounds === null) return null;
  const edtf = interval(first.bounds.first, second.bounds.last);
  if (edtf === null) return null;
  const bounds = { first: first.bounds.first, last: second.bounds.last };
  return { start, end: second.end, after: second.after, edtf, bounds, years: null, plain: false };
}

/** «من مارس إلى يونيو 2020», «من 2015 إلى 2019»: a first end that only the second makes a date of. */
function readLoose(reader: PeriodReader, at: number, start: number): Told | null {
  const month = hit(reader, at, "month");
  const date = month === null ? null : readCalendarDate(reader, at);
  if (date !== null && date.day === null && date.year === null) {
    const second = readSecond(reader, date.after, true);
    if (second === null || !second.plain || second.edtf.length !== 7 || date.calendar !== "gregory")
      return null;
    const year = Number(second.edtf.slice(0, 4)) - (date.month > Number(second.edtf.slice(5)) ? 1 : 0);
    const value = `${yearOf(year)}-${String(date.month).padStart(2, "0")}`;
    return rangeOf(plain(date.start, date.end, date.after, value), second, start);
  }
  const word = reader.words[at];
  if (word?.number == null || word.text.length !== 4 || isPartOfNumber(reader.text, word)) return null;
  const next = joinAfter(reader, at + 1, true);
  const second =
    next === null ? null : (readAfterFillers(reader, next, readPlain) ?? readLooseYear(reader, next));
  if (second === null || second.edtf.length !== 4) return null;
  const [from, to] = [word.number, Number(second.edtf)];
  if (from < 1800 || to > 2100) return null;
  return rangeOf(plain(word.start, word.end, at + 1, yearOf(from)), second, start);
}

/** «منذ عام 2011», «قبل عام 1948», "until May 2020", «2011 سے اب تک»: open on one side. */
export function readOpen(reader: PeriodReader, at: number): Told | null {
  const lead = hit(reader, at, "side-before");
  if (lead !== null && isNear(reader, lead.after)) {
    const { side } = lead.sense;
    const time = readAfterFillers(reader, lead.after, readEnd);
    if (time !== null) return openOf(reader, time, side, lead.start, time.end, time.after);
    return side === "since" ? readSinceSpan(reader, lead.after, lead.start) : null;
  }
  const opener = hit(reader, at, "range-opener");
  const from = opener !== null && isNear(reader, opener.after) ? opener.after : at;
  const time = opener === null ? readEnd(reader, from) : readAfterFillers(reader, from, readEnd);
  if (time === null || !isNear(reader, time.after)) return null;
  const tail = readAfterFillers(reader, time.after, (_, index) => hit(reader, index, "side-after"));
  if (tail === null) return null;
  return openOf(reader, time, tail.sense.side, opener?.start ?? time.start, tail.end, tail.after);
}

function openOf(
  reader: PeriodReader,
  { bounds, edtf, end: timeEnd, plain: isPlain, years }: Told,
  side: Side,
  start: number,
  end: number,
  after: number,
): Told | null {
  if (bounds === null) return null;
  // "after Monday's vote", «بعد الاثنين»: when, rather than from when on.
  if (isPossessive(reader, timeEnd) || (side === "after" && isPlain && edtf.length > 7)) return null;
  const isFrom = side === "since" || side === "after";
  // Before the 1990s is before 1990, and since them is from some year of theirs.
  const near = side === "since" || side === "before" ? bounds.first : bounds.last;
  const edge =
    years === null || side === "since" || side === "until"
      ? near
      : yearOf(side === "before" ? years.from : years.from + years.count - 1);
  const [first, last] = isFrom ? [edge, ".."] : ["..", edge];
  return { start, end, after, edtf: `${first}/${last}`, bounds: { first, last }, years: null, plain: false };
}

/** «منذ شهرين» */
function readSinceSpan(reader: PeriodReader, from: number, start: number): Told | null {
  const about = hit(reader, from, "about-before");
  const span = readSpan(reader, about !== null && isNear(reader, about.after) ? about.after : from);
  const { published } = reader;
  if (span === null || published === null || isTiedElsewhere(reader, span.after)) return null;
  const first = momentFrom(published, span.unit, -span.count);
  if (first === null) return null;
  const bounds = { first, last: ".." };
  return { start, end: span.end, after: span.after, edtf: `${first}/..`, bounds, years: null, plain: false };
}
