import type { SpeechLanguage } from "../languages/speech-language.ts";
import type { Entity, Speaker } from "../model/article.ts";
import type { Item } from "./quote-frame.ts";
import { genderOf, type SpeakerMemory } from "./speaker-memory.ts";

export interface Subject {
  speaker: Speaker | null;
  passing: boolean;
  /** Index behind its last item. */
  to: number;
}

/** A subject is looked for in this many items. */
export const width = 18;

export interface CueContext {
  text: string;
  speech: SpeechLanguage;
  memory: SpeakerMemory;
  /** By id. */
  entities: ReadonlyMap<string, Entity>;
  /** Who utters the words that are being read; he is no "she" of his own. */
  outer?: Speaker | null;
  /** Who the sentence begins with. */
  opener?: Speaker | null;
}

/** The speaker, unless the word agrees with another gender. */
export function agreeing(speaker: Speaker | null, word: string, context: CueContext): Speaker | null {
  if (speaker === null) return null;
  const known = context.memory.genders.get(speaker.name);
  const gender = genderOf(word, context.speech);
  return known !== undefined && gender !== undefined && known !== gender ? null : speaker;
}

export function isPrepositional(item: Item, speech: SpeechLanguage): boolean {
  return (
    (item.clitic !== "" && speech.prepositionClitics.has(item.clitic.slice(-1))) ||
    (item.ending !== "" && speech.caseEndings.has(item.ending))
  );
}
