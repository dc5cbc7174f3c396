import type { WordSense } from "./entity-lexicon.ts";
import { matchKnown } from "./mention-known.ts";
import type { Word } from "./mention-words.ts";

/** Parts of a person's name at most. */
const longest = 7;

function joined(word: Word | undefined): word is Word {
  return word !== undefined && (word.gap === "space" || word.gap === "hyphen");
}

/** Whether a word of no list can be part of a name. */
export function isUnknown(word: Word): boolean {
  const { whole } = word;
  return (
    !whole.common &&
    !whole.nationality &&
    !whole.role &&
    !whole.phrase &&
    !whole.stop &&
    whole.head === undefined &&
    !whole.construct &&
    !whole.statal &&
    word.folded.length >= 2 &&
    !/\p{N}/u.test(word.folded)
  );
}

const verbal = /^(?:سا|سي|ست|سن)...+$|^(?:ا[^لا]..?ا.|ت..ي.|ان...?ا.|است..ا.|ا.ت.ا.)$/u;

/** Whether a word is a future, or a noun of action in a derived pattern, with or without particles, and no name of a list (إحسان, ابتسام). */
export function isVerbal({ senses }: Word): boolean {
  return senses.some(
    ({ folded, given, node }) => given === "no" && node === undefined && verbal.test(folded),
  );
}

function isPlace(words: readonly Word[], at: number): boolean {
  const match = matchKnown(words, at);
  return match !== undefined && !match.weak && match.name.type !== "Person";
}

/** Whether the words that nobody knows end with this one: a third name rather than what the sentence goes on with. */
function endsRun(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return !joined(next) || !isUnknown(next);
}

function isSecondFamily(words: readonly Word[], at: number, word: Word): boolean {
  const { whole, folded, text } = word;
  if (whole.definite || folded.length < 4 || !isUnknown(word) || isPlace(words, at) || isVerbal(word))
    return false;
  return endsRun(words, at) && !verbLike.test(folded) && !/(?:[ةاه]|ت)$/u.test(text);
}

/** Imperfect verbs begin so; as the third part of a name such a word is more often one. */
const verbLike = /^(?:[يتن]|سي|ست|لي|وي|وت)/u;

/**
 * Where a person's name that starts at a word ends.
 * @param sense how the first word is read
 * @returns index of the word after the name; how many of its parts lists know
 */
export function personEnd(
  words: readonly Word[],
  first: number,
  sense: WordSense,
): { after: number; parts: number; listed: number } {
  let at = first + 1;
  let parts = 1;
  let listed = sense.given === "no" ? 0 : 1;
  let open = sense.nameParticle && sense.given === "no";
  let lastListed = sense.given !== "no";
  let unknowns = lastListed || open ? 0 : 1;
  while (at - first < longest) {
    const word = words[at];
    if (!joined(word)) break;
    const { whole } = word;
    // Behind a hyphen it is the other half of a double name: שקדי-בר.
    if (whole.nameParticle && !open && !(word.gap === "hyphen" && !joined(words[at + 1]))) {
      const next = words[at + 1];
      if (!joined(next) || (next.whole.common && next.whole.given === "no")) break;
      if (!isUnknown(next) && next.whole.given === "no" && !next.whole.definite) break;
      open = true;
      at += 1;
      continue;
    }
    if (open) {
      if (whole.common && whole.given === "no" && !whole.definite) break;
      open = false;
    } else if (whole.given !== "no") {
      // A weak given name in the middle of a name is a name.
    } else if (!isUnknown(word) || isPlace(words, at)) {
      break;
    } else if (word.gap === "hyphen") {
      // The second half of a double name.
    } else if (!whole.definite) {
      const third = parts === 2 && endsRun(words, at);
      if (unknowns >= 2 && !third) break;
      if (parts >= 2 && !lastListed && !third) break;
      if (parts >= 2 && (verbLike.test(word.folded) || word.text.endsWith("ة"))) break;
      if (word.senses.length > 1 && parts >= 2) break;
      unknowns += 1;
    } else {
      // A definite surname ends the name unless another definite part follows it.
      parts += 1;
      at += 1;
      const next = words[at];
      if (joined(next) && next.whole.definite && isUnknown(next) && !isPlace(words, at)) continue;
      if (joined(next) && next.gap === "hyphen") continue;
      // سميرة الفاسي بناني: a second family name, where nothing that could be a verb stands.
      if (parts === 2 && joined(next) && isSecondFamily(words, at, next))
        return { after: at + 1, parts: 3, listed };
      return { after: at, parts, listed };
    }
    lastListed = whole.given !== "no";
    if (lastListed) listed += 1;
    parts += 1;
    at += 1;
  }
  if (open && at > first + 1) at -= 1;
  return { after: at, parts, listed };
}

/** What stands before a name and how surely it announces one. */
export type Announcement = "none" | "chain" | "title";

/**
 * Reads back from a word: a title right before it (الرئيس, الدكتور), or a title with the rest of a role
 * (رئيس الوزراء الياباني …), possibly with a comma before the name.
 */
export function announcementBefore(words: readonly Word[], at: number): Announcement {
  const word = words[at];
  if (word === undefined || !(word.gap === "space" || word.gap === "comma" || word.gap === "quote"))
    return "none";
  let back = at - 1;
  let steps = 0;
  let nation = false;
  while (back >= 0 && steps < 9) {
    const role = words[back];
    if (role === undefined) return "none";
    const sense = role.senses.find((reading) => reading.title);
    if (sense !== undefined && (role.gap !== "comma" || word.gap !== "comma" || steps === 0)) {
      if (word.gap === "comma" && steps === 0 && !sense.definite) return "none";
      if (steps === 0)
        return sense.definite || word.gap === "space" ? (sense.definite ? "title" : "chain") : "none";
      return nation ? "title" : "chain";
    }
    const inside =
      role.whole.nationality ||
      role.whole.role ||
      role.whole.phrase ||
      role.whole.statal ||
      role.whole.head !== undefined ||
      role.whole.construct ||
      role.whole.definite ||
      role.senses.some((reading) => reading.role || reading.head !== undefined) ||
      isPlace(words, back) ||
      isPlace(words, back - 1);
    if (!inside) return "none";
    if (steps === 0) nation = role.whole.nationality;
    if (role.gap !== "space" && role.gap !== "hyphen" && !(role.gap === "comma" && role.whole.nationality))
      return "none";
    back -= 1;
    steps += 1;
  }
  return "none";
}
