import type {
  Archive,
  ArchivedCollection,
  ArticleRecord,
  CatalogEntry,
  EntityRecord,
  QuoteRef,
  SpeakerRecord,
} from "../model/archive.ts";
import { EntityType } from "../model/article.ts";
import type { Direction, LanguageTag } from "../model/language.ts";
import type { Collection, Seeds } from "../model/seeds.ts";
import { byCount, compareNewestFirst, compareOldestFirst, compareText, count } from "./order.ts";
import { relateArticles } from "./relate.ts";
import { chainStories } from "./stories.ts";

/**
 * Gathers the catalogue of an archive: its articles by date and collection, its entities and speakers over all of them.
 * The order in which articles come does not change it.
 */
export function gather(seeds: Seeds, entries: Iterable<CatalogEntry>): Archive {
  const records: ArticleRecord[] = [];
  const tallies = new Map<string, EntityTally>();
  const quotes = new Map<string, readonly QuoteRef[]>();
  const links = new Map<string, readonly string[]>();
  for (const entry of entries) {
    records.push(entry.record);
    tallyEntities(entry, tallies);
    if (entry.quotes.length > 0) quotes.set(entry.record.id, entry.quotes);
    if (entry.links.length > 0) links.set(entry.record.id, entry.links);
  }
  records.sort(compareNewestFirst);
  const articles = new Map(records.map((record) => [record.id, record]));
  const byPath = new Map(records.map((record) => [record.path, record]));
  const entities = collectEntities(tallies, records);
  const inTime = records.toSorted(compareOldestFirst).flatMap(({ id }) => quotes.get(id) ?? []);
  return {
    site: seeds.site,
    introduction: seeds.introduction,
    collections: seeds.collections.map((collection) => resolveCollection(collection, byPath)),
    articles,
    entities,
    links,
    speakers: collectSpeakers(inTime, articles, entities),
    quotes,
    saidOf: collectSaid(inTime, entities),
    stories: chainStories(articles, entities.values()),
    related: relateArticles(articles, entities.values()),
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
  articles: string[];
}

function tallyEntities({ record, entities }: CatalogEntry, tallies: Map<string, EntityTally>): void {
  for (const entity of entities) {
    const tally = tallies.get(entity.id) ?? newTally();
    tallies.set(entity.id, tally);
    count(tally.types, entity.type);
    count(tally.names, entity.name);
    count(tally.langs, record.lang);
    tally.dirs.set(record.lang, record.dir);
    for (const [form, mentions] of entity.forms) count(tally.forms, form, mentions);
    tally.articles.push(record.id);
  }
}

function newTally(): EntityTally {
  return {
    types: new Map(),
    names: new Map(),
    forms: new Map(),
    langs: new Map(),
    dirs: new Map(),
    articles: [],
  };
}

function collectEntities(
  tallies: ReadonlyMap<string, EntityTally>,
  records: readonly ArticleRecord[],
): Map<string, EntityRecord> {
  if (tallies.size === 0) return new Map();
  const rank = new Map(records.map(({ id }, index) => [id, index]));
  const newestFirst = (a: string, b: string): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const found = [...tallies].map(([id, tally]): EntityRecord => {
    const name = byCount(tally.names)[0] ?? id;
    const lang = byCount(tally.langs)[0] ?? "und";
    return {
      id,
      type: mostFrequentType(tally.types),
      name,
      lang,
      dir: tally.dirs.get(lang) ?? "ltr",
      otherNames: byCount(tally.forms).filter((form) => form !== name),
      mentions: [...tally.forms.values()].reduce((sum, mentions) => sum + mentions, 0),
      articles: [...new Set(tally.articles)].sort(newestFirst),
    };
  });
  found.sort(
    (a, b) => b.articles.length - a.articles.length || b.mentions - a.mentions || compareText(a.id, b.id),
  );
  return new Map(found.map((entity) => [entity.id, entity]));
}

/** Articles may disagree about what a name is: the archive goes with most of them, of equals with the first in the list of types. */
function mostFrequentType(types: ReadonlyMap<EntityType, number>): EntityType {
  return EntityType.options.reduce((best, type) =>
    (types.get(type) ?? 0) > (types.get(best) ?? 0) ? type : best,
  );
}

function collectSpeakers(
  quotes: readonly QuoteRef[],
  articles: ReadonlyMap<string, ArticleRecord>,
  entities: ReadonlyMap<string, EntityRecord>,
): Map<string, SpeakerRecord> {
  const speakers = new Map<string, SpeakerRecord>();
  for (const quote of quotes) {
    if (quote.speakerId === null || quote.speaker === null) continue;
    const known = speakers.get(quote.speakerId);
    if (known !== undefined) {
      known.quotes.push(quote);
      continue;
    }
    const entity = entities.get(quote.speakerId);
    const article = articles.get(quote.article);
    speakers.set(quote.speakerId, {
      id: quote.speakerId,
      name: entity?.name ?? quote.speaker,
      lang: entity?.lang ?? article?.lang ?? "und",
      dir: entity?.dir ?? article?.dir ?? "ltr",
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
  quotes: readonly QuoteRef[],
  entities: ReadonlyMap<string, EntityRecord>,
): Map<string, QuoteRef[]> {
  const said = new Map<string, QuoteRef[]>();
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
