import { scaleQuantize } from "d3-scale";
import { utcDay, utcMonth, utcSunday } from "d3-time";
import type { CalendarChart, CalendarHalf } from "../../model/chart.ts";
import type { PeriodCount } from "../../model/page.ts";
import { datePath } from "../paths.ts";

/** A calendar is left out where fewer days have articles. */
const fewestDays = 3;

/** A year as weeks and days, with the days that have articles; null where there are few. */
export function makeCalendar(year: string, days: readonly PeriodCount[]): CalendarChart | null {
  if (days.length < fewestDays) return null;
  const most = Math.max(...days.map(({ count }) => count));
  const step = scaleQuantize([1, 2, 3, 4]).domain([0, most]);
  const dated = days.map((day) => ({ ...day, date: dateOf(day.period) }));
  const half = (from: Date): CalendarHalf => {
    const after = utcMonth.offset(from, 6);
    const weekOf = (date: Date): number => utcSunday.count(from, date);
    return {
      weeks: weekOf(utcDay.offset(after, -1)) + 1,
      days: dated
        .filter(({ date }) => from <= date && date < after)
        .map(({ period, count, date }) => ({
          date: period,
          count,
          path: datePath(period),
          week: weekOf(date),
          weekday: date.getUTCDay(),
          step: step(count),
        })),
      months: utcMonth
        .range(from, after)
        .map((month) => ({ month: month.toISOString().slice(0, "YYYY-MM".length), week: weekOf(month) })),
    };
  };
  return { halves: [half(dateOf(`${year}-01-01`)), half(dateOf(`${year}-07-01`))] };
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
