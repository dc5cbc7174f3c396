import type { NameLanguage } from "../../languages/name-language.ts";
import type { Token } from "../../languages/tokens.ts";
import type { RecognizedName } from "../../model/recognizer.ts";
import type { CandidateName } from "../find-entities.ts";
import type { Proposal } from "../tagger/proposals.ts";

/**
 * Takes attached particles off the names that a model found as whole words (وبوتين, לירושלים): as many as a rule or a list
 * proposes there, or else as leave a word that the text also has by itself.
 */
export function trimParticles(
  names: readonly RecognizedName[],
  tokens: readonly Token[],
  proposals: readonly Proposal[],
  { splitClitics }: Pick<NameLanguage, "splitClitics">,
): CandidateName[] {
  const byStart = new Map(tokens.map((token) => [token.start, token]));
  const occurring = new Set(tokens.map(({ folded }) => folded));
  return names.map((name): CandidateName => {
    const first = byStart.get(name.start);
    if (first === undefined) return name;
    const proposed = proposals.find(
      ({ start, end }) => start >= first.start && start < first.end && end > first.start,
    );
    if (proposed !== undefined) return { ...name, start: proposed.start };
    // Tashkeel between the letters would make their count another one.
    if (first.text.length !== first.folded.length) return name;
    const reading = splitClitics(first.folded).find(({ folded }) => occurring.has(folded));
    return reading === undefined ? name : { ...name, start: first.start + reading.length };
  });
}
