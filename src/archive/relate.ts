import type { Archive, ArchivedArticle, ArchivedEntity, Mentions, RelatedArticle } from "../model/archive.ts";
import { forEachSharing, lengthOf, listOf } from "./mentions.ts";
import { compareText } from "./order.ts";
import { roughCount } from "./rough-count.ts";

/** An entity that more articles mention says little about which of them belong together, and would cost the square of them. */
const maxArticles = 200;
const maxRelated = 4;
/** One thing in common is chance unless next to nobody else has it. */
const minShared = 2;
/** Weights are whole numbers of so many parts, so that a sum of them is the same in any order. */
const parts = 1 << 20;

const none: readonly RelatedArticle[] = [];

/**
 * The articles most like each one, by the entities that they share, each weighed by how few articles mention it
 * (inverse document frequency); of equals the nearest in time.
 */
export function relateArticles(articles: readonly ArchivedArticle[], mentions: Mentions): Archive["related"] {
  const { entities, articlesOf, entitiesOf } = mentions;
  if (entities.length === 0) return articles.map(() => none);
  const isShareable = (entity: number): boolean => lengthOf(articlesOf, entity) <= maxArticles;
  const weights = entities.map((_, entity) =>
    Math.round(parts * Math.log(1 + articles.length / lengthOf(articlesOf, entity))),
  );
  const days = articles.map(dayNumber);
  // By article: a map for each would be most of the work.
  const scores = new Float64Array(articles.length);
  const counts = new Uint16Array(articles.length);
  return articles.map((_, here) => {
    const touched: number[] = [];
    forEachSharing(mentions, here, maxArticles, (other, entity) => {
      if (counts[other] === 0) touched.push(other);
      counts[other] = (counts[other] ?? 0) + 1;
      scores[other] = (scores[other] ?? 0) + (weights[entity] ?? 0);
    });
    const scoreOf = (number: number): number => scores[number] ?? 0;
    const pauseTo = (number: number): number => Math.abs((days[number] ?? 0) - (days[here] ?? 0));
    const idOf = (number: number): string => articles[number]?.id ?? "";
    const best = touched
      .filter((other) => (counts[other] ?? 0) >= minShared)
      .sort((x, y) => scoreOf(y) - scoreOf(x) || pauseTo(x) - pauseTo(y) || compareText(idOf(x), idOf(y)))
      .slice(0, maxRelated)
      .map((other): RelatedArticle => {
        const ofOther = new Set(listOf(entitiesOf, other));
        const shared = [...listOf(entitiesOf, here)].filter(
          (entity) => isShareable(entity) && ofOther.has(entity),
        );
        return {
          article: other,
          shared: rarestFirst(shared.flatMap((entity) => entities[entity] ?? [])).map((one) => one.id),
        };
      });
    for (const other of touched) {
      counts[other] = 0;
      scores[other] = 0;
    }
    return best.length === 0 ? none : best;
  });
}

/** Roughly: else their order would be another with each article that mentions one of them. */
function rarestFirst(entities: ArchivedEntity[]): ArchivedEntity[] {
  return entities.sort(
    (a, b) => roughCount(a.articles.length) - roughCount(b.articles.length) || compareText(a.id, b.id),
  );
}

/** Days since 1970; an undated article is far from all. */
function dayNumber({ published }: ArchivedArticle): number {
  return published === null ? -1e6 : Date.parse(published) / 86_400_000;
}
