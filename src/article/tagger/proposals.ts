import type { Token } from "../../languages/tokens.ts";
import type { EntityType, Range } from "../../model/article.ts";
import type { MentionSource } from "../mention.ts";

/** A name that a rule or a list proposes; the tagger weighs it with what else it sees. Offsets as an article's. */
export interface Proposal extends Range {
  type: EntityType;
  source: MentionSource;
  /** From 0 to 1: how sure the rule is. */
  score: number;
}

const types = ["Person", "Place", "Organization", "Event", "Thing"] as const satisfies readonly EntityType[];
const sources: readonly MentionSource[] = ["known", "phrase", "label", "person", "quoted"];

/** How many things `coarse` may say of a word. */
export const coarseCount = 1 + types.length * 4;

/** What the proposals say of each word, as a small number: 0 for nothing, otherwise who proposes what and the word's place in it. */
export interface Hints {
  /** Type and place in the name. */
  coarse: Uint8Array;
  /** Also what proposes it, and how surely. */
  fine: Uint16Array;
}

/**
 * @param tokens in text order
 * @param proposals in text order, none overlapping
 */
export function readHints(tokens: readonly Token[], proposals: readonly Proposal[]): Hints {
  const coarse = new Uint8Array(tokens.length);
  const fine = new Uint16Array(tokens.length);
  let at = 0;
  for (const { start, end, type, source, score } of proposals) {
    while ((tokens[at]?.end ?? Infinity) <= start) at += 1;
    let after = at;
    while ((tokens[after]?.start ?? Infinity) < end) after += 1;
    const sureness = score < 0.6 ? 0 : score < 0.75 ? 1 : 2;
    const kind = (Math.max(0, sources.indexOf(source)) * 3 + sureness) * types.length + types.indexOf(type);
    for (let index = at; index < after; index += 1) {
      const place = after - at === 1 ? 3 : index === at ? 0 : index === after - 1 ? 2 : 1;
      coarse[index] = 1 + types.indexOf(type) * 4 + place;
      fine[index] = 1 + kind * 4 + place;
    }
    at = after;
  }
  return { coarse, fine };
}
