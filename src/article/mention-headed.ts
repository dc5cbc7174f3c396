import type { NameHead } from "../languages/name-language.ts";
import type { EntityType } from "../model/article.ts";
import type { Lexicon, WordSense } from "./entity-lexicon.ts";
import type { Mention } from "./mention.ts";
import { matchKnown } from "./mention-known.ts";
import { personEnd } from "./mention-person.ts";
import { phraseEnd, properEnd } from "./mention-phrase.ts";
import type { QuotedWords } from "./mention-quoted.ts";
import type { Word } from "./mention-words.ts";

/** Words in quotation marks behind an institution's definite noun at most; more are what it is said of. */
const longestLabel = 3;

/** Names that a common noun before or in them tells: وزارة الصحة, معاهدة ستارت, صحيفة الأهرام, رواية «عزازيل». */
export function addHeaded(
  words: readonly Word[],
  at: number,
  quoted: ReadonlyMap<number, QuotedWords>,
  lexicon: Lexicon,
  mentions: Mention[],
): void {
  const next = at + 1;
  const behind = quoted.get(next);
  const sense = words[at]?.headed;
  if (behind === undefined && sense === undefined) return;
  if (behind !== undefined) {
    const closing = behind.after;
    const type = typeOfQuoted(words, at, behind, lexicon);
    if (type === undefined || isClause(words, at, closing, lexicon)) return;
    if (isPredicate(words, at, behind, lexicon)) return;
    const inside = matchKnown(words, next);
    const known = inside?.after === closing && inside.name.type === type ? inside.name : undefined;
    mentions.push(headed(next, closing, type, { known, source: "quoted", score: 0.8 }));
    return;
  }
  const head = sense?.head;
  if (sense === undefined || head === undefined) return;
  if (head.takes === "quoted" || head.takes === "before") return;
  const { particles } = sense;
  const known = matchKnown(words, next);
  if (head.takes === "phrase") {
    const after = phraseAfter(words, next, head, sense, lexicon);
    const namesItself =
      known?.name.type === head.type && known.after === after && head.type === "Organization";
    if (namesItself && !sense.definite && !words[next]?.whole.definite) return;
    if (after > next) mentions.push(headed(at, after, head.type, { particles, score: 0.75 }));
    return;
  }
  const joined = words[next]?.gap === "space";
  if (head.takes === "proper") {
    if (!joined) return;
    const whole = known !== undefined && known.particles === 0;
    const end = whole ? phraseEnd(words, next, false, lexicon, false) : properEnd(words, next, false);
    if (end <= next) return;
    const last = Math.max(nationalityEnd(words, end, head), known?.after ?? 0);
    mentions.push(headed(at, last, head.type, { particles }));
    return;
  }
  const everyday = head.everyday === true && joined ? everydayEnd(words, next) : next;
  if (everyday === next + 1 && known?.after === everyday) return;
  if (everyday === next && (!joined || known !== undefined)) return;
  const after = everyday > next ? everyday : properEnd(words, next, head.type === "Place");
  if (after > next) mentions.push(headed(next, after, head.type, { source: "label", score: 0.6 }));
}

function headed(first: number, after: number, type: EntityType, rest: Partial<Mention>): Mention {
  return { first, after, particles: 0, type, known: undefined, source: "phrase", score: 0.7, ...rest };
}

/** Whether what stands in quotation marks behind a noun is said of it (المشروع «يسير كما خُطط له»): a verb begins it. */
function isClause(words: readonly Word[], at: number, closing: number, { language }: Lexicon): boolean {
  const opening = words[at + 1];
  if (opening === undefined || closing - at <= 2) return false;
  const verbness = language.verbness(opening.folded);
  return verbness === "verb" || (verbness === "perhaps" && words[at]?.whole.definite === true);
}

/**
 * Whether a clause would say nothing of its subject if what stands in quotation marks behind it were its name: إن اللقاح «متوفر في
 * كل مكان». Behind a comma the clause may go on (إن اللقاح «كوفاكس»، الذي …), though hardly after so many words.
 */
function isPredicate(
  words: readonly Word[],
  at: number,
  { after, follows }: QuotedWords,
  { opensClause }: Lexicon,
): boolean {
  const opener = words[at - 1];
  const isSubject = opener !== undefined && words[at]?.gap === "space" && opensClause(opener.folded);
  return isSubject && (follows === "end" || (follows === "comma" && after - at - 1 > longestLabel));
}

