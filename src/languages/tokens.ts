import { wordEnd, wordStart } from "./word-bounds.ts";
import { formsOf, type WordForm } from "./word-form.ts";

/** A word of a text. Offsets are UTF-16 code units of the whole text, end exclusive. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** For comparing: as `LanguagePack.fold` makes it. */
  folded: string;
  /** What has that text and is folded to that: here as well, for they are asked for all the time. */
  form: WordForm;
}

/** The words of `text` between two offsets, in order. Linear. */
export function tokenize(text: string, start: number, end: number, fold: (word: string) => string): Token[] {
  const tokens: Token[] = [];
  const formOf = formsOf(fold);
  for (let from = wordStart(text, start, end); from < end; ) {
    const to = wordEnd(text, from, end);
    const form = formOf(text, from, to);
    tokens.push({ start: from, end: to, text: form.text, folded: form.folded, form });
    from = wordStart(text, to, end);
  }
  return tokens;
}

/** How many words a text has. */
export function countWords(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (
    let from = wordStart(text, start, end);
    from < end;
    from = wordStart(text, wordEnd(text, from, end), end)
  ) {
    count += 1;
  }
  return count;
}
