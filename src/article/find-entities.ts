import type { NameLanguage } from "../languages/name-language.ts";
import type { Entity, EntityType, Range } from "../model/article.ts";
import type { Block } from "./block.ts";
import { lexiconOf } from "./entity-lexicon.ts";
import { mergeMentions } from "./entity-merge.ts";
import { addCandidates, dropDoubtful } from "./mention-candidates.ts";
import { findMentions } from "./mention-find.ts";
import { keepOutermost } from "./mention-overlap.ts";
import { joinSeats } from "./mention-seats.ts";
import { findShortForms } from "./mention-short-forms.ts";
import { readWords } from "./mention-words.ts";

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
  candidates?: readonly CandidateName[];
}

/**
 * The people, places, organizations, events and things that an article names, in the order of their first mention.
 * Mentions are in text order, never overlap, and are the outermost names; attached particles are outside. An id is the
 * slug of the name's usual form, so that it is the same in every article.
 */
export function findEntities({ text, blocks, spans, names, fold, candidates }: EntityInput): Entity[] {
  const lexicon = lexiconOf(names, fold);
  const words = readWords(text, blocks, lexicon);
  const ruled = findMentions(words, spans, lexicon);
  const found = candidates === undefined ? ruled : dropDoubtful(words, candidates, ruled);
  if (candidates !== undefined) addCandidates(words, candidates, found);
  const mentions = joinSeats(words, keepOutermost(found), lexicon);
  const short = findShortForms(words, mentions, lexicon);
  return mergeMentions(text, words, keepOutermost([...mentions, ...short]), lexicon);
}
