import type { CalendarChart as Calendar } from "../../src/model/chart.ts";
import { frameOf, type PageProps } from "../context.ts";
import { topOf } from "./chart-text.ts";
import { Day } from "./day.tsx";
import { NumbersTable } from "./numbers-table.tsx";

const cell = 14;
const gap = 2;
const header = 18;

/** A year's days, a column a week, darker the more appeared on one; from right to left in a right-to-left page. */
export function CalendarChart({ page, context, calendar }: PageProps & { calendar: Calendar }) {
  const { ui, format, href } = context;
  const width = calendar.weeks * cell;
  const mirrored = frameOf({ page, context }).dir === "rtl";
  const left = (week: number): number => (mirrored ? width - (week + 1) * cell : week * cell);
  return (
    <section class="chart" aria-labelledby="calendar">
      <h2 id="calendar">{ui.charts.calendar}</h2>
      <div class="chart-scroll">
        <svg
          class="calendar"
          viewBox={`0 0 ${width} ${header + 7 * cell}`}
          aria-labelledby="calendar-title calendar-text"
        >
          <title id="calendar-title">{ui.charts.calendar}</title>
          <desc id="calendar-text">
            {topOf(
              calendar.days.map(({ date, count }) => ({ name: format.date(date), count })),
              context,
            )}
          </desc>
          {calendar.months.map(({ month, week }) => (
            <text key={month} x={left(week) + (mirrored ? cell - gap : 0)} y={header - 6} class="axis">
              {format.shortMonth(month)}
            </text>
          ))}
          {Array.from({ length: calendar.weeks }, (_, week) => (
            <rect
              key={week}
              class="empty"
              x={left(week)}
              y={header}
              width={cell - gap}
              height={7 * cell - gap}
            />
          ))}
          {calendar.days.map(({ date, count, path, week, weekday, step }) => (
            <a
              key={date}
              href={href(page.path, path)}
              tabindex={-1}
              aria-label={`${format.date(date)}: ${format.count(ui.counts.articles, count)}`}
            >
              <rect
                class={`step-${step}`}
                x={left(week)}
                y={header + weekday * cell}
                width={cell - gap}
                height={cell - gap}
              >
                <title>{`${format.date(date)}: ${format.count(ui.counts.articles, count)}`}</title>
              </rect>
            </a>
          ))}
        </svg>
      </div>
      <NumbersTable
        page={page}
        context={context}
        columns={[ui.charts.date, ui.charts.articles]}
        rows={calendar.days.map(({ date, count, path }) => ({
          key: date,
          cells: [
            <a href={href(page.path, path)}>
              <Day context={context} iso={date} />
            </a>,
            format.number(count),
          ],
        }))}
      />
    </section>
  );
}
