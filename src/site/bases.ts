import { speakersOf } from "./article-page.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Digester } from "./digest.ts";
import type { Bases, PlannedPage, RefOf } from "./planned-page.ts";

/** Says what a page is worked out from, in a digest; null for a page that has to be drafted to know. */
export type BasisOf = (page: PlannedPage) => string | null;

/** Digests of what the pages of a catalogue are worked out from, each article's made once. */
export function findBases(catalogue: Catalogue, refOf: RefOf, digester: Digester): BasisOf {
  const articles = new Map<string, string>();
  const { entities, speakers } = catalogue.archive;
  const hasNames = entities.size + speakers.size > 0;
  // The key is a digest of all that the article was parsed from.
  const records = new Map<string, string>();
  const record = (id: string): string => {
    let basis = records.get(id);
    if (basis === undefined) {
      basis = `${id} ${refOf(id).key}`;
      records.set(id, basis);
    }
    return basis;
  };
  const bases: Bases = {
    record,
    article: (id) => {
      if (!hasNames) return record(id);
      let basis = articles.get(id);
      if (basis === undefined) {
        const names = catalogue.entitiesOf(id).map(catalogue.entityCard);
        basis = digester.of([id, refOf(id), names, speakersOf(catalogue, id)]);
        articles.set(id, basis);
      }
      return basis;
    },
  };
  const { site, sections } = catalogue.frame("");
  return ({ path, basis }) => {
    const made = basis?.(bases) ?? null;
    return made === null ? null : digester.of([site, sections, path, made]);
  };
}
