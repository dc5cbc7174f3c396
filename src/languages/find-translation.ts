import { type LanguageTag, primaryLanguage } from "../model/language.ts";
import { arabic } from "./ar/ui.ts";
import { english } from "./en/ui.ts";
import { persian } from "./fa/ui.ts";
import { hebrew } from "./he/ui.ts";
import type { Translation } from "./translation.ts";
import { urdu } from "./ur/ui.ts";

const translations: readonly Translation[] = [arabic, english, persian, hebrew, urdu];

/** The interface in a language; in English where it is not translated. */
export function findTranslation(lang: LanguageTag): Translation {
  const primary = primaryLanguage(lang);
  return translations.find((translation) => translation.lang === primary) ?? english;
}
