import type { Token } from "../languages/tokens.ts";
import { formsOf, withoutEnding } from "../languages/word-form.ts";
import type { Range } from "../model/article.ts";
import type { Block } from "./block.ts";
import { blockTokens } from "./block-tokens.ts";
import type { Lexicon, WordReading } from "./entity-lexicon.ts";

/** What stands between a word and the one before it in its block. */
export type Gap = "start" | "space" | "hyphen" | "comma" | "quote" | "paren" | "dot" | "break";

export interface Word extends Omit<Token, "form">, WordReading {
  gap: Gap;
}

/** The words of an article's blocks in order, each with what the lists say of it. */
export function readWords(text: string, blocks: readonly Block[], lexicon: Lexicon): Word[] {
  const words: Word[] = [];
  const formOf = formsOf(lexicon.fold);
  for (const block of blocks) {
    let previous = -1;
    let ended = false;
    for (const found of blockTokens(text, block, lexicon.fold)) {
      const ending = lexicon.language.endingLength(found.text);
      const form = withoutEnding(found.form, ending, formOf);
      const gap = previous < 0 ? "start" : ended ? "break" : gapOf(text, previous, found.start);
      ended = ending > 0;
      const { senses, whole, headed, statal, beginsName } = lexicon.readingOf(form);
      // Spelled out, as spreading the token costs more than all the rest of this loop.
      words.push({
        start: found.start,
        end: found.end - ending,
        text: form.text,
        folded: form.folded,
        gap,
        senses,
        whole,
        headed,
        statal,
        beginsName,
      });
      previous = found.end;
    }
  }
  return words;
}

const marks = /["“”„«»‹›‘’']/u;

function gapOf(text: string, start: number, end: number): Gap {
  if (end - start === 1) {
    const character = text.charAt(start);
    if (character === " " || character === "\u00a0") return "space";
    if (character === "-" || character === "‐" || character === "‑") return "hyphen";
    if (character === "־") return "hyphen";
  }
  const between = text.slice(start, end).replace(/[\u200e\u200f\u061c]/gu, "");
  if (between.trim() === "") return /[\n\t]/u.test(between) ? "break" : "space";
  if (marks.test(between)) return "quote";
  if (/[()[\]]/u.test(between)) return "paren";
  const mark = between.trim();
  if (mark === "،" || mark === ",") return "comma";
  if (mark === "." || mark === "&") return "dot";
  return "break";
}

/** Where a word starts when so many letters at its front are particles; tashkeel and tatweel are no letters. */
export function stemStart(word: Word, particles: number): number {
  let start = word.start;
  let left = particles;
  while (left > 0 && start < word.end) {
    start += 1;
    if (!/[\p{M}\u0640]/u.test(word.text.charAt(start - word.start))) left -= 1;
  }
  return start;
}

/** Which of the ranges each word begins and ends in: the words inside, `after` exclusive. */
export function wordsIn(words: readonly Word[], range: Range): { first: number; after: number } {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while ((words[after]?.end ?? Number.POSITIVE_INFINITY) <= range.end) after += 1;
  return { first: low, after };
}
