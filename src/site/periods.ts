import { count, pushTo } from "../archive/order.ts";
import type { ArchivedArticle, ArticleNumber } from "../model/archive.ts";
import type { PeriodCount } from "../model/page.ts";
import { datePath } from "./paths.ts";

/** Articles by period, in the archive's order; periods as `YYYY`, `YYYY-MM` and `YYYY-MM-DD`, oldest first. */
export interface Periods {
  years: PeriodLists;
  months: PeriodLists;
  days: PeriodLists;
  undated: number;
}

export type PeriodLists = ReadonlyMap<string, ArticleNumber[]>;

/** Sorts articles into the years, months and days of their publication. */
export function groupByPeriod(articles: readonly Pick<ArchivedArticle, "published">[]): Periods {
  const days = new Map<string, ArticleNumber[]>();
  const months = new Map<string, ArticleNumber[]>();
  const years = new Map<string, ArticleNumber[]>();
  let undated = 0;
  articles.forEach(({ published }, article) => {
    if (published === null) {
      undated += 1;
      return;
    }
    pushTo(days, published, article);
    pushTo(months, published.slice(0, 7), article);
    pushTo(years, published.slice(0, 4), article);
  });
  return { years: inOrder(years), months: inOrder(months), days: inOrder(days), undated };
}

/** The counts of periods. */
export function countPeriods(periods: PeriodLists): PeriodCount[] {
  return [...periods].map(([period, articles]) => ({
    period,
    count: articles.length,
    path: datePath(period),
  }));
}

/** The counts of the periods that lie in others, by these: those of months by their year, those of days by their month. */
export function countWithin(
  periods: PeriodLists,
  outer: "year" | "month",
): (period: string) => PeriodCount[] {
  const length = outer === "year" ? "YYYY".length : "YYYY-MM".length;
  const groups = new Map<string, PeriodCount[]>();
  for (const count of countPeriods(periods)) {
    pushTo(groups, count.period.slice(0, length), count);
  }
  return (period) => groups.get(period) ?? [];
}

/**
 * How many of some dates (`YYYY-MM-DD`) lie in each year, or in each month when all fall in one year; periods in between
 * without any are counted as 0, so that a chart of them is true to time.
 */
export function coverageOf(dates: readonly string[]): PeriodCount[] {
  const tally = tallyOf(dates, "YYYY".length);
  const counts = tally.size === 1 ? tallyOf(dates, "YYYY-MM".length) : tally;
  const [first, ...others] = [...counts.keys()].sort();
  if (first === undefined) return [];
  const last = others.at(-1) ?? first;
  const coverage: PeriodCount[] = [];
  for (let period = first; period <= last; period = following(period)) {
    const found = counts.get(period) ?? 0;
    coverage.push({ period, count: found, path: found === 0 ? null : datePath(period) });
  }
  return coverage;
}

/** How many dates begin with each period of a length. */
function tallyOf(dates: readonly string[], length: number): Map<string, number> {
  const tally = new Map<string, number>();
  for (const date of dates) count(tally, date.slice(0, length));
  return tally;
}

function following(period: string): string {
  const [year = 0, month] = period.split("-").map(Number);
  if (month === undefined) return pad(year + 1, 4);
  return month === 12 ? `${pad(year + 1, 4)}-01` : `${pad(year, 4)}-${pad(month + 1, 2)}`;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

function inOrder(map: PeriodLists): PeriodLists {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
