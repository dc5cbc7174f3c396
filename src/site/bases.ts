import { speakersOf } from "./article-page.ts";
import { type Catalogue, rememberEach } from "./catalogue.ts";
import type { Digester } from "./digest.ts";
import { type Bases, type Basis, basisOfList, type PlannedPage } from "./planned-page.ts";

/** A page that is known by what it is worked out from. */
export type BasedPage = PlannedPage & { basis: Basis };

export function isBased(page: PlannedPage): page is BasedPage {
  return page.basis !== null;
}

/** Digests of what pages are worked out from. */
export interface PageBases {
  of: (page: BasedPage) => string;
  /** Of all those together. */
  ofGroup: (pages: readonly BasedPage[]) => string;
}

/**
 * Digests of what the pages of a catalogue are worked out from, each article's made once.
 * @param keys of the articles, by their numbers
 */
export function findBases(catalogue: Catalogue, keys: readonly string[], digester: Digester): PageBases {
  const { articles, entities, speakers, mentions } = catalogue.archive;
  const hasNames = entities.size + speakers.size > 0;
  const { textOf, ofText } = digester;
  // A digest of all that the article was parsed from, its id among it.
  const record: Bases["record"] = (article) => textOf(keys[article]);
  // A name stands in many articles: its text is found by its number, not by its card.
  const ofEntity = rememberEach(mentions.entities.length, (entity) =>
    textOf(catalogue.namedEntity(entity).card),
  );
  const named = rememberEach(articles.length, (article) => {
    let text = record(article);
    for (const entity of catalogue.entitiesOf(article)) text += ofEntity(entity);
    return ofText(
      text + basisOfList(speakersOf(catalogue, article), ([id, card]) => textOf(id) + textOf(card)),
    );
  });
  const counts: Bases["counts"] = (article) => {
    let text = "";
    for (const entity of catalogue.entitiesOf(article)) text += `${catalogue.namedEntity(entity).articles},`;
    return `${text};`;
  };
  const made = new Map<string, string>();
  const once: Bases["once"] = (name, make) => {
    const known = made.get(name) ?? ofText(make());
    made.set(name, known);
    return known;
  };
  const bases: Bases = { record, article: hasNames ? named : record, counts, value: textOf, once };
  const { site, sections } = catalogue.frame("");
  const common = textOf(site) + textOf(sections);
  const tell = (page: BasedPage): string => textOf(page.path) + page.basis(bases);
  return {
    of: (page) => ofText(common + tell(page)),
    ofGroup: (pages) => {
      let text = common;
      for (const page of pages) text += tell(page);
      return ofText(text);
    },
  };
}
