import type { LanguagePack } from "../language-pack.ts";
import { foldForSearch } from "../search-words.ts";
import { turkishDates } from "./dates.ts";
import { turkishNames } from "./names.ts";
import { turkishSpeech } from "./speech.ts";
import { turkish } from "./ui.ts";

export const turkishPack: LanguagePack = {
  tag: "tr",
  fold: foldForSearch,
  get names() {
    return turkishNames();
  },
  speech: turkishSpeech,
  dates: turkishDates,
  ui: turkish,
};
