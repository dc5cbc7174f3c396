import type { ArchivedArticle, ArticleNumber, Timeline } from "../model/archive.ts";
import { once } from "../once.ts";

/** Orders by UTF-16 code unit: the same on every machine, which a locale's order is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What articles are put in order by. */
export type Ordered = Pick<ArchivedArticle, "published" | "id">;

/** Newest first, undated last, of one day by id. Day by day: there are far fewer days than articles to be compared. */
export function newestFirst<T extends Ordered>(articles: Iterable<T>): T[] {
  const days = new Map<string, T[]>();
  for (const article of articles) pushTo(days, article.published ?? "", article);
  const inOrder = [...days].sort(([a], [b]) => compareText(b, a));
  return inOrder.flatMap(([, ofDay]) => ofDay.sort((a, b) => compareText(a.id, b.id)));
}

/** What number each of some articles has in an archive of them all: its place among them, newest first. */
export function numberArticles(articles: readonly Ordered[]): Int32Array {
  const numbers = new Int32Array(articles.length);
  const placed = articles.map(({ published, id }, place) => ({ place, published, id }));
  newestFirst(placed).forEach(({ place }, number) => {
    numbers[place] = number;
  });
  return numbers;
}

/** The order of articles in time. @param articles newest first, as `newestFirst` has them: nothing has to be sorted */
export function timelineOf(articles: readonly Pick<ArchivedArticle, "published">[]): Timeline {
  const timeline = { articles: new Int32Array(articles.length), places: new Int32Array(articles.length) };
  let place = 0;
  const add = (from: ArticleNumber, to: ArticleNumber): void => {
    for (let article = from; article < to; article += 1) {
      timeline.articles[place] = article;
      timeline.places[article] = place;
      place += 1;
    }
  };
  const dated = articles.findLastIndex(({ published }) => published !== null) + 1;
  // Day by day from the last, each from its first article.
  for (let end = dated, from = dated - 1; end > 0; end = from, from -= 1) {
    while (from > 0 && articles[from - 1]?.published === articles[from]?.published) from -= 1;
    add(from, end);
  }
  add(dated, articles.length);
  return timeline;
}

/** Puts articles in the order of a timeline; one that is there twice is taken once. */
export function inTime(some: readonly ArticleNumber[], { articles, places }: Timeline): ArticleNumber[] {
  const sorted = Int32Array.from(some, (article) => places[article] ?? 0).sort();
  const ordered: ArticleNumber[] = [];
  sorted.forEach((place, at) => {
    if (place !== sorted[at - 1]) ordered.push(articles[place] ?? 0);
  });
  return ordered;
}

/**
 * Finds things of a list by what they are called, no two of them the same. Those that are asked for in their order are found at once.
 * @returns their places; -1 for one that there is not
 */
export function findInOrder(
  count: number,
  nameAt: (place: number) => string | undefined,
): (name: string) => number {
  let next = 0;
  const places = once(() => new Map(Array.from({ length: count }, (_, place) => [nameAt(place), place])));
  return (name) => {
    const place = nameAt(next) === name ? next : places().get(name);
    if (place === undefined) return -1;
    next = place + 1;
    return place;
  };
}

/** Adds to the list of a key. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Adds to the count of a key. */
export function count<K>(tally: Map<K, number>, key: K, by = 1): void {
  tally.set(key, (tally.get(key) ?? 0) + by);
}
