import { dictionaryBit, type WordProfile } from "./features.ts";

type Word = Pick<WordProfile, "folded" | "lists">;

/** Bits of the word lists, as scripts/train/lists.ts numbers them. */
const given = 3;
const surname = 1 << 2;
const title = 1 << 5;
const verb = 1 << 9;
const other = (1 << 5) | (1 << 6) | (1 << 8) | (1 << 9) | (1 << 10) | (1 << 11);

/**
 * Whether a word that follows a person's name of two words or more is one more family name: a known one with the
 * article, or a rare word of the form ال…ي that is no nationality, title, date or common word.
 * @example isFurtherFamilyName(profile of العازمي) // after بدر العجيل
 */
export function isFurtherFamilyName({ folded, lists }: Word): boolean {
  if (!folded.startsWith("ال") || folded.length < 5) return false;
  if ((lists & surname) !== 0) return (lists & (other & ~(1 << 11))) === 0;
  return folded.endsWith("ي") && (lists & other) === 0;
}

/**
 * Whether the first of a person's words is a title or a verb that stands before the name and not in it.
 * @example isBeforeName(profile of الدكتور) // before زكريا الدمنهوري
 */
export function isBeforeName({ lists }: Word): boolean {
  return (lists & (title | verb)) !== 0 && (lists & (given | surname)) === 0;
}

const dictionary = 7 << dictionaryBit;
/** Endings of nouns with a pronoun, of sound plurals with the article and of adverbs. */
const nounEnding = /(?:..ته?ا?|..ها|..هم|..نا)$|^ال....*(?:ين|ون|ات)$|...ا$/u;

/**
 * Whether the last of a person's words is a noun or an adverb of the sentence: one that a dictionary knows, in a form that
 * names do not have, and on no list of names.
 * @example isAfterName(profile of قصتها) // after فاطمة
 */
export function isAfterName({ folded, lists }: Word): boolean {
  return (lists & dictionary) !== 0 && (lists & (given | surname)) === 0 && nounEnding.test(folded);
}
