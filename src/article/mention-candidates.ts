import type { CandidateName } from "./find-entities.ts";
import type { Mention } from "./mention.ts";
import { stemStart, type Word, wordsIn } from "./mention-words.ts";

/** A tagger's name counts from this on where nothing else speaks for it. */
const least = 0.6;

/** Adds the names of a trained tagger that no rule or list has found; where they agree, the mention is surer. */
export function addCandidates(
  words: readonly Word[],
  candidates: readonly CandidateName[],
  mentions: Mention[],
): void {
  const taken = new Set<number>();
  for (const mention of mentions) for (let at = mention.first; at < mention.after; at += 1) taken.add(at);
  for (const candidate of candidates) {
    if (candidate.score < least) continue;
    const { first, after } = wordsIn(words, candidate);
    const begins = words[first - 1];
    const start = begins !== undefined && begins.end > candidate.start ? first - 1 : first;
    const word = words[start];
    if (word === undefined || after <= start) continue;
    const sense = word.senses.find(({ particles }) => stemStart(word, particles) === candidate.start);
    if (sense === undefined || sense.nationality || (after === start + 1 && (sense.common || sense.title)))
      continue;
    let free = true;
    for (let at = start; at < after && free; at += 1) free = !taken.has(at);
    if (!free) continue;
    mentions.push({
      first: start,
      after,
      particles: sense.particles,
      type: candidate.type,
      known: undefined,
      source: "tagger",
      score: candidate.score * 0.6,
    });
  }
}
