import { hashText } from "./hash.ts";

/** A word as it is written, and folded: one for all its places, so that what is worked out of it is worked out once. */
export interface WordForm {
  text: string;
  /** For comparing: as `LanguagePack.fold` makes it. */
  folded: string;
  /** What has been worked out of it, by the numbers that `rememberOfForm` counts. */
  kept: unknown[];
}

/** More words than a language has in daily use; what is known of them is dropped when there are more. */
const limit = 50_000;
/** Places where forms are looked for at first, a power of two; twice as many whenever half of them are taken. */
const fewPlaces = 2 ** 10;
/** Another one in each process, so that nobody can write a text whose words all fall on one place. */
const seed = Math.floor(Math.random() * 2 ** 32);

/** The form of a word as it is written, or of a stretch of a text: the same one each time, until there are too many. */
export type FormOf = (text: string, start?: number, end?: number) => WordForm;

const known = new WeakMap<(word: string) => string, FormOf>();

/** Finds forms of words that are folded in one way. */
export function formsOf(fold: (word: string) => string): FormOf {
  const before = known.get(fold);
  if (before !== undefined) return before;
  const made = createForms(fold);
  known.set(fold, made);
  return made;
}

/** Found by the letters where they stand: a map would want each word cut out of its text first. */
function createForms(fold: (word: string) => string): FormOf {
  let hashes = new Int32Array(fewPlaces);
  let forms = new Array<WordForm | undefined>(fewPlaces).fill(undefined);
  let count = 0;
  const put = (hash: number, form: WordForm): void => {
    let place = hash & (forms.length - 1);
    while (forms[place] !== undefined) place = (place + 1) & (forms.length - 1);
    hashes[place] = hash;
    forms[place] = form;
  };
  const grow = (): void => {
    const [before, made] = [hashes, forms];
    hashes = new Int32Array(2 * made.length);
    forms = new Array<WordForm | undefined>(2 * made.length).fill(undefined);
    made.forEach((form, place) => {
      if (form !== undefined) put(before[place] ?? 0, form);
    });
  };
  return (text, start = 0, end = text.length) => {
    const hash = hashText(text, seed, start, end);
    const last = forms.length - 1;
    let place = hash & last;
    for (let form = forms[place]; form !== undefined; form = forms[place]) {
      if (hashes[place] === hash && isAt(form.text, text, start, end)) return form;
      place = (place + 1) & last;
    }
    if (count >= limit) {
      forms.fill(undefined);
      count = 0;
    } else if (2 * count >= forms.length) grow();
    const written = text.slice(start, end);
    const made = { text: written, folded: fold(written), kept: [] };
    put(hash, made);
    count += 1;
    return made;
  };
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** The form of a word without so many code units at its end. */
export function withoutEnding(form: WordForm, length: number, formOf: FormOf): WordForm {
  return length === 0 ? form : formOf(form.text, 0, form.text.length - length);
}

let functions = 0;

/** The same function of a form, which works out of each what it gives once: where it lies is a step from the word, and not looked for. */
export function rememberOfForm<T extends NonNullable<unknown>>(
  make: (form: WordForm) => T,
): (form: WordForm) => T {
  const number = functions;
  functions += 1;
  return (form) => {
    // What `make` gave, for nobody else has this number.
    const before = form.kept[number] as T | undefined;
    if (before !== undefined) return before;
    const made = make(form);
    while (form.kept.length < number) form.kept.push(undefined);
    form.kept[number] = made;
    return made;
  };
}
