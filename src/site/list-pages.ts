import { renderProse } from "../article/render-body.ts";
import type { ArchivedCollection } from "../model/archive.ts";
import type { CalendarChart } from "../model/chart.ts";
import type { Breadcrumb, DatesPage, ListPage, PeriodCount } from "../model/page.ts";
import { home, sectionTrail } from "./breadcrumbs.ts";
import type { Catalogue } from "./catalogue.ts";
import { makeCalendar } from "./charts/calendar.ts";
import { sameDayArticles } from "./limits.ts";
import { whole } from "./page-draft.ts";
import { collectionPath, datePath } from "./paths.ts";
import { countPeriods, countWithin, type Periods } from "./periods.ts";
import { indexFile, type ListPart, type PlannedPage, paginate, pathOfPart } from "./planned-page.ts";
import { resolveSourceLink } from "./source-link.ts";

const datesIndex = "dates/index.html";

/** A collection's articles in reading order, over as many pages as it takes. */
export function planCollections(catalogue: Catalogue): PlannedPage[] {
  return catalogue.archive.collections.flatMap((collection) =>
    planList(
      collection.articles,
      (page) => collectionPath(collection.id, page),
      (part) => viewCollection(catalogue, collection, part),
    ),
  );
}

/** The page of all years, and the lists of every year, month and day that has an article. */
export function planDates(catalogue: Catalogue, periods: Periods): PlannedPage[] {
  const { years, months, days } = periods;
  const none = (): PeriodCount[] => [];
  const daysOfYear = countWithin(days, "year");
  // Each is on the page of that day in every other year: made once, and once looked through for digests.
  const sameDay = new Map<string, DayHeadlines[]>();
  for (const [day, articles] of [...days].reverse()) {
    const headlines = Object.freeze(onThisDay(catalogue, day, articles));
    const known = sameDay.get(day.slice(5));
    if (known === undefined) sameDay.set(day.slice(5), [headlines]);
    else known.push(headlines);
  }
  return [
    {
      kind: "dates",
      path: datesIndex,
      source: indexFile,
      draft: () => whole(viewDates(catalogue, periods)),
      basis: null,
    },
    ...planPeriods(catalogue, "year", years, countWithin(months, "year"), (period) =>
      makeCalendar(period, daysOfYear(period)),
    ),
    ...planPeriods(catalogue, "month", months, countWithin(days, "month")),
    ...planPeriods(
      catalogue,
      "day",
      days,
      none,
      () => null,
      (day) => (sameDay.get(day.slice(5)) ?? []).filter(({ period }) => period !== day),
    ),
  ];
}

type DayHeadlines = ListPage["otherYears"][number];

function onThisDay(catalogue: Catalogue, day: string, articles: readonly string[]): DayHeadlines {
  return {
    period: day,
    path: datePath(day),
    cards: articles.slice(0, sameDayArticles).map(catalogue.headlineCard),
  };
}

function planPeriods(
  catalogue: Catalogue,
  of: "year" | "month" | "day",
  periods: ReadonlyMap<string, string[]>,
  childrenOf: (period: string) => PeriodCount[],
  calendarOf: (period: string) => CalendarChart | null = () => null,
  otherYearsOf: (period: string) => DayHeadlines[] = () => [],
): PlannedPage[] {
  const trails = new Map<string, Breadcrumb[]>();
  return [...periods].flatMap(([period, articles]) =>
    planList(
      articles,
      (page) => datePath(period, page),
      (part) => {
        const { path, site, sections, lang, dir } = catalogue.frame(pathOfPart(part));
        // Written out, as an article's draft is: there are as many days.
        return {
          path,
          site,
          sections,
          lang,
          dir,
          kind: "list",
          list: { of, period },
          breadcrumbs: trailOf(period, trails),
          introductionHtml: "",
          children: childrenOf(period),
          calendar: part.pagination.current === 1 ? calendarOf(period) : null,
          otherYears: part.pagination.current === 1 ? otherYearsOf(period) : [],
          cards: part.entries.map(catalogue.articleCard),
          total: articles.length,
          pagination: part.pagination,
        };
      },
    ),
  );
}

function planList(
  articles: readonly string[],
  pathOf: (page: number) => string,
  view: (part: ListPart<string>) => ListPage,
): PlannedPage[] {
  return paginate(articles, pathOf).map((part) => ({
    kind: "list",
    path: pathOfPart(part),
    source: indexFile,
    draft: () => whole(view(part)),
    basis: null,
  }));
}

function viewCollection(
  catalogue: Catalogue,
  collection: ArchivedCollection,
  part: ListPart<string>,
): ListPage {
  const path = pathOfPart(part);
  const { title, kind, introduction, articles } = collection;
  return {
    ...catalogue.frame(path),
    kind: "list",
    list: { of: "collection", title, kind },
    breadcrumbs: [home],
    introductionHtml:
      part.pagination.current === 1
        ? renderProse(introduction, resolveSourceLink(catalogue, indexFile, path))
        : "",
    children: [],
    calendar: null,
    otherYears: [],
    cards: part.entries.map(catalogue.articleCard),
    total: articles.length,
    pagination: part.pagination,
  };
}

function viewDates(catalogue: Catalogue, { years, months, undated }: Periods): DatesPage {
  const monthsOf = countWithin(months, "year");
  return {
    ...catalogue.frame(datesIndex),
    kind: "dates",
    years: countPeriods(years)
      .reverse()
      .map((year) => ({ year, months: monthsOf(year.period) })),
    undated,
  };
}

/** The breadcrumbs of a period, which are those of the others beside it: the same object for all of them. */
function trailOf(period: string, made: Map<string, Breadcrumb[]>): Breadcrumb[] {
  const outer = period.slice(0, Math.max(0, period.lastIndexOf("-")));
  let trail = made.get(outer);
  if (trail === undefined) {
    trail = breadcrumbsOf(period);
    Object.freeze(trail);
    made.set(outer, trail);
  }
  return trail;
}

/** Home, all years, and the periods that hold this one. */
function breadcrumbsOf(period: string): Breadcrumb[] {
  const parts = period.split("-").slice(0, -1);
  const holding = parts.map((_, index) => parts.slice(0, index + 1).join("-"));
  return [
    ...sectionTrail("dates", datesIndex),
    ...holding.map((outer): Breadcrumb => ({ kind: "period", period: outer, path: datePath(outer) })),
  ];
}
