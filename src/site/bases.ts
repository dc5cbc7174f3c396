import { lengthOf } from "../archive/mentions.ts";
import { roughCount } from "../archive/rough-count.ts";
import { speakersOf } from "./article-page.ts";
import { type Catalogue, rememberEach } from "./catalogue.ts";
import { type Digester, writeList } from "./digest.ts";
import { type Basis, type BasisWriter, type PlannedPage, writeEntity } from "./planned-page.ts";

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
  const { writer, digestOnce, ofWritten } = digester;
  const { value, number, digest } = writer;
  // A digest of all that the article was parsed from, its id among it.
  const records = inNumbers(keys);
  const record: BasisWriter["record"] = (article) =>
    writer.numbers(records.numbers, article * records.size, (article + 1) * records.size);
  // A name stands in many articles: what is said of it is found by its number, and no card is made.
  const ofEntity = rememberEach(mentions.entities.length, (nth) =>
    digestOnce(() => {
      const entity = mentions.entities[nth];
      if (entity !== undefined) writeEntity(writer, entity);
    }),
  );
  const countOf = rememberEach(mentions.entities.length, (entity) =>
    roughCount(lengthOf(mentions.articlesOf, entity)),
  );
  const ofNamed = rememberEach(articles.length, (article) =>
    digestOnce(() => {
      record(article);
      writeList(writer, catalogue.entitiesOf(article), (entity) => digest(ofEntity(entity)));
      writeList(writer, speakersOf(catalogue, article), ([id, card]) => {
        value(id);
        value(card);
      });
    }),
  );
  const made = new Map<string, number>();
  const to: BasisWriter = {
    ...writer,
    record,
    article: hasNames ? (article) => digest(ofNamed(article)) : record,
    counts: (article) =>
      writeList(writer, catalogue.entitiesOf(article), (entity) => number(countOf(entity))),
    once: (name, write) => {
      const known = made.get(name) ?? digestOnce(write);
      made.set(name, known);
      digest(known);
    },
  };
  const { site, sections } = catalogue.frame("");
  const tell = (pages: readonly BasedPage[]): void => {
    value(site);
    value(sections);
    for (const page of pages) {
      value(page.path);
      page.basis(to);
    }
  };
  return {
    of: (page) => ofWritten(() => tell([page])),
    ofGroup: (pages) => ofWritten(() => tell(pages)),
  };
}

/** Texts as numbers, of each as many: they are copied a million times. */
function inNumbers(texts: readonly string[]): { numbers: Int32Array; size: number } {
  const length = texts.reduce((most, text) => Math.max(most, text.length), 0);
  // A code unit has two bytes. Where a text ends tells what it says: there are no null characters in keys.
  const size = Math.ceil(length / 2);
  const numbers = new Int32Array(texts.length * size);
  const bytes = Buffer.from(numbers.buffer);
  texts.forEach((text, nth) => {
    bytes.write(text, nth * size * numbers.BYTES_PER_ELEMENT, "utf16le");
  });
  return { numbers, size };
}
