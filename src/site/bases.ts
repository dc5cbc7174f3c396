import { speakersOf } from "./article-page.ts";
import { type Catalogue, remember } from "./catalogue.ts";
import type { Digester } from "./digest.ts";
import type { Bases, PlannedPage, RefOf } from "./planned-page.ts";

/** Digests of what pages are worked out from. */
export interface PageBases {
  /** Of a page; null for one that has to be drafted to know. */
  of: (page: PlannedPage) => string | null;
  /** Of all those together that have one. */
  ofGroup: (pages: readonly PlannedPage[]) => { basis: string; known: PlannedPage[] };
}

/** Digests of what the pages of a catalogue are worked out from, each article's made once. */
export function findBases(catalogue: Catalogue, refOf: RefOf, digester: Digester): PageBases {
  const { entities, speakers } = catalogue.archive;
  const hasNames = entities.size + speakers.size > 0;
  // A digest of all that the article was parsed from, its id among it.
  const record = (id: string): string => refOf(id).key;
  const ofCard = remember((entity: number) => digester.of(catalogue.namedEntity(entity).card));
  const named = remember((id: string) => {
    let names = "";
    for (const entity of catalogue.entitiesOf(id)) names += ofCard(entity);
    return digester.of([refOf(id), names, speakersOf(catalogue, id)]);
  });
  const counts = (id: string): string =>
    catalogue
      .entitiesOf(id)
      .map((entity) => catalogue.namedEntity(entity).articles)
      .join();
  const made = new Map<string, readonly unknown[]>();
  const once: Bases["once"] = (name, make) => {
    const known = made.get(name) ?? Object.freeze(make());
    made.set(name, known);
    return known;
  };
  const bases: Bases = { record, article: hasNames ? named : record, counts, once };
  const { site, sections } = catalogue.frame("");
  const madeOf = ({ basis }: PlannedPage): readonly unknown[] | null => basis?.(bases) ?? null;
  return {
    of: (page) => {
      const made = madeOf(page);
      return made === null ? null : digester.of([site, sections, page.path, made]);
    },
    ofGroup: (pages) => {
      const known: PlannedPage[] = [];
      const all: unknown[] = [site, sections];
      for (const page of pages) {
        const made = madeOf(page);
        if (made === null) continue;
        known.push(page);
        all.push(page.path, made);
      }
      return { basis: digester.of(all), known };
    },
  };
}
