import { countWords } from "../languages/tokens.ts";
import type {
  Archive,
  ArchivedCollection,
  ArchivedEntity,
  ArticleRecord,
  EntityRecord,
  MentionContext,
  QuoteRecord,
  SpeakerRecord,
} from "../model/archive.ts";
import { type Article, EntityType } from "../model/article.ts";
import type { Direction, LanguageTag } from "../model/language.ts";
import type { Collection, Seeds } from "../model/seeds.ts";
import { findContexts, summarize } from "./context.ts";
import { byCount, compareNewestFirst, compareOldestFirst, compareText, count } from "./order.ts";
import { quotesOf } from "./quote-records.ts";
import { relateArticles } from "./relate.ts";
import { chainStories } from "./stories.ts";

/** A parsed article and the file that it was read from, below the seeds folder. */
export interface GatheredArticle {
  path: string;
  article: Article;
}

/**
 * Gathers the catalogue of an archive: its articles by date and collection, its entities and speakers over all of them.
 * The order in which articles come does not change it.
 */
export function gather(seeds: Seeds, gathered: Iterable<GatheredArticle>): Archive {
  const records: ArticleRecord[] = [];
  const tallies = new Map<string, EntityTally>();
  const quotes: QuoteRecord[] = [];
  for (const { path, article } of gathered) {
    records.push(recordOf(article, path));
    tallyEntities(article, tallies);
    quotes.push(...quotesOf(article));
  }
  records.sort(compareNewestFirst);
  const articles = new Map(records.map((record) => [record.id, record]));
  const rank = new Map(records.map((record, index) => [record.id, index]));
  const byPath = new Map(records.map((record) => [record.path, record]));
  const entities = collectEntities(tallies, rank);
  const ordered = quotes.sort((a, b) => compareQuotes(a, b, articles));
  return {
    site: seeds.site,
    introduction: seeds.introduction,
    collections: seeds.collections.map((collection) => resolveCollection(collection, byPath)),
    articles,
    entities,
    speakers: collectSpeakers(ordered, entities),
    saidOf: collectSaid(ordered, entities),
    stories: chainStories(
      articles,
      [...entities.values()].map(({ record }) => record),
    ),
    related: relateArticles(
      articles,
      [...entities.values()].map(({ record }) => record),
    ),
  };
}

function recordOf(article: Article, path: string): ArticleRecord {
  const { id, lang, dir, headline, published, updated, source, authors, tags } = article;
  return {
    id,
    lang,
    dir,
    headline,
    published,
    updated,
    source,
    authors,
    tags,
    summary: summarize(article),
    words: countWords(article.text),
    path,
  };
}

interface EntityTally {
  types: Map<EntityType, number>;
  /** How often each full name heads the entity in an article. */
  names: Map<string, number>;
  /** How often each form is mentioned. */
  forms: Map<string, number>;
  langs: Map<LanguageTag, number>;
  dirs: Map<LanguageTag, Direction>;
  contexts: Map<string, MentionContext[]>;
}

function tallyEntities(article: Article, tallies: Map<string, EntityTally>): void {
  const contexts = findContexts(article);
  for (const entity of article.entities) {
    const tally = tallies.get(entity.id) ?? newTally();
    tallies.set(entity.id, tally);
    count(tally.types, entity.type);
    count(tally.names, entity.name);
    count(tally.langs, article.lang);
    tally.dirs.set(article.lang, article.dir);
    for (const mention of entity.mentions) count(tally.forms, mention.text);
    tally.contexts.set(article.id, contexts.get(entity.id) ?? []);
  }
}

function newTally(): EntityTally {
  return {
    types: new Map(),
    names: new Map(),
    forms: new Map(),
    langs: new Map(),
    dirs: new Map(),
    contexts: new Map(),
  };
}

