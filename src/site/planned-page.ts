import type { Archive, ArticleNumber, ArticleRef, EntityBrief, QuoteRef } from "../model/archive.ts";
import type { Page, Pagination } from "../model/page.ts";
import type { ValueWriter } from "./digest.ts";
import { entriesPerPage } from "./limits.ts";
import type { PageDraft } from "./page-draft.ts";

/** A page that the site has. What is on it is only worked out when it is asked for. */
export interface PlannedPage {
  kind: Page["kind"];
  /** Of the file in dist/, unescaped. */
  path: string;
  /** The file below the seeds folder that it comes from, for a problem to point at. */
  source: string;
  draft: () => PageDraft;
  /**
   * Writes all that the draft is worked out from, beside the settings of the site: when it is the same, so is the draft, which takes much
   * longer to make. Null for pages that are few, or made of too much.
   */
  basis: Basis | null;
}

export type Basis = (to: BasisWriter) => void;

/** What the pages of one kind have in common, each of which is of something. */
export interface PageKind<T> {
  kind: Page["kind"];
  source: (what: T) => string;
  draft: (what: T, path: string) => PageDraft;
  basis: (what: T, path: string, to: BasisWriter) => void;
}

/** One of very many pages: with functions of its own each of a hundred thousand took 170 bytes more, and planning a fifth. */
export class PageOfKind<T> implements PlannedPage {
  readonly path: string;
  private readonly common: PageKind<T>;
  private readonly what: T;

  constructor(path: string, common: PageKind<T>, what: T) {
    this.path = path;
    this.common = common;
    this.what = what;
  }

  get kind(): Page["kind"] {
    return this.common.kind;
  }

  get source(): string {
    return this.common.source(this.what);
  }

  draft(): PageDraft {
    return this.common.draft(this.what, this.path);
  }

  basis(to: BasisWriter): void {
    this.common.basis(this.what, this.path, to);
  }
}

/** Takes what pages are worked out from, in short. */
export interface BasisWriter extends Pick<ValueWriter, "value" | "number"> {
  /** Of an article, of the names that it mentions and of those whom it quotes: all that a page may say of it. */
  article: (article: ArticleNumber) => void;
  /** How many articles mention each name in an article, roughly. */
  counts: (article: ArticleNumber) => void;
  /** Of an article alone: what lists say of it. */
  record: (article: ArticleNumber) => void;
  /** The same whenever it is told by its name: what many pages have in common is written once. */
  once: (name: string, write: () => void) => void;
}

/** Where the text of an article of the archive lies. */
export type RefOf = (article: ArticleNumber) => ArticleRef;

/** The file that lists come from. */
export const indexFile = "INDEX.md";

/** A list's share on one of its pages. */
export interface ListPart<T> {
  entries: readonly T[];
  /** How much the whole list has; null on later pages, all of which would be others with each entry more. */
  total: number | null;
  pagination: Pagination;
}

/** Where a list gets what is added to it. */
export type Growth = "in front" | "behind";

/** Of a list that grows in front, the first page has at least so many. */
const fewestInFront = entriesPerPage / 2;

/**
 * Cuts a list into pages, so that one entry more changes few of them: of a list that grows in front the first page takes what the others leave
 * over, from half a page to one and a half. An empty list still has its first page.
 * @param pathOf names a page by its number, from 1
 */
export function paginate<T>(
  entries: readonly T[],
  pathOf: (page: number) => string,
  { grows }: { grows: Growth },
): ListPart<T>[] {
  if (isOnePage(entries)) return [onlyPart(entries, pathOf(1))];
  const total = entries.length;
  const over = total % entriesPerPage;
  const inFront = over < fewestInFront ? entriesPerPage + over : over;
  const onFirst = grows === "behind" ? entriesPerPage : inFront;
  const pages = 1 + Math.ceil((total - onFirst) / entriesPerPage);
  const paths = Array.from({ length: pages }, (_, index) => pathOf(index + 1));
  // On each of the pages, which may be thousands.
  Object.freeze(paths);
  const startOf = (index: number): number => (index === 0 ? 0 : onFirst + (index - 1) * entriesPerPage);
  return paths.map((_, index) => ({
    entries: entries.slice(startOf(index), startOf(index + 1)),
    total: index === 0 ? total : null,
    pagination: { current: index + 1, paths },
  }));
}

/** Whether a list has one page. */
export function isOnePage(entries: readonly unknown[]): boolean {
  return entries.length <= entriesPerPage;
}

/** All of a list that has one page. */
export function onlyPart<T>(entries: readonly T[], path: string): ListPart<T> {
  return { entries, total: entries.length, pagination: { current: 1, paths: [path] } };
}

/** Whether a part of a list is the one that also says what there is to say of all of it. */
export function isFirst({ pagination }: ListPart<unknown>): boolean {
  return pagination.current === 1;
}

/** Writes all that is said of an entity where it is named. */
export function writeEntity(to: Pick<ValueWriter, "value">, entity: EntityBrief): void {
  const { id, type, name, lang, dir } = entity;
  for (const text of [id, type, name, lang, dir]) to.value(text);
}

/** Writes what a quote on a page is worked out from. */
export function writeQuote(
  to: BasisWriter,
  { numberOf }: Pick<Archive, "numberOf">,
  { article, fragment }: Pick<QuoteRef, "article" | "fragment">,
): void {
  to.article(numberOf(article));
  to.value(fragment);
}

/** Writes what a page tells of the list that it is a part of: which page it is, of how many, and how much there is. */
export function writePart(to: BasisWriter, { total, pagination }: ListPart<unknown>): void {
  to.number(pagination.current);
  to.number(pagination.paths.length);
  to.value(total);
}

/** The path of the page that a part of a list is on. */
export function pathOfPart({ pagination }: ListPart<unknown>): string {
  return pagination.paths[pagination.current - 1] ?? "";
}
