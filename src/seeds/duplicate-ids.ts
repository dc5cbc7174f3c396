import { errorAt, type Problem, warningAt } from "../model/problem.ts";

/**
 * Letters of other scripts and languages that look like the one after them, the commonest of Unicode's confusables (UTS 39):
 * Cyrillic and Greek for Latin, Persian and Urdu for Arabic.
 */
const lookAlikes = new Map(
  [
    ..."аa вb еe оo рp сc уy хx іi јj ѕs ԁd һh ӏl αa εe ιi κk νv οo ρp τt υu χx".split(" "),
    ..."کك یي ىي ہه ھه ۀه ڪك".split(" "),
  ].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

function skeletonOf(id: string): string {
  return isAscii.test(id) ? id : [...id].map((letter) => lookAlikes.get(letter) ?? letter).join("");
}

const isAscii = /^[\0-\x7f]*$/;

/** What is the same of two names that some file systems take for one: they differ on case and on Unicode normalization. */
export function foldName(name: string): string {
  return isAscii.test(name) ? name.toLowerCase() : name.normalize("NFC").toLowerCase().normalize("NFC");
}

/** Refuses two articles with one id, which would be one page, and tells of two that look the same. */
export function findDuplicateIds(articles: readonly { id: string; path: string }[]): Problem[] {
  // Nearly always none is like another, and that is soon told.
  if (new Set(articles.map(({ id }) => skeletonOf(foldName(id)))).size === articles.length) return [];
  const first = new Map<string, string>();
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  // Whichever order they come in, of two it is the later by path.
  for (const { id, path } of articles.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const key = foldName(id);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, path);
      const skeleton = skeletonOf(key);
      const alike = seen.get(skeleton);
      if (alike === undefined) seen.set(skeleton, path);
      else problems.push(looksLike(id, path, alike));
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

function looksLike(id: string, path: string, other: string): Problem {
  const reason = `this article's id "${id}" looks like that of ${other}, in other letters`;
  return warningAt(
    { path, line: 1, column: 1 },
    "seeds/look-alike",
    reason,
    "write both in letters of one script, or rename one of the files",
  );
}
