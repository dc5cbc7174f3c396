import type { CandidateName } from "./find-entities.ts";
import type { Mention } from "./mention.ts";
import { stemStart, type Word, wordsIn } from "./mention-words.ts";

/*
 * A recognizer has weighed what rules and lists propose, so its word counts; these are the exceptions.
 * The figures were chosen on the development half of the gold articles.
 */

/** How sure a recognizer has to be of a name that a rule proposes with the same words, and of any other. */
const leastAgreed = 0.3;
const least = 0.5;
/** A name on a list that is no everyday word stays without the recognizer's word from this score on. */
const sureList = 0.9;

/**
 * The mentions that hold once a recognizer has had its say, in text order, none overlapping.
 * @param ruled in text order, none overlapping
 */
export function decideMentions(
  words: readonly Word[],
  ruled: readonly Mention[],
  candidates: readonly CandidateName[],
): Mention[] {
  const decided: Mention[] = [];
  const taken = new Uint8Array(words.length);
  for (const candidate of candidates) {
    const mention = mentionOf(words, candidate);
    if (mention === undefined) continue;
    const { first, after } = mention;
    const rule = ruleAt(ruled, first, after);
    const agreed = rule !== undefined && rule.first === first && rule.after === after;
    if (candidate.score < (agreed ? leastAgreed : least)) continue;
    const isSpecial = rule?.type === "Event" || rule?.type === "Thing";
    if (isSpecial && !agreed) continue;
    if (rule !== undefined && isBeginningOf(mention, rule)) {
      // The outermost name: سفارة الولايات المتحدة في موسكو.
      if (taken[rule.after - 1] === 0) decided.push(rule);
      taken.fill(1, rule.first, rule.after);
      continue;
    }
    taken.fill(1, first, after);
    decided.push(
      agreed && (isSpecial || rule.type === mention.type) ? { ...rule, score: candidate.score } : mention,
    );
  }
  for (const rule of ruled) {
    if (taken.subarray(rule.first, rule.after).includes(1)) continue;
    const isSpecial = rule.type === "Event" || rule.type === "Thing";
    if (isSpecial || (rule.source === "known" && rule.score > sureList)) decided.push(rule);
  }
  return decided.sort((one, other) => one.first - other.first);
}

/** The first of the proposals that has one of some words. @param ruled in text order, none overlapping */
function ruleAt(ruled: readonly Mention[], first: number, after: number): Mention | undefined {
  let low = 0;
  let high = ruled.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ruled[middle]?.after ?? 0) <= first) low = middle + 1;
    else high = middle;
  }
  const rule = ruled[low];
  return rule !== undefined && rule.first < after ? rule : undefined;
}

/** Whether a name is the beginning of a longer one of an institution that a rule has put together. */
function isBeginningOf(mention: Mention, rule: Mention): boolean {
  return (
    rule.source === "phrase" &&
    rule.type === "Organization" &&
    mention.type === "Organization" &&
    rule.first === mention.first &&
    rule.after > mention.after
  );
}

function mentionOf(words: readonly Word[], candidate: CandidateName): Mention | undefined {
  const { first: inside, after } = wordsIn(words, candidate);
  const before = words[inside - 1];
  const first = before !== undefined && before.end > candidate.start ? inside - 1 : inside;
  const word = words[first];
  const sense = word?.senses.find(({ particles }) => stemStart(word, particles) === candidate.start);
  if (sense === undefined || after <= first) return undefined;
  const { type, score } = candidate;
  return { first, after, particles: sense.particles, type, known: undefined, source: "tagger", score };
}