function collectEntities(
  tallies: ReadonlyMap<string, EntityTally>,
  rank: ReadonlyMap<string, number>,
): Map<string, ArchivedEntity> {
  const newestFirst = (a: string, b: string): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const found = [...tallies].map(([id, tally]): ArchivedEntity => {
    const articles = [...tally.contexts.keys()].sort(newestFirst);
    const contexts = articles.flatMap((article) => tally.contexts.get(article) ?? []);
    const name = byCount(tally.names)[0] ?? id;
    const lang = byCount(tally.langs)[0] ?? "und";
    const record: EntityRecord = {
      id,
      type: mostFrequentType(tally.types),
      name,
      lang,
      dir: tally.dirs.get(lang) ?? "ltr",
      otherNames: byCount(tally.forms).filter((form) => form !== name),
      mentions: [...tally.forms.values()].reduce((sum, mentions) => sum + mentions, 0),
      articles,
    };
    return { record, contexts };
  });
  found.sort(
    ({ record: a }, { record: b }) =>
      b.articles.length - a.articles.length || b.mentions - a.mentions || compareText(a.id, b.id),
  );
  return new Map(found.map((entity) => [entity.record.id, entity]));
}

/** Articles may disagree about what a name is: the archive goes with most of them, of equals with the first in the list of types. */
function mostFrequentType(types: ReadonlyMap<EntityType, number>): EntityType {
  return EntityType.options.reduce((best, type) =>
    (types.get(type) ?? 0) > (types.get(best) ?? 0) ? type : best,
  );
}

function collectSpeakers(
  quotes: readonly QuoteRecord[],
  entities: ReadonlyMap<string, ArchivedEntity>,
): Map<string, SpeakerRecord> {
  const speakers = new Map<string, SpeakerRecord>();
  for (const quote of quotes) {
    if (quote.speakerId === null || quote.speaker === null) continue;
    const known = speakers.get(quote.speakerId);
    if (known !== undefined) {
      known.quotes.push(quote);
      continue;
    }
    const entity = entities.get(quote.speakerId)?.record;
    speakers.set(quote.speakerId, {
      id: quote.speakerId,
      name: entity?.name ?? quote.speaker.name,
      lang: entity?.lang ?? quote.lang,
      dir: entity?.dir ?? quote.dir,
      entity: entity?.id ?? null,
      quotes: [quote],
    });
  }
  return new Map(
    [...speakers].sort(([a, x], [b, y]) => y.quotes.length - x.quotes.length || compareText(a, b)),
  );
}

/** Quotes by the entities that they mention, but for those of the entity itself. */
function collectSaid(
  quotes: readonly QuoteRecord[],
  entities: ReadonlyMap<string, ArchivedEntity>,
): Map<string, QuoteRecord[]> {
  const said = new Map<string, QuoteRecord[]>();
  for (const quote of quotes) {
    for (const id of quote.about) {
      if (id === quote.speakerId || !entities.has(id)) continue;
      const known = said.get(id);
      if (known === undefined) said.set(id, [quote]);
      else known.push(quote);
    }
  }
  return said;
}

function compareQuotes(a: QuoteRecord, b: QuoteRecord, articles: ReadonlyMap<string, ArticleRecord>): number {
  const articleOfA = articles.get(a.article);
  const articleOfB = articles.get(b.article);
  if (articleOfA === undefined || articleOfB === undefined) return compareText(a.id, b.id);
  return compareOldestFirst(articleOfA, articleOfB) || a.start - b.start;
}

function resolveCollection(
  collection: Collection,
  byPath: ReadonlyMap<string, ArticleRecord>,
): ArchivedCollection {
  const ids = new Set<string>();
  for (const item of collection.items) {
    const paths = item.kind === "article" ? [item.path] : item.paths;
    const found = paths.flatMap((path) => byPath.get(path) ?? []).sort(compareOldestFirst);
    for (const { id } of found) ids.add(id);
  }
  const { id, title, kind, level, introduction } = collection;
  return { id, title, kind, level, introduction, articles: [...ids] };
}
