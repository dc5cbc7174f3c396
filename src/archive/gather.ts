import type {
  Archive,
  ArchivedArticle,
  ArchivedCollection,
  ArchivedEntity,
  ArticleNumber,
  CatalogEntry,
  QuoteRef,
  SpeakerRecord,
  Timeline,
} from "../model/archive.ts";
import { EntityType } from "../model/article.ts";
import type { LanguageTag } from "../model/language.ts";
import type { Collection, Seeds } from "../model/seeds.ts";
import { once } from "../once.ts";
import { findMentions } from "./mentions.ts";
import { compareText, findInOrder, inTime, timelineOf } from "./order.ts";
import { relateArticles } from "./relate.ts";
import { chainStories } from "./stories.ts";
import { Tally } from "./tally.ts";

/**
 * Gathers the catalogue of an archive: its articles by date and collection, its entities and speakers over all of them.
 * The order in which articles come does not change it.
 * @param numbers of the articles, in that order: as `numberArticles` has them
 */
export function gather(seeds: Seeds, entries: Iterable<CatalogEntry>, numbers: Int32Array): Archive {
  const read: ArchivedArticle[] = [];
  const tallies = new Map<string, EntityTally>();
  const quotesRead: (readonly QuoteRef[])[] = [];
  const linksRead: (readonly string[])[] = [];
  for (const entry of entries) {
    tallyEntities(entry, numbers[read.length] ?? 0, tallies);
    read.push(entry.article);
    quotesRead.push(entry.quotes.length === 0 ? none : entry.quotes);
    linksRead.push(entry.links.length === 0 ? none : entry.links);
  }
  const articles = byNumber(read, numbers);
  // An archive without links and quotes is not asked.
  const byId = once(() => new Map(articles.map(({ id }, number) => [id, number])));
  const numberOf = (id: string): ArticleNumber => byId().get(id) ?? -1;
  const quotes = byNumber(quotesRead, numbers);
  const timeline = timelineOf(articles);
  const entities = collectEntities(tallies, articles);
  const mentions = findMentions(articles.length, entities.values());
  const said = Array.from(timeline.articles, (article) => quotes[article] ?? none).flat();
  return {
    site: seeds.site,
    introduction: seeds.introduction,
    collections: resolveCollections(seeds.collections, read, numbers, timeline),
    articles,
    numberOf,
    timeline,
    entities,
    mentions,
    links: byNumber(linksRead, numbers),
    speakers: collectSpeakers(said, (id) => articles[numberOf(id)], entities),
    quotes,
    saidOf: collectSaid(said, entities),
    stories: chainStories(articles, timeline, mentions),
    related: relateArticles(articles, mentions),
  };
}

/** Most articles have no links to others, and some archives no quotes. */
const none: readonly never[] = [];

/** What was read of each article, by its number. */
function byNumber<T>(read: readonly T[], numbers: Int32Array): T[] {
  const ordered = [...read];
  read.forEach((one, at) => {
    ordered[numbers[at] ?? 0] = one;
  });
  return ordered;
}

interface EntityTally {
  types: Tally<EntityType>;
  /** How often each full name heads the entity in an article. */
  names: Tally<string>;
  /** How often each form is mentioned. */
  forms: Tally<string>;
  langs: Tally<LanguageTag>;
  /** Each once, in no order. */
  articles: ArticleNumber[];
}

function tallyEntities(
  { article: { lang }, entities }: CatalogEntry,
  article: ArticleNumber,
  tallies: Map<string, EntityTally>,
): void {
  for (const entity of entities) {
    const tally = tallies.get(entity.id) ?? newTally();
    tallies.set(entity.id, tally);
    tally.types.add(entity.type);
    tally.names.add(entity.name);
    tally.langs.add(lang);
    for (const [form, mentions] of entity.forms) tally.forms.add(form, mentions);
    if (tally.articles.at(-1) !== article) tally.articles.push(article);
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
  records: readonly ArchivedArticle[],
): Map<string, ArchivedEntity> {
  if (tallies.size === 0) return new Map();
  const dirs = new Map(records.map(({ lang, dir }) => [lang, dir]));
  const found = [...tallies].map(([id, tally]): ArchivedEntity => {
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
      articles: tally.articles.sort((a, b) => a - b),
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
  articleOf: (id: string) => ArchivedArticle | undefined,
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
    const entity = entities.get(quote.speakerId);
    const article = articleOf(quote.article);
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
  entities: ReadonlyMap<string, ArchivedEntity>,
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

function resolveCollections(
  collections: readonly Collection[],
  read: readonly ArchivedArticle[],
  numbers: Int32Array,
  timeline: Timeline,
): ArchivedCollection[] {
  const placeOf = findInOrder(read.length, (place) => read[place]?.path);
  const numbersOf = (paths: readonly string[]): ArticleNumber[] => {
    const found: ArticleNumber[] = [];
    for (const path of paths) {
      const number = numbers[placeOf(path)];
      if (number !== undefined) found.push(number);
    }
    return found;
  };
  return collections.map(({ id, title, kind, level, introduction, items }) => {
    const [first = [], ...others] = items.map((item) =>
      inTime(numbersOf(item.kind === "article" ? [item.path] : item.paths), timeline),
    );
    const all = others.length === 0 ? first : [...new Set([first, ...others].flat())];
    return { id, title, kind, level, introduction, articles: all };
  });
}
