import type { Item } from "./quote-frame.ts";
import { type CueContext, isPrepositional, type Subject } from "./speaker-context.ts";
import { readNoun, recallOrganization, speakerOf } from "./speaker-memory.ts";

/** Who the sentence begins with, as the one who acts in it. */
export function sentenceSubject(items: readonly Item[], context: CueContext): Subject | null {
  for (let at = 0; at < Math.min(items.length, 6); at += 1) {
    const item = items[at];
    if (item === undefined || (item.kind === "quote" && item.entity === null) || item.kind === "colon")
      return null;
    if (
      item.kind === "word" &&
      (context.speech.prepositions.has(item.folded) || context.speech.complementizers.has(item.folded))
    )
      return null;
    if (item.kind === "word" && at < 3) {
      const noun = readNoun(item.folded, context.speech);
      const organization = noun.definite ? recallOrganization(context.memory, noun.bare) : null;
      if (organization !== null) return { speaker: speakerOf(organization), passing: false, to: at + 1 };
    }
    if (item.entity === null) continue;
    if (isPrepositional(item, context.speech)) return null;
    if (item.entity.type === "Person" || item.entity.type === "Organization") {
      // «Wolves coach Cormac»: the one whom the institution goes before.
      const next = items.slice(at + 1, at + 4);
      const holder = next.findIndex((other) => other.kind !== "word" || other.speech !== null);
      const person = item.entity.type === "Organization" ? next[holder] : undefined;
      if (person?.entity?.type === "Person" && person.clitic === "")
        return { speaker: speakerOf(person.entity), passing: false, to: at + holder + 2 };
      return { speaker: speakerOf(item.entity), passing: false, to: at + 1 };
    }
  }
  return null;
}
