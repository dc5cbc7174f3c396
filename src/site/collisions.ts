import type { Problem } from "../model/problem.ts";
import { foldName } from "../seeds/duplicate-ids.ts";
import type { PlannedPage } from "./planned-page.ts";

/** Pages that a file system which ignores case or normalizes names would take for one file. */
export function findCollisions(pages: readonly Pick<PlannedPage, "path" | "source">[]): Problem[] {
  if (new Set(pages.map(({ path }) => foldName(path))).size === pages.length) return [];
  const taken = new Map<string, Pick<PlannedPage, "path" | "source">>();
  const problems: Problem[] = [];
  for (const page of pages) {
    const key = foldName(page.path);
    const other = taken.get(key);
    if (other === undefined) taken.set(key, page);
    else problems.push(collision(page, other));
  }
  return problems;
}

function collision(
  page: Pick<PlannedPage, "path" | "source">,
  other: Pick<PlannedPage, "path" | "source">,
): Problem {
  const same = page.path === other.path;
  return {
    severity: "error",
    ruleId: "site/same-path",
    path: page.source,
    line: 1,
    column: 1,
    reason: same
      ? `two pages would be the file ${page.path}; the other comes from ${other.source}`
      : `the page ${page.path} would take the place of ${other.path}, which comes from ${other.source}, on disks that ignore case or accents' encoding`,
    remedy: "give one of them another name with `id:` in INDEX.md, or rename its file or heading",
  };
}
