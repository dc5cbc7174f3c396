import type { Pagination } from "../../src/model/page.ts";
import type { PageContext } from "../context.ts";

/** The title of a page of a list: with its number from the second on, so that no two pages have one title. */
export function numbered(title: string, { current, paths }: Pagination, { ui, format }: PageContext): string {
  if (current === 1) return title;
  return `${title} – ${ui.pageOfPages(format.number(current), format.number(paths.length))}`;
}
