import { renderProse } from "../article/render-body.ts";
import { EntityType } from "../model/article.ts";
import type { CountedEntity } from "../model/page.ts";
import type { Catalogue } from "./catalogue.ts";
import { countedEntity } from "./entity-pages.ts";
import { homeArticles, homeEntities } from "./limits.ts";
import type { HomeDraft } from "./page-draft.ts";
import { collectionPath } from "./paths.ts";
import { countPeriods, type Periods } from "./periods.ts";
import { indexFile, type PlannedPage, type RefOf } from "./planned-page.ts";
import { resolveSourceLink } from "./source-link.ts";

const path = "index.html";

export function planHome(catalogue: Catalogue, refOf: RefOf, periods: Periods): PlannedPage {
  return {
    kind: "home",
    path,
    source: indexFile,
    basis: null,
    draft: () => draftHome(catalogue, refOf, periods),
  };
}

function draftHome(catalogue: Catalogue, refOf: RefOf, periods: Periods): HomeDraft {
  const { archive } = catalogue;
  const link = resolveSourceLink(catalogue, indexFile, path);
  return {
    kind: "home",
    collections: archive.collections.map(({ id, title, kind, level, introduction, articles }) => ({
      title,
      kind,
      level,
      path: collectionPath(id),
      introductionHtml: renderProse(introduction, link),
      cards: articles.slice(0, homeArticles).map(refOf),
      total: articles.length,
    })),
    page: {
      ...catalogue.frame(path),
      kind: "home",
      introductionHtml: renderProse(archive.introduction, link),
      totals: {
        articles: archive.articles.length,
        entities: countEntities(catalogue),
        quotes: [...archive.speakers.values()].reduce((sum, { quotes }) => sum + quotes.length, 0),
      },
      years: countPeriods(periods.years),
      entities: mostMentioned(catalogue),
    },
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
