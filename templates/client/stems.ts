import { stemmer as stemArabic } from "@orama/stemmers/arabic";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemTurkish } from "@orama/stemmers/turkish";
import { remember } from "../../src/languages/remember.ts";

/*
 * What words of one stem have in common, so that a query for one form finds the others. Snowball's stemmers, for folded words.
 */

const language = document.documentElement.lang.split("-")[0] ?? "";

/** The stem of a folded word; the word itself in a script of which nothing is known. */
export const stemOf: (word: string) => string = remember((word) => {
  // Persian, Urdu and others in Arabic script have other endings.
  if (language === "ar" && /^\p{Script=Arabic}+$/u.test(word)) return stemArabic(word);
  if (/^[a-z]+$/.test(word)) return language === "tr" ? stemTurkish(word) : stemEnglish(word);
  return word;
});
