import type { Range } from "../model/article.ts";
import type { Direction } from "../model/language.ts";

const rightToLeftScripts = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}`;
const leftToRightScripts = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;

const rightToLeftLetters = new RegExp(String.raw`(?:(?=\p{L})[${rightToLeftScripts}])+`, "gu");
const letters = /\p{L}+/gu;

/** The direction of most of a stretch's letters, which says more of it than its first letter; null when it has none. */
export function majorityDirection(text: string, start: number, end: number): Direction | null {
  const part = text.slice(start, end);
  const all = lengthOf(part.match(letters));
  if (all === 0) return null;
  return lengthOf(part.match(rightToLeftLetters)) * 2 >= all ? "rtl" : "ltr";
}

function lengthOf(runs: readonly string[] | null): number {
  return runs === null ? 0 : runs.reduce((sum, run) => sum + run.length, 0);
}

/** Words of some scripts with spaces between them, and what is written inside such words. */
function wordsIn(scripts: string, inside: string): RegExp {
  const word = (first: string): string => `[${first}][${scripts}${String.raw`\p{M}\p{N}`}${inside}]*`;
  return new RegExp(`${word(scripts)}(?: ${word(`${scripts}${String.raw`\p{N}`}`)})*`, "gu");
}

const leftToRightRun = wordsIn(leftToRightScripts, "'’.,&@/:_+-");
const rightToLeftRun = wordsIn(rightToLeftScripts, "'\"’״׳-");
/** Looked for where a word ends and nowhere else: from each of very many marks it would take the square of them. */
const trailing = /(?<=[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u;

/**
 * Runs of words in scripts that are written the other way than the text, to be isolated so that the marks and numbers
 * beside them keep their place. Offsets into `text`.
 */
export function foreignRuns(text: string, start: number, end: number, dir: Direction): Range[] {
  const runs: Range[] = [];
  const pattern = dir === "rtl" ? leftToRightRun : rightToLeftRun;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const from = start + match.index;
    runs.push({ start: from, end: from + match[0].replace(trailing, "").length });
  }
  return runs;
}
