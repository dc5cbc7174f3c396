import { byCount, count } from "../archive/order.ts";
import type { ArchivedEntity, MentionContext } from "../model/archive.ts";
import { EntityType } from "../model/article.ts";
import type { ArticleCard, EntityIndexPage, EntityPage, PageLink } from "../model/page.ts";
import { type Catalogue, cardOfEntity } from "./catalogue.ts";
import { makePeopleNetwork } from "./charts/people-network.ts";
import { makePlaceMap } from "./charts/place-map.ts";
import { entitiesTogether, entityQuotes } from "./limits.ts";
import { articlePath, entityFolders, entityIndexPath, entityPath, speakerPath } from "./paths.ts";
import { coverageOf } from "./periods.ts";
import { indexFile, type ListPart, type PlannedPage, paginate, pathOfPart } from "./planned-page.ts";

/** The index of each type of entity, also of one that the archive has none of. */
export function planEntityIndexes(catalogue: Catalogue): PlannedPage[] {
  const records = [...catalogue.archive.entities.values()].map(({ record }) => record);
  return EntityType.options.flatMap((type) => {
    const ofType = records.filter((record) => record.type === type);
    return paginate(ofType, (page) => entityIndexPath(type, page)).map((part): PlannedPage => {
      const path = pathOfPart(part);
      const view = (): EntityIndexPage => ({
        ...catalogue.frame(path),
        kind: "entity-index",
        type,
        entities: part.entries.map(cardOfEntity),
        total: ofType.length,
        map: type === "Place" && isFirst(part) ? makePlaceMap(ofType.map(cardOfEntity)) : null,
        network: type === "Person" && isFirst(part) ? makePeopleNetwork(ofType.map(cardOfEntity)) : null,
        pagination: part.pagination,
      });
      return { kind: "entity-index", path, source: indexFile, view };
    });
  });
}

function isFirst({ pagination }: ListPart<unknown>): boolean {
  return pagination.current === 1;
}

/** The pages of every entity, each with its share of the articles that mention it. */
export function planEntities(catalogue: Catalogue): PlannedPage[] {
  return [...catalogue.archive.entities.values()].flatMap((entity) => {
    const { type, id, articles } = entity.record;
    return paginate(articles, (page) => entityPath(type, id, page)).map(
      (part): PlannedPage => ({
        kind: "entity",
        path: pathOfPart(part),
        source: catalogue.articleCard(articles[0] ?? "").article.path,
        view: () => viewEntity(catalogue, entity, part),
      }),
    );
  });
}

function viewEntity(catalogue: Catalogue, entity: ArchivedEntity, part: ListPart<string>): EntityPage {
  const { archive } = catalogue;
  const { record } = entity;
  const shown = new Set(part.entries);
  const contexts = new Map<string, MentionContext[]>();
  for (const context of entity.contexts) {
    if (!shown.has(context.article)) continue;
    contexts.set(context.article, [...(contexts.get(context.article) ?? []), context]);
  }
  const quotes = archive.speakers.get(record.id)?.quotes ?? [];
  const saidOf = archive.saidOf.get(record.id) ?? [];
  const first = isFirst(part);
  return {
    ...catalogue.frame(pathOfPart(part)),
    kind: "entity",
    entity: record,
    breadcrumbs: [
      { kind: "home", path: "index.html" },
      { kind: "section", section: entityFolders[record.type], path: entityIndexPath(record.type) },
    ],
    mentions: part.entries.map((id) => ({
      card: catalogue.articleCard(id),
      contexts: (contexts.get(id) ?? []).map(linkContext),
    })),
    quotes: first ? quotes.slice(-entityQuotes).reverse().map(catalogue.quoteCard) : [],
    quotesPath: quotes.length > 0 ? speakerPath(record.id) : null,
    totalQuotes: quotes.length,
    coverage: first ? coverageOf(record.articles.map((id) => catalogue.articleCard(id).article)) : [],
    saidOf: first ? saidOf.slice(-entityQuotes).reverse().map(catalogue.quoteCard) : [],
    totalSaidOf: saidOf.length,
    span: first ? spanOf(record.articles.map((id) => catalogue.articleCard(id))) : null,
    together: first ? appearTogether(catalogue, entity) : [],
    pagination: part.pagination,
  };
}

/** @param cards newest first, undated ones last */
function spanOf(cards: readonly ArticleCard[]): EntityPage["span"] {
  const dated = cards.filter(({ article }) => article.published !== null);
  const [last] = dated;
  const first = dated.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

function linkContext(context: MentionContext): MentionContext & PageLink {
  const link: PageLink = { path: articlePath(context.article) };
  return context.paragraph === null
    ? { ...context, ...link }
    : { ...context, ...link, fragment: `p${context.paragraph}` };
}

function appearTogether(catalogue: Catalogue, entity: ArchivedEntity): EntityPage["together"] {
  const tally = new Map<string, number>();
  for (const article of entity.record.articles) {
    for (const id of catalogue.entitiesOf(article)) {
      if (id !== entity.record.id) count(tally, id);
    }
  }
  return byCount(tally)
    .slice(0, entitiesTogether)
    .map((id) => ({ card: catalogue.entityCard(id), articles: tally.get(id) ?? 0 }));
}
