import type { LanguagePack } from "../language-pack.ts";
import { arabicDates } from "./dates.ts";
import { foldArabic } from "./fold.ts";
import { arabicNames } from "./names.ts";
import { arabicSpeech } from "./speech.ts";
import { arabic } from "./ui.ts";

export const arabicPack: LanguagePack = {
  tag: "ar",
  fold: foldArabic,
  get names() {
    return arabicNames();
  },
  speech: arabicSpeech,
  dates: arabicDates,
  ui: arabic,
};
