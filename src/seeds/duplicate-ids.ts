import { errorAt, type Problem } from "../model/problem.ts";

/** Refuses two articles with one id, which would be one page. Case and Unicode normalization do not tell ids apart: file systems differ on them. */
export function findDuplicateIds(articles: Iterable<{ id: string; path: string }>): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, path } of articles) {
    const key = id.normalize("NFC").toLowerCase();
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, path);
      continue;
    }
    const reason = `this article's id "${id}" is that of ${other} too`;
    problems.push(
      errorAt(
        { path, line: 1, column: 1 },
        "seeds/same-id",
        reason,
        'rename one of the files, or give it an "id" of its own',
      ),
    );
  }
  return problems;
}
