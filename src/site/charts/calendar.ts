import { scaleQuantize } from "d3-scale";
import { utcDay, utcMonth, utcSunday, utcYear } from "d3-time";
import type { CalendarChart } from "../../model/chart.ts";
import type { PeriodCount } from "../../model/page.ts";
import { datePath } from "../paths.ts";

/** A year as weeks and days, with the days that have articles; null when fewer than so many have. */
const fewestDays = 3;

export function makeCalendar(year: string, days: readonly PeriodCount[]): CalendarChart | null {
  if (days.length < fewestDays) return null;
  const first = new Date(`${year}-01-01T00:00:00Z`);
  const weekOf = (date: Date): number => utcSunday.count(utcYear.floor(first), date);
  const most = Math.max(...days.map(({ count }) => count));
  const step = scaleQuantize([1, 2, 3, 4]).domain([0, most]);
  const last = utcDay.offset(utcYear.offset(first, 1), -1);
  return {
    year,
    weeks: weekOf(last) + 1,
    days: days.map(({ period, count }) => {
      const date = new Date(`${period}T00:00:00Z`);
      return {
        date: period,
        count,
        path: datePath(period),
        week: weekOf(date),
        weekday: date.getUTCDay(),
        step: step(count),
      };
    }),
    months: utcMonth.range(first, utcYear.offset(first, 1)).map((month) => ({
      month: month.toISOString().slice(0, 7),
      week: weekOf(month),
    })),
  };
}
