import { foldArabic } from "./ar/fold.ts";
import { headsName, looserForms, searchForms, splitName, stripArticle } from "./ar/search.ts";
import { remember } from "./remember.ts";
import { type Token, tokenize } from "./tokens.ts";

/*
 * How a search compares words, in the build and in the browser. The index gets every form of a word that somebody may
 * look for, the query the one form that all of them share, so the text itself stays as it is written.
 */

const arabicScript = /\p{Script=Arabic}/u;

/** Makes the spellings of a word alike: by `foldArabic` in Arabic script, and without case, accents and width. */
export const foldForSearch: (word: string) => string = remember((word) => {
  const isArabic = arabicScript.test(word);
  const compatible = word.normalize("NFKC");
  const plain = isArabic ? foldArabic(compatible) : compatible;
  // Lower case first: it makes a mark of the dot of İ.
  const bare = plain.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFC");
  // A letter may have lost a mark that foldArabic does not know, and be one that it does: ۓ.
  return isArabic ? foldArabic(bare) : bare;
});

/**
 * The words of a text, folded. Offsets are UTF-16 code units of the text. What folding leaves nothing of is no word: a
 * presentation form of tashkeel on a tatweel.
 */
export function searchTokens(text: string): Token[] {
  return tokenize(text, 0, text.length, foldForSearch).filter(({ folded }) => folded !== "");
}

/** A stretch of a text and a form under which it can be found. */
export interface FindableForm {
  start: number;
  end: number;
  form: string;
}

/** The forms of every word of a text, and of names written apart, in text order. */
export function findableForms(text: string): FindableForm[] {
  const found: FindableForm[] = [];
  const tokens = searchTokens(text);
  tokens.forEach(({ start, end, folded }, index) => {
    for (const form of formsOf(folded)) found.push({ start, end, form });
    const next = tokens[index + 1];
    if (next === undefined) return;
    for (const head of headsOf(folded)) {
      if (text.slice(end, next.start).trim() === "")
        found.push({ start, end: next.end, form: head + next.folded });
    }
  });
  return found;
}

/** The forms of a word that may be the first part of a name which is also written as one word. */
const headsOf = remember<string, readonly string[]>((folded) => formsOf(folded).filter(headsName));

const formsOf = remember<string, readonly string[]>((folded) => {
  if (!arabicScript.test(folded)) return [folded];
  const forms = new Set(searchForms(folded));
  for (const form of [...forms]) {
    const name = splitName(form);
    if (name === null) continue;
    forms.add(name[0]);
    for (const rest of searchForms(name[1])) forms.add(rest);
  }
  return [...forms];
});

/**
 * The forms that a text is found by, as often as it has them, in text order. Those with an article are left out that `parseQuery` takes
 * off a query: no query asks for them.
 */
export function indexedForms(text: string): string[] {
  const found: string[] = [];
  const tokens = searchTokens(text);
  tokens.forEach(({ end, folded }, index) => {
    // All that there is to know of a word is looked up once: of what an index takes to make that is most.
    const { forms, heads } = indexedWord(folded);
    for (const form of forms) found.push(form);
    const next = tokens[index + 1];
    if (heads.length === 0 || next === undefined || text.slice(end, next.start).trim() !== "") return;
    for (const head of heads) if (isAsked(head + next.folded)) found.push(head + next.folded);
  });
  return found;
}

const indexedWord = remember<string, { forms: readonly string[]; heads: readonly string[] }>((folded) => ({
  forms: formsOf(folded).filter(isAsked),
  heads: headsOf(folded),
}));

const isAsked = remember<string, boolean>((form) => stripArticle(form) === form);

/** A word of a query, in the form to look for it. */
export interface QueryWord {
  form: string;
  /** To be tried in turn when the form is found nowhere. */
  looser: string[];
}

export interface Query {
  words: QueryWord[];
  /** What stands between quotation marks, as the forms of its words: they have to follow each other. */
  phrases: string[][];
}

const quoted = /["“”„«]([^"“”„«»]+)["“”„»]/gu;

/** Reads what somebody typed. */
export function parseQuery(typed: string): Query {
  const phrases = [...typed.matchAll(quoted)].map(([, phrase = ""]) =>
    searchTokens(phrase).map(({ folded }) => stripArticle(folded)),
  );
  const words = searchTokens(typed).map(({ folded }) => ({
    form: stripArticle(folded),
    looser: arabicScript.test(folded) ? looserForms(folded) : [],
  }));
  return { words, phrases: phrases.filter((phrase) => phrase.length > 1) };
}

/** Whether the words of a phrase follow each other in a text, each in one of its forms. */
export function containsPhrase(text: string, phrase: readonly string[]): boolean {
  const forms = searchTokens(text).map(({ folded }) => formsOf(folded));
  return forms.some((_, index) =>
    phrase.every((word, offset) => forms[index + offset]?.includes(word) === true),
  );
}
