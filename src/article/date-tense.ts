import type { DateLanguage } from "../languages/date-language.ts";
import { type DateWord, isKind } from "./date-words.ts";

/** Whether what is told at a place has been or is to come, and whether the word that says so stands close by. */
export interface Tense {
  is: "past" | "next";
  near: boolean;
}

const sentenceEnd = /[.!?؟۔…;؛\n]/u;
const comma = /[,،]/u;
/** In words. */
const nearby = 3;
/** So that a text without sentences takes no longer than one with them. In words. */
const farthest = 60;

/**
 * The tense of the clause around the words from `from` up to `to`: that of the nearest verb known, on the side where the
 * language has its verbs first. Null when no word tells.
 */
export function tenseAt(
  text: string,
  words: readonly DateWord[],
  from: number,
  to: number,
  dates: DateLanguage,
): Tense | null {
  const cued = dates.cueSide === "before" ? cueBefore(text, words, from) : cueOf(words[to]);
  if (cued !== null) return cued;
  const before = () => lookBack(text, words, from, dates);
  if (dates.verbs === "after") return lookAhead(text, words, to, dates, true) ?? before();
  // A comma ends what a verb before it says; words before one that have no verb wait for the one after it.
  return before() ?? lookAhead(text, words, to, dates, isClauseStart(text, words, from));
}

function cueBefore(text: string, words: readonly DateWord[], from: number): Tense | null {
  for (const index of [from - 1, from - 2]) {
    const word = words[index];
    const next = words[index + 1];
    if (word === undefined || next === undefined || /[^\s-]/u.test(text.slice(word.end, next.start)))
      return null;
    const cue = cueOf(word);
    if (cue !== null) return cue;
  }
  return null;
}

function cueOf(word: DateWord | undefined): Tense | null {
  if (isKind(word, "past-cue")) return { is: "past", near: true };
  return isKind(word, "next-cue") ? { is: "next", near: true } : null;
}

function lookBack(text: string, words: readonly DateWord[], from: number, dates: DateLanguage): Tense | null {
  for (let index = from - 1; index >= Math.max(0, from - farthest); index -= 1) {
    const word = words[index];
    const next = words[index + 1];
    if (word === undefined || (next !== undefined && sentenceEnd.test(text.slice(word.end, next.start))))
      return null;
    const is = tenseOf(words, index, dates);
    if (is !== null) return { is, near: from - index <= nearby };
    if (isKind(word, "clause-word")) return null;
  }
  return null;
}

function lookAhead(
  text: string,
  words: readonly DateWord[],
  to: number,
  dates: DateLanguage,
  overCommas: boolean,
): Tense | null {
  for (let index = to; index < Math.min(words.length, to + farthest); index += 1) {
    const word = words[index];
    const previous = words[index - 1];
    if (word === undefined) return null;
    const gap = previous === undefined ? "" : text.slice(previous.end, word.start);
    if (sentenceEnd.test(gap) || (!overCommas && comma.test(gap)) || isKind(word, "clause-word")) return null;
    const is = tenseOf(words, index, dates);
    if (is !== null) return { is, near: index - to < nearby };
  }
  return null;
}

function tenseOf(words: readonly DateWord[], index: number, dates: DateLanguage): Tense["is"] | null {
  const folded = words[index]?.folded ?? "";
  if (dates.isPast(folded)) {
    if (isKind(words[index - 1], "past-breaker")) return null;
    // A participle before a verb of the present: «گرفته می‌شود».
    return dates.verbs === "after" && dates.isFuture(words[index + 1]?.folded ?? "") ? "next" : "past";
  }
  if (!dates.isFuture(folded)) return null;
  return isKind(words[index - 1], "future-breaker") ? "past" : "next";
}

/** Whether at most a word or two stand before a date in its sentence: "On Friday the fair …". */
function isClauseStart(text: string, words: readonly DateWord[], from: number): boolean {
  for (const index of [from - 1, from - 2, from - 3]) {
    const word = words[index];
    const next = words[index + 1];
    if (word === undefined || (next !== undefined && sentenceEnd.test(text.slice(word.end, next.start))))
      return true;
    if (isKind(word, "clause-word")) return true;
  }
  return false;
}
