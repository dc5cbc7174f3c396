import type { Archive, ArchivedEntity, ArticleNumber } from "../model/archive.ts";
import { EntityType } from "../model/article.ts";
import type { Breadcrumb, CountedEntity, EntityIndexPage, EntityPage } from "../model/page.ts";
import { sectionTrail } from "./breadcrumbs.ts";
import type { Catalogue } from "./catalogue.ts";
import { makePeopleNetwork, peopleTogether } from "./charts/people-network.ts";
import { makePlaceMap } from "./charts/place-map.ts";
import { writeList } from "./digest.ts";
import { entitiesTogether, entityQuotes } from "./limits.ts";
import { type EntityDraft, whole } from "./page-draft.ts";
import { entityFolders, entityIndexPath, entityPath, speakerPath } from "./paths.ts";
import { coverageOf } from "./periods.ts";
import {
  type BasisWriter,
  indexFile,
  isFirst,
  isOnePage,
  type ListPart,
  onlyPart,
  type PageKind,
  PageOfKind,
  type PlannedPage,
  paginate,
  pathOfPart,
  type RefOf,
  writeEntity,
  writePart,
  writeQuote,
} from "./planned-page.ts";

/** The breadcrumbs of the pages of each type: the same object for all of them. */
const trails: Record<EntityType, Breadcrumb[]> = {
  Person: trailOf("Person"),
  Place: trailOf("Place"),
  Organization: trailOf("Organization"),
  Event: trailOf("Event"),
  Thing: trailOf("Thing"),
};

function trailOf(type: EntityType): Breadcrumb[] {
  return sectionTrail(entityFolders[type], entityIndexPath(type));
}

/** The index of each type of entity, also of one that the archive has none of. */
export function planEntityIndexes(catalogue: Catalogue): PlannedPage[] {
  const records = [...catalogue.archive.entities.values()];
  return EntityType.options.flatMap((type) => {
    const ofType = records.filter((record) => record.type === type);
    return paginate(ofType, (page) => entityIndexPath(type, page), { grows: "behind" }).map(
      (part): PlannedPage => {
        const path = pathOfPart(part);
        const view = (): EntityIndexPage => ({
          ...catalogue.frame(path),
          kind: "entity-index",
          type,
          entities: part.entries.map((record) => countedEntity(catalogue, record)),
          total: part.total,
          map: type === "Place" && isFirst(part) ? makePlaceMap(ofType) : null,
          network: type === "Person" && isFirst(part) ? makePeopleNetwork(ofType) : null,
          pagination: part.pagination,
        });
        return {
          kind: "entity-index",
          path,
          source: indexFile,
          draft: () => whole(view()),
          basis: (to) => {
            writePart(to, part);
            writeCounted(to, part.entries);
            if (isFirst(part)) writeChart(to, type, ofType);
          },
        };
      },
    );
  });
}

/** Writes what map and network of a type's first page are worked out from, which take a third of a second to make. */
function writeChart(to: BasisWriter, type: EntityType, ofType: readonly ArchivedEntity[]): void {
  if (type === "Place") writeCounted(to, ofType);
  if (type !== "Person") return;
  const { candidates, pairs } = peopleTogether(ofType);
  writeCounted(to, candidates);
  to.value(pairs);
}

function writeCounted(to: BasisWriter, entities: readonly ArchivedEntity[]): void {
  writeList(to, entities, (entity) => {
    writeEntity(to, entity);
    to.number(entity.articles.length);
  });
}

/** An entity with how many articles mention it. */
export function countedEntity({ entityCard }: Catalogue, { id, articles }: ArchivedEntity): CountedEntity {
  return { card: entityCard(id), articles: articles.length };
}

