import type { RootContent } from "mdast";
import * as z from "zod";
import { EntityType, Range, Speaker } from "./article.ts";
import { IsoDate } from "./iso-date.ts";
import { Direction, LanguageTag } from "./language.ts";
import type { SiteConfig } from "./seeds.ts";

/** What lists say of an article. */
export const ArticleRecord = z.object({
  id: z.string(),
  lang: LanguageTag,
  dir: Direction,
  headline: z.string(),
  published: IsoDate.nullable(),
  updated: IsoDate.nullable(),
  source: z.string().nullable(),
  authors: z.array(z.string()),
  tags: z.array(z.string()),
  /** The editor's summary, or the first paragraph cut at a word. */
  summary: z.string(),
  /** How many words its text has, by Unicode word boundaries. */
  words: z.int().nonnegative(),
  /** Below the seeds folder. */
  path: z.string(),
});
export type ArticleRecord = z.infer<typeof ArticleRecord>;

/** An article as the catalogue holds it. The rest of its record, of which the summary is most, stays in the store until a page is made. */
export type ArchivedArticle = Pick<
  ArticleRecord,
  "id" | "lang" | "dir" | "headline" | "published" | "updated" | "source" | "path"
>;

/** A mention of an entity, with the words around it. */
export const MentionContext = z.object({
  article: z.string(),
  /** Of the mention in the article's text. */
  start: Range.shape.start,
  end: Range.shape.end,
  before: z.string(),
  text: z.string(),
  after: z.string(),
  /** The paragraph that holds it, from 1; null in a heading. */
  paragraph: z.int().positive().nullable(),
});
export type MentionContext = z.infer<typeof MentionContext>;

/** An entity over the whole archive. Published in `data/entities.ndjson`. */
export const EntityRecord = z.object({
  id: z.string(),
  type: EntityType,
  name: z.string(),
  lang: LanguageTag,
  dir: Direction,
  /** Other forms found, by how often, then by code unit. */
  otherNames: z.array(z.string()),
  mentions: z.int().positive(),
  /** Ids of the articles, newest first. */
  articles: z.array(z.string()),
});
export type EntityRecord = z.infer<typeof EntityRecord>;

/** An entity as the catalogue holds it. */
export interface ArchivedEntity extends Omit<EntityRecord, "articles"> {
  /** Newest first. */
  articles: readonly ArticleNumber[];
}

/** Something said, over the whole archive. Published in `data/quotes.ndjson`. */
export const QuoteRecord = z.object({
  /** `<article id>#<fragment of the quote in the article's page>` */
  id: z.string(),
  article: z.string(),
  /** The element of the article's page, such as `q3`. */
  fragment: z.string(),
  published: IsoDate.nullable(),
  lang: LanguageTag,
  dir: Direction,
  start: Range.shape.start,
  end: Range.shape.end,
  text: z.string(),
  speaker: Speaker.nullable(),
  /** The `quotes/<id>.html` page that it is on; null when nobody is known to have said it. */
  speakerId: z.string().nullable(),
  /** Ids of the entities that it mentions. */
  about: z.array(z.string()),
});
export type QuoteRecord = z.infer<typeof QuoteRecord>;

/** A quote as the catalogue holds it: where it is and whose it is. Its words stay in the store. */
export interface QuoteRef extends Pick<QuoteRecord, "article" | "fragment" | "speakerId" | "about"> {
  /** As the article names them; null when nobody is known to have said it. */
  speaker: string | null;
}

/** Somebody who is quoted. */
export interface SpeakerRecord {
  /** Names `quotes/<id>.html`. An entity's id when the speaker is one. */
  id: string;
  name: string;
  lang: LanguageTag;
  dir: Direction;
  /** Id of the entity, or null for an unnamed spokesman. */
  entity: string | null;
  /** In order of publication, oldest first, undated ones last. */
  quotes: QuoteRef[];
}

