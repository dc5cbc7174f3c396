import { indexedForms } from "../languages/search-words.ts";
import type { Article } from "../model/article.ts";
import { encodePostings, type Postings } from "../search/postings.ts";
import { encodeWords, type WordEntry } from "../search/word-file.ts";

/** What stands in a headline weighs as much as a word can. */
const headlineWeight = 3;
/** Above these the words of a text weigh more, by BM25's measure of how often and in how long a text (k1 = 1.2, b = 0.75). */
const levels = [0.45, 0.7] as const;
/** The length that BM25 compares a text's with, in forms; a fixed one, so that no article changes what words of another weigh. */
const ordinaryLength = 600;

/** Nobody looks for a longer word, in code units; what a text has of them is not of letters that anybody typed. */
const longestForm = 80;

/** By how often a form is in a text of so many. */
function weightOf(times: number, length: number): number {
  const measure = times / (times + 1.2 * (0.25 + (0.75 * length) / ordinaryLength));
  return levels.filter((level) => measure > level).length;
}

/** A word of a segment. */
interface SegmentWord extends Postings {
  numbers: number[];
  weights: number[];
  /** How often the article has it that is read. */
  times: number;
  /** Whether it stands in that article's headline. */
  isHeadline: boolean;
}

/** Some articles' words, as `encodeWords` writes them. @param articles with their numbers, ascending */
export function makeSegment(
  articles: Iterable<{ number: number; article: Pick<Article, "headline" | "text"> }>,
): Uint8Array {
  const words = new Map<string, SegmentWord>();
  // Of the article that is read. A word is looked up once each time that it stands there.
  const found: SegmentWord[] = [];
  const take = (form: string): SegmentWord => {
    let word = words.get(form);
    if (word === undefined) {
      word = { numbers: [], weights: [], times: 0, isHeadline: false };
      words.set(form, word);
    }
    if (word.times === 0 && !word.isHeadline) found.push(word);
    return word;
  };
  for (const { number, article } of articles) {
    const forms = formsOf(article.text);
    for (const form of forms) take(form).times += 1;
    for (const form of formsOf(article.headline)) take(form).isHeadline = true;
    for (const word of found) {
      word.numbers.push(number);
      word.weights.push(word.isHeadline ? headlineWeight : weightOf(word.times, forms.length));
      word.times = 0;
      word.isHeadline = false;
    }
    found.length = 0;
  }
  const sorted = [...words.keys()].sort();
  function* entries(): Iterable<WordEntry> {
    for (const word of sorted) {
      const postings = words.get(word);
      if (postings !== undefined) yield { word, postings: encodePostings(postings) };
    }
  }
  return encodeWords(entries());
}

function formsOf(text: string): string[] {
  return indexedForms(text).filter(({ length }) => length <= longestForm);
}
