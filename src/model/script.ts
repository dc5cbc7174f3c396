/** Scripts that are told apart, by their ISO 15924 codes; every other one is `Zzzz`. */
const scripts = {
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Grek: /\p{Script=Greek}/gu,
} as const satisfies Readonly<Record<string, RegExp>>;

/** The script that most of a text's letters are in, as an ISO 15924 code; null when it has no letters of a known one. */
export function scriptOf(text: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [script, letters] of Object.entries(scripts)) {
    const count = text.match(letters)?.length ?? 0;
    if (count <= most) continue;
    most = count;
    best = script;
  }
  return best;
}

/** The script that a language is usually written in (CLDR likely subtags). */
export function scriptOfLanguage(lang: string): string | null {
  return new Intl.Locale(lang).maximize().script ?? null;
}
