import { compareText } from "../archive/order.ts";
import { numberArticles } from "../archive/relate.ts";
import type { Archive, EntityRecord } from "../model/archive.ts";

/** Which entities appear in which articles, and beside whom. */
export interface Appearances {
  /** Ids of the entities that an article mentions, in their order: which is mentioned more widely may be another with any article. */
  entitiesOf: (articleId: string) => string[];
  /** The entities that appear in most of an entity's articles, with how many; of equals the first by id. */
  beside: (entity: EntityRecord, most: number) => { id: string; articles: number }[];
}

/** Counts in numbers: of ids, a hundred thousand articles have a million, and each is counted once for all the others of its article. */
export function findAppearances({ entities }: Archive): Appearances {
  const records = [...entities.values()].sort((a, b) => compareText(a.id, b.id));
  const { numbers, entitiesOf } = numberArticles(records);
  const ids = records.map(({ id }) => id);
  const counts = new Int32Array(ids.length);
  const mentionedIn = (articleId: string): readonly number[] =>
    entitiesOf[numbers.get(articleId) ?? -1] ?? [];
  return {
    entitiesOf: (articleId) => mentionedIn(articleId).map((entity) => ids[entity] ?? ""),
    beside: (entity, most) => {
      const others: number[] = [];
      for (const articleId of entity.articles) {
        for (const other of mentionedIn(articleId)) {
          if (counts[other] === 0) others.push(other);
          counts[other] = (counts[other] ?? 0) + 1;
        }
      }
      const tallied = Int32Array.from(others, (other) => counts[other] ?? 0).sort();
      // As many as are wanted, and the entity itself.
      const least = tallied[Math.max(0, tallied.length - most - 1)] ?? 0;
      const found = others
        .filter((other) => (counts[other] ?? 0) >= least && ids[other] !== entity.id)
        .map((other) => ({ id: ids[other] ?? "", articles: counts[other] ?? 0 }));
      for (const other of others) counts[other] = 0;
      return found.sort((a, b) => b.articles - a.articles || compareText(a.id, b.id)).slice(0, most);
    },
  };
}
