import { indexedForms } from "../languages/search-words.ts";
import type { Article } from "../model/article.ts";
import { encodePostings } from "../search/postings.ts";
import { encodeWords, type WordEntry } from "../search/word-file.ts";

/** What stands in a headline weighs as much as a word can. */
const headlineWeight = 3;
/** Above these the words of a text weigh more, by BM25's measure of how often and in how long a text (k1 = 1.2, b = 0.75). */
const levels = [0.45, 0.7] as const;
/** The length that BM25 compares a text's with, in forms; a fixed one, so that no article changes what words of another weigh. */
const ordinaryLength = 600;

/** Nobody looks for a longer word, in code units; what a text has of them is not of letters that anybody typed. */
const longestForm = 80;

function formsOf(text: string): string[] {
  return indexedForms(text).filter(({ length }) => length <= longestForm);
}

function weightOf(times: number, length: number): number {
  const measure = times / (times + 1.2 * (0.25 + (0.75 * length) / ordinaryLength));
  return levels.filter((level) => measure > level).length;
}

/** Some articles' words, as `encodeWords` writes them. @param articles with their numbers, ascending */
export function makeSegment(
  articles: Iterable<{ number: number; article: Pick<Article, "headline" | "text"> }>,
): Uint8Array {
  const words = new Map<string, { numbers: number[]; weights: number[] }>();
  for (const { number, article } of articles) {
    for (const [form, weight] of weighWords(article)) {
      const known = words.get(form);
      if (known === undefined) words.set(form, { numbers: [number], weights: [weight] });
      else {
        known.numbers.push(number);
        known.weights.push(weight);
      }
    }
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

function weighWords({ headline, text }: Pick<Article, "headline" | "text">): Map<string, number> {
  const forms = formsOf(text);
  const weights = new Map<string, number>();
  for (const form of forms) weights.set(form, (weights.get(form) ?? 0) + 1);
  for (const [form, times] of weights) weights.set(form, weightOf(times, forms.length));
  for (const form of formsOf(headline)) weights.set(form, headlineWeight);
  return weights;
}
