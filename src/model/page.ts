import type { ArticleRecord, EntityBrief, EntityRecord, MentionContext, QuoteRecord } from "./archive.ts";
import type { Article, EntityType } from "./article.ts";
import type { CalendarChart, PeopleNetwork, PlaceMap } from "./chart.ts";
import type { Direction, LanguageTag } from "./language.ts";
import type { SiteConfig } from "./seeds.ts";

/*
 * Views: what a template is handed, made by our own code and never parsed, so plain types and not zod schemas.
 * Every `path` is from the site's root (`articles/call.html`), unescaped; templates make it relative to their own page.
 */

/** A link to a page of the site. */
export interface PageLink {
  path: string;
  /** Without `#`; absent for the whole page. */
  fragment?: string;
}

/** An article as lists show it. */
export interface ArticleCard {
  article: ArticleRecord;
  path: string;
}

/** An article as other pages name it: who has only this of it changes with nothing else of it. */
export interface HeadlineCard {
  article: Pick<ArticleRecord, "id" | "headline" | "lang" | "dir" | "published" | "source">;
  path: string;
}

/** An entity as lists and marks show it. `things` have pages as people do. */
export interface EntityCard {
  entity: EntityBrief;
  path: string;
}

/** An entity with how many articles mention it, or mention it beside another. */
export interface CountedEntity {
  card: EntityCard;
  articles: number;
}

export interface QuoteCard {
  quote: QuoteRecord;
  article: HeadlineCard;
  /** Who said it; null when unknown. */
  speaker: { name: string; path: string; lang: LanguageTag; dir: Direction } | null;
}

/** Some of an article's words, and their share of all, from 0 to 1. */
export type WordShare = { words: number; share: number } & (
  | { kind: "speaker"; speaker: QuoteCard["speaker"] }
  | { kind: "article" }
);

/** How much there is of something in a stretch of time. */
export interface PeriodCount {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  period: string;
  count: number;
  /** The list of that period; null when it has no page. */
  path: string | null;
}

/** A page's place in a list that runs over several pages. */
export interface Pagination {
  /** From 1. */
  current: number;
  /** Paths of all its pages, the first first. */
  paths: string[];
}

/** A link of the trail from home to this page; the page itself is not in it. The interface names all but the titled ones. */
export type Breadcrumb =
  | { kind: "home"; path: string }
  | { kind: "section"; section: NavigationName; path: string }
  /** `YYYY` or `YYYY-MM`. */
  | { kind: "period"; period: string; path: string }
  | { kind: "titled"; title: string; path: string };

/** A part of the site as the navigation names it. */
export type NavigationName =
  | "dates"
  | "people"
  | "places"
  | "organizations"
  | "events"
  | "things"
  | "quotes"
  | "search";

interface PageBase {
  /** Of the file in dist/. */
  path: string;
  site: SiteConfig;
  /** Which kinds of page the archive has, for the navigation: a link to an empty index is left out. */
  sections: { path: string; name: NavigationName }[];
  /** Language of the page's own frame: the site's. */
  lang: LanguageTag;
  dir: Direction;
}

export interface HomePage extends PageBase {
  kind: "home";
  /** Sanitized HTML; empty when INDEX.md has no prose. */
  introductionHtml: string;
  collections: {
    title: string | null;
    kind: "listed" | "unlisted";
    level: number;
    path: string;
    introductionHtml: string;
    /** The first of them; the collection's page has the rest. */
    cards: ArticleCard[];
    total: number;
  }[];
  totals: { articles: number; entities: Record<EntityType, number>; quotes: number };
  years: PeriodCount[];
  /** The most mentioned, a few of each type. */
  entities: CountedEntity[];
}

export interface ArticlePage extends PageBase {
  kind: "article";
  article: Article;
  record: ArticleRecord;
  /** The article's body as sanitized HTML, annotations laid in; a first line that is the headline itself is left out. */
  bodyHtml: string;
  /** The block of the text that is the headline itself, as sanitized HTML with its annotations; null when the text has none. */
  headlineBlock: { id: string; html: string } | null;
  /** For the section navigation of long articles; ids in `bodyHtml`. */
  headings: { id: string; text: string }[];
  collections: { title: string | null; kind: "listed" | "unlisted"; path: string }[];
  quotes: QuoteCard[];
  /** Who has how many of its words: speakers in quotation, most first, then the article itself; empty where fewer than two speak. */
  shares: WordShare[];
  entities: EntityCard[];
  related: { card: HeadlineCard; shared: EntityCard[] }[];
  /** The articles of the event that this one tells of, oldest first, itself among them; empty where it stands alone. */
  story: HeadlineCard[];
  /** The next older and next newer article of its first collection. */
  previous: HeadlineCard | null;
  next: HeadlineCard | null;
  /** Absolute address; null when the site is not told its own. */
  canonicalUrl: string | null;
  /** schema.org NewsArticle as JSON, safe inside a script element. */
  jsonLd: string;
  citation: { style: string; text: string }[];
  /** For reference managers: the name of each format, and the record in it. */
  exports: { format: string; text: string }[];
}

