import { renderProse } from "../article/render-body.ts";
import { EntityType } from "../model/article.ts";
import type { CountedEntity, HomePage } from "../model/page.ts";
import type { Catalogue } from "./catalogue.ts";
import { countedEntity } from "./entity-pages.ts";
import { homeArticles, homeEntities } from "./limits.ts";
import { whole } from "./page-draft.ts";
import { collectionPath } from "./paths.ts";
import { countPeriods, type Periods } from "./periods.ts";
import { indexFile, type PlannedPage } from "./planned-page.ts";
import { resolveSourceLink } from "./source-link.ts";

const path = "index.html";

export function planHome(catalogue: Catalogue, periods: Periods): PlannedPage {
  return {
    kind: "home",
    path,
    source: indexFile,
    basis: null,
    draft: () => whole(viewHome(catalogue, periods)),
  };
}

function viewHome(catalogue: Catalogue, periods: Periods): HomePage {
  const { archive } = catalogue;
  const link = resolveSourceLink(catalogue, indexFile, path);
  return {
    ...catalogue.frame(path),
    kind: "home",
    introductionHtml: renderProse(archive.introduction, link),
    collections: archive.collections.map((collection) => ({
      title: collection.title,
      kind: collection.kind,
      level: collection.level,
      path: collectionPath(collection.id),
      introductionHtml: renderProse(collection.introduction, link),
      cards: collection.articles.slice(0, homeArticles).map(catalogue.articleCard),
      total: collection.articles.length,
    })),
    totals: {
      articles: archive.articles.length,
      entities: countEntities(catalogue),
      quotes: [...archive.speakers.values()].reduce((sum, { quotes }) => sum + quotes.length, 0),
    },
    years: countPeriods(periods.years),
    entities: mostMentioned(catalogue),
  };
}

function countEntities({ archive }: Catalogue): Record<EntityType, number> {
  const counts: Record<EntityType, number> = { Person: 0, Place: 0, Organization: 0, Event: 0, Thing: 0 };
  for (const { type } of archive.entities.values()) counts[type] += 1;
  return counts;
}

function mostMentioned(catalogue: Catalogue): CountedEntity[] {
  const records = [...catalogue.archive.entities.values()];
  return EntityType.options.flatMap((type) =>
    records
      .filter((record) => record.type === type)
      .slice(0, homeEntities)
      .map((record) => countedEntity(catalogue, record)),
  );
}