/**
 * What a name in quotation marks is by the noun before it, with an adjective or what the noun is of between at most (القمر الصناعي
 * «…», نظام التشغيل «…»).
 */
function typeOfQuoted(
  words: readonly Word[],
  at: number,
  { after, follows }: QuotedWords,
  { language }: Lexicon,
): EntityType | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const length = after - at - 1;
  // What is told to a name in quotation marks is told to a medium: قال ل«المدى».
  if (word.folded === language.addressee && length <= longestLabel) return "Organization";
  const head = word.headed?.head;
  if (head !== undefined) return head.type;
  const definite = word.whole.headWithoutArticle;
  if (definite !== undefined)
    return length <= longestLabel || definite.type !== "Organization" ? definite.type : undefined;
  const isDescription = word.whole.adjective || word.whole.phrase;
  if (word.gap !== "space" || !(isDescription || word.whole.definite)) return undefined;
  const before = words[at - 1]?.whole;
  const noun = before?.head ?? (isDescription ? before?.headWithoutArticle : undefined);
  // Of a place as much may be said there: المعبر الحدودي «مغلق».
  if (noun?.type === "Place") return follows === "more" && isDescription ? "Place" : undefined;
  return noun?.type === "Thing" ? "Thing" : undefined;
}

/** Where an institution's or a place's name ends whose noun belongs to it. */
function phraseAfter(
  words: readonly Word[],
  next: number,
  head: NameHead,
  sense: WordSense,
  lexicon: Lexicon,
): number {
  const namesake = namesakeEnd(words, next);
  if (namesake !== undefined) return head.type === "Place" ? namesake : fieldEnd(words, namesake, lexicon);
  const end = phraseEnd(words, next, head.joins === true, lexicon, sense.definite);
  return end > next ? seatEnd(words, end, head) : end;
}

/** Takes in the nationality of a party or a force (حزب الغد الأردني). */
function nationalityEnd(words: readonly Word[], end: number, head: NameHead): number {
  const word = words[end];
  const closes = word?.gap === "space" && word.whole.nationality && word.whole.definite;
  return head.type === "Organization" && closes ? end + 1 : end;
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

/** A place or an institution that bears a person's name with a title (شارع الشيخ زايد, جامعة الملك سعود). */
function namesakeEnd(words: readonly Word[], at: number): number | undefined {
  const title = words[at];
  const name = words[at + 1];
  if (title?.gap !== "space" || name?.gap !== "space") return undefined;
  if (!title.whole.title || !title.whole.definite || name.whole.definite) return undefined;
  return name.whole.common && name.whole.given === "no"
    ? undefined
    : personEnd(words, at + 1, name.whole).after;
}

/** Takes in what an institution is for or of, by definite words (جامعة الملك عبد الله للعلوم والتقنية, مستشفى الملك فيصل التخصصي). */
function fieldEnd(words: readonly Word[], at: number, { language }: Lexicon): number {
  const isOf = (word: Word | undefined, particle: string): boolean =>
    word?.gap === "space" &&
    particle !== "" &&
    word.folded.startsWith(particle) &&
    word.senses.some(({ particles, definite, stop }) => particles === particle.length && definite && !stop);
  // An unknown word behind a given name may have been taken for a part of it.
  let end = isOf(words[at - 1], language.purpose) ? at - 1 : at;
  if (isOf(words[end], language.purpose)) {
    end += 1;
    while (isOf(words[end], language.conjunction)) end += 1;
  }
  const word = words[end];
  return word?.gap === "space" && word.whole.adjective && !word.whole.nationality ? end + 1 : end;
}

/** Takes in the place of an embassy's or a court's seat (سفارة … في موسكو, محكمة الاستئناف بالرباط). */
function seatEnd(words: readonly Word[], at: number, head: NameHead): number {
  const word = words[at];
  if (head.seat === undefined || word === undefined || word.gap !== "space") return at;
  if (head.seat.includes(word.text)) {
    const place = matchKnown(words, at + 1);
    return place?.name.type === "Place" && place.particles === 0 ? place.after : at;
  }
  const place = matchKnown(words, at);
  const attached = place !== undefined && place.name.type === "Place" && place.particles === 1;
  return attached && head.seat.includes(word.folded.charAt(0)) ? place.after : at;
}
