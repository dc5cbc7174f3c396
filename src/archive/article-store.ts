import type {
  ArticleRecord,
  ArticleRef,
  CatalogEntry,
  MentionContext,
  QuoteRecord,
} from "../model/archive.ts";
import type { Article, ParsedArticle } from "../model/article.ts";
import { catalogEntry, recordOf } from "./catalog-entry.ts";
import { findContexts } from "./context.ts";
import { type Pack, type PartPlace, placeOf } from "./pack.ts";
import { quotesOf } from "./quote-records.ts";

/** The parts of an article in the store, in their order. Who needs one does not read the others. */
const part = { entry: 0, record: 1, article: 2, body: 3, contexts: 4, quotes: 5 } as const;

/** How many parts the store keeps of each article. */
export const partCount = Object.keys(part).length;

/** Parsed articles, to be read one at a time. What a store hands out was checked against what was put in. */
export interface ArticleStore {
  /** With its body. */
  load: (ref: ArticleRef) => ParsedArticle;
  /** The article as a line of JSON, with its end. */
  loadLine: (ref: ArticleRef) => Uint8Array;
  /** What the catalogue takes of it. */
  loadEntry: (ref: ArticleRef) => CatalogEntry;
  /** What lists say of it. */
  loadRecord: (ref: ArticleRef) => ArticleRecord;
  /** Where an entity is mentioned in it; none where it is not. */
  loadContexts: (ref: ArticleRef, entity: string) => MentionContext[];
  /** One of its quotes by its id; null when it has none of that id. */
  loadQuote: (ref: ArticleRef, id: string) => QuoteRecord | null;
}

/** Entries are all read after each change: as UTF-16 that takes half the time, for a string has the same bytes. */
const entryEncoding = "utf16le";

/** The parts that the store keeps of an article, as bytes. */
export function encodeArticle(parsed: ParsedArticle, path: string): Uint8Array[] {
  const { article, body } = parsed;
  const entry = Buffer.from(JSON.stringify(catalogEntry(parsed, path)), entryEncoding);
  const parts = [
    JSON.stringify(recordOf(article, path)),
    `${JSON.stringify(article)}\n`,
    JSON.stringify(body),
  ];
  // A line an entity: a page of one need not read what the article says of the others.
  const contexts = [...findContexts(article)].map(([id, found]) => `${lineOf(id)}${JSON.stringify(found)}`);
  const quotes = quotesOf(article).map((quote) => `${JSON.stringify(quote)}\n`);
  const texts = [...parts, `${contexts.join("")}\n`, quotes.join("")].map((text) => Buffer.from(text));
  return [entry, ...texts];
}

/** The beginning of an entity's line, with the end of the one before: JSON has neither line feeds nor tabs in it. */
function lineOf(entity: string): string {
  return `\n${JSON.stringify(entity)}\t`;
}

/** From a beginning to the end of its line; null where the part has no such line. */
function lineFrom(part: Buffer, beginning: string): string | null {
  const line = Buffer.from(beginning);
  const from = part.indexOf(line);
  return from < 0 ? null : part.toString("utf8", from, part.indexOf("\n", from + line.length));
}

/** Whether a part is the `null` of JSON; nothing else is as short. */
function isNull({ stored }: ArticleRef, index: number): boolean {
  return stored.lengths[index] === "null".length;
}

/** How much the catalogue takes of it, in bytes. */
export function entrySize({ stored }: ArticleRef): number {
  return stored.lengths[part.entry] ?? 0;
}

/** Where the article stands as a line of JSON. */
export function linePlace({ stored }: ArticleRef): PartPlace {
  return placeOf(stored, part.article);
}

/** Where its quotes stand, each as a line of JSON. */
export function quotesPlace({ stored }: ArticleRef): PartPlace {
  return placeOf(stored, part.quotes);
}

/** A store that reads a pack. */
export function articleStore(pack: Pick<Pack, "read">): ArticleStore {
  const text = (ref: ArticleRef, index: number): string => pack.read(ref.stored, index).toString("utf8");
  // What the pack hands out is what `encodeArticle` of this same version made: its check says so, and the key holds the version.
  return {
    load: (ref) => ({
      article: JSON.parse(text(ref, part.article)) as Article,
      body: isNull(ref, part.body) ? null : (JSON.parse(text(ref, part.body)) as ParsedArticle["body"]),
    }),
    loadLine: (ref) => pack.read(ref.stored, part.article),
    loadEntry: (ref) => JSON.parse(pack.read(ref.stored, part.entry).toString(entryEncoding)) as CatalogEntry,
    loadRecord: (ref) => JSON.parse(text(ref, part.record)) as ArticleRecord,
    loadContexts: (ref, entity) => {
      const bytes = pack.read(ref.stored, part.contexts);
      const beginning = lineOf(entity);
      const line = lineFrom(bytes, beginning);
      return line === null ? [] : (JSON.parse(line.slice(beginning.length)) as MentionContext[]);
    },
    loadQuote: (ref, id) => {
      const bytes = pack.read(ref.stored, part.quotes);
      // Its id is what a record begins with, and no other text of a record can be that.
      const line = lineFrom(bytes, `{"id":${JSON.stringify(id)},`);
      return line === null ? null : (JSON.parse(line) as QuoteRecord);
    },
  };
}
