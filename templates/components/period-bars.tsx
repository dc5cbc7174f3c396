import type { PeriodCount } from "../../src/model/page.ts";
import type { PageProps } from "../context.ts";
import { Day } from "./day.tsx";

interface PeriodBarsProps extends PageProps {
  periods: readonly PeriodCount[];
  /** What the longest bar stands for: the highest count, unless several charts share a scale. */
  most?: number;
}

/** How much there is in each stretch of time: bars that are drawn without a style attribute, beside their numbers. */
export function PeriodBars({ page, context, periods, most = highest(periods) }: PeriodBarsProps) {
  const { format, ui, href } = context;
  return (
    <ol class="period-bars">
      {periods.map(({ period, count, path }) => (
        <li key={period}>
          {path === null ? (
            <Day context={context} iso={period} />
          ) : (
            <a href={href(page.path, path)}>
              <Day context={context} iso={period} />
            </a>
          )}
          <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.round((count / most) * 1000) / 10} height="8" />
          </svg>
          <span class="note">{format.count(ui.counts.articles, count)}</span>
        </li>
      ))}
    </ol>
  );
}

function highest(periods: readonly PeriodCount[]): number {
  return Math.max(1, ...periods.map(({ count }) => count));
}
