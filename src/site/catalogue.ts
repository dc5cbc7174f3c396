import { compareOldestFirst, pushTo } from "../archive/order.ts";
import { roughCount } from "../archive/rough-count.ts";
import type {
  Archive,
  ArchivedCollection,
  ArticleRecord,
  EntityRecord,
  QuoteRef,
  SpeakerRecord,
} from "../model/archive.ts";
import { EntityType } from "../model/article.ts";
import type {
  ArticleCard,
  ArticlePage,
  EntityCard,
  HeadlineCard,
  NavigationName,
  Page,
  QuoteCard,
} from "../model/page.ts";
import { type Appearances, findAppearances } from "./appearances.ts";
import { tellDigest } from "./digest.ts";
import type { QuoteDraft } from "./page-draft.ts";
import {
  articlePath,
  collectionPath,
  entityFolders,
  entityIndexPath,
  entityPath,
  quotesIndexPath,
  speakerPath,
} from "./paths.ts";
import type { RefOf } from "./planned-page.ts";

/** What the planning of every page asks of an archive, worked out once. */
export interface Catalogue extends Appearances {
  archive: Archive;
  /** What each page has beside its own content. */
  frame: (path: string) => Frame;
  /** The same object whenever it is asked for. */
  articleCard: (id: string) => ArticleCard;
  /** The same object whenever it is asked for. */
  headlineCard: (id: string) => HeadlineCard;
  /** The same object whenever it is asked for. */
  entityCard: (id: string) => EntityCard;
  /** Of an entity by its number. The same object whenever it is asked for. */
  namedEntity: (entity: number) => NamedEntity;
  /** The same object whenever it is asked for; null for one that has no page. */
  speakerCard: (id: string) => SpeakerCard | null;
  quoteDraft: (quote: QuoteRef) => QuoteDraft;
  /** The same object whenever it is asked for. */
  collectionCard: (collection: ArchivedCollection) => CollectionCard;
  /** In the order of INDEX.md. */
  collectionsOf: (articleId: string) => readonly ArchivedCollection[];
  /** The next older and next newer article of its first collection. */
  neighbors: (articleId: string) => Neighbors;
  /** The article that is made of a file below the seeds folder. */
  articleAt: (seedPath: string) => ArticleRecord | undefined;
}

/** An entity as an article names it. */
export interface NamedEntity {
  card: EntityCard;
  /** How many articles mention it, as `roughCount` says. */
  articles: number;
}

export type CollectionCard = ArticlePage["collections"][number];

export type SpeakerCard = NonNullable<QuoteCard["speaker"]>;

export type Frame = Pick<Page, "path" | "site" | "sections" | "lang" | "dir">;

export interface Neighbors {
  previous: string | null;
  next: string | null;
}

/** A page asks for something that the archive does not have: a fault of the program, never of the input. */
export class MissingRecordError extends Error {}

