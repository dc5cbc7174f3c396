import { pushTo } from "../archive/order.ts";
import { renderProse } from "../article/render-body.ts";
import type { ArchivedCollection, ArticleNumber } from "../model/archive.ts";
import type { CalendarChart } from "../model/chart.ts";
import type { Breadcrumb, DatesPage, ListPage, PeriodCount } from "../model/page.ts";
import { home, sectionTrail } from "./breadcrumbs.ts";
import { type Catalogue, remember } from "./catalogue.ts";
import { makeCalendar } from "./charts/calendar.ts";
import { writeList } from "./digest.ts";
import { sameDayArticles } from "./limits.ts";
import { type ListDraft, whole } from "./page-draft.ts";
import { collectionPath, datePath } from "./paths.ts";
import { countPeriods, countWithin, type PeriodLists, type Periods } from "./periods.ts";
import {
  type Basis,
  type Growth,
  indexFile,
  isFirst,
  type ListPart,
  type PlannedPage,
  paginate,
  pathOfPart,
  type RefOf,
  writePart,
} from "./planned-page.ts";
import { resolveSourceLink } from "./source-link.ts";

const datesIndex = "dates/index.html";

/** A collection's articles in reading order, over as many pages as it takes. */
export function planCollections(catalogue: Catalogue, refOf: RefOf): PlannedPage[] {
  return catalogue.archive.collections.flatMap((collection) =>
    planList(refOf, collection.articles, (page) => collectionPath(collection.id, page), {
      grows: "behind",
      view: (part) => viewCollection(catalogue, collection, part),
      // The first page has the introduction, whose links lead to articles.
      basis: (part) => (isFirst(part) ? null : (to) => to.value(catalogue.collectionCard(collection))),
    }),
  );
}

/** The page of all years, and the lists of every year, month and day that has an article. */
export function planDates(catalogue: Catalogue, refOf: RefOf, periods: Periods): PlannedPage[] {
  const { years, months, days } = periods;
  const none = (): PeriodCount[] => [];
  const daysOfYear = countWithin(days, "year");
  const sameDay = new Map<string, string[]>();
  for (const day of [...days.keys()].reverse()) pushTo(sameDay, day.slice("YYYY-".length), day);
  const inAllYears = (day: string): string[] => sameDay.get(day.slice("YYYY-".length)) ?? [];
  const otherYears = (day: string): string[] => inAllYears(day).filter((other) => other !== day);
  // Pages that name the same articles are sent to a thread together, which so gets what is said of these once and not for every year.
  const besideSameDays: PeriodLists = new Map(
    [...sameDay.values()].flat().map((day) => [day, days.get(day) ?? []]),
  );
  const firstOf = (day: string): ArticleNumber[] => (days.get(day) ?? []).slice(0, sameDayArticles);
  // Each is on the page of that day in every other year: made once, and once looked through for digests.
  const headlinesOf = remember((day: string): DayHeadlines => {
    const cards = firstOf(day).map(catalogue.headlineCard);
    return { period: day, path: datePath(day), cards };
  });
  return [
    {
      kind: "dates",
      path: datesIndex,
      source: indexFile,
      draft: () => whole(viewDates(catalogue, periods)),
      basis: null,
    },
    ...planPeriods(catalogue, refOf, "year", years, {
      children: countWithin(months, "year"),
      calendar: (period) => makeCalendar(period, daysOfYear(period)),
      otherYears: () => [],
      // The first page has the calendar.
      basis: (year, part) => (isFirst(part) ? (to) => to.value(daysOfYear(year)) : nothing),
    }),
    ...planPeriods(catalogue, refOf, "month", months, {
      children: countWithin(days, "month"),
      calendar: () => null,
      otherYears: () => [],
      basis: () => nothing,
    }),
    ...planPeriods(catalogue, refOf, "day", besideSameDays, {
      children: none,
      calendar: () => null,
      otherYears: (day) => otherYears(day).map(headlinesOf),
      basis: (day) => (to) =>
        to.once(day.slice("YYYY-".length), () =>
          writeList(to, inAllYears(day), (year) => {
            to.value(year);
            writeList(to, firstOf(year), to.record);
          }),
        ),
    }),
  ];
}

const nothing: Basis = () => {};

type DayHeadlines = ListPage["otherYears"][number];

/** What the pages of a period have beside its articles. */
interface PeriodParts {
  children: (period: string) => PeriodCount[];
  calendar: (period: string) => CalendarChart | null;
  otherYears: (period: string) => DayHeadlines[];
  /** What calendar and other years are worked out from. */
  basis: (period: string, part: ListPart<ArticleNumber>) => Basis;
}

function planPeriods(
  catalogue: Catalogue,
  refOf: RefOf,
  of: "year" | "month" | "day",
  periods: PeriodLists,
  parts: PeriodParts,
): PlannedPage[] {
  const trails = new Map<string, Breadcrumb[]>();
  return [...periods].flatMap(([period, articles]) =>
    planList(refOf, articles, (page) => datePath(period, page), {
      grows: "in front",
      view: (part) => {
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
          children: isFirst(part) ? parts.children(period) : [],
          calendar: isFirst(part) ? parts.calendar(period) : null,
          otherYears: isFirst(part) ? parts.otherYears(period) : [],
          total: part.total,
          pagination: part.pagination,
        };
      },
      basis: (part) => {
        const basis = parts.basis(period, part);
        return (to) => {
          to.value(isFirst(part) ? parts.children(period) : []);
          basis(to);
        };
      },
    }),
  );
}

/**
 * A list's pages.
 * @param given.grows as `paginate` has it
 * @param given.basis what they are worked out from beside their articles, as `PeriodParts` has it
 */
function planList(
  refOf: RefOf,
  articles: readonly ArticleNumber[],
  pathOf: (page: number) => string,
  given: {
    grows: Growth;
    view: (part: ListPart<ArticleNumber>) => ListDraft["page"];
    basis: (part: ListPart<ArticleNumber>) => Basis | null;
  },
): PlannedPage[] {
  return paginate(articles, pathOf, given).map((part) => {
    const basis = given.basis(part);
    return {
      kind: "list",
      path: pathOfPart(part),
      source: indexFile,
      draft: () => ({ kind: "list", page: given.view(part), cards: part.entries.map(refOf) }),
      basis:
        basis &&
        ((to) => {
          basis(to);
          writePart(to, part);
          writeList(to, part.entries, to.record);
        }),
    };
  });
}

function viewCollection(
  catalogue: Catalogue,
  collection: ArchivedCollection,
  part: ListPart<ArticleNumber>,
): ListDraft["page"] {
  const path = pathOfPart(part);
  const { title, kind, introduction } = collection;
  return {
    ...catalogue.frame(path),
    kind: "list",
    list: { of: "collection", title, kind },
    breadcrumbs: [home],
    introductionHtml: isFirst(part)
      ? renderProse(introduction, resolveSourceLink(catalogue, indexFile, path))
      : "",
    children: [],
    calendar: null,
    otherYears: [],
    total: part.total,
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
