import type { EntityRecord } from "../model/archive.ts";
import type { ParsedArticle } from "../model/article.ts";
import type { Page, Pagination } from "../model/page.ts";
import { entriesPerPage } from "./limits.ts";

/** A page that the site has. What is on it is only worked out when it is rendered. */
export interface PlannedPage {
  kind: Page["kind"];
  /** Of the file in dist/, unescaped. */
  path: string;
  /** The file below the seeds folder that it comes from, for a problem to point at. */
  source: string;
  view: () => Page | Promise<Page>;
}

/** What planning takes from outside the archive. */
export interface SiteSources {
  /** The article with its body; pages of one article alone ask for it. */
  loadArticle: (id: string) => ParsedArticle | Promise<ParsedArticle>;
  /** What a screen reader says of the sign that links to a paragraph, by its number, in the site's language. */
  permalink: (paragraph: number) => string;
  /** What a card says of a name when somebody points at it, in the site's language. */
  card: (entity: EntityRecord) => string;
}

/** The file that lists come from. */
export const indexFile = "INDEX.md";

/** A list's share on one of its pages. */
export interface ListPart<T> {
  entries: readonly T[];
  pagination: Pagination;
}

/** Cuts a list into pages; an empty list still has its first one. `pathOf` names a page by its number, from 1. */
export function paginate<T>(entries: readonly T[], pathOf: (page: number) => string): ListPart<T>[] {
  const pages = Math.max(1, Math.ceil(entries.length / entriesPerPage));
  const paths = Array.from({ length: pages }, (_, index) => pathOf(index + 1));
  return paths.map((_, index) => ({
    entries: entries.slice(index * entriesPerPage, (index + 1) * entriesPerPage),
    pagination: { current: index + 1, paths },
  }));
}

/** The path of the page that a part of a list is on. */
export function pathOfPart({ pagination }: ListPart<unknown>): string {
  return pagination.paths[pagination.current - 1] ?? "";
}