/** @param refOf says of what article, and of what form of it, a card or a quote is */
export function makeCatalogue(archive: Archive, refOf: RefOf): Catalogue {
  const sections = navigation(archive);
  const { site } = archive;
  const { entitiesOf, beside } = findAppearances(archive.mentions);
  const collectionCards = new Map<ArchivedCollection, CollectionCard>();
  const collectionsOf = new Map<string, ArchivedCollection[]>();
  for (const collection of archive.collections) {
    const { id, title, kind } = collection;
    collectionCards.set(collection, Object.freeze({ title, kind, path: collectionPath(id) }));
    for (const article of collection.articles) pushTo(collectionsOf, article, collection);
  }
  const neighbors = findNeighbors(archive, collectionsOf);
  // Asked for by links alone.
  let bySeedPath: ReadonlyMap<string, ArticleRecord> | null = null;
  const articleCard = remember((id: string): ArticleCard => {
    const article = required(archive.articles.get(id), "article", id);
    const card = Object.freeze({ article: Object.freeze(article), path: articlePath(id) });
    // Nothing is in a record that its article does not say.
    tellDigest(card, refOf(id).key);
    tellDigest(article, refOf(id).key);
    return card;
  });
  const headlineCard = remember((id: string) =>
    headlineCardOf(required(archive.articles.get(id), "article", id)),
  );
  const knownSpeaker = remember((id: string) =>
    cardOfSpeaker(required(archive.speakers.get(id), "speaker", id)),
  );
  const speakerCard = (id: string): SpeakerCard | null =>
    archive.speakers.has(id) ? knownSpeaker(id) : null;
  const entityCard = remember((id: string) => cardOfEntity(required(archive.entities.get(id), "entity", id)));
  const namedEntity = remember((entity: number): NamedEntity => {
    const { id, articles } = required(archive.mentions.entities[entity], "entity", `${entity}`);
    return { card: entityCard(id), articles: roughCount(articles.length) };
  });
  Object.freeze(site);
  Object.freeze(sections);
  return {
    archive,
    frame: (path) => ({ path, site, sections, lang: site.lang, dir: site.dir }),
    articleCard,
    headlineCard,
    entityCard,
    namedEntity,
    speakerCard,
    quoteDraft: ({ article, fragment, speakerId }) => ({
      ref: refOf(article),
      fragment,
      article: headlineCard(article),
      speaker: speakerId === null ? null : speakerCard(speakerId),
    }),
    collectionCard: (collection) => required(collectionCards.get(collection), "collection", collection.id),
    entitiesOf,
    beside,
    collectionsOf: (id) => collectionsOf.get(id) ?? [],
    neighbors: (id) => neighbors.get(id) ?? { previous: null, next: null },
    articleAt: (path) => {
      bySeedPath ??= new Map(Array.from(archive.articles.values(), (record) => [record.path, record]));
      return bySeedPath.get(path);
    },
  };
}

function cardOfEntity(entity: EntityRecord): EntityCard {
  const { id, type, name, lang, dir } = entity;
  return { entity: { id, type, name, lang, dir }, path: entityPath(type, id) };
}

/** The same function, which makes what is asked for once. */
export function remember<K extends string | number, T>(make: (key: K) => T): (key: K) => Readonly<T> {
  const made = new Map<K, Readonly<T>>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    // Frozen, so that its digest may be remembered.
    const fresh = Object.freeze(make(key));
    made.set(key, fresh);
    return fresh;
  };
}

/** What is said of an article where others are named. */
export function headlineCardOf({ id, headline, lang, dir, published, source }: ArticleRecord): HeadlineCard {
  return { article: { id, headline, lang, dir, published, source }, path: articlePath(id) };
}

function cardOfSpeaker({ id, name, lang, dir }: SpeakerRecord): SpeakerCard {
  return { name, path: speakerPath(id), lang, dir };
}

function navigation(archive: Archive): Frame["sections"] {
  const sections: { path: string; name: NavigationName }[] = [];
  const dated = [...archive.articles.values()].some(({ published }) => published !== null);
  if (dated) sections.push({ path: "dates/index.html", name: "dates" });
  const types = new Set([...archive.entities.values()].map(({ type }) => type));
  for (const type of EntityType.options) {
    if (types.has(type)) sections.push({ path: entityIndexPath(type), name: entityFolders[type] });
  }
  if (archive.speakers.size > 0) sections.push({ path: quotesIndexPath(), name: "quotes" });
  sections.push({ path: "search.html", name: "search" });
  return sections;
}

function findNeighbors(
  archive: Archive,
  collectionsOf: ReadonlyMap<string, ArchivedCollection[]>,
): Map<string, Neighbors> {
  const neighbors = new Map<string, Neighbors>();
  for (const collection of archive.collections) {
    const ordered = collection.articles
      .flatMap((id) => archive.articles.get(id) ?? [])
      .sort(compareOldestFirst);
    ordered.forEach(({ id }, index) => {
      if (collectionsOf.get(id)?.[0] !== collection) return;
      neighbors.set(id, { previous: ordered[index - 1]?.id ?? null, next: ordered[index + 1]?.id ?? null });
    });
  }
  return neighbors;
}

function required<T>(found: T | undefined, kind: string, id: string): T {
  if (found === undefined) throw new MissingRecordError(`The archive has no ${kind} with the id "${id}".`);
  return found;
}
