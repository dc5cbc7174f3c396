import type { CapitalRules } from "../languages/name-language.ts";
import type { EntityType } from "../model/article.ts";
import type { Mention } from "./mention.ts";
import { matchKnown } from "./mention-known.ts";
import type { Word } from "./mention-words.ts";

const upper = /^\p{Lu}/u;
const acronym = /^\p{Lu}[\p{Lu}\p{N}]+$/u;

/** Names in a script with capitals: runs of capitalized words, with the small words that join them. */
export function addCapitals(words: readonly Word[], rules: CapitalRules, mentions: Mention[]): void {
  let at = 0;
  // Where the last person's name ends.
  let person: number | null = null;
  while (at < words.length) {
    const word = words[at];
    if (word === undefined) break;
    const behind = afterParticles(words, at);
    if (words[at + 1]?.gap === "hyphen" && behind > at && !upper.test(word.text)) {
      // A surname alone that begins with its particle: al-Haddad.
      mentions.push(personAt(at, behind));
      at = behind;
      continue;
    }
    const isOutside = word.whole.nationality && !opensInstitution(words, at, rules);
    if (!upper.test(word.text) || isOutside || word.whole.stop) {
      at += 1;
      continue;
    }
    // Articles, titles and nationalities at the front stay outside.
    if (rules.articles.has(word.folded)) {
      at += 1;
      continue;
    }
    if (word.whole.title && word.whole.given === "no" && word.whole.head === undefined) {
      at += 1;
      continue;
    }
    // A noun that only tells the kind of the name behind it: Retailer Tesco.
    if (word.whole.head?.takes === "label" && startsName(words[at + 1])) {
      at += 1;
      continue;
    }
    const isOf = at > 0 && rules.of.has(words[at - 1]?.folded ?? "");
    // The office of a role is no name: Secretary of State.
    if (isOf && words[at - 2]?.whole.title && matchKnown(words, at) === undefined) {
      at += 1;
      continue;
    }
    const opens = word.gap === "start" || word.gap === "quote" || word.gap === "break" || word.gap === "dot";
    const end = runEnd(words, at, rules);
    const after = endOfOffice(words, at, end) ?? end;
    if ((opens || after === at + 1) && word.whole.common && !(after > at + 1 && !opens)) {
      at += 1;
      continue;
    }
    const type = typeOfRun(words, at, after, { opens, ofPerson: isOf && person === at - 1 }, rules);
    if (type !== undefined) {
      if (type === "Person") person = after;
      mentions.push({
        first: at,
        after,
        particles: 0,
        type,
        known: knownOf(words, at, after),
        source: "capitals",
        score: 0.7,
      });
      at = after;
      continue;
    }
    at += 1;
  }
}

/**
 * Where the name of an institution ends that a role and its holder follow in one run of capitals (İnönü Üniversitesi Rektörü
 * Ali Şahin); undefined where no role stands inside the run.
 */
function endOfOffice(words: readonly Word[], first: number, end: number): number | undefined {
  for (let at = first + 1; at + 1 < end; at += 1) {
    const word = words[at];
    if (word?.whole.title !== true || word.whole.given !== "no" || word.whole.head !== undefined) continue;
    const match = matchKnown(words, first);
    return match !== undefined && match.after > at + 1 ? undefined : at;
  }
  return undefined;
}

function startsName(word: Word | undefined): boolean {
  return word?.gap === "space" && upper.test(word.text) && !word.whole.stop;
}

function personAt(first: number, after: number): Mention {
  return { first, after, particles: 0, type: "Person", known: undefined, source: "capitals", score: 0.7 };
}

function knownOf(words: readonly Word[], first: number, after: number) {
  const match = matchKnown(words, first);
  return match !== undefined && match.after === after ? match.name : undefined;
}

/** Where a run of capitalized words ends: joiners (of, for, and) go on only inside the name of an institution. */
function runEnd(words: readonly Word[], first: number, rules: CapitalRules): number {
  let end = first + 1;
  let headed = words[first]?.whole.head !== undefined;
  while (end - first < 9) {
    const word = words[end];
    if (word === undefined) break;
    if (word.gap === "dot" && isInitial(words[end - 1]) && upper.test(word.text) && !word.whole.common) {
      end += 1;
      continue;
    }
    if (!(word.gap === "space" || word.gap === "hyphen")) break;
    if (upper.test(word.text) && !word.whole.stop) {
      const match = matchKnown(words, end);
      const person = match?.name.type === "Person" && !match.weak && !headed;
      if (person && end - first >= 1 && words[first]?.whole.given === "no") break;
      headed ||= word.whole.head !== undefined;
      end += 1;
      continue;
    }
    const next = words[end + 1];
    if (
      word.whole.construct &&
      startsName(next) &&
      (headed || word.whole.nameParticle) &&
      !joinsTwo(words, first, end, rules)
    ) {
      end += 2;
      continue;
    }
    const named = afterParticles(words, end);
    if (named > end) {
      end = named;
      continue;
    }
    if (
      rules.articles.has(word.text) &&
      words[end - 1]?.whole.construct &&
      next !== undefined &&
      upper.test(next.text)
    ) {
      end += 2;
      continue;
    }
    break;
  }
  return end;
}

