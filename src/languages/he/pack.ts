import type { LanguagePack } from "../language-pack.ts";
import { foldForSearch } from "../search-words.ts";
import { hebrewDates } from "./dates.ts";
import { hebrewNames } from "./names.ts";
import { hebrewSpeech } from "./speech.ts";
import { hebrew } from "./ui.ts";

export const hebrewPack: LanguagePack = {
  tag: "he",
  fold: foldForSearch,
  get names() {
    return hebrewNames();
  },
  speech: hebrewSpeech,
  dates: hebrewDates,
  ui: hebrew,
};
