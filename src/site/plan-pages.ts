import type { Archive } from "../model/archive.ts";
import type { NotFoundPage, SearchPage } from "../model/page.ts";
import type { Outcome } from "../model/problem.ts";
import { planArticles } from "./article-page.ts";
import { type Catalogue, makeCatalogue } from "./catalogue.ts";
import { findCollisions } from "./collisions.ts";
import { planEntities, planEntityIndexes } from "./entity-pages.ts";
import { planHome } from "./home-page.ts";
import { planCollections, planDates } from "./list-pages.ts";
import { groupByPeriod } from "./periods.ts";
import { indexFile, type PlannedPage, type SiteSources } from "./planned-page.ts";
import { planQuotes } from "./quote-pages.ts";

/**
 * Every page of the site, in a fixed order. Two that would be one file (also where only case or Unicode normalization
 * tells their paths apart) are an error of rule `site/same-path`.
 */
export function planPages(archive: Archive, sources: SiteSources): Outcome<PlannedPage[]> {
  const catalogue = makeCatalogue(archive);
  const periods = groupByPeriod(archive.articles.values());
  const value = [
    planHome(catalogue, periods),
    ...planArticles(catalogue, sources),
    ...planCollections(catalogue),
    ...planDates(catalogue, periods),
    ...planEntityIndexes(catalogue),
    ...planEntities(catalogue),
    ...planQuotes(catalogue),
    planSearch(catalogue),
    planNotFound(catalogue),
  ];
  return { value, problems: findCollisions(value) };
}

function planSearch(catalogue: Catalogue): PlannedPage {
  const path = "search.html";
  const view = (): SearchPage => ({ ...catalogue.frame(path), kind: "search" });
  return { kind: "search", path, source: indexFile, view };
}

function planNotFound(catalogue: Catalogue): PlannedPage {
  const path = "404.html";
  const view = (): NotFoundPage => ({ ...catalogue.frame(path), kind: "not-found" });
  return { kind: "not-found", path, source: indexFile, view };
}
