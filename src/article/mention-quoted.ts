import type { Range } from "../model/article.ts";
import { type Word, wordsIn } from "./mention-words.ts";

/** Words of a name in quotation marks at most. */
const longestQuoted = 6;

/** Words in quotation marks, few enough for a name. */
export interface QuotedWords {
  /** Index of the word after the last. */
  after: number;
  /** What stands behind the closing mark: the end of a sentence, a comma, or what goes on with it. */
  follows: "end" | "comma" | "more";
}

/** The words in quotation marks that may be a name, by the index of their first. */
export function readQuoted(
  text: string,
  words: readonly Word[],
  spans: readonly Range[],
): Map<number, QuotedWords> {
  const quoted = new Map<number, QuotedWords>();
  for (const span of spans) {
    const { first, after } = wordsIn(words, span);
    if (after > first && after - first <= longestQuoted)
      quoted.set(first, { after, follows: whatFollows(text, span.end) });
  }
  return quoted;
}

/** A few marks and spaces: a text of nothing else is gone through once for each quotation. */
const ending = /["“”„«»‹›‘’']{0,8}[^\S\n]{0,8}(?:(?<end>[.!?؟؛;…\n]|$)|(?<comma>[,،]))?/uy;

function whatFollows(text: string, at: number): QuotedWords["follows"] {
  ending.lastIndex = at;
  const groups = ending.exec(text)?.groups;
  return groups?.["end"] !== undefined ? "end" : groups?.["comma"] !== undefined ? "comma" : "more";
}
