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
const known = new WeakMap<(word: string) => string, Map<string, WordForm>>();

/** Finds the form of a word as it is written: the same one each time, until there are too many. */
export function formsOf(fold: (word: string) => string): (written: string) => WordForm {
  let forms = known.get(fold);
  if (forms === undefined) {
    forms = new Map();
    known.set(fold, forms);
  }
  const found = forms;
  return (written) => {
    const before = found.get(written);
    if (before !== undefined) return before;
    if (found.size >= limit) found.clear();
    const made = { text: written, folded: fold(written), kept: [] };
    found.set(written, made);
    return made;
  };
}

/** The form of a word without so many code units at its end. */
export function withoutEnding(
  form: WordForm,
  length: number,
  formOf: (written: string) => WordForm,
): WordForm {
  return length === 0 ? form : formOf(form.text.slice(0, form.text.length - length));
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
