import type { Counted } from "../../src/languages/translation.ts";
import type { Pagination } from "../../src/model/page.ts";
import type { PageContext } from "../context.ts";

/** The title of a page of a list: with its number from the second on, so that no two pages have one title. */
export function numbered(title: string, { current, paths }: Pagination, { ui, format }: PageContext): string {
  if (current === 1) return title;
  return `${title} – ${ui.pageOfPages(format.number(current), format.number(paths.length))}`;
}

interface SizedList {
  /** Null on later pages. */
  total: number | null;
  pagination: Pagination;
}

/** What stands below the title of a list: how much it has, and on a later page which one it is. */
export function sizeOrPage(
  { total, pagination }: SizedList,
  counted: Counted,
  { ui, format }: PageContext,
): string {
  return total === null
    ? ui.page(format.number(pagination.current))
    : format.count(ui.counts[counted], total);
}
