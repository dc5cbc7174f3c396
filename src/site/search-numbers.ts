import { crc32 } from "node:zlib";
import { compareText, pushTo } from "../archive/order.ts";

/** The numbers that a search index knows articles by. */
export interface SearchNumbers {
  /** In the order of the articles that were given. */
  numbers: Float64Array;
  /** A day has so many. Below them are the numbers of articles without a date. */
  slots: number;
}

/** Articles in two lists of one order: ids, and dates as `YYYY-MM-DD`, null without one. */
export interface NumberedArticles {
  ids: readonly string[];
  published: readonly (string | null)[];
}

/** A day has at least so many numbers, and at least four times as many as articles. */
const fewestSlots = 16;

const day = 24 * 60 * 60 * 1000;
/** Days from the first of January of the year 1 to that of 1970 (ECMA-262 counts from there). */
const daysBefore1970 = 719_162;

/**
 * Numbers articles by their dates, so that numbers in order are articles from the oldest to the newest, and so that an article keeps its
 * number when others come or go, but for a few of the same day: within the day a number is found by the digest of its id, and the next
 * free one is taken, in the order of ids.
 */
export function numberForSearch({ ids, published }: NumberedArticles): SearchNumbers {
  const days = new Map<string, number[]>();
  published.forEach((date, index) => {
    pushTo(days, date?.slice(0, "YYYY-MM-DD".length) ?? "", index);
  });
  let most = 0;
  for (const { length } of days.values()) most = Math.max(most, length);
  let slots = fewestSlots;
  // By steps of four, for articles all have other numbers then.
  while (slots < most * 4) slots *= 4;
  const numbers = new Float64Array(ids.length);
  const idOf = (index: number): string => ids[index] ?? "";
  for (const [date, indexes] of days) {
    const first = dayOf(date) * slots;
    const taken = new Set<number>();
    for (const index of indexes.sort((a, b) => compareText(idOf(a), idOf(b)))) {
      let slot = crc32(idOf(index)) % slots;
      while (taken.has(slot)) slot = (slot + 1) % slots;
      taken.add(slot);
      numbers[index] = first + slot;
    }
  }
  return { numbers, slots };
}

/** From 1 on, for the first of January of the year 1; 0 without a date. @param date `YYYY-MM-DD`, or empty */
function dayOf(date: string): number {
  return date === "" ? 0 : Date.parse(`${date}T00:00:00Z`) / day + daysBefore1970 + 1;
}
