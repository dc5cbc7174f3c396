import { posix } from "node:path";
import { isExternal } from "../archive/links.ts";
import type { Catalogue } from "./catalogue.ts";
import { articlePath, relativeHref } from "./paths.ts";

/**
 * Where a link written in a seed leads on a page of the site.
 * @param seed the file below the seeds folder that the link is written in
 * @param page the path of the page that shows it
 * @returns the address as written when it leaves the archive or the page's own fragment; a relative one when it is another
 *   article's file; null when it leads to nothing that the site has
 */
export function resolveSourceLink(
  catalogue: Catalogue,
  seed: string,
  page: string,
): (url: string) => string | null {
  return (url) => {
    if (isExternal(url)) return url;
    const [, file = "", fragment = ""] = /^([^?#]*)[^#]*(#.*)?$/s.exec(url) ?? [];
    const target = catalogue.articleAt(posix.join(posix.dirname(seed), decode(file)));
    return target === undefined ? null : relativeHref(page, articlePath(target.id), fragment);
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
