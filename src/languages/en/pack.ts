import type { LanguagePack } from "../language-pack.ts";
import { foldForSearch } from "../search-words.ts";
import { englishDates } from "./dates.ts";
import { englishNames } from "./names.ts";
import { englishSpeech } from "./speech.ts";
import { english } from "./ui.ts";

export const englishPack: LanguagePack = {
  tag: "en",
  fold: foldForSearch,
  get names() {
    return englishNames();
  },
  speech: englishSpeech,
  dates: englishDates,
  ui: english,
};
