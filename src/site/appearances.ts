import { compareText } from "../archive/order.ts";
import type { Archive, EntityRecord } from "../model/archive.ts";

/** Which entities appear in which articles, and beside whom. */
export interface Appearances {
  /** Ids of the entities that an article mentions, the most widely mentioned first. */
  entitiesOf: (articleId: string) => string[];
  /** The entities that appear in most of an entity's articles, with how many; of equals the first by id. */
  beside: (entity: EntityRecord, most: number) => { id: string; articles: number }[];
}

/** Counts in numbers: of ids, a hundred thousand articles have a million, and each is counted once for all the others of its article. */
export function findAppearances({ articles, entities }: Archive): Appearances {
  const numbers = new Map<string, number>();
  for (const id of articles.keys()) numbers.set(id, numbers.size);
  const ids = [...entities.keys()];
  const ofEntities = [...entities.values()].map((entity) =>
    Int32Array.from(entity.articles, (id) => numbers.get(id) ?? 0),
  );
  // Of each article, where its entities begin in one list of them all.
  const begins = new Int32Array(numbers.size + 1);
  for (const own of ofEntities)
    for (const article of own) begins[article + 1] = (begins[article + 1] ?? 0) + 1;
  for (let article = 0; article < numbers.size; article += 1)
    begins[article + 1] = (begins[article + 1] ?? 0) + (begins[article] ?? 0);
  const next = begins.slice();
  const mentioned = new Int32Array(begins[numbers.size] ?? 0);
  ofEntities.forEach((own, entity) => {
    for (const article of own) {
      const at = next[article] ?? 0;
      mentioned[at] = entity;
      next[article] = at + 1;
    }
  });
  const counts = new Int32Array(ids.length);
  return {
    entitiesOf: (articleId) => {
      const article = numbers.get(articleId);
      if (article === undefined) return [];
      return Array.from(
        mentioned.subarray(begins[article], begins[article + 1]),
        (entity) => ids[entity] ?? "",
      );
    },
    beside: (entity, most) => {
      const others: number[] = [];
      for (const articleId of entity.articles) {
        const article = numbers.get(articleId) ?? 0;
        const end = begins[article + 1] ?? 0;
        for (let at = begins[article] ?? 0; at < end; at += 1) {
          const other = mentioned[at] ?? 0;
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
