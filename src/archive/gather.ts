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
import type { LanguageTag } from "../model/language.ts";
import type { Collection, Seeds } from "../model/seeds.ts";
import { findMentions } from "./mentions.ts";
import { compareNewestFirst, compareOldestFirst, compareText } from "./order.ts";
import { relateArticles } from "./relate.ts";
import { chainStories } from "./stories.ts";
import { Tally } from "./tally.ts";

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
  const mentions = findMentions(articles, entities.values());
  const inTime = records.toSorted(compareOldestFirst).flatMap(({ id }) => quotes.get(id) ?? []);
  return {
    site: seeds.site,
    introduction: seeds.introduction,
    collections: seeds.collections.map((collection) => resolveCollection(collection, byPath)),
    articles,
    entities,
    mentions,
    links,
    speakers: collectSpeakers(inTime, articles, entities),
    quotes,
    saidOf: collectSaid(inTime, entities),
    stories: chainStories(mentions),
    related: relateArticles(mentions),
  };
}

interface EntityTally {
  types: Tally<EntityType>;
  /** How often each full name heads the entity in an article. */
  names: Tally<string>;
  /** How often each form is mentioned. */
  forms: Tally<string>;
  langs: Tally<LanguageTag>;
  /** Ids, as they are read. */
  articles: string[];
}

function tallyEntities({ record, entities }: CatalogEntry, tallies: Map<string, EntityTally>): void {
  for (const entity of entities) {
    const tally = tallies.get(entity.id) ?? newTally();
    tallies.set(entity.id, tally);
    tally.types.add(entity.type);
    tally.names.add(entity.name);
    tally.langs.add(record.lang);
    for (const [form, mentions] of entity.forms) tally.forms.add(form, mentions);
    tally.articles.push(record.id);
  }
}

function newTally(): EntityTally {
  return {
    types: new Tally(),
    names: new Tally(),
    forms: new Tally(),
    langs: new Tally(),
    articles: [],
  };
}

function collectEntities(
  tallies: ReadonlyMap<string, EntityTally>,
  records: readonly ArticleRecord[],
): Map<string, EntityRecord> {
  if (tallies.size === 0) return new Map();
  const ranks = new Map(records.map(({ id }, rank) => [id, rank]));
  const dirs = new Map(records.map(({ lang, dir }) => [lang, dir]));
  const newestFirst = (ids: readonly string[]): string[] => {
    const sorted = Int32Array.from(ids, (id) => ranks.get(id) ?? 0).sort();
    const once = sorted.filter((rank, at) => at === 0 || rank !== sorted[at - 1]);
    return Array.from(once, (rank) => records[rank]?.id ?? "");
  };
  const found = [...tallies].map(([id, tally]): EntityRecord => {
    const name = tally.names.byCount()[0] ?? id;
    const lang = tally.langs.byCount()[0] ?? "und";
    return {
      id,
      type: mostFrequentType(tally.types),
      name,
      lang,
      dir: dirs.get(lang) ?? "ltr",
      otherNames: tally.forms.byCount().filter((form) => form !== name),
      mentions: tally.forms.total(),
      articles: tally.articles.length === 1 ? tally.articles : newestFirst(tally.articles),
    };
  });
  found.sort(
    (a, b) => b.articles.length - a.articles.length || b.mentions - a.mentions || compareText(a.id, b.id),
  );
  return new Map(found.map((entity) => [entity.id, entity]));
}

/** Articles may disagree about what a name is: the archive goes with most of them, of equals with the first in the list of types. */
function mostFrequentType(types: Tally<EntityType>): EntityType {
  return EntityType.options.reduce((best, type) => (types.of(type) > types.of(best) ? type : best));
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
