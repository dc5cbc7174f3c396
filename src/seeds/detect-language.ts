import { LanguageTag } from "../model/language.ts";
import { scriptOf, scriptOfLanguage, scriptsIn, writingOf } from "../model/script.ts";

/** What a text is written in. */
export interface TextLanguages {
  lang: LanguageTag;
  /** The languages of lines in other scripts than the text's own, by script. */
  others: Record<string, LanguageTag>;
}

/** Characters that are looked at: enough to be sure, and no more work for a long text than for a short one. */
const sample = 4000;
/** A line of fewer letters in another script is a name or an address and no sentence. */
const leastLetters = 25;

/**
 * Tells the languages of a text.
 * @param declared what its own metadata says; it holds whatever the text looks like
 * @param fallback the language that it has when nothing says otherwise
 * @param trusted whether `fallback` was declared for the archive: then it holds unless the text's script contradicts it
 */
export async function detectLanguages(
  text: string,
  declared: LanguageTag | undefined,
  fallback: LanguageTag,
  trusted: boolean,
): Promise<TextLanguages> {
  const own = scriptOf(text.slice(0, sample));
  const lang = declared ?? (await languageOf(text.slice(0, sample), own, fallback, trusted));
  const others: Record<string, LanguageTag> = {};
  const main = own ?? scriptOfLanguage(lang);
  if (scriptsIn(text).every((script) => script === main)) return { lang, others };
  for (const [script, lines] of linesByScript(text)) {
    if (script === main) continue;
    const found = await detect(lines);
    if (found !== null) others[script] = found;
  }
  return { lang, others };
}

async function languageOf(
  text: string,
  script: string | null,
  fallback: LanguageTag,
  trusted: boolean,
): Promise<LanguageTag> {
  if (script === null || (trusted && script === scriptOfLanguage(fallback))) return fallback;
  return (await detect(text)) ?? fallback;
}

/** The first lines of sentence length in each script. */
function linesByScript(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split(/[\r\n]+/u)) {
    const { script, letters } = writingOf(line);
    if (script === null || letters < leastLetters) continue;
    const before = lines.get(script) ?? "";
    if (before.length < sample) lines.set(script, `${before}${line}\n`.slice(0, sample));
  }
  return lines;
}

/** The language of a text by its n-grams; null when they do not tell. */
async function detect(text: string): Promise<LanguageTag | null> {
  // Its tables take a quarter of a second to load, which an archive whose languages are declared need not wait for.
  const { eld } = await import("eld/small");
  const found = eld.detect(text);
  const tag = LanguageTag.safeParse(found.language);
  return found.isReliable() && tag.success ? tag.data : null;
}
