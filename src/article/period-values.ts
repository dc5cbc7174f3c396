import { daysOf, isoOf } from "../languages/calendar.ts";
import type { Part, PeriodUnit } from "../languages/period-language.ts";
import type { Told } from "./period-reader.ts";

type Bounds = NonNullable<Told["bounds"]>;

/** A day, month or year as EDTF has it when it is only about that: `1990~`. What is approximate stays so. */
export function approximately(value: string): string {
  return value.endsWith("~") ? value : `${value}~`;
}

/** An interval; null when it would not run forward. */
export function interval(first: string, last: string): string | null {
  const from = first.replace("~", "").replaceAll("X", "0");
  const to = last.replace("~", "").replaceAll("X", "9");
  const shared = Math.min(from.length, to.length);
  return from.slice(0, shared) < to.slice(0, shared) || (from.length !== to.length && from < to)
    ? `${first}/${last}`
    : null;
}

/** The first and the last month of a quarter, third or half by its code. */
const fractionMonths: ReadonlyMap<number, readonly [first: number, last: number]> = new Map([
  [33, [1, 3]],
  [34, [4, 6]],
  [35, [7, 9]],
  [36, [10, 12]],
  [37, [1, 4]],
  [38, [5, 8]],
  [39, [9, 12]],
  [40, [1, 6]],
  [41, [7, 12]],
]);

export function fractionBounds(year: string, code: number): Bounds | null {
  const months = fractionMonths.get(code);
  return months === undefined
    ? null
    : { first: `${year}-${padded(months[0])}`, last: `${year}-${padded(months[1])}` };
}

/** The years of a quarter, third or half of a decade or a century, as nearly as such words are meant. */
export function fractionOfYears({ years }: Told, code: number): Bounds | null {
  if (years === null) return null;
  const [index, of] = code >= 40 ? [code - 40, 2] : code >= 37 ? [code - 37, 3] : [code - 33, 4];
  const edge = (nth: number): number => years.from + Math.floor((years.count * nth) / of);
  return { first: approximately(yearOf(edge(index))), last: approximately(yearOf(edge(index + 1) - 1)) };
}

/** Months of the northern half of the world; winter, which lies in two years, has no bounds that a text makes sure of. */
const seasonMonths: ReadonlyMap<number, readonly [first: number, last: number]> = new Map([
  [21, [3, 5]],
  [22, [6, 8]],
  [23, [9, 11]],
]);

export function seasonBounds(year: string, code: number): Bounds | null {
  const months = seasonMonths.get(code);
  return months === undefined
    ? null
    : { first: `${year}-${padded(months[0])}~`, last: `${year}-${padded(months[1])}~` };
}

/** The year of a season before, around or after a day; null for winter, which lies in two years. */
export function seasonYear(code: number, to: "past" | "this" | "next", published: string): string | null {
  const months = seasonMonths.get(code);
  if (months === undefined) return null;
  const year = Number(published.slice(0, 4));
  const month = Number(published.slice(5, 7));
  if (to === "this") return String(year);
  if (to === "past") return String(month > months[1] ? year : year - 1);
  return String(month < months[0] ? year : year + 1);
}

const partIndex = { early: 0, middle: 1, late: 2 } as const satisfies Record<Part, number>;
/** How far into each kind of stretch its thirds begin and end, in months, days and years. */
const thirdsOfYear = [
  [1, 4],
  [5, 8],
  [9, 12],
] as const;
const thirdsOfDecade = [
  [0, 3],
  [4, 6],
  [7, 9],
] as const;
const thirdsOfCentury = [
  [0, 33],
  [34, 66],
  [67, 99],
] as const;

/**
 * «مطلع», «منتصف», «أواخر» as thirds of a year, a month, a decade or a century, both ends approximate: EDTF has no words for
 * them, and `2020~` would say as much of 2019. Null for a day.
 */
export function partBounds({ edtf, years, plain }: Told, part: Part): Bounds | null {
  const third = partIndex[part];
  if (years !== null) {
    const [first, last] = (years.count === 10 ? thirdsOfDecade : thirdsOfCentury)[third];
    return {
      first: approximately(yearOf(years.from + first)),
      last: approximately(yearOf(years.from + last)),
    };
  }
  if (!plain || edtf.length > 7) return null;
  if (edtf.length === 4) {
    const [first, last] = thirdsOfYear[third];
    return { first: `${edtf}-${padded(first)}~`, last: `${edtf}-${padded(last)}~` };
  }
  const [first, last] = [third * 10 + 1, third === 2 ? lastDay(edtf) : third * 10 + 10];
  return { first: `${edtf}-${padded(first)}~`, last: `${edtf}-${padded(last)}~` };
}

function lastDay(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}

/** The day, month or year that lies so many units from a day, as exactly as the unit tells. */
export function momentFrom(published: string, unit: PeriodUnit, count: number): string | null {
  const year = Number(published.slice(0, 4));
  switch (unit) {
    case "day":
    case "week": {
      const days = unit === "day" ? count : count * 7;
      if (Math.abs(days) > 3660) return null;
      const day = isoOf(daysOf(published) + days);
      return unit === "day" && Math.abs(count) < 7 ? day : approximately(day);
    }
    case "month": {
      if (Math.abs(count) > 120) return null;
      const months = year * 12 + Number(published.slice(5, 7)) - 1 + count;
      return approximately(`${yearOf(Math.floor(months / 12))}-${padded((months % 12) + 1)}`);
    }
    case "year":
    case "decade": {
      const then = year + (unit === "year" ? count : count * 10);
      return then < 1000 || then > 3000 ? null : approximately(yearOf(then));
    }
  }
}

/** The week so many after that of a day, from its first day to its last. */
export function weekFrom(published: string, offset: number, weekStart: number): Bounds {
  const today = daysOf(published);
  const weekday = (((today + 4) % 7) + 7) % 7;
  const first = today - ((weekday - weekStart + 7) % 7) + offset * 7;
  return { first: isoOf(first), last: isoOf(first + 6) };
}

/** `YYYY` */
export function yearOf(year: number): string {
  return String(year).padStart(4, "0");
}

function padded(value: number): string {
  return String(value).padStart(2, "0");
}
