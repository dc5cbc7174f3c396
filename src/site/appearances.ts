import { forEachOf, listOf } from "../archive/mentions.ts";
import { compareText } from "../archive/order.ts";
import type { ArchivedEntity, ArticleNumber, Mentions } from "../model/archive.ts";

/** Which entities appear in which articles, and beside whom. */
export interface Appearances {
  /** The numbers of the entities that an article mentions, as `Mentions.entities` has them. */
  entitiesOf: (article: ArticleNumber) => Int32Array;
  /** The entities that appear in most of an entity's articles, with how many; of equals the first by id. */
  beside: (entity: ArchivedEntity, most: number) => { id: string; articles: number }[];
}

export function findAppearances({ entities, entitiesOf }: Mentions): Appearances {
  // Each is counted once for all the others of its article.
  const counts = new Int32Array(entities.length);
  const idOf = (entity: number): string => entities[entity]?.id ?? "";
  return {
    entitiesOf: (article) => listOf(entitiesOf, article),
    beside: (entity, most) => {
      const others: number[] = [];
      for (const article of entity.articles) {
        forEachOf(entitiesOf, article, (other) => {
          if (counts[other] === 0) others.push(other);
          counts[other] = (counts[other] ?? 0) + 1;
        });
      }
      const tallied = Int32Array.from(others, (other) => counts[other] ?? 0).sort();
      // As many as are wanted, and the entity itself.
      const least = tallied[Math.max(0, tallied.length - most - 1)] ?? 0;
      const found = others
        .filter((other) => (counts[other] ?? 0) >= least && idOf(other) !== entity.id)
        .map((other) => ({ id: idOf(other), articles: counts[other] ?? 0 }));
      for (const other of others) counts[other] = 0;
      return found.sort((a, b) => b.articles - a.articles || compareText(a.id, b.id)).slice(0, most);
    },
  };
}