/** The pages of every entity, each with its share of the articles that mention it. */
export function planEntities(catalogue: Catalogue, refOf: RefOf): PlannedPage[] {
  const { entities, articles } = catalogue.archive;
  const kind = "entity";
  const sourceOf = (entity: ArchivedEntity): string => articles[entity.articles[0] ?? -1]?.path ?? indexFile;
  // Of a hundred thousand articles there are twice as many entities, nearly all of one page.
  const ofOnePage: PageKind<ArchivedEntity> = {
    kind,
    source: sourceOf,
    draft: (entity, path) => draftEntity(catalogue, entity, onlyPart(entity.articles, path), refOf),
    basis: (entity, path, to) => writeBasis(to, catalogue.archive, entity, onlyPart(entity.articles, path)),
  };
  return [...entities.values()].flatMap((entity): PlannedPage | PlannedPage[] => {
    const pathOf = (page: number): string => entityPath(entity.type, entity.id, page);
    if (isOnePage(entity.articles)) return new PageOfKind(pathOf(1), ofOnePage, entity);
    return paginate(entity.articles, pathOf, { grows: "in front" }).map((part) => ({
      kind,
      path: pathOfPart(part),
      source: sourceOf(entity),
      draft: () => draftEntity(catalogue, entity, part, refOf),
      basis: (to) => writeBasis(to, catalogue.archive, entity, part),
    }));
  });
}

function writeBasis(
  to: BasisWriter,
  archive: Archive,
  entity: ArchivedEntity,
  part: ListPart<ArticleNumber>,
): void {
  const { id, otherNames, mentions, articles } = entity;
  writeEntity(to, entity);
  to.value(otherNames);
  writePart(to, part);
  if (!isFirst(part)) {
    writeList(to, part.entries, to.article);
    return;
  }
  to.number(mentions);
  for (const quotes of [archive.speakers.get(id)?.quotes ?? [], archive.saidOf.get(id) ?? []]) {
    to.number(quotes.length);
    writeList(to, quotes.slice(-entityQuotes), (quote) => writeQuote(to, archive, quote));
  }
  // Of all of them, the page tells who is beside it, and when.
  writeList(to, articles, to.article);
}

function draftEntity(
  catalogue: Catalogue,
  record: ArchivedEntity,
  part: ListPart<ArticleNumber>,
  refOf: RefOf,
): EntityDraft {
  const { archive } = catalogue;
  const first = isFirst(part);
  const quotes = (first ? archive.speakers.get(record.id)?.quotes : null) ?? [];
  const saidOf = (first ? archive.saidOf.get(record.id) : null) ?? [];
  const dated = first ? datedArticles(archive, record) : [];
  const { path, site, sections, lang, dir } = catalogue.frame(pathOfPart(part));
  const { id, type, name, articles } = record;
  // Written out, as an article's draft is.
  return {
    kind: "entity",
    mentions: part.entries.map((article) => ({ card: catalogue.headlineCard(article), ref: refOf(article) })),
    quotes: quotes.slice(-entityQuotes).reverse().map(catalogue.quoteDraft),
    saidOf: saidOf.slice(-entityQuotes).reverse().map(catalogue.quoteDraft),
    page: {
      path,
      site,
      sections,
      lang,
      dir,
      kind: "entity",
      entity: {
        id,
        type,
        name,
        lang: record.lang,
        dir: record.dir,
        otherNames: record.otherNames,
      },
      counts: first ? { articles: articles.length, mentions: record.mentions } : null,
      breadcrumbs: trails[type],
      quotesPath: quotes.length > 0 ? speakerPath(record.id) : null,
      totalQuotes: quotes.length,
      coverage: first ? coverageOf(dated.map(({ date }) => date)) : [],
      totalSaidOf: saidOf.length,
      span: spanOf(catalogue, dated),
      together: first
        ? catalogue.beside(record, entitiesTogether).map(({ id: other, articles: shared }) => ({
            card: catalogue.entityCard(other),
            articles: shared,
          }))
        : [],
      pagination: part.pagination,
    },
  };
}

interface Dated {
  article: ArticleNumber;
  date: string;
}

/** The articles of an entity that have a date, newest first. */
function datedArticles({ articles }: Archive, entity: ArchivedEntity): Dated[] {
  return entity.articles.flatMap((article) => {
    const date = articles[article]?.published ?? null;
    return date === null ? [] : [{ article, date }];
  });
}

/** @param dated newest first */
function spanOf({ headlineCard }: Catalogue, dated: readonly Dated[]): EntityPage["span"] {
  const [last] = dated;
  const first = dated.at(-1);
  return first === undefined || last === undefined
    ? null
    : { first: headlineCard(first.article), last: headlineCard(last.article) };
}
