import type { NameLanguage } from "../languages/name-language.ts";
import type { Entity, EntityType, Range } from "../model/article.ts";
import type { Block } from "./block.ts";
import { lexiconOf } from "./entity-lexicon.ts";
import { mergeMentions } from "./entity-merge.ts";
import type { Mention } from "./mention.ts";
import { decideMentions } from "./mention-decision.ts";
import { findMentions } from "./mention-find.ts";
import { keepOutermost } from "./mention-overlap.ts";
import { joinSeats } from "./mention-seats.ts";
import { findShortForms } from "./mention-short-forms.ts";
import { readWords, stemStart, type Word } from "./mention-words.ts";
import type { Proposal } from "./tagger/proposals.ts";

/** A name that a trained tagger found. Offsets as an article's; attached particles outside. */
export interface CandidateName extends Range {
  type: EntityType;
  /** How sure the tagger is, from 0 to 1. */
  score: number;
}

export interface EntityInput {
  text: string;
  /** In text order, not overlapping. */
  blocks: readonly Block[];
  /** The insides of quotation marks. */
  spans: readonly Range[];
  names: NameLanguage;
  fold: (word: string) => string;
  /** A trained recognizer: what it finds where rules and lists propose so much. */
  recognize?: (proposals: readonly Proposal[]) => readonly CandidateName[];
}

/**
 * The people, places, organizations, events and things that an article names, in the order of their first mention.
 * Mentions are in text order, never overlap, and are the outermost names; attached particles are outside. An id is the
 * slug of the name's usual form, so that it is the same in every article.
 */
export function findEntities(input: EntityInput): Entity[] {
  const { words, ruled, proposals } = proposeNames(input);
  const { text, names, fold, recognize } = input;
  const lexicon = lexiconOf(names, fold);
  const found = recognize === undefined ? ruled : decideMentions(words, ruled, recognize(proposals));
  const mentions = joinSeats(words, keepOutermost(found), lexicon);
  const short = findShortForms(words, mentions, lexicon);
  return mergeMentions(text, words, keepOutermost([...mentions, ...short]), lexicon);
}

/** What rules and lists alone find. */
export function proposeNames({ text, blocks, spans, names, fold }: EntityInput): {
  words: Word[];
  ruled: Mention[];
  proposals: Proposal[];
} {
  const lexicon = lexiconOf(names, fold);
  const words = readWords(text, blocks, lexicon);
  const ruled = keepOutermost(findMentions(text, words, spans, lexicon));
  const proposals = ruled.map(({ first, after, particles, type, source, score }): Proposal => {
    const opening = words[first];
    const start = opening === undefined ? 0 : stemStart(opening, particles);
    return { start, end: words[after - 1]?.end ?? 0, type, source, score };
  });
  return { words, ruled, proposals };
}
