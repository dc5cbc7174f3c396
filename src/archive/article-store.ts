import type { ArticleRef, CatalogEntry, MentionContext } from "../model/archive.ts";
import type { Article, ParsedArticle } from "../model/article.ts";
import { catalogEntry } from "./catalog-entry.ts";
import { findContexts } from "./context.ts";
import type { Pack } from "./pack.ts";

/** The parts of an article in the store, in their order. Who needs one does not read the others. */
const part = { entry: 0, article: 1, body: 2, contexts: 3 } as const;

/** Parsed articles, to be read one at a time. What a store hands out was checked against what was put in. */
export interface ArticleStore {
  /** With its body. */
  load: (ref: ArticleRef) => ParsedArticle;
  /** The article as a line of JSON, without its end. */
  loadLine: (ref: ArticleRef) => Uint8Array;
  /** What the catalogue takes of it. */
  loadEntry: (ref: ArticleRef) => CatalogEntry;
  /** Where each of its entities is mentioned, by entity id. */
  loadContexts: (ref: ArticleRef) => ReadonlyMap<string, readonly MentionContext[]>;
}

/** The parts that the store keeps of an article, as bytes. */
export function encodeArticle(parsed: ParsedArticle, path: string): Uint8Array[] {
  const { article, body } = parsed;
  const parts = [catalogEntry(parsed, path), article, body, [...findContexts(article)]];
  return parts.map((value) => Buffer.from(JSON.stringify(value)));
}

/** A store that reads a pack. */
export function articleStore(pack: Pick<Pack, "read">): ArticleStore {
  const text = (ref: ArticleRef, index: number): string => pack.read(ref.stored, index).toString("utf8");
  // What the pack hands out is what `encodeArticle` of this same version made: its check says so, and the key holds the version.
  return {
    load: (ref) => ({
      article: JSON.parse(text(ref, part.article)) as Article,
      body: JSON.parse(text(ref, part.body)) as ParsedArticle["body"],
    }),
    loadLine: (ref) => pack.read(ref.stored, part.article),
    loadEntry: (ref) => JSON.parse(text(ref, part.entry)) as CatalogEntry,
    loadContexts: (ref) =>
      new Map(JSON.parse(text(ref, part.contexts)) as [string, readonly MentionContext[]][]),
  };
}
