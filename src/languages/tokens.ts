/** A word of a text. Offsets are UTF-16 code units of the whole text, end exclusive. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** For comparing: as `LanguagePack.fold` makes it. */
  folded: string;
}

const letter = String.raw`[\p{L}\p{N}]`;
const inner = String.raw`[\p{L}\p{M}\p{N}\u0640\u200c\u200d]`;
/** Apostrophes and geresh between letters; a straight double quote between Hebrew letters is a gershayim (צה"ל). */
const joiner = String.raw`(?:['’׳״](?=\p{L})|(?<=[\u05d0-\u05ea])["”](?=[\u05d0-\u05ea]))`;
const word = new RegExp(`${letter}(?:${inner}|${joiner})*`, "gu");

/** The words of `text` between two offsets, in order. Linear. */
export function tokenize(text: string, start: number, end: number, fold: (word: string) => string): Token[] {
  const tokens: Token[] = [];
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  for (const match of part.matchAll(word)) {
    const from = start + match.index;
    tokens.push({ start: from, end: from + match[0].length, text: match[0], folded: fold(match[0]) });
  }
  return tokens;
}

/** How many words a text has. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(word)) count += 1;
  return count;
}
