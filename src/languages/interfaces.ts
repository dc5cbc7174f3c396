import { type LanguageTag, primaryLanguage } from "../model/language.ts";
import { arabic } from "./ar/ui.ts";
import { english } from "./en/ui.ts";
import { persian } from "./fa/ui.ts";
import { hebrew } from "./he/ui.ts";
import type { Translation } from "./translation.ts";
import { urdu } from "./ur/ui.ts";

const translations: readonly Translation[] = [arabic, english, persian, hebrew, urdu];

/**
 * The words of the interface for a site in a language, and the language that they are in: the site's own with its
 * region, or English where the interface is not translated.
 */
export function uiFor(lang: LanguageTag): { lang: LanguageTag; ui: Translation } {
  const primary = primaryLanguage(lang);
  const ui = translations.find((translation) => translation.lang === primary);
  return ui === undefined ? { lang: english.lang, ui: english } : { lang, ui };
}
