import type { Range } from "../model/article.ts";
import type { Direction } from "../model/language.ts";

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const letters = /\p{L}/gu;

/** The direction of most of a stretch's letters, which says more of it than its first letter; null when it has none. */
export function majorityDirection(text: string, start: number, end: number): Direction | null {
  let rtl = 0;
  let ltr = 0;
  for (const [letter] of text.slice(start, end).matchAll(letters)) {
    if (rightToLeft.test(letter)) rtl += 1;
    else ltr += 1;
  }
  return rtl === 0 && ltr === 0 ? null : rtl >= ltr ? "rtl" : "ltr";
}

const latinRun =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}'’.,&@/:_+-]*(?: [\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}][\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}'’.,&@/:_+-]*)*/gu;
const rightToLeftRun =
  /[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}\p{N}'"’״׳-]*(?: [\p{Script=Arabic}\p{Script=Hebrew}\p{N}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}\p{N}'"’״׳-]*)*/gu;
const trailing = /[^\p{L}\p{M}\p{N}]+$/u;

/**
 * Runs of words in scripts that are written the other way than the text, to be isolated so that the marks and numbers
 * beside them keep their place. Offsets into `text`.
 */
export function foreignRuns(text: string, start: number, end: number, dir: Direction): Range[] {
  const runs: Range[] = [];
  const pattern = dir === "rtl" ? latinRun : rightToLeftRun;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const from = start + match.index;
    runs.push({ start: from, end: from + match[0].replace(trailing, "").length });
  }
  return runs;
}
