import type { PeriodUnit } from "../languages/period-language.ts";
import { hit, isBeside, isPartOfNumber } from "./date-reader.ts";
import { isNear, type PeriodReader, type Told } from "./period-reader.ts";
import { interval, momentFrom, weekFrom } from "./period-values.ts";

/** A number of units: «شهرين», «ثلاثة أشهر», "10 years". */
export interface Span {
  unit: PeriodUnit;
  count: number;
  start: number;
  end: number;
  after: number;
}

export function readSpan(reader: PeriodReader, at: number): Span | null {
  const whole = hit(reader, at, "span");
  // «قبل شهر مايو», «عام 1948»: the unit is the name of what follows it.
  if (whole !== null && !isHead(reader, whole.after)) {
    const { start, end, after, sense } = whole;
    return { unit: sense.unit, count: sense.count, start, end, after };
  }
  const number = readCount(reader, at);
  if (number === null || !isBeside(reader, number.after)) return null;
  const unit = hit(reader, number.after, "span-unit");
  if (unit === null || isHead(reader, unit.after)) return null;
  const { count, start } = number;
  return { unit: unit.sense.unit, count, start, end: unit.end, after: unit.after };
}

/** «الأشهر الثلاثة» */
function readUnitFirst(reader: PeriodReader, at: number): Span | null {
  const unit = hit(reader, at, "span-unit");
  if (unit === null || !isNear(reader, unit.after)) return null;
  const number = readCount(reader, unit.after);
  if (number === null) return null;
  return {
    unit: unit.sense.unit,
    count: number.count,
    start: unit.start,
    end: number.end,
    after: number.after,
  };
}

interface Count {
  count: number;
  start: number;
  end: number;
  after: number;
}

function readCount(reader: PeriodReader, at: number): Count | null {
  const word = reader.words[at];
  if (word === undefined) return null;
  if (word.number !== null) {
    if (word.number < 1 || word.text.length > 2 || isPartOfNumber(reader.text, word)) return null;
    return { count: word.number, start: word.start, end: word.end, after: at + 1 };
  }
  const named = hit(reader, at, "count");
  if (named === null) return null;
  return { count: named.sense.count, start: named.start, end: named.end, after: named.after };
}

function isHead(reader: PeriodReader, at: number): boolean {
  if (!isBeside(reader, at)) return false;
  return reader.words[at]?.number != null || reader.dateAt.has(at) || hit(reader, at, "month") !== null;
}

/** «قبل شهرين», "two years ago": the moment, no more exact than its unit. */
export function readAgo(reader: PeriodReader, at: number): Told | null {
  const lead = hit(reader, at, "ago-before");
  const from = lead !== null && isNear(reader, lead.after) ? lead.after : at;
  const about = hit(reader, from, "about-before");
  const span = readSpan(reader, about !== null && isNear(reader, about.after) ? about.after : from);
  if (span === null) return null;
  if (lead !== null) return agoOf(reader, span, lead.start, span.end, span.after);
  const tail = isBeside(reader, span.after) ? hit(reader, span.after, "ago-after") : null;
  if (tail === null) return null;
  return agoOf(reader, span, about?.start ?? span.start, tail.end, tail.after);
}

function agoOf(
  reader: PeriodReader,
  { unit, count }: Span,
  start: number,
  end: number,
  after: number,
): Told | null {
  const { published } = reader;
  if (published === null || isTiedElsewhere(reader, after)) return null;
  const edtf = momentFrom(published, unit, -count);
  if (edtf === null) return null;
  return { start, end, after, edtf, bounds: { first: edtf, last: edtf }, years: null, plain: false };
}

/** «قبل يومين من الانتخابات» */
export function isTiedElsewhere(reader: PeriodReader, at: number): boolean {
  return isBeside(reader, at) && hit(reader, at, "span-breaker") !== null;
}

/** «الأسبوع الماضي», "next week", from the day on which the language's weeks begin. */
export function readWeek(reader: PeriodReader, at: number): Told | null {
  const week = hit(reader, at, "told-week");
  const { published, dates } = reader;
  if (week === null || published === null) return null;
  const bounds = weekFrom(published, week.sense.offset, dates.weekStart);
  const edtf = `${bounds.first}/${bounds.last}`;
  return { start: week.start, end: week.end, after: week.after, edtf, bounds, years: null, plain: false };
}

/** «الأشهر الثلاثة الماضية», "the next five years": from then to the day of publication, or from it. */
export function readWindow(reader: PeriodReader, at: number): Told | null {
  const { published } = reader;
  if (published === null) return null;
  const shifted = reader.dates.shiftSide === "before" ? hit(reader, at, "span-shift") : null;
  const lead = shifted !== null && isBeside(reader, shifted.after) ? shifted : null;
  const from = lead?.after ?? at;
  const span = readSpan(reader, from) ?? (lead === null ? readUnitFirst(reader, at) : null);
  if (span === null || (span.count < 2 && span.unit !== "decade")) return null;
  const tail = lead === null && isBeside(reader, span.after) ? hit(reader, span.after, "span-shift") : null;
  const shift = lead ?? tail;
  if (shift === null) return null;
  const past = shift.sense.to === "past";
  const moment = momentFrom(published, span.unit, past ? -span.count : span.count);
  const edtf = moment === null ? null : past ? interval(moment, published) : interval(published, moment);
  if (edtf === null) return null;
  const [first = "", last = ""] = edtf.split("/");
  const end = tail ?? span;
  const start = lead?.start ?? span.start;
  return { start, end: end.end, after: end.after, edtf, bounds: { first, last }, years: null, plain: false };
}
