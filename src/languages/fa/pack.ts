import { foldArabic } from "../ar/fold.ts";
import type { LanguagePack } from "../language-pack.ts";
import { persianDates } from "./dates.ts";
import { persianNames } from "./names.ts";
import { persianSpeech } from "./speech.ts";
import { persian } from "./ui.ts";

export const persianPack: LanguagePack = {
  tag: "fa",
  fold: foldArabic,
  get names() {
    return persianNames();
  },
  speech: persianSpeech,
  dates: persianDates,
  ui: persian,
};
