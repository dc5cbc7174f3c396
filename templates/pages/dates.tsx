import type { DatesPage } from "../../src/model/page.ts";
import { PeriodBars } from "../components/period-bars.tsx";
import type { PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";

/** All years of the archive, the newest first. */
export function Dates({ page, context }: PageProps<DatesPage>) {
  const { ui, format, href } = context;
  // One scale for all years, so that their bars can be compared
  const most = Math.max(1, ...page.years.flatMap(({ months }) => months.map(({ count }) => count)));
  return (
    <Document page={page} context={context} title={ui.sections.dates} current="dates">
      <header class="list-header">
        <h1>{ui.sections.dates}</h1>
        <p class="note">{ui.datesIntroduction}</p>
      </header>
      <div class="years">
        {page.years.map(({ year, months }) => (
          <section key={year.period}>
            <h2>
              {year.path === null ? (
                format.date(year.period)
              ) : (
                <a href={href(page.path, year.path)}>{format.date(year.period)}</a>
              )}
            </h2>
            <PeriodBars page={page} context={context} periods={months} most={most} />
          </section>
        ))}
      </div>
      {page.undated > 0 && (
        <p class="note">
          {ui.undatedArticles}: {format.count(ui.counts.articles, page.undated)}
        </p>
      )}
    </Document>
  );
}
