import type { NameHead } from "../languages/name-language.ts";
import type { Range } from "../model/article.ts";
import type { Lexicon } from "./entity-lexicon.ts";
import type { Mention } from "./mention.ts";
import { addCapitals } from "./mention-capitals.ts";
import { matchKnown } from "./mention-known.ts";
import { announcementBefore, isUnknown, personEnd } from "./mention-person.ts";
import { phraseEnd, properEnd } from "./mention-phrase.ts";
import { type Word, wordsIn } from "./mention-words.ts";

/** Words of a name in quotation marks at most. */
const longestQuoted = 6;

/** Every name that a rule or a list finds; they may overlap. */
export function findMentions(words: readonly Word[], spans: readonly Range[], lexicon: Lexicon): Mention[] {
  const mentions: Mention[] = [];
  const quoted = new Map<number, number>();
  for (const span of spans) {
    const { first, after } = wordsIn(words, span);
    if (after > first && after - first <= longestQuoted) quoted.set(first, after);
  }
  if (lexicon.language.capitals) addCapitals(words, lexicon, mentions);
  for (let at = 0; at < words.length; at += 1) {
    addKnown(words, at, quoted, lexicon, mentions);
    if (lexicon.language.capitals) continue;
    addHeaded(words, at, quoted, lexicon, mentions);
    addStatal(words, at, mentions);
    addPerson(words, at, lexicon, mentions);
  }
  return mentions;
}

function headBefore(words: readonly Word[], at: number) {
  const word = words[at];
  if (word === undefined || !(word.gap === "space" || word.gap === "quote" || word.gap === "paren"))
    return undefined;
  return words[at - 1]?.senses.find(({ head }) => head !== undefined)?.head;
}

function addKnown(
  words: readonly Word[],
  at: number,
  quoted: ReadonlyMap<number, number>,
  lexicon: Lexicon,
  mentions: Mention[],
): void {
  const match = matchKnown(words, at);
  if (match === undefined) return;
  const { name, after, particles, weak } = match;
  const word = words[at];
  if (word === undefined || (lexicon.language.capitals && !/^[\p{Lu}\p{N}]/u.test(word.text))) return;
  if (weak) {
    const inQuotes = quoted.get(at) === after || (word.gap === "paren" && words[after]?.gap !== "space");
    const head = headBefore(words, at);
    if (
      !inQuotes &&
      !(head !== undefined && particles === 0 && (head.type === name.type || head.takes === "label"))
    )
      return;
  }
  const type =
    particles === 0 && name.type === "Place" && headBefore(words, at)?.club ? "Organization" : name.type;
  const known = type === name.type ? name : undefined;
  mentions.push({
    first: at,
    after,
    particles,
    type,
    known,
    source: known ? "known" : "label",
    score: weak ? 0.7 : 0.95,
  });
}

function addHeaded(
  words: readonly Word[],
  at: number,
  quoted: ReadonlyMap<number, number>,
  lexicon: Lexicon,
  mentions: Mention[],
): void {
  const word = words[at];
  const sense = word?.senses.find(({ head }) => head !== undefined) ?? word?.whole;
  const head = sense?.head ?? (words[at + 1]?.gap === "quote" ? word?.whole.headWithoutArticle : undefined);
  if (sense === undefined || head === undefined) return;
  const { particles } = sense;
  // A word that is a known name whole is not a head with particles.
  const next = at + 1;
  const closing = words[next]?.gap === "quote" ? quoted.get(next) : undefined;
  if (closing !== undefined) {
    if (head.takes === "label") {
      mentions.push({
        first: next,
        after: closing,
        particles: 0,
        type: head.type,
        known: undefined,
        source: "quoted",
        score: 0.8,
      });
    } else {
      const inside = matchKnown(words, next);
      const known = inside?.after === closing && inside.name.type === head.type ? inside.name : undefined;
      mentions.push({
        first: next,
        after: closing,
        particles: 0,
        type: head.type,
        known,
        source: "quoted",
        score: 0.8,
      });
    }
    return;
  }
  const definite = sense.definite;
  if (head.takes === "phrase") {
    const end = phraseEnd(words, next, head.joins === true, lexicon, definite);
    const after = namesakeEnd(words, next, head) ?? (end > next ? seatEnd(words, end, head) : end);
    const name = matchKnown(words, next);
    if (
      name?.name.type === head.type &&
      name.after === after &&
      !definite &&
      head.type === "Organization" &&
      !words[next]?.whole.definite
    )
      return;
    if (after > next)
      mentions.push({
        first: at,
        after,
        particles,
        type: head.type,
        known: undefined,
        source: "phrase",
        score: 0.75,
      });
    return;
  }
  const known = matchKnown(words, next);
  const joined = words[next]?.gap === "space";
  if (head.takes === "proper") {
    if (!joined) return;
    const after =
      known !== undefined && known.particles === 0
        ? phraseEnd(words, next, false, lexicon, false)
        : properEnd(words, next, false);
    if (after > next)
      mentions.push({
        first: at,
        after: Math.max(after, known?.after ?? 0),
        particles,
        type: head.type,
        known: undefined,
        source: "phrase",
        score: 0.7,
      });
    return;
  }
  const everyday = head.everyday === true && joined ? everydayEnd(words, next) : next;
  if (everyday === next + 1 && known?.after === everyday) return;
  if (everyday === next && (!joined || known !== undefined)) return;
  const after = everyday > next ? everyday : properEnd(words, next, head.type === "Place");
  if (after > next)
    mentions.push({
      first: next,
      after,
      particles: 0,
      type: head.type,
      known: undefined,
      source: "label",
      score: 0.6,
    });
}

