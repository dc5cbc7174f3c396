import type { LanguageTag } from "../model/language.ts";
import type { DateLanguage } from "./date-language.ts";
import type { NameLanguage } from "./name-language.ts";
import type { SpeechLanguage } from "./speech-language.ts";
import type { Translation } from "./translation.ts";

/** All that the program knows of one language. A pack is one folder, and a line in packs.ts. */
export interface LanguagePack {
  /** Primary language of a BCP 47 tag. */
  tag: LanguageTag;
  /** Makes spellings of a word alike, for comparing. */
  fold: (word: string) => string;
  /** Read when it is asked for first: an archive without extraction does without. */
  names: NameLanguage;
  speech: SpeechLanguage;
  dates: DateLanguage;
  /** The words of the interface. */
  ui: Translation;
}
