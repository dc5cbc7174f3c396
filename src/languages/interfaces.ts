import type { LanguageTag } from "../model/language.ts";
import { english } from "./en/ui.ts";
import { packFor } from "./packs.ts";
import type { Translation } from "./translation.ts";

/**
 * The words of the interface for a site in a language, and the language that they are in: the site's own with its
 * region, or English where the interface is not translated.
 */
export function uiFor(lang: LanguageTag): { lang: LanguageTag; ui: Translation } {
  const pack = packFor(lang);
  return pack === undefined ? { lang: english.lang, ui: english } : { lang, ui: pack.ui };
}
