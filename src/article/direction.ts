import type { Range } from "../model/article.ts";
import type { Direction } from "../model/language.ts";
import { traits, traitsOf } from "../model/script.ts";

const rightToLeftScripts = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}`;
const leftToRightScripts = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;

/** The direction of most of a stretch's letters, which says more of it than its first letter; null when it has none. */
export function majorityDirection(text: string, start: number, end: number): Direction | null {
  let all = 0;
  let rightToLeft = 0;
  for (let index = start; index < end; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    const units = code > 0xffff ? 2 : 1;
    index += units - 1;
    const bits = traitsOf(code);
    if ((bits & traits.letter) === 0) continue;
    all += units;
    if ((bits & traits.rightToLeft) !== 0) rightToLeft += units;
  }
  if (all === 0) return null;
  return rightToLeft * 2 >= all ? "rtl" : "ltr";
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
  if (!hasTrait(text, start, end, dir === "rtl" ? traits.leftToRight : traits.rightToLeft)) return runs;
  const pattern = dir === "rtl" ? leftToRightRun : rightToLeftRun;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const from = start + match.index;
    runs.push({ start: from, end: from + match[0].replace(trailing, "").length });
  }
  return runs;
}

function hasTrait(text: string, start: number, end: number, trait: number): boolean {
  for (let index = start; index < end; index += 1) {
    if ((traitsOf(text.codePointAt(index) ?? 0) & trait) !== 0) return true;
  }
  return false;
}
