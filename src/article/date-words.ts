import type { DateLanguage } from "../languages/date-language.ts";
import { formsOf, withoutEnding } from "../languages/word-form.ts";
import type { Block } from "./block.ts";
import { blockTokens } from "./block-tokens.ts";
import type { DateLexicon, PhraseMatch, Sense, SenseKind, WordSenses } from "./date-lexicon.ts";

/** A word of a block and what the lexicon says of it. Offsets into the article's text. */
export interface DateWord extends WordSenses {
  start: number;
  end: number;
  /** Where it ends with what is written onto it and is no part of it (2019'dan); most end as they are. */
  to: number;
  text: string;
  /** Its value when it is written in digits alone, particles before them left out. */
  number: number | null;
  /** Folded particles that are written onto the number, and where they begin. */
  prefix: string;
  left: number;
}

/** A phrase found at a word. */
export interface Hit<K extends SenseKind> {
  sense: Extract<Sense, { kind: K }>;
  /** Of the phrase, the particles before it left out. */
  start: number;
  end: number;
  /** Index of the first word after it. */
  after: number;
  clitic: string;
}

/** «و2019», «الـ15»; 26th, 2021م, 1442هـ. */
const mixed = /^(?<before>\p{L}[\p{L}\p{M}\u0640]{0,4})?(?<digits>\p{Nd}+)(?<after>\p{L}[\p{L}\u0640]*)?$/u;

const known = new WeakMap<Block, { text: string; lexicon: DateLexicon; words: readonly DateWord[] }>();

/** The words of a block, numbers apart from the letters that are written onto them; read once for dates and periods. Linear. */
export function dateWords(text: string, block: Block, lexicon: DateLexicon): readonly DateWord[] {
  const before = known.get(block);
  if (before !== undefined && before.text === text && before.lexicon === lexicon) return before.words;
  const words = readDateWords(text, block, lexicon);
  known.set(block, { text, lexicon, words });
  return words;
}

function readDateWords(text: string, block: Block, lexicon: DateLexicon): DateWord[] {
  const words: DateWord[] = [];
  const push = (
    from: number,
    written: string,
    senses: WordSenses,
    number: number | null,
    prefix: string,
    left: number,
    to = from + written.length,
  ) => {
    const { folded, matches, kinds, starts, hasDigit } = senses;
    words.push({
      start: from,
      end: from + written.length,
      to,
      text: written,
      number,
      prefix,
      left,
      folded,
      matches,
      kinds,
      starts: starts || number !== null,
      hasDigit,
    });
  };
  const formOf = formsOf(lexicon.fold);
  for (const token of blockTokens(text, block, lexicon.fold)) {
    const form = withoutEnding(token.form, lexicon.endingLength(token.text), formOf);
    const { text: written } = form;
    const senses = lexicon.sensesOf(form);
    const parts = senses.hasDigit ? mixed.exec(written)?.groups : undefined;
    const digits = parts?.["digits"];
    if (digits === undefined) {
      push(token.start, written, senses, null, "", token.start, token.end);
      continue;
    }
    const before = parts?.["before"] ?? "";
    const after = parts?.["after"] ?? "";
    const prefix = before === "" ? "" : lexicon.fold(before);
    // A320, «كوفيد19», 1990s: the number is part of a name, or of another word.
    if ((prefix !== "" && !lexicon.isParticle(prefix)) || (after !== "" && !lexicon.isEnding(after))) {
      push(token.start, written, senses, null, "", token.start);
      continue;
    }
    const from = token.start + before.length;
    const to = from + digits.length;
    const ending = after === "" ? token.end : to;
    push(from, digits, lexicon.sensesOf(formOf(digits)), numberOf(digits), prefix, token.start, ending);
    if (after !== "") push(to, after, lexicon.sensesOf(formOf(after)), null, "", to);
  }
  return words;
}

/** The value of a run of decimal digits of any script. */
export function numberOf(digits: string): number {
  let value = 0;
  for (const digit of digits) value = value * 10 + digitOf(digit);
  return value;
}

function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0x30;
  if (code <= 0x39) return code - 0x30;
  if (code >= 0x660 && code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  return Number(digit.normalize("NFKC"));
}

/** The longest phrase of a kind that begins at a word; null when there is none. */
export function hitAt<K extends SenseKind>(
  text: string,
  words: readonly DateWord[],
  index: number,
  kind: K,
): Hit<K> | null {
  const first = words[index];
  if (first === undefined || first.matches.length === 0 || !first.kinds.has(kind)) return null;
  for (const match of first.matches) {
    const { sense, rest, clitic } = match;
    if (!isOfKind(sense, kind) || !follows(text, words, index, match)) continue;
    const end = endOf(text, words[index + rest.length] ?? first);
    return { sense, start: startAfter(first, clitic), end, after: index + rest.length + 1, clitic };
  }
  return null;
}

/** The geresh of a letter that stands for a number belongs to it: «יום ג׳». */
function endOf(text: string, word: DateWord): number {
  const isLetter = word.text.length === 1 && /[\u05d0-\u05ea]/u.test(word.text);
  return isLetter && /^['׳’]/u.test(text.slice(word.end, word.end + 1)) ? word.end + 1 : word.end;
}

function isOfKind<K extends SenseKind>(sense: Sense, kind: K): sense is Extract<Sense, { kind: K }> {
  return sense.kind === kind;
}

/** Whether what is written onto a number makes it a decade (1990'larda). */
export function isDeclinedDecade(text: string, word: DateWord, { periods }: DateLanguage): boolean {
  if (periods === undefined || word.number === null || word.to === word.end) return false;
  const ending = text.slice(word.end, word.to).replace(/^['’]/u, "");
  return periods.decadeEndings.some((letters) => ending.startsWith(letters));
}

/** Whether a phrase of one word is of a kind. */
export function isKind(word: DateWord | undefined, kind: SenseKind): boolean {
  if (word === undefined || word.matches.length === 0 || !word.kinds.has(kind)) return false;
  return word.matches.some(({ sense, rest }) => rest.length === 0 && sense.kind === kind);
}

/** Whether nothing but one space stands between two places, as between most words. */
export function isSpace(text: string, start: number, end: number): boolean {
  return end - start === 1 && text.charCodeAt(start) === 0x20;
}

const withinPhrase = /^[\s\u00a0\u200c\u2010\u2011-]{1,3}$/u;

function follows(text: string, words: readonly DateWord[], index: number, { rest }: PhraseMatch): boolean {
  for (let nth = 0; nth < rest.length; nth += 1) {
    const folded = rest[nth];
    const before = words[index + nth];
    const word = words[index + nth + 1];
    if (before === undefined || word === undefined || word.folded !== folded) return false;
    if (!isSpace(text, before.end, word.start) && !withinPhrase.test(text.slice(before.end, word.start)))
      return false;
  }
  return true;
}

const silent = /[\p{M}\u0640]/u;

/** Folding drops marks, so the letters of a particle are counted in the word as it is written. */
function startAfter(word: DateWord, clitic: string): number {
  if (clitic === "") return word.start;
  let letters = 0;
  let offset = 0;
  while (letters < clitic.length && offset < word.text.length) {
    if (!silent.test(word.text[offset] ?? "")) letters += 1;
    offset += 1;
  }
  while (silent.test(word.text[offset] ?? "x")) offset += 1;
  return word.start + offset;
}
