import type { ArticleRecord, EntityRecord, RelatedArticle } from "../model/archive.ts";
import { compareText } from "./order.ts";

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
  const entitiesOf = new Map<string, EntityRecord[]>();
  for (const entity of entities) {
    if (entity.articles.length < 2 || entity.articles.length > maxArticles) continue;
    for (const id of entity.articles) {
      const list = entitiesOf.get(id);
      if (list === undefined) entitiesOf.set(id, [entity]);
      else list.push(entity);
    }
  }
  const related = new Map<string, RelatedArticle[]>();
  for (const [id, mentioned] of entitiesOf) {
    const shared = new Map<string, { score: number; entities: EntityRecord[] }>();
    for (const entity of mentioned) {
      const weight = Math.log(1 + articles.size / entity.articles.length);
      for (const other of entity.articles) {
        if (other === id) continue;
        const found = shared.get(other);
        if (found === undefined) shared.set(other, { score: weight, entities: [entity] });
        else {
          found.score += weight;
          found.entities.push(entity);
        }
      }
    }
    const here = dayNumber(articles.get(id));
    const best = [...shared]
      .filter(([, found]) => found.entities.length >= minShared)
      .sort(
        ([a, x], [b, y]) =>
          y.score - x.score ||
          Math.abs(dayNumber(articles.get(a)) - here) - Math.abs(dayNumber(articles.get(b)) - here) ||
          compareText(a, b),
      )
      .slice(0, maxRelated)
      .map(([article, found]) => ({
        article,
        shared: rarestFirst(found.entities).map((entity) => entity.id),
      }));
    if (best.length > 0) related.set(id, best);
  }
  return related;
}

function rarestFirst(entities: EntityRecord[]): EntityRecord[] {
  return entities.sort((a, b) => a.articles.length - b.articles.length || compareText(a.id, b.id));
}

/** Days since 1970; an undated article is far from all. */
function dayNumber(article: ArticleRecord | undefined): number {
  return article?.published == null ? -1e6 : Date.parse(article.published) / 86_400_000;
}
