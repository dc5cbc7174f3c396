import { type LanguageTag, primaryLanguage } from "../model/language.ts";
import { arabicPack } from "./ar/pack.ts";
import { englishPack } from "./en/pack.ts";
import { persianPack } from "./fa/pack.ts";
import { hebrewPack } from "./he/pack.ts";
import type { LanguagePack } from "./language-pack.ts";
import { turkishPack } from "./tr/pack.ts";
import { urduPack } from "./ur/pack.ts";

const packs: readonly LanguagePack[] = [
  arabicPack,
  englishPack,
  persianPack,
  hebrewPack,
  urduPack,
  turkishPack,
];

/** The pack of a language; undefined for one without, whose texts get what marks and structure alone tell. */
export function packFor(lang: LanguageTag): LanguagePack | undefined {
  const known = packs.find(({ tag }) => tag === lang);
  if (known !== undefined) return known;
  const primary = primaryLanguage(lang);
  return packs.find(({ tag }) => tag === primary);
}
