import type { Article } from "../../src/model/article.ts";
import { isSpeaker } from "./match-speaker.ts";
import type { GoldArticle } from "./parse-gold.ts";

/** How often what a rule, a list or a model found is right, by its id. */
export type RuleCounts = Map<string, { right: number; found: number }>;

/**
 * Adds an article's annotations to the counts. A mention or a date is right with its span and its type or value, the kind of
 * a quotation when the gold has the same, a speaker when it is the gold's; both of these only where the span is a gold one.
 */
export function countRules(gold: GoldArticle, article: Article, counts: RuleCounts): void {
  const tally = (id: string, right: boolean): void => {
    const count = counts.get(id) ?? { right: 0, found: 0 };
    count.found += 1;
    if (right) count.right += 1;
    counts.set(id, count);
  };
  const names = new Set(
    gold.entities.flatMap(({ type, mentions }) =>
      mentions.map(({ start, end }) => `${type} ${start}-${end}`),
    ),
  );
  for (const { type, mentions } of article.entities) {
    for (const { start, end, provenance } of mentions) {
      tally(provenance.id, names.has(`${type} ${start}-${end}`));
    }
  }
  for (const quote of article.quotes) {
    const same = gold.quotes.find(({ start, end }) => start === quote.start && end === quote.end);
    if (same === undefined) continue;
    tally(quote.provenance.id, same.kind === quote.kind);
    if (quote.speaker === null) continue;
    const right = same.kind === "speech" && isSpeaker(same.speaker, quote.speaker, gold, article);
    tally(quote.speaker.provenance.id, right);
  }
  const dates = new Set(gold.dates.map(({ start, end, value }) => `${value} ${start}-${end}`));
  for (const { start, end, value, provenance } of article.dates) {
    tally(provenance.id, dates.has(`${value} ${start}-${end}`));
  }
}

/** A line an id: how often it is right, of how many, and the share. */
export function formatRules(counts: RuleCounts): string {
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { right, found }]) => `${(right / found).toFixed(2)}  ${right} of ${found}  ${id}`)
    .join("\n");
}