/** Whether a part of the world begins the name of an institution, whose noun ends it. */
function opensInstitution(words: readonly Word[], at: number, rules: CapitalRules): boolean {
  if (!rules.regions.has(words[at]?.folded ?? "") || !startsName(words[at + 1])) return false;
  const head = words[runEnd(words, at, rules) - 1]?.whole.head;
  return head?.type === "Organization" && head.takes !== "label";
}

/** Whether a small word stands between two names that each have a noun of their kind (Gulf Energy and Centum Investment). */
function joinsTwo(words: readonly Word[], first: number, at: number, { and }: CapitalRules): boolean {
  const isAnd = and.has(words[at]?.folded ?? "");
  const isWhole = isAnd && words[at - 1]?.whole.head !== undefined && startsName(words[at + 2]);
  return isWhole && words.slice(first, at).every(({ whole }) => !whole.construct);
}

/** Letters that begin the abbreviations of states and not a person's initials (U.S., E.U.). */
const stateLetters: ReadonlySet<string> = new Set(["U", "E"]);

function isInitial(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}\p{Ll}?$/u.test(word.text) && !stateLetters.has(word.text);
}

/** Where the particles of a surname and the name behind them end (van der Meer, al-Haddad); `at` when none stand there. */
function afterParticles(words: readonly Word[], at: number): number {
  let end = at;
  while (words[end]?.whole.nameParticle && !words[end]?.whole.common && end - at < 3) end += 1;
  const name = words[end];
  const joined = name?.gap === "space" || name?.gap === "hyphen";
  return end > at && name !== undefined && joined && upper.test(name.text) ? end + 1 : at;
}

function isPlaceAt(words: readonly Word[], at: number, end: number): boolean {
  const match = matchKnown(words, at);
  return match?.name.type === "Place" && !match.weak && match.after <= end;
}

function isUnknownPlace({ whole, text }: Word): boolean {
  return (
    !whole.common &&
    whole.head === undefined &&
    !whole.title &&
    whole.given === "no" &&
    /^\p{Lu}\p{Ll}{3,}$/u.test(text)
  );
}

/** @param run.ofPerson whether it says whom a person before it belongs to (Maria Lund of Northern Rail) */
function typeOfRun(
  words: readonly Word[],
  first: number,
  after: number,
  { opens, ofPerson }: { opens: boolean; ofPerson: boolean },
  rules: CapitalRules,
): EntityType | undefined {
  const length = after - first;
  const start = words[first];
  if (start === undefined) return undefined;
  if (length > 1 && words[first + 1]?.gap === "dot" && isInitial(start)) return "Person";
  const match = matchKnown(words, first);
  if (match !== undefined && match.after === after) return match.weak ? undefined : match.name.type;
  // The last head says the kind (Cannes Film Festival), or the first when «of» follows it (University of Oxford).
  const firstHead = start.whole.head;
  if (length > 1 && firstHead !== undefined && words[first + 1]?.whole.construct) return firstHead.type;
  const lastHead = words[after - 1]?.whole.head;
  if (length > 1 && lastHead !== undefined) return lastHead.type;
  for (let at = after - 1; at > first; at -= 1) {
    const head = words[at]?.whole.head;
    if (head !== undefined && words[at + 1]?.whole.construct) return head.type;
  }
  if (length > 1 && firstHead !== undefined) return firstHead.type;
  const before = words[first - 1];
  const titled = before?.whole.title === true && start.gap === "space";
  if (start.whole.given !== "no" && length > 1 && length <= 5) return "Person";
  if (titled) return "Person";
  const label = before !== undefined && start.gap === "space" ? before.whole.head : undefined;
  if (label?.takes === "label") return label.type;
  if (first === 0 && acronym.test(start.text) && words[after]?.gap !== "space") return "Place";
  if (length === 1 && acronym.test(start.text) && start.text.length <= 6)
    return opens && start.whole.common ? undefined : "Organization";
  const beside = start.gap === "space" ? before?.folded : undefined;
  if (length === 1) {
    return beside !== undefined && rules.locatives.has(beside) && isUnknownPlace(start) ? "Place" : undefined;
  }
  if (beside !== undefined && rules.placePrepositions.has(beside)) return "Place";
  if (ofPerson) return "Organization";
  // A person has no article, and no quotation marks of its own.
  if (beside !== undefined && rules.articles.has(beside)) return "Organization";
  if (start.gap === "quote" && words[after]?.gap === "quote") return "Thing";
  // A club or a company by where it is: Leinster Wolves, Cebu Pacific, Athletics Kenya; a word may have its capital from its sentence.
  if (isPlaceAt(words, first, after)) return "Organization";
  if (isPlaceAt(words, after - 1, after)) return opens ? undefined : "Organization";
  if (
    length <= 3 &&
    start.whole.given === "no" &&
    !start.whole.common &&
    /^(?:\p{Lu}\p{Ll}+)$/u.test(start.text)
  )
    return "Person";
  return undefined;
}
