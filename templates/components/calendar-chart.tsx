import type { CalendarChart as Calendar, CalendarHalf } from "../../src/model/chart.ts";
import { frameOf, type PageProps } from "../context.ts";
import { topOf } from "./chart-text.ts";
import { Day } from "./day.tsx";
import { NumbersTable } from "./numbers-table.tsx";

const cell = 14;
const gap = 2;
const header = 18;

/** A year's days, a column a week, darker the more appeared on one: its halves side by side, or one below the other on a phone. */
export function CalendarChart({ page, context, calendar }: PageProps & { calendar: Calendar }) {
  const { ui, format, href } = context;
  // One has a week more, and days are as large in both.
  const columns = Math.max(...calendar.halves.map(({ weeks }) => weeks));
  return (
    <section class="chart" aria-labelledby="calendar">
      <h2 id="calendar">{ui.charts.calendar}</h2>
      <div class="calendar">
        {calendar.halves.map((half, index) => (
          <Half
            key={index}
            page={page}
            context={context}
            half={half}
            columns={columns}
            id={`calendar-${index + 1}`}
          />
        ))}
      </div>
      <NumbersTable
        page={page}
        context={context}
        columns={[ui.charts.date, ui.charts.articles]}
        rows={calendar.halves
          .flatMap(({ days }) => days)
          .map(({ date, count, path }) => ({
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

/** From right to left in a right-to-left page. */
function Half({
  page,
  context,
  half,
  columns,
  id,
}: PageProps & { half: CalendarHalf; columns: number; id: string }) {
  const { ui, format, href } = context;
  const width = columns * cell - gap;
  const mirrored = frameOf({ page, context }).dir === "rtl";
  const left = (week: number): number => (mirrored ? width + gap - (week + 1) * cell : week * cell);
  const months = [half.months[0], half.months.at(-1)].map((one) =>
    one === undefined ? "" : format.shortMonth(one.month),
  );
  const told = half.days.map((day) => ({
    ...day,
    label: `${format.date(day.date)}: ${format.count(ui.counts.articles, day.count)}`,
  }));
  return (
    <svg viewBox={`0 0 ${width} ${header + 7 * cell}`} aria-labelledby={`${id}-title ${id}-text`}>
      <title id={`${id}-title`}>{`${ui.charts.calendar} (${months.join(" – ")})`}</title>
      <desc id={`${id}-text`}>
        {topOf(
          half.days.map(({ date, count }) => ({ name: format.date(date), count })),
          context,
        )}
      </desc>
      {half.months.map(({ month, week }) => (
        <text key={month} x={left(week) + (mirrored ? cell - gap : 0)} y={header - 6} class="axis">
          {format.shortMonth(month)}
        </text>
      ))}
      {Array.from({ length: half.weeks }, (_, week) => (
        <rect key={week} class="empty" x={left(week)} y={header} width={cell - gap} height={7 * cell - gap} />
      ))}
      {told.map(({ date, label, path, week, weekday, step }) => (
        <a key={date} href={href(page.path, path)} tabindex={-1} aria-label={label}>
          <rect
            class={`step-${step}`}
            x={left(week)}
            y={header + weekday * cell}
            width={cell - gap}
            height={cell - gap}
          >
            <title>{label}</title>
          </rect>
        </a>
      ))}
    </svg>
  );
}