/** Where a name of everyday words ends: a definite noun with another definite word, or a noun with a definite one after it. */
function everydayEnd(words: readonly Word[], at: number): number {
  const [first, second] = [words[at], words[at + 1]];
  if (first === undefined || first.whole.nationality || first.whole.adjective || first.whole.stop) return at;
  const paired =
    second?.gap === "space" && second.whole.definite && !second.whole.nationality && !second.whole.stop;
  if (first.whole.definite) return paired ? at + 2 : at + 1;
  return paired && !first.whole.title && first.senses.length === 1 ? at + 2 : at;
}

/** A place that bears a person's name with a title (شارع الشيخ زايد). */
function namesakeEnd(words: readonly Word[], at: number, head: NameHead): number | undefined {
  const title = words[at];
  const name = words[at + 1];
  if (head.type !== "Place" || title?.gap !== "space" || name?.gap !== "space") return undefined;
  if (!title.whole.title || !title.whole.definite || name.whole.definite) return undefined;
  return name.whole.common && name.whole.given === "no"
    ? undefined
    : personEnd(words, at + 1, name.whole).after;
}

/** Takes in the place of an embassy's seat. */
function seatEnd(words: readonly Word[], at: number, head: NameHead): number {
  const word = words[at];
  if (head.seat === undefined || word === undefined || word.gap !== "space" || !head.seat.includes(word.text))
    return at;
  const place = matchKnown(words, at + 1);
  return place?.name.type === "Place" && place.particles === 0 ? place.after : at;
}

/** An institution by a noun and an adjective of nationality (الخارجية الأمريكية). */
function addStatal(words: readonly Word[], at: number, mentions: Mention[]): void {
  const sense = words[at]?.senses.find(({ statal }) => statal);
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

function addPerson(words: readonly Word[], at: number, lexicon: Lexicon, mentions: Mention[]): void {
  const word = words[at];
  if (word === undefined) return;
  const known = matchKnown(words, at);
  if (known !== undefined && !known.weak && known.name.type === "Person" && known.after - at > 1) return;
  const { whole } = word;
  if (whole.common && whole.given === "no") return;
  if (lexicon.language.capitals) return;
  const announced = announcementBefore(words, at);
  const push = (after: number, particles: number, score: number): void => {
    mentions.push({ first: at, after, particles, type: "Person", known: undefined, source: "person", score });
  };
  if (whole.given !== "no" || (whole.nameParticle && !whole.common)) {
    const name = personEnd(words, at, whole);
    // A place that is a given name too (ישראל) needs a second name that lists know.
    if (known !== undefined && !known.weak && known.name.type !== "Person" && name.listed < 2) return;
    if (whole.given === "strong" || whole.nameParticle) {
      const surname = words[name.after - 1];
      if (name.parts >= 2 && (whole.given === "strong" || name.listed > 0 || announced !== "none")) {
        if (!(whole.given === "no" && name.parts < 2)) push(name.after, 0, 0.8);
      } else if (name.parts === 1 && announced === "title" && surname !== undefined) push(name.after, 0, 0.6);
    } else if (name.parts >= 2) {
      const start = word.gap === "comma" || word.gap === "start" || announced !== "none";
      const strong = name.listed >= 2 || words[at + 1]?.whole.definite === true;
      if (announced !== "none" || (strong && !words[at - 1]?.whole.head) || (start && name.listed >= 2))
        push(name.after, 0, 0.65);
    } else if (announced === "title" && !whole.definite) push(name.after, 0, 0.5);
    return;
  }
  if (whole.common || whole.nationality || whole.title || whole.role) return;
  const split = word.senses.find((sense) => sense.particles > 0 && sense.given !== "no");
  if (split !== undefined && known === undefined && announced === "none") {
    const name = personEnd(words, at, split);
    if (name.parts >= 2 && (split.given === "strong" || name.listed >= 2))
      push(name.after, split.particles, 0.7);
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
  if (name.parts >= 2 || (announced === "title" && word.folded.length >= 4 && !conjoined))
    push(name.after, 0, announced === "title" ? 0.65 : 0.5);
}
