import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { ArticleStore } from "../archive/article-store.ts";
import type { Archive } from "../model/archive.ts";
import type { Outcome } from "../model/problem.ts";
import type { OnProgress } from "../model/progress.ts";
import { findBases } from "./bases.ts";
import { type Catalogue, makeCatalogue } from "./catalogue.ts";
import { createDigester } from "./digest.ts";
import { makeFeeds } from "./feeds.ts";
import { lookFiles } from "./look.ts";
import { makeOfflineFiles } from "./offline.ts";
import { planPages } from "./plan-pages.ts";
import type { PlannedPage, RefOf } from "./planned-page.ts";
import {
  type Product,
  type ProductGroup,
  type SiteHelper,
  type WrittenFile,
  writeSiteFile,
} from "./product.ts";
import { renderPages } from "./render-pages.ts";
import { makeSchemas } from "./schemas.ts";
import { writeSearchIndex } from "./search-index.ts";
import { makeRobots, makeSitemap } from "./sitemap.ts";
import type { Theme } from "./theme.ts";
import { writeData } from "./write-data.ts";
import { writeSources } from "./write-sources.ts";

export interface SiteOptions {
  plan: SitePlan;
  /** Where each article lies in the store. */
  refOf: RefOf;
  store: ArticleStore;
  /** The file that the store reads: other threads read it too. */
  packPath: string;
  /** Where the texts are, for those that are published as they are. */
  seedsDir: string;
  /** Where the site goes; made when it does not exist. */
  outDir: string;
  /** Where what is kept between builds is. */
  cacheDir: string;
  /** The site that the last build wrote, where there is one. */
  earlierDir: string;
  theme: Theme | null;
  /** Takes over what is the same in the earlier site. */
  helper: SiteHelper;
  /** Of the program and the theme: what another one made is not taken over. */
  version: string;
  search: boolean;
  progress: OnProgress;
  /** How many threads render; 0 renders here. By default as many as pay. */
  workers?: number;
}

export interface WrittenSite {
  /** Those that had to be made; the earlier site's books know of the others. */
  products: Map<string, Product>;
  /** Groups of products that were not taken over as they are. */
  groups: readonly ProductGroup[];
  /** Files that are no product: they are written at every build. */
  others: WrittenFile[];
  /** How many pages it has, and how many of them were taken over. */
  pages: number;
  kept: number;
}

/** Every page of a site, before any of them is made. */
export interface SitePlan {
  catalogue: Catalogue;
  pages: readonly PlannedPage[];
}

/** Plans the site of an archive. The problems, errors all, would keep it from being written: pages that would be one file. */
export function planSite(archive: Archive, refOf: RefOf): Outcome<SitePlan> {
  const catalogue = makeCatalogue(archive, refOf);
  const { value: pages, problems } = planPages(catalogue, refOf);
  return { value: { catalogue, pages }, problems };
}

/**
 * Writes the whole site of an archive: pages, style, data, feeds and search index. The manifest is not its business.
 * @throws PageError, SearchIndexError, SourceChangedError
 */
export async function writeSite(options: SiteOptions): Promise<WrittenSite> {
  const { theme, version } = options;
  const { catalogue, pages } = options.plan;
  const { archive } = catalogue;
  const outDir = resolve(options.outDir);
  await mkdir(outDir, { recursive: true });
  const digester = createDigester(version);
  const bases = findBases(catalogue, options.refOf, digester);
  // The search index is made in threads of its own, as is what the helper does, beside the rendering.
  const writingData = writeData({ ...options, catalogue, outDir });
  const whenRendered = (): Promise<unknown> => rendering;
  const indexing = writeSearchIndex({ ...options, outDir, catalogue, whenRendered });
  const rendering = renderPages({ ...options, archive, outDir, pages, digester, bases });
  const [data, search, rendered] = await all([writingData, indexing, rendering]);
  const sources = await writeSources({ ...options, catalogue, outDir, digester });
  const products = new Map([...rendered.products, ...search, ...data, ...sources]);
  const others = [
    ...lookFiles(theme),
    ...makeOfflineFiles(archive.site),
    ...makeFeeds(archive),
    ...makeSitemap(archive, pages),
    makeRobots(archive.site),
    ...makeSchemas(),
  ].map(({ path, content }) => writeSiteFile(outDir, path, content));
  return {
    products,
    groups: rendered.groups,
    others,
    pages: pages.length,
    kept: rendered.kept,
  };
}

/** Waits for all even when one fails, so that nothing goes on writing after the error is out. */
async function all<Works extends readonly Promise<unknown>[]>(
  works: readonly [...Works],
): Promise<{ [Index in keyof Works]: Awaited<Works[Index]> }> {
  await Promise.allSettled(works);
  return await Promise.all(works);
}
