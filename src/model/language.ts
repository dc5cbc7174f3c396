import * as z from "zod";
import { scriptOfLanguage } from "./script.ts";

export const Direction = z.enum(["rtl", "ltr"]);
export type Direction = z.infer<typeof Direction>;

/** A well-formed BCP 47 language tag in its canonical form, such as `ar` or `pt-BR`. */
export const LanguageTag = z.string().transform((tag, context) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "und";
  } catch {
    context.addIssue({ code: "custom", message: `"${tag}" is not a BCP 47 language tag` });
    return z.NEVER;
  }
});
export type LanguageTag = z.infer<typeof LanguageTag>;

/** ISO 15924 codes of the scripts that Unicode writes from right to left and that are in use today. */
const rightToLeftScripts: ReadonlySet<string> = new Set([
  "Adlm",
  "Arab",
  "Hebr",
  "Mand",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
]);

/** The direction that a language is written in, by its likely script (CLDR likely subtags). */
export function directionOf(lang: LanguageTag): Direction {
  const script = scriptOfLanguage(lang);
  return script !== null && rightToLeftScripts.has(script) ? "rtl" : "ltr";
}

/** An archive has few languages, and asks for each of its articles. */
const primaryLanguages = new Map<LanguageTag, string>();

/** The primary language of a tag: `ar` of `ar-EG`. */
export function primaryLanguage(lang: LanguageTag): string {
  const known = primaryLanguages.get(lang);
  if (known !== undefined) return known;
  // Of "und" some engines say that it has no language at all.
  const language = new Intl.Locale(lang).language ?? "und";
  primaryLanguages.set(lang, language);
  return language;
}
