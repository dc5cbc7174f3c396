import { speakersOf } from "./article-page.ts";
import { type Catalogue, remember } from "./catalogue.ts";
import type { Digester } from "./digest.ts";
import type { Bases, PlannedPage, RefOf } from "./planned-page.ts";

/** Says what a page is worked out from, in a digest; null for a page that has to be drafted to know. */
export type BasisOf = (page: PlannedPage) => string | null;

/** Digests of what the pages of a catalogue are worked out from, each article's made once. */
export function findBases(catalogue: Catalogue, refOf: RefOf, digester: Digester): BasisOf {
  const { entities, speakers } = catalogue.archive;
  const hasNames = entities.size + speakers.size > 0;
  // The key is a digest of all that the article was parsed from.
  const record = remember((id) => `${id} ${refOf(id).key}`);
  const named = remember((id) => {
    const names = catalogue.entitiesOf(id).map(catalogue.entityCard);
    return digester.of([id, refOf(id), names, speakersOf(catalogue, id)]);
  });
  const bases: Bases = { record, article: hasNames ? named : record };
  const { site, sections } = catalogue.frame("");
  return ({ path, basis }) => {
    const made = basis?.(bases) ?? null;
    return made === null ? null : digester.of([site, sections, path, made]);
  };
}
