import type { ArticleRecord, ArticleRef, MentionContext, QuoteRecord } from "../model/archive.ts";
import type { Article, ParsedArticle } from "../model/article.ts";
import { catalogEntry, recordOf } from "./catalog-entry.ts";
import { findContexts } from "./context.ts";
import type { Pack } from "./pack.ts";
import { quotesOf } from "./quote-records.ts";
import { encodeEntry } from "./stored-entry.ts";

/** The parts of an article in the store, in their order. Who needs one does not read the others. */
export const partNumber = { entry: 0, record: 1, article: 2, body: 3, contexts: 4, quotes: 5 } as const;
export type StoredPart = keyof typeof partNumber;

/** How many parts the store keeps of each article. */
export const partCount = Object.keys(partNumber).length;

/** What an article's page and its data are made of. */
export interface PublishedParts {
  parsed: ParsedArticle;
  record: ArticleRecord;
  /** The article as a line of JSON, with its end. */
  line: Uint8Array;
}

/** Parsed articles, to be read one at a time. What a store hands out was checked against what was put in. */
export interface ArticleStore {
  /** With its body. */
  load: (ref: ArticleRef) => ParsedArticle;
  loadPublished: (ref: ArticleRef) => PublishedParts;
  /** What lists say of it. */
  loadRecord: (ref: ArticleRef) => ArticleRecord;
  /** Where an entity is mentioned in it; none where it is not. */
  loadContexts: (ref: ArticleRef, entity: string) => MentionContext[];
  /** One of its quotes by its id; null when it has none of that id. */
  loadQuote: (ref: ArticleRef, id: string) => QuoteRecord | null;
}

/** The parts that the store keeps of an article, as bytes. */
export function encodeArticle(parsed: ParsedArticle, path: string): Uint8Array[] {
  const { article, body } = parsed;
  const entry = encodeEntry(catalogEntry(parsed, path));
  const parts = [
    JSON.stringify(recordOf(article, path)),
    `${JSON.stringify(article)}\n`,
    JSON.stringify(body),
  ];
  // A line an entity: a page of one need not read what the article says of the others.
  const contexts = [...findContexts(article)].map(([id, found]) => `${lineOf(id)}${JSON.stringify(found)}`);
  const quotes = quotesOf(article).map((quote) => `${JSON.stringify(quote)}\n`);
  return [entry, ...encodeTexts([...parts, `${contexts.join("")}\n`, quotes.join("")])];
}

/** Texts as UTF-8, in one piece of memory: to get one for each takes longer than to encode it. */
function encodeTexts(texts: readonly string[]): Uint8Array[] {
  // A UTF-16 code unit has three bytes at most.
  const room = Buffer.allocUnsafe(texts.reduce((sum, { length }) => sum + 3 * length, 0));
  let end = 0;
  return texts.map((text) => {
    const start = end;
    end += room.write(text, start);
    return room.subarray(start, end);
  });
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

/** A store that reads a pack. */
export function articleStore(pack: Pick<Pack, "read" | "readParts">): ArticleStore {
  const bytesOf = (ref: ArticleRef, part: StoredPart): Buffer => pack.read(ref.stored, partNumber[part]);
  // What the pack hands out is what `encodeArticle` of this same version made: its check says so, and the key holds the version.
  const parsedOf = (article: Buffer, body: Buffer): ParsedArticle => ({
    article: JSON.parse(article.toString("utf8")) as Article,
    body: JSON.parse(body.toString("utf8")) as ParsedArticle["body"],
  });
  const recordFrom = (record: Buffer): ArticleRecord => JSON.parse(record.toString("utf8")) as ArticleRecord;
  return {
    load: ({ stored }) => {
      const part = pack.readParts(stored, partNumber.article, partNumber.body);
      return parsedOf(part(partNumber.article), part(partNumber.body));
    },
    loadPublished: ({ stored }) => {
      const part = pack.readParts(stored, partNumber.record, partNumber.body);
      const line = part(partNumber.article);
      return {
        parsed: parsedOf(line, part(partNumber.body)),
        record: recordFrom(part(partNumber.record)),
        line,
      };
    },
    loadRecord: (ref) => recordFrom(bytesOf(ref, "record")),
    loadContexts: (ref, entity) => {
      const bytes = bytesOf(ref, "contexts");
      const beginning = lineOf(entity);
      const line = lineFrom(bytes, beginning);
      return line === null ? [] : (JSON.parse(line.slice(beginning.length)) as MentionContext[]);
    },
    loadQuote: (ref, id) => {
      const bytes = bytesOf(ref, "quotes");
      // Its id is what a record begins with, and no other text of a record can be that.
      const line = lineFrom(bytes, `{"id":${JSON.stringify(id)},`);
      return line === null ? null : (JSON.parse(line) as QuoteRecord);
    },
  };
}
