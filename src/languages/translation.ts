import type { EntityType } from "../model/article.ts";
import type { Direction } from "../model/language.ts";
import type { NavigationName } from "../model/page.ts";

/**
 * A counted noun in each form that the language's plural rules ask for (`Intl.PluralRules`); `other` stands in for a
 * form that is absent. `{count}` is the number, already in the language's digits.
 */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What can be counted on a page. */
export type Counted =
  | "articles"
  | "quotes"
  | "mentions"
  | "speakers"
  | "people"
  | "places"
  | "organizations"
  | "events"
  | "things"
  | "minutes"
  | "results";

/**
 * The words of the interface in one language. Functions take what they name as text that is ready to be shown; where a
 * name is in another direction, the caller isolates it.
 */
export interface Translation {
  lang: string;
  dir: Direction;
  counts: Record<Counted, PluralForms>;
  /** One after another in running text, such as names: Arabic has its own comma. */
  comma: string;

  home: string;
  sections: Record<NavigationName, string>;
  entityTypes: Record<EntityType, string>;
  skipToContent: string;
  mainNavigation: string;
  breadcrumbs: string;
  feeds: string;
  /** Articles that stand before any heading of the index. */
  untitledCollection: string;
  /** Articles that no line of the index names. */
  unlistedCollection: string;

  years: string;
  seeAll: string;
  archiveHolds: string;
  mostMentioned: string;

  published: string;
  updated: string;
  undated: string;
  source: string;
  originalAddress: string;
  authors: string;
  tags: string;
  readingTime: string;
  inCollections: string;
  articleLanguage: (language: string) => string;
  /** Turns off what is marked in an article: names and who speaks. */
  plainText: string;
  /** A count of things that are as many or more. */
  orMore: (counted: string) => string;
  sectionsOfArticle: string;
  quotesOfArticle: string;
  entitiesOfArticle: string;
  unknownSpeaker: string;
  /** What a screen reader says of the sign that links to a paragraph. */
  permalink: (paragraph: string) => string;
  /** Leads to a quote where it stands in its article. */
  quoteInPlace: string;
  related: string;
  /** The articles of the event that an article tells of. */
  story: string;
  /** What others said of a person, a place, an institution. */
  saidOf: (name: string) => string;
  firstMention: string;
  lastMention: string;
  /** The same day of other years. */
  onThisDay: string;
  /** Stands before the names that two articles share. */
  sharedNames: string;
  neighbors: string;
  older: string;
  newer: string;
  cite: string;
  citeHint: string;
  articleData: string;
  digest: string;
  /** A link to the file that the digest is of. */
  sourceFile: string;
  aboutThisText: string;

  /** Title of a list by time. */
  newsOf: (period: string) => string;
  months: string;
  days: string;
  datesIntroduction: string;
  undatedArticles: string;
  noArticles: string;

  otherNames: string;
  coverage: string;
  coverageHint: string;
  together: string;
  mentionsInContext: string;
  inHeading: string;
  paragraph: (paragraph: string) => string;
  quotesBy: (name: string) => string;
  allQuotes: string;
  pageOf: (name: string) => string;
  quotesIntroduction: string;

  charts: {
    /** Over the days of a year. */
    calendar: string;
    map: string;
    network: string;
    /** Opens the same numbers as a table. */
    numbers: string;
    date: string;
    articles: string;
    together: string;
    /** Of places that the map does not know. */
    unplaced: string;
    quoteShares: string;
    /** Words between quotation marks. */
    quotedWords: string;
    ownWords: string;
  };

  pagination: string;
  page: (number: string) => string;
  pageOfPages: (number: string, total: string) => string;
  previousPage: string;
  nextPage: string;

  searchLabel: string;
  searchButton: string;
  searchHint: string;
  searchNeedsScript: string;
  /** For the search script; `{query}` is what was typed. */
  search: {
    loading: string;
    none: string;
    failed: string;
    file: string;
    more: string;
    /** Opens the fields that narrow a search. */
    narrow: string;
    any: string;
    year: string;
    collection: string;
    language: string;
    order: string;
    byRelevance: string;
    newestFirst: string;
    oldestFirst: string;
    clear: string;
  };

  notFound: string;
  notFoundHint: string;
}
