import type { Article, Entity, EntityType, Range } from "../../src/model/article.ts";
import { isSpeaker, touchesSpeaker } from "./match-speaker.ts";
import type { GoldArticle } from "./parse-gold.ts";

/** Every task that is scored, in the order of the report. */
export const tasks = [
  "headings",
  "quote spans",
  "speech or term",
  "speaker",
  "speaker, edges aside",
  "mentions",
  "Person",
  "Place",
  "Organization",
  "Event",
  "Thing",
  "merging",
  "dates",
] as const;
export type Task = (typeof tasks)[number];

/** How often the extractor was right, how much it found, how much there is to find. */
export interface Count {
  right: number;
  found: number;
  gold: number;
}

export type Score = Record<Task, Count>;

export function emptyScore(): Score {
  const count = (): Count => ({ right: 0, found: 0, gold: 0 });
  return {
    headings: count(),
    "quote spans": count(),
    "speech or term": count(),
    speaker: count(),
    "speaker, edges aside": count(),
    mentions: count(),
    Person: count(),
    Place: count(),
    Organization: count(),
    Event: count(),
    Thing: count(),
    merging: count(),
    dates: count(),
  };
}

/** The counts of several articles together (a micro average). */
export function addScores(scores: readonly Score[]): Score {
  const sum = emptyScore();
  for (const score of scores) {
    for (const task of tasks) {
      sum[task].right += score[task].right;
      sum[task].found += score[task].found;
      sum[task].gold += score[task].gold;
    }
  }
  return sum;
}

/** Precision, recall and F1, 0 to 1; null where nothing was found, there is nothing to find, or both. */
export function measures({ right, found, gold }: Count): {
  precision: number | null;
  recall: number | null;
  f1: number | null;
} {
  return {
    precision: found === 0 ? null : right / found,
    recall: gold === 0 ? null : right / gold,
    f1: found + gold === 0 ? null : (2 * right) / (found + gold),
  };
}

/**
 * Compares what was extracted with what a linguist marked. A span counts only when both its ends are right.
 * `speech or term` is counted over the quotes whose span is right, `speaker` over those of them that are speech (taken
 * for a term, its speaker is wrong), and `merging` over the pairs of mentions that both sides have, so for these three
 * a span missed costs nothing more than it did already.
 * @throws when the article's text is not the gold text: then no offset would mean anything
 */
export function scoreArticle(gold: GoldArticle, article: Article): Score {
  if (article.text !== gold.text) throw new Error("The extractor altered the text.");
  const score = emptyScore();
  score.headings = countSame(gold.headings.map(spanOf), headingsOf(article).map(spanOf));
  score["quote spans"] = countSame(gold.quotes.map(spanOf), article.quotes.map(spanOf));
  scoreQuotes(gold, article, score);
  const typed = (entity: { type: EntityType; mentions: Range[] }): string[] =>
    entity.mentions.map((mention) => `${entity.type} ${spanOf(mention)}`);
  const goldMentions = gold.entities.flatMap(typed);
  const foundMentions = article.entities.flatMap(typed);
  score.mentions = countSame(goldMentions, foundMentions);
  for (const type of ["Person", "Place", "Organization", "Event", "Thing"] as const) {
    const ofType = (mention: string): boolean => mention.startsWith(`${type} `);
    score[type] = countSame(goldMentions.filter(ofType), foundMentions.filter(ofType));
  }
  score.merging = scoreMerging(gold.entities, article.entities);
  const dated = (date: Range & { value: string }): string => `${date.value} ${spanOf(date)}`;
  score.dates = countSame(gold.dates.map(dated), article.dates.map(dated));
  return score;
}

function spanOf({ start, end }: Range): string {
  return `${start}-${end}`;
}

function headingsOf(article: Article): Range[] {
  return article.sections.flatMap(({ heading }) => heading ?? []);
}

/** Both sides as sets: what is found twice is found once. */
function countSame(gold: readonly string[], found: readonly string[]): Count {
  const goldSet = new Set(gold);
  const foundSet = new Set(found);
  let right = 0;
  for (const item of foundSet) if (goldSet.has(item)) right += 1;
  return { right, found: foundSet.size, gold: goldSet.size };
}

function scoreQuotes(gold: GoldArticle, article: Article, score: Score): void {
  const found = new Map(article.quotes.map((quote) => [spanOf(quote), quote]));
  for (const quote of gold.quotes) {
    const match = found.get(spanOf(quote));
    if (match === undefined) continue;
    tally(score["speech or term"], match.kind === quote.kind);
    if (quote.kind === "speech") {
      const judge = (is: typeof isSpeaker): boolean =>
        match.kind === "speech" && is(quote.speaker, match.speaker, gold, article);
      tally(score.speaker, judge(isSpeaker));
      tally(score["speaker, edges aside"], judge(touchesSpeaker));
    }
  }
}

function tally(count: Count, right: boolean): void {
  count.found += 1;
  count.gold += 1;
  if (right) count.right += 1;
}

function scoreMerging(gold: readonly { mentions: Range[] }[], found: readonly Entity[]): Count {
  const goldOf = new Map(gold.flatMap(({ mentions }, entity) => mentions.map((m) => [spanOf(m), entity])));
  const foundOf = new Map(found.flatMap(({ mentions }, entity) => mentions.map((m) => [spanOf(m), entity])));
  const shared = [...goldOf.keys()].filter((span) => foundOf.has(span));
  const count: Count = { right: 0, found: 0, gold: 0 };
  for (const [index, one] of shared.entries()) {
    for (const other of shared.slice(index + 1)) {
      const same = goldOf.get(one) === goldOf.get(other);
      const joined = foundOf.get(one) === foundOf.get(other);
      if (same) count.gold += 1;
      if (joined) count.found += 1;
      if (same && joined) count.right += 1;
    }
  }
  return count;
}
