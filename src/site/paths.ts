import { remember } from "../languages/remember.ts";
import type { EntityType } from "../model/article.ts";
import type { NavigationName } from "../model/page.ts";

/*
 * Where the pages of a site are: paths from its root, unescaped, with `/` between their parts.
 */

/** The folder of each type of entity, which is its part of the navigation too. */
export const entityFolders = {
  Person: "people",
  Place: "places",
  Organization: "organizations",
  Event: "events",
  Thing: "things",
} as const satisfies Record<EntityType, NavigationName>;

export function articlePath(id: string): string {
  return `articles/${id}.html`;
}

/** The data that an article's page is made of. */
export function articleDataPath(id: string): string {
  return `articles/${id}.json`;
}

/** The file that an article was made of, as it is, where the site publishes it. */
export function articleSourcePath({ id, path }: { id: string; path: string }): string {
  return `articles/${id}.source${/\.md$/i.test(path) ? ".md" : ".txt"}`;
}

export function collectionPath(id: string, page = 1): string {
  return `collections/${id}${pageSuffix(page)}.html`;
}

/** @param period `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
export function datePath(period: string, page = 1): string {
  return `dates/${period}${pageSuffix(page)}.html`;
}

export function entityPath(type: EntityType, id: string, page = 1): string {
  return `${entityFolders[type]}/${besideIndex(id)}${pageSuffix(page)}.html`;
}

export function entityIndexPath(type: EntityType, page = 1): string {
  return `${entityFolders[type]}/index${pageSuffix(page)}.html`;
}

export function speakerPath(id: string, page = 1): string {
  return `quotes/${besideIndex(id)}${pageSuffix(page)}.html`;
}

export function quotesIndexPath(page = 1): string {
  return `quotes/index${pageSuffix(page)}.html`;
}

/** A folder's own page is `index.html`, so what is really named "Index" gets a name that no slug has. */
function besideIndex(id: string): string {
  return id === "index" ? "index-" : id;
}

function pageSuffix(page: number): string {
  return page === 1 ? "" : `.${page}`;
}

/** A path as part of an address: each of its segments percent-encoded. */
export function encodePath(path: string): string {
  return plainPath.test(path) ? path : encoded(path);
}

const plainPath = /^[\w./-]*$/;
const encoded = remember((path: string) => path.split("/").map(encodeURIComponent).join("/"));

/** The address of one page as a link on another. The same at a domain's root, under a path and on a disk. */
export function relativeHref(from: string, to: string, fragment = ""): string {
  // The folders that both are in, and what of the path stands behind them.
  const target = encodePath(to);
  let shared = 0;
  let behind = 0;
  for (let at = 0; at < from.length && from[at] === to[at]; at += 1) {
    if (from[at] !== "/") continue;
    shared = at + 1;
    behind = target.indexOf("/", behind) + 1;
  }
  let up = "";
  for (let at = from.indexOf("/", shared); at >= 0; at = from.indexOf("/", at + 1)) up += "../";
  return up + target.slice(behind) + fragment;
}

/** The absolute address of a page; null when the site is not told its own. */
export function absoluteUrl(siteUrl: string | null, path: string): string | null {
  return siteUrl === null ? null : new URL(encodePath(path === "index.html" ? "" : path), siteUrl).href;
}
