import type { Lexicon } from "./entity-lexicon.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./mention-words.ts";

/**
 * Joins an institution with what ends its name: its country or city, where the language puts it right behind
 * (بانک مرکزی ایران), or an adjective of nationality (الهلال الأحمر السوداني).
 */
export function joinSeats(words: readonly Word[], mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  const { seatFollows } = lexicon.language;
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const beside =
      last?.type === "Organization" && last.after === mention.first && words[mention.first]?.gap === "space";
    if (last !== undefined && beside && seatFollows && mention.type === "Place" && mention.particles === 0) {
      joined[joined.length - 1] = { ...last, after: mention.after, known: undefined, source: "phrase" };
    } else {
      joined.push(withNationality(words, mention));
    }
  }
  return joined;
}

function withNationality(words: readonly Word[], mention: Mention): Mention {
  const adjective = words[mention.after];
  const long = mention.after - mention.first >= 2;
  if (mention.type !== "Organization" || mention.known === undefined || !long) return mention;
  if (adjective?.gap !== "space" || !adjective.whole.nationality || !adjective.whole.definite) return mention;
  return { ...mention, after: mention.after + 1, known: undefined, source: "phrase" };
}