/** A collection, a year, a month or a day. */
export interface ListPage extends PageBase {
  kind: "list";
  list:
    | { of: "collection"; title: string | null; kind: "listed" | "unlisted" }
    | { of: "year" | "month" | "day"; period: string };
  breadcrumbs: Breadcrumb[];
  introductionHtml: string;
  /** The months of a year, the days of a month; none on later pages. */
  children: PeriodCount[];
  /** Of a year's days; null on other lists, and where few days have articles. */
  calendar: CalendarChart | null;
  /** Of a day: the same day of other years, newest first. */
  otherYears: { period: string; path: string; cards: HeadlineCard[] }[];
  cards: ArticleCard[];
  /** How many articles the list has; null on its later pages, all of which would be others with each article more. */
  total: number | null;
  pagination: Pagination;
}

/** All years of the archive. */
export interface DatesPage extends PageBase {
  kind: "dates";
  years: { year: PeriodCount; months: PeriodCount[] }[];
  undated: number;
}

export interface EntityPage extends PageBase {
  kind: "entity";
  entity: EntityBrief & Pick<EntityRecord, "otherNames">;
  /** How often it is mentioned, and in how many articles; null on later pages, all of which would be others with each article more. */
  counts: { articles: number; mentions: number } | null;
  breadcrumbs: Breadcrumb[];
  /** This page's share of the mentions, by article. */
  mentions: { card: HeadlineCard; contexts: (MentionContext & PageLink)[] }[];
  quotes: QuoteCard[];
  /** The page of all its quotes, when it is quoted at all; what is quoted is on its first page alone. */
  quotesPath: string | null;
  totalQuotes: number;
  /** By year, or by month when all fall in one year. */
  coverage: PeriodCount[];
  /** The newest of what others said of it, and how much there is. */
  saidOf: QuoteCard[];
  totalSaidOf: number;
  /** The oldest and the newest article with a date that mention it; null on further pages and without dates. */
  span: { first: HeadlineCard; last: HeadlineCard } | null;
  /** Entities that appear in the same articles, with how many. */
  together: CountedEntity[];
  pagination: Pagination;
}

/** The index of one type of entity. */
export interface EntityIndexPage extends PageBase {
  kind: "entity-index";
  type: EntityType;
  entities: CountedEntity[];
  /** How many there are; null on later pages, as on those of lists. */
  total: number | null;
  /** On the first page of places. */
  map: PlaceMap | null;
  /** On the first page of people. */
  network: PeopleNetwork | null;
  pagination: Pagination;
}

export interface QuotesIndexPage extends PageBase {
  kind: "quotes-index";
  speakers: {
    name: string;
    lang: LanguageTag;
    dir: Direction;
    path: string;
    quotes: number;
    latest: QuoteCard;
  }[];
  /** How many speakers there are; null on later pages, as on those of lists. */
  total: number | null;
  pagination: Pagination;
}

export interface SpeakerPage extends PageBase {
  kind: "speaker";
  speaker: { name: string; lang: LanguageTag; dir: Direction };
  breadcrumbs: Breadcrumb[];
  /** The speaker's own page, when it is an entity. */
  entity: EntityCard | null;
  quotes: QuoteCard[];
  /** How many quotes there are; null on later pages, as on those of lists. */
  total: number | null;
  pagination: Pagination;
}

export interface SearchPage extends PageBase {
  kind: "search";
}

export interface NotFoundPage extends PageBase {
  kind: "not-found";
}

/** A page of the site, with all that its template may use. */
export type Page =
  | HomePage
  | ArticlePage
  | ListPage
  | DatesPage
  | EntityPage
  | EntityIndexPage
  | QuotesIndexPage
  | SpeakerPage
  | SearchPage
  | NotFoundPage;
