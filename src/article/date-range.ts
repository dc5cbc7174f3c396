import type { CalendarDate } from "./date-calendar.ts";
import { type DateReader, gapBefore, hit, isBeside, isBesideOrAfterHyphen } from "./date-reader.ts";

/** The index at which the other end of a range, or the next of a list, begins after a date; null when none does. */
export function rangeAfter(reader: DateReader, at: number): number | null {
  const word = reader.words[at];
  if (word === undefined) return null;
  if (/^[\s\u00a0]*[-–—][\s\u00a0]*$/u.test(gapBefore(reader, at))) return at;
  if (!isBeside(reader, at)) return null;
  const joiner = hit(reader, at, "range-joiner");
  if (joiner !== null && isBesideOrAfterHyphen(reader, joiner.after)) return joiner.after;
  const { rangeJoiners } = reader.dates;
  if (rangeJoiners.includes(word.prefix)) return at;
  return word.matches.some(({ clitic }) => rangeJoiners.includes(clitic)) ? at : null;
}

/** The year of the first of two dates, when only the second has one: «من 3 مايو إلى 5 يونيو 2020». */
export function yearFromRange(first: CalendarDate, second: CalendarDate): CalendarDate {
  if (first.year !== null || first.shift !== null || second.year === null) return first;
  if (first.calendar !== second.calendar) return first;
  return { ...first, year: first.month > second.month ? second.year - 1 : second.year };
}
