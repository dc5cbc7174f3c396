import type { ArchivedEntity, Mentions, NumberLists } from "../model/archive.ts";
import { compareText } from "./order.ts";

/**
 * Numbers entities, and lists who is mentioned where.
 * @param articles how many there are
 */
export function findMentions(articles: number, entities: Iterable<ArchivedEntity>): Mentions {
  // By id: which is mentioned more may be another with each article.
  const named = [...entities].sort((a, b) => compareText(a.id, b.id));
  const inArticles = makeLists(
    named.length,
    named.reduce((sum, entity) => sum + entity.articles.length, 0),
  );
  const counts = new Int32Array(articles);
  let at = 0;
  named.forEach((entity, number) => {
    for (const article of entity.articles) {
      inArticles.values[at] = article;
      counts[article] = (counts[article] ?? 0) + 1;
      at += 1;
    }
    inArticles.starts[number + 1] = at;
  });
  const ofArticles = makeLists(articles, at);
  counts.forEach((count, article) => {
    ofArticles.starts[article + 1] = (ofArticles.starts[article] ?? 0) + count;
  });
  const next = ofArticles.starts.slice();
  named.forEach((_, entity) => {
    forEachOf(inArticles, entity, (article) => {
      const place = next[article] ?? 0;
      ofArticles.values[place] = entity;
      next[article] = place + 1;
    });
  });
  return { entities: named, articlesOf: inArticles, entitiesOf: ofArticles };
}

function makeLists(lists: number, values: number): NumberLists {
  return { starts: new Int32Array(lists + 1), values: new Int32Array(values) };
}

/** How many numbers a list has. */
export function lengthOf({ starts }: NumberLists, list: number): number {
  return (starts[list + 1] ?? 0) - (starts[list] ?? 0);
}

export function forEachOf(
  { starts, values }: NumberLists,
  list: number,
  each: (value: number) => void,
): void {
  const to = starts[list + 1] ?? 0;
  for (let at = starts[list] ?? 0; at < to; at += 1) each(values[at] ?? 0);
}

/**
 * Tells of every other article that mentions an entity of this one, once for each such entity.
 * @param most an entity that more articles mention is passed over
 */
export function forEachSharing(
  { articlesOf, entitiesOf }: Mentions,
  article: number,
  most: number,
  tell: (other: number, entity: number) => void,
): void {
  const { starts, values } = articlesOf;
  forEachOf(entitiesOf, article, (entity) => {
    const [from, to] = [starts[entity] ?? 0, starts[entity + 1] ?? 0];
    if (to - from > most) return;
    // Gone through some hundred times an article: `forEachOf` once more makes it a third slower.
    for (let at = from; at < to; at += 1) {
      const other = values[at] ?? 0;
      if (other !== article) tell(other, entity);
    }
  });
}

/** Tells of the numbers that two lists have in common, each of which has its own in ascending order. */
export function forEachCommon(
  { starts, values }: NumberLists,
  one: number,
  other: number,
  tell: (value: number) => void,
): void {
  let [here, there] = [starts[one] ?? 0, starts[other] ?? 0];
  const [end, endThere] = [starts[one + 1] ?? 0, starts[other + 1] ?? 0];
  while (here < end && there < endThere) {
    const [value, otherValue] = [values[here] ?? 0, values[there] ?? 0];
    if (value === otherValue) tell(value);
    if (value <= otherValue) here += 1;
    if (otherValue <= value) there += 1;
  }
}

/** A list of its own; empty where there is none of that number. */
export function listOf({ starts, values }: NumberLists, list: number): Int32Array {
  return values.subarray(starts[list] ?? 0, starts[list + 1] ?? 0);
}
