import type { Range } from "../model/article.ts";
import type { Lexicon } from "./entity-lexicon.ts";
import type { Mention } from "./mention.ts";
import { addCapitals } from "./mention-capitals.ts";
import { addHeaded } from "./mention-headed.ts";
import { matchKnown } from "./mention-known.ts";
import { addListed } from "./mention-listed.ts";
import { announcementBefore, isUnknown, isVerbal, personEnd } from "./mention-person.ts";
import { readQuoted } from "./mention-quoted.ts";
import { addTailed } from "./mention-tailed.ts";
import type { Word } from "./mention-words.ts";

/** Words of a name whose office follows it at most. */
const longestApposed = 3;

/**
 * Every name that a rule or a list finds; they may overlap.
 * @param spans the insides of quotation marks
 */
export function findMentions(
  text: string,
  words: readonly Word[],
  spans: readonly Range[],
  lexicon: Lexicon,
): Mention[] {
  const mentions: Mention[] = [];
  const quoted = readQuoted(text, words, spans);
  addListed(words, quoted, lexicon, mentions);
  const { capitals } = lexicon.language;
  if (capitals !== null) {
    addCapitals(words, capitals, mentions);
    return mentions;
  }
  for (let at = 0; at < words.length; at += 1) {
    addHeaded(words, at, quoted, lexicon, mentions);
    addTailed(words, at, mentions);
    addStatal(words, at, mentions);
    addPerson(words, at, lexicon, mentions);
    addApposed(words, at, mentions);
  }
  return mentions;
}

/** An institution by a noun and an adjective of nationality (الخارجية الأمريكية). */
function addStatal(words: readonly Word[], at: number, mentions: Mention[]): void {
  const sense = words[at]?.statal;
  const next = words[at + 1];
  if (sense === undefined || next === undefined || next.gap !== "space") return;
  if (!next.whole.nationality || !next.whole.definite) return;
  const before = words[at - 1];
  if (
    before !== undefined &&
    words[at]?.gap === "space" &&
    sense.particles === 0 &&
    before.senses.some(({ title, head }) => title || head !== undefined)
  )
    return;
  mentions.push({
    first: at,
    after: at + 2,
    particles: sense.particles,
    type: "Organization",
    known: undefined,
    source: "phrase",
    score: 0.7,
  });
}

/** A person that begins a sentence and whose office follows behind a comma (ژوزمار ویرا، سرمربی …): words of no list. */
function addApposed(words: readonly Word[], at: number, mentions: Mention[]): void {
  const word = words[at];
  if (word === undefined || (word.gap !== "start" && word.gap !== "break")) return;
  let after = at;
  while (after - at < longestApposed) {
    const part = words[after];
    if (part === undefined || (after > at && part.gap !== "space" && part.gap !== "hyphen")) break;
    if (part.whole.given === "no" && (!isUnknown(part) || part.whole.title)) break;
    after += 1;
  }
  const office = words[after];
  if (after - at < 2 || office?.gap !== "comma") return;
  if (!office.senses.some(({ title, role }) => title || role)) return;
  mentions.push({
    first: at,
    after,
    particles: 0,
    type: "Person",
    known: undefined,
    source: "person",
    score: 0.7,
  });
}

function addPerson(words: readonly Word[], at: number, lexicon: Lexicon, mentions: Mention[]): void {
  const word = words[at];
  if (word === undefined) return;
  const { whole } = word;
  const isParticle = whole.nameParticle && !whole.common;
  const isOther = whole.common || whole.nationality || whole.title || whole.role;
  if (whole.given === "no" && !isParticle && isOther) return;
  const known = matchKnown(words, at);
  if (known !== undefined && !known.weak && known.name.type === "Person" && known.after - at > 1) return;
  const announced = announcementBefore(words, at);
  if (whole.given !== "no" || isParticle) {
    const name = personEnd(words, at, whole);
    // A place that is a given name too (ישראל) needs a second name that lists know.
    if (known !== undefined && !known.weak && known.name.type !== "Person" && name.listed < 2) return;
    if (whole.given === "strong" || whole.nameParticle) {
      const surname = words[name.after - 1];
      if (name.parts >= 2 && (whole.given === "strong" || name.listed > 0 || announced !== "none")) {
        if (!(whole.given === "no" && name.parts < 2)) mentions.push(personOf(at, name.after, 0, 0.8));
      } else if (name.parts === 1 && announced === "title" && surname !== undefined)
        mentions.push(personOf(at, name.after, 0, 0.6));
    } else if (name.parts >= 2) {
      const start = word.gap === "comma" || word.gap === "start" || announced !== "none";
      const strong = name.listed >= 2 || words[at + 1]?.whole.definite === true;
      if (announced !== "none" || (strong && !words[at - 1]?.whole.head) || (start && name.listed >= 2))
        mentions.push(personOf(at, name.after, 0, 0.65));
    } else if (announced === "title" && !whole.definite) mentions.push(personOf(at, name.after, 0, 0.5));
    return;
  }
  const split = word.senses.find((sense) => sense.particles > 0 && sense.given !== "no");
  if (split !== undefined && known === undefined && announced === "none") {
    const name = personEnd(words, at, split);
    if (name.parts >= 2 && (split.given === "strong" || name.listed >= 2))
      mentions.push(personOf(at, name.after, split.particles, 0.7));
    return;
  }
  if (announced === "none" || known !== undefined || !isUnknown(word) || whole.definite) return;
  if (
    word.senses.some(
      (sense) =>
        sense.particles > 0 && (sense.definite || sense.head !== undefined || sense.node !== undefined),
    )
  )
    return;
  const name = personEnd(words, at, whole);
  const { conjunction } = lexicon.language;
  const conjoined = conjunction !== "" && word.folded.startsWith(conjunction);
  if (isVerbal(word) || mentions.slice(-4).some(({ after, source }) => after === at && source === "person"))
    return;
  if (name.parts >= 2 || (announced === "title" && word.folded.length >= 4 && !conjoined))
    mentions.push(personOf(at, name.after, 0, announced === "title" ? 0.65 : 0.5));
}

function personOf(first: number, after: number, particles: number, score: number): Mention {
  return { first, after, particles, type: "Person", known: undefined, source: "person", score };
}
