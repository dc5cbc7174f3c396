import type { CandidateName } from "./find-entities.ts";
import type { Mention } from "./mention.ts";
import { announcementBefore, isUnknown, isVerbal } from "./mention-person.ts";
import { stemStart, type Word, wordsIn } from "./mention-words.ts";

/** A tagger's name counts from this on where nothing else speaks for it. */
const least = 0.6;
/** From this on it corrects where a person's name ends. */
const sure = 0.8;

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
    const { first, after: end } = wordsIn(words, candidate);
    const begins = words[first - 1];
    const opens = begins !== undefined && begins.end > candidate.start ? first - 1 : first;
    const start = candidate.type === "Person" ? nameStart(words, opens, end) : opens;
    const after = candidate.type === "Person" ? nameEnd(words, start, end) : end;
    const word = words[start];
    if (word === undefined || after <= start) continue;
    const sense =
      start > opens
        ? word.whole
        : word.senses.find(({ particles }) => stemStart(word, particles) === candidate.start);
    if (sense === undefined || sense.nationality || (after === start + 1 && (sense.common || sense.title)))
      continue;
    let free = true;
    for (let at = start; at < after && free; at += 1) free = !taken.has(at);
    if (!free && !completes(candidate, start, after, mentions)) continue;
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

/** Words in front of a person that the tagger takes for a part of the name: «فرد كنعان», «سأدعو لانغمان», «أين ستمطر». */
function nameStart(words: readonly Word[], first: number, after: number): number {
  let at = first;
  while (at < after && leadsIn(words[at])) at += 1;
  return at;
}

/** The same at the end, for prepositions and adverbs: «أبو سعد أمام». */
function nameEnd(words: readonly Word[], first: number, after: number): number {
  let end = after;
  while (end - 1 > first) {
    const whole = words[end - 1]?.whole;
    if (whole === undefined || !whole.common || whole.given !== "no" || whole.definite) break;
    if (words[end - 2]?.whole.nameParticle) break;
    end -= 1;
  }
  return end;
}

function leadsIn(word: Word | undefined): boolean {
  if (word === undefined || word.whole.given !== "no" || word.whole.nameParticle) return false;
  if (word.whole.common || word.whole.title) return true;
  if (isVerbal(word)) return true;
  return word.senses.some(
    ({ particles, common, folded }) =>
      particles === 1 && common && folded.length >= 2 && /^[وف]/u.test(word.folded),
  );
}

/** Whether a person that the tagger is sure of is the whole of what the rules found a part of (ناصر, ناصر خلفان). */
function completes(
  { type, score }: CandidateName,
  first: number,
  after: number,
  mentions: readonly Mention[],
): boolean {
  if (type !== "Person" || score < sure) return false;
  return mentions.every(
    (mention) =>
      mention.after <= first ||
      mention.first >= after ||
      (mention.source === "person" && mention.first >= first && mention.after <= after),
  );
}

/**
 * Leaves out persons that only one given name speaks for, which is an everyday word as often (خلف, آمنة): no title
 * announces them, lists know none of their other parts, and the tagger sees no person there.
 */
export function dropDoubtful(
  words: readonly Word[],
  candidates: readonly CandidateName[],
  mentions: readonly Mention[],
): Mention[] {
  return mentions.filter((mention) => {
    if (mention.source !== "person") return true;
    const inside = words.slice(mention.first, mention.after);
    const given = inside.filter(({ whole }) => whole.given === "strong").length;
    const announced = announcementBefore(words, mention.first);
    if (announced === "title" || given >= 2 || (announced === "chain" && given > 0)) return true;
    if (hasFamilyName(inside)) return true;
    const start = inside[0]?.start ?? 0;
    const end = inside.at(-1)?.end ?? 0;
    return candidates.some(({ type, start: from, end: to }) => type === "Person" && from < end && to > start);
  });
}

/** Whether a definite noun that nobody knows follows the given name (كارلا البستاني, رشيد البناني). */
function hasFamilyName([given, family]: readonly Word[]): boolean {
  if (given === undefined || family === undefined || !family.whole.definite || !isUnknown(family))
    return false;
  return given.whole.given === "strong" || (given.whole.given === "weak" && family.folded.endsWith("ي"));
}
