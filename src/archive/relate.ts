import type { ArticleRecord, EntityRecord, RelatedArticle } from "../model/archive.ts";
import { compareText } from "./order.ts";
import { roughCount } from "./rough-count.ts";

/** An entity that more articles mention says little about which of them belong together, and would cost the square of them. */
const maxArticles = 200;
const maxRelated = 4;
/** One thing in common is chance unless next to nobody else has it. */
const minShared = 2;

/**
 * The articles most like each one, by the entities that they share, each weighed by how few articles mention it
 * (inverse document frequency); of equals the nearest in time.
 */
export function relateArticles(
  articles: ReadonlyMap<string, ArticleRecord>,
  entities: Iterable<EntityRecord>,
): Map<string, RelatedArticle[]> {
  const shareable = [...entities].filter(({ articles: { length } }) => length >= 2 && length <= maxArticles);
  const { numbers, entitiesOf, articlesOf } = numberArticles(shareable);
  const ids = [...numbers.keys()];
  const days = ids.map((id) => dayNumber(articles.get(id)));
  // By article: a map for each would be most of the work.
  const scores = new Float64Array(ids.length);
  const counts = new Uint16Array(ids.length);
  const related = new Map<string, RelatedArticle[]>();
  entitiesOf.forEach((mentioned, here) => {
    const touched: number[] = [];
    for (const entity of mentioned) {
      const others = articlesOf[entity] ?? [];
      const weight = Math.log(1 + articles.size / others.length);
      for (const other of others) {
        if (other === here) continue;
        if (counts[other] === 0) touched.push(other);
        counts[other] = (counts[other] ?? 0) + 1;
        scores[other] = (scores[other] ?? 0) + weight;
      }
    }
    const scoreOf = (index: number): number => scores[index] ?? 0;
    const pauseTo = (index: number): number => Math.abs((days[index] ?? 0) - (days[here] ?? 0));
    const best = touched
      .filter((other) => (counts[other] ?? 0) >= minShared)
      .sort(
        (x, y) =>
          scoreOf(y) - scoreOf(x) || pauseTo(x) - pauseTo(y) || compareText(ids[x] ?? "", ids[y] ?? ""),
      )
      .slice(0, maxRelated)
      .map((other): RelatedArticle => {
        const ofOther = new Set(entitiesOf[other]);
        const shared = mentioned.filter((entity) => ofOther.has(entity));
        return {
          article: ids[other] ?? "",
          shared: rarestFirst(shared.flatMap((entity) => shareable[entity] ?? [])).map(({ id }) => id),
        };
      });
    for (const other of touched) {
      counts[other] = 0;
      scores[other] = 0;
    }
    if (best.length > 0) related.set(ids[here] ?? "", best);
  });
  return related;
}

interface Numbered {
  /** Of the articles, by their ids; in order. */
  numbers: ReadonlyMap<string, number>;
  /** The numbers of the entities that each article mentions, in their order. */
  entitiesOf: number[][];
  /** The numbers of the articles that mention each entity. */
  articlesOf: number[][];
}

/** Numbers the articles that some entities are mentioned in. */
export function numberArticles(entities: readonly EntityRecord[]): Numbered {
  const numbers = new Map<string, number>();
  const entitiesOf: number[][] = [];
  const articlesOf = entities.map(({ articles }, entity) =>
    articles.map((id) => {
      const number = numbers.get(id) ?? numbers.size;
      numbers.set(id, number);
      const list = entitiesOf[number];
      if (list === undefined) entitiesOf[number] = [entity];
      else list.push(entity);
      return number;
    }),
  );
  return { numbers, entitiesOf, articlesOf };
}

/** Roughly: else their order would be another with each article that mentions one of them. */
function rarestFirst(entities: EntityRecord[]): EntityRecord[] {
  return entities.sort(
    (a, b) => roughCount(a.articles.length) - roughCount(b.articles.length) || compareText(a.id, b.id),
  );
}

/** Days since 1970; an undated article is far from all. */
function dayNumber(article: ArticleRecord | undefined): number {
  return article?.published == null ? -1e6 : Date.parse(article.published) / 86_400_000;
}
