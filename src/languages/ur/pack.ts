import { foldArabic } from "../ar/fold.ts";
import type { LanguagePack } from "../language-pack.ts";
import { urduDates } from "./dates.ts";
import { urduNames } from "./names.ts";
import { urduSpeech } from "./speech.ts";
import { urdu } from "./ui.ts";

export const urduPack: LanguagePack = {
  tag: "ur",
  fold: foldArabic,
  get names() {
    return urduNames();
  },
  speech: urduSpeech,
  dates: urduDates,
  ui: urdu,
};
