import type {
  Archive,
  ArchivedArticle,
  ArchivedEntity,
  ArticleNumber,
  Mentions,
  RelatedArticle,
} from "../model/archive.ts";
import { forEachCommon, forEachSharing, lengthOf } from "./mentions.ts";
import { compareText } from "./order.ts";
import { roughCount } from "./rough-count.ts";

/** An entity that more articles mention says little about which of them belong together, and would cost the square of them. */
const maxArticles = 200;
const maxRelated = 4;
/** One thing in common is chance unless next to nobody else has it. */
const minShared = 2;
/** Weights are whole numbers of so many parts, so that a sum of them is the same in any order. */
const parts = 1 << 20;
/** More than all weights of an article's entities together. */
const oneShared = 2 ** 40;

const none: readonly RelatedArticle[] = [];

/**
 * The articles most like each one, by the entities that they share, each weighed by how few articles mention it
 * (inverse document frequency); of equals the nearest in time.
 */
export function relateArticles(articles: readonly ArchivedArticle[], mentions: Mentions): Archive["related"] {
  const { entities, articlesOf, entitiesOf } = mentions;
  if (entities.length === 0) return articles.map(() => none);
  const isShareable = (entity: number): boolean => lengthOf(articlesOf, entity) <= maxArticles;
  const weights = Float64Array.from(
    entities,
    (_, entity) =>
      oneShared + Math.round(parts * Math.log(1 + articles.length / lengthOf(articlesOf, entity))),
  );
  const days = Float64Array.from(articles, dayNumber);
  // By article: a map for each would be most of the work. A score counts in its upper half how many entities it is the sum of.
  const scores = new Float64Array(articles.length);
  const touched = new Int32Array(articles.length);
  return articles.map((_, here) => {
    let size = 0;
    forEachSharing(mentions, here, maxArticles, (other, entity) => {
      const before = scores[other] ?? 0;
      if (before === 0) {
        touched[size] = other;
        size += 1;
      }
      scores[other] = before + (weights[entity] ?? 0);
    });
    const scoreOf = (number: number): number => (scores[number] ?? 0) % oneShared;
    const pauseTo = (number: number): number => Math.abs((days[number] ?? 0) - (days[here] ?? 0));
    const idOf = (number: number): string => articles[number]?.id ?? "";
    const similar: ArticleNumber[] = [];
    for (let at = 0; at < size; at += 1) {
      const other = touched[at] ?? 0;
      if ((scores[other] ?? 0) >= minShared * oneShared) similar.push(other);
    }
    const best = similar
      .sort((x, y) => scoreOf(y) - scoreOf(x) || pauseTo(x) - pauseTo(y) || compareText(idOf(x), idOf(y)))
      .slice(0, maxRelated)
      .map((other): RelatedArticle => {
        const shared: ArchivedEntity[] = [];
        forEachCommon(entitiesOf, here, other, (entity) => {
          const found = entities[entity];
          if (found !== undefined && isShareable(entity)) shared.push(found);
        });
        return { article: other, shared: rarestFirst(shared).map((one) => one.id) };
      });
    for (let at = 0; at < size; at += 1) scores[touched[at] ?? 0] = 0;
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