/** What marks say of an entity: not how many articles mention it, as that changes with each one more. */
export type EntityBrief = Pick<EntityRecord, "id" | "type" | "name" | "lang" | "dir">;

export interface ArchivedCollection {
  id: string;
  /** Null: the interface names it, by its kind. */
  title: string | null;
  kind: "listed" | "unlisted";
  level: number;
  introduction: RootContent[];
  /** In reading order. */
  articles: readonly ArticleNumber[];
}

/**
 * The number of an article is its place in `Archive.articles`. Lists of articles are lists of these: what is known of one is then
 * found by its place, where by an id it is looked for.
 */
export type ArticleNumber = number;

/** The order of articles in time: oldest first, undated last, of one day by id. */
export interface Timeline {
  /** The articles in that order. */
  articles: Int32Array;
  /** The place of each article in it. */
  places: Int32Array;
}

/** Why two articles are related: entities that they share, rarest first. */
export interface RelatedArticle {
  article: ArticleNumber;
  /** Ids. */
  shared: string[];
}

/**
 * What a catalogue takes of an article: lean, so that those of a whole archive fit in memory. The article itself stays in
 * a store until its page is made.
 */
export interface CatalogEntry {
  article: ArchivedArticle;
  entities: {
    id: string;
    type: EntityType;
    name: string;
    /** Each form with how often it is mentioned. */
    forms: (readonly [form: string, mentions: number])[];
  }[];
  /** In the order of the text. */
  quotes: QuoteRef[];
  /** Addresses of its links that may lead to other articles, as they are written. */
  links: string[];
}

/** A parsed article in the store. */
export interface ArticleRef {
  /** Digest of all that the article was made of: its file, what INDEX.md says of it, settings and program. */
  key: string;
  /**
   * Where its parts stand: the numbers from `at` on are the first byte, then of each part the length and the CRC-32. They are one piece of
   * memory for all articles, which threads share: drafts of pages name a million articles.
   */
  stored: { numbers: Float64Array; at: number };
}

/** Lists of numbers, one behind another: there may be a million of them. */
export interface NumberLists {
  /** Where in `values` each list begins, and at the end where the last one ends. */
  starts: Int32Array;
  values: Int32Array;
}

/** Who is mentioned where, in numbers: of ids a hundred thousand articles have a million. */
export interface Mentions {
  /** By number, in the order of their ids. */
  entities: readonly ArchivedEntity[];
  /** Of each entity the articles that mention it, as `ArchivedEntity.articles` has them. */
  articlesOf: NumberLists;
  /** Of each article the entities that it mentions, by number. */
  entitiesOf: NumberLists;
}

/** The catalogue: everything that pages are planned from. */
export interface Archive {
  site: SiteConfig;
  introduction: RootContent[];
  collections: ArchivedCollection[];
  /** Newest first, undated last, then by id. */
  articles: readonly ArchivedArticle[];
  /** Of an article by its id; -1 for one that there is not. */
  numberOf: (articleId: string) => ArticleNumber;
  timeline: Timeline;
  /** By id. Iteration is by how many articles mention them, then by id. */
  entities: ReadonlyMap<string, ArchivedEntity>;
  mentions: Mentions;
  /** By id. Iteration is by number of quotes, then by id. */
  speakers: ReadonlyMap<string, SpeakerRecord>;
  /** By article, in the order of the text. */
  quotes: readonly (readonly QuoteRef[])[];
  /** What others said of an entity, by its id, in the order of `SpeakerRecord.quotes`; entities with none are absent. */
  saidOf: ReadonlyMap<string, readonly QuoteRef[]>;
  /** By article. Most related first. */
  related: readonly (readonly RelatedArticle[])[];
  /** By article, the addresses of its links that may lead to other articles. */
  links: readonly (readonly string[])[];
  /** By article, all of its event, oldest first; none where it stands alone. */
  stories: readonly (readonly ArticleNumber[])[];
}
