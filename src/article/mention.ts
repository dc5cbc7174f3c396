import type { KnownName } from "../languages/name-language.ts";
import type { EntityType } from "../model/article.ts";

export type MentionSource =
  | "known"
  | "phrase"
  | "label"
  | "person"
  | "quoted"
  | "short"
  | "capitals"
  | "tagger";

/** A name found in a text, before the names of the article are merged. */
export interface Mention {
  /** Index of its first word, and of the word after its last. */
  first: number;
  after: number;
  /** How many letters of the first word are attached particles. */
  particles: number;
  type: EntityType;
  /** The entry of a list that it is a form of. */
  known: KnownName | undefined;
  /** What found it. */
  source: MentionSource;
  /** From 0 to 1; the surer of two that overlap wins when neither is longer. */
  score: number;
}
