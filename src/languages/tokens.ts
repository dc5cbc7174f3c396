import { wordEnd, wordStart } from "./word-bounds.ts";

/** A word of a text. Offsets are UTF-16 code units of the whole text, end exclusive. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** For comparing: as `LanguagePack.fold` makes it. */
  folded: string;
}

/** A word as it is written, and folded; one for all its places, so that looking it up elsewhere is looking for the same string. */
interface Form {
  text: string;
  folded: string;
}

/** More words than a language has in daily use; what is remembered is dropped when there are more. */
const limit = 50_000;
const remembered = new WeakMap<(word: string) => string, Map<string, Form>>();

/** The words of `text` between two offsets, in order. Linear. */
export function tokenize(text: string, start: number, end: number, fold: (word: string) => string): Token[] {
  const tokens: Token[] = [];
  const forms = formsOf(fold);
  for (let from = wordStart(text, start, end); from < end; ) {
    const to = wordEnd(text, from, end);
    const written = text.slice(from, to);
    let form = forms.get(written);
    if (form === undefined) {
      if (forms.size >= limit) forms.clear();
      form = { text: written, folded: fold(written) };
      forms.set(written, form);
    }
    tokens.push({ start: from, end: to, text: form.text, folded: form.folded });
    from = wordStart(text, to, end);
  }
  return tokens;
}

function formsOf(fold: (word: string) => string): Map<string, Form> {
  let forms = remembered.get(fold);
  if (forms === undefined) {
    forms = new Map();
    remembered.set(fold, forms);
  }
  return forms;
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
