import { inTime } from "../archive/order.ts";
import { roughCount } from "../archive/rough-count.ts";
import type {
  Archive,
  ArchivedArticle,
  ArchivedCollection,
  ArchivedEntity,
  ArticleNumber,
  QuoteRef,
  SpeakerRecord,
} from "../model/archive.ts";
import { EntityType } from "../model/article.ts";
import type {
  ArticlePage,
  EntityCard,
  HeadlineCard,
  NavigationName,
  Page,
  QuoteCard,
} from "../model/page.ts";
import { type Appearances, findAppearances } from "./appearances.ts";
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
  /** @throws MissingRecordError */
  recordOf: (article: ArticleNumber) => ArchivedArticle;
  /** The same object whenever it is asked for. */
  headlineCard: (article: ArticleNumber) => HeadlineCard;
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
  collectionsOf: (article: ArticleNumber) => readonly ArchivedCollection[];
  /** The next older and next newer article of its first collection. */
  neighbors: (article: ArticleNumber) => Neighbors;
  /** The article that is made of a file below the seeds folder. */
  articleAt: (seedPath: string) => ArchivedArticle | undefined;
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
  previous: ArticleNumber | null;
  next: ArticleNumber | null;
}

/** A page asks for something that the archive does not have: a fault of the program, never of the input. */
export class MissingRecordError extends Error {}

/** @param refOf says of what article, and of what form of it, a card or a quote is */
export function makeCatalogue(archive: Archive, refOf: RefOf): Catalogue {
  const sections = navigation(archive);
  const { site } = archive;
  const { entitiesOf, beside } = findAppearances(archive.mentions);
  const collectionCards = new Map<ArchivedCollection, CollectionCard>();
  const collectionsOf: ArchivedCollection[][] = archive.articles.map(() => []);
  for (const collection of archive.collections) {
    const { id, title, kind } = collection;
    collectionCards.set(collection, Object.freeze({ title, kind, path: collectionPath(id) }));
    for (const article of collection.articles) collectionsOf[article]?.push(collection);
  }
  // Asked for by links alone.
  let bySeedPath: ReadonlyMap<string, ArchivedArticle> | null = null;
  const recordOf = (article: ArticleNumber): ArchivedArticle =>
    required(archive.articles[article], "article", `${article}`);
  const headlineCard = rememberEach(archive.articles.length, (article) => headlineCardOf(recordOf(article)));
  const knownSpeaker = remember((id: string) =>
    cardOfSpeaker(required(archive.speakers.get(id), "speaker", id)),
  );
  const speakerCard = (id: string): SpeakerCard | null =>
    archive.speakers.has(id) ? knownSpeaker(id) : null;
  const entityCard = remember((id: string) => cardOfEntity(required(archive.entities.get(id), "entity", id)));
  const namedEntity = rememberEach(archive.mentions.entities.length, (entity): NamedEntity => {
    const { id, articles } = required(archive.mentions.entities[entity], "entity", `${entity}`);
    return { card: entityCard(id), articles: roughCount(articles.length) };
  });
  Object.freeze(site);
  Object.freeze(sections);
  return {
    archive,
    frame: (path) => ({ path, site, sections, lang: site.lang, dir: site.dir }),
    recordOf,
    headlineCard,
    entityCard,
    namedEntity,
    speakerCard,
    quoteDraft: ({ article: id, fragment, speakerId }) => {
      const article = archive.numberOf(id);
      return {
        ref: refOf(article),
        fragment,
        article: headlineCard(article),
        speaker: speakerId === null ? null : speakerCard(speakerId),
      };
    },
    collectionCard: (collection) => required(collectionCards.get(collection), "collection", collection.id),
    entitiesOf,
    beside,
    collectionsOf: (article) => collectionsOf[article] ?? [],
    neighbors: findNeighbors(archive, collectionsOf),
    articleAt: (path) => {
      bySeedPath ??= new Map(archive.articles.map((record) => [record.path, record]));
      return bySeedPath.get(path);
    },
  };
}

function cardOfEntity(entity: ArchivedEntity): EntityCard {
  const { id, type, name, lang, dir } = entity;
  return { entity: { id, type, name, lang, dir }, path: entityPath(type, id) };
}

/** The same function, which makes what is asked for once. */
export function remember<T>(make: (key: string) => T): (key: string) => Readonly<T> {
  const made = new Map<string, Readonly<T>>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    // Frozen, so that its digest may be remembered.
    const fresh = Object.freeze(make(key));
    made.set(key, fresh);
    return fresh;
  };
}

/** As `remember`, of the numbers from 0 to a count: they are not looked for. */
export function rememberEach<T>(count: number, make: (number: number) => T): (number: number) => Readonly<T> {
  const made = new Array<Readonly<T> | undefined>(count).fill(undefined);
  return (number) => {
    const known = made[number];
    if (known !== undefined) return known;
    const fresh = Object.freeze(make(number));
    made[number] = fresh;
    return fresh;
  };
}

/** What is said of an article where others are named. */
export function headlineCardOf({
  id,
  headline,
  lang,
  dir,
  published,
  source,
}: ArchivedArticle): HeadlineCard {
  return { article: { id, headline, lang, dir, published, source }, path: articlePath(id) };
}

function cardOfSpeaker({ id, name, lang, dir }: SpeakerRecord): SpeakerCard {
  return { name, path: speakerPath(id), lang, dir };
}

function navigation(archive: Archive): Frame["sections"] {
  const sections: { path: string; name: NavigationName }[] = [];
  const dated = archive.articles.some(({ published }) => published !== null);
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
  { articles, collections, timeline }: Archive,
  collectionsOf: readonly (readonly ArchivedCollection[])[],
): Catalogue["neighbors"] {
  const [previous, next] = [
    new Int32Array(articles.length).fill(-1),
    new Int32Array(articles.length).fill(-1),
  ];
  for (const collection of collections) {
    const ordered = inTime(collection.articles, timeline);
    ordered.forEach((article, at) => {
      if (collectionsOf[article]?.[0] !== collection) return;
      previous[article] = ordered[at - 1] ?? -1;
      next[article] = ordered[at + 1] ?? -1;
    });
  }
  const orNone = (article: ArticleNumber = -1): ArticleNumber | null => (article < 0 ? null : article);
  return (article) => ({ previous: orNone(previous[article]), next: orNone(next[article]) });
}

function required<T>(found: T | undefined, kind: string, id: string): T {
  if (found === undefined) throw new MissingRecordError(`The archive has no ${kind} with the id "${id}".`);
  return found;
}
