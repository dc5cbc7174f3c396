import type { NotFoundPage, SearchPage } from "../model/page.ts";
import type { Outcome } from "../model/problem.ts";
import { planArticles } from "./article-page.ts";
import type { Catalogue } from "./catalogue.ts";
import { findCollisions } from "./collisions.ts";
import { planEntities, planEntityIndexes } from "./entity-pages.ts";
import { planHome } from "./home-page.ts";
import { planCollections, planDates } from "./list-pages.ts";
import { whole } from "./page-draft.ts";
import { groupByPeriod } from "./periods.ts";
import { indexFile, type PlannedPage, type RefOf } from "./planned-page.ts";
import { planQuotes } from "./quote-pages.ts";

/**
 * Every page of the site, in a fixed order. Two that would be one file (also where only case or Unicode normalization
 * tells their paths apart) are an error of rule `site/same-path`, but for articles of one id, which are told of before.
 */
export function planPages(catalogue: Catalogue, refOf: RefOf): Outcome<PlannedPage[]> {
  const periods = groupByPeriod(catalogue.archive.articles);
  const value = [
    planHome(catalogue, refOf, periods),
    ...planArticles(catalogue, refOf),
    ...planCollections(catalogue, refOf),
    ...planDates(catalogue, refOf, periods),
    ...planEntityIndexes(catalogue),
    ...planEntities(catalogue, refOf),
    ...planQuotes(catalogue),
    planSearch(catalogue),
    planNotFound(catalogue),
  ];
  // Articles have a folder of their own, and ids that `findDuplicateIds` has looked through.
  return { value, problems: findCollisions(value.filter(({ kind }) => kind !== "article")) };
}

function planSearch(catalogue: Catalogue): PlannedPage {
  const path = "search.html";
  const view = (): SearchPage => ({ ...catalogue.frame(path), kind: "search" });
  return { kind: "search", path, source: indexFile, draft: () => whole(view()), basis: null };
}

function planNotFound(catalogue: Catalogue): PlannedPage {
  const path = "404.html";
  const view = (): NotFoundPage => ({ ...catalogue.frame(path), kind: "not-found" });
  return { kind: "not-found", path, source: indexFile, draft: () => whole(view()), basis: null };
}
