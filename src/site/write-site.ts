import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ArticleStore } from "../archive/article-store.ts";
import type { LocatedArticles } from "../archive/read-articles.ts";
import type { Archive } from "../model/archive.ts";
import type { Outcome, Problem } from "../model/problem.ts";
import type { OnProgress } from "../model/progress.ts";
import { waitForAll } from "../wait-for-all.ts";
import { findBases } from "./bases.ts";
import { type Catalogue, makeCatalogue } from "./catalogue.ts";
import { createDigester } from "./digest.ts";
import { feedArticles } from "./limits.ts";
import { lookFiles } from "./look.ts";
import { makeOfflineFiles } from "./offline.ts";
import { planPages } from "./plan-pages.ts";
import type { PlannedPage, RefOf } from "./planned-page.ts";
import {
  type EarlierSite,
  type MadeProduct,
  type ProductGroup,
  type SiteHelper,
  type WrittenFile,
  writeSiteFile,
} from "./product.ts";
import { renderPages } from "./render-pages.ts";
import { makeSchemas } from "./schemas.ts";
import { writeSearchIndex } from "./search-index.ts";
import type { SiteFile } from "./site-file.ts";
import { makeRobots, makeSitemap } from "./sitemap.ts";
import type { Theme } from "./theme.ts";
import { type BegunData, beginData, digestOfEntities, finishData } from "./write-data.ts";
import { writeSources } from "./write-sources.ts";

export interface SiteOptions extends LocatedArticles {
  archive: Archive;
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
  /** Whether the catalogue takes so much memory that rendering many pages has to spare it. */
  isLarge?: boolean;
  /** Where it is begun already. */
  begunData?: BegunData;
  progress: OnProgress;
  /** How many threads render; 0 renders here. By default as many as pay. */
  workers?: number;
}

export interface WrittenSite {
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
 * Plans the site of an archive and writes all of it: pages, style, data, feeds and search index. The manifest is not its business.
 * @returns null with the problems, errors all, of a plan that cannot be written
 * @throws PageError, SourceChangedError
 */
export async function writeSite(options: SiteOptions): Promise<Outcome<WrittenSite | null>> {
  try {
    return { value: await writeAll(options), problems: [] };
  } catch (error) {
    if (!(error instanceof WrongPlan)) throw error;
    return { value: null, problems: error.problems };
  }
}

/** A site that cannot be written; what has begun of it ends. */
class WrongPlan extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super("pages of the site would be one file");
    this.problems = problems;
  }
}

async function writeAll(options: SiteOptions): Promise<WrittenSite> {
  const { archive, keys, refOf, theme, version, helper, progress } = options;
  const outDir = resolve(options.outDir);
  await mkdir(outDir, { recursive: true });
  const digester = createDigester(version);
  // What others can do begins before the site is planned: the data is copied in the helper's thread, the search index made in its own.
  const begun = options.begunData ?? beginData({ ...options, outDir });
  const entitiesDigest = digestOfEntities(archive, digester);
  const writingData = finishData(begun, { ...options, outDir, entitiesDigest });
  const planning = nextTurn().then((): SitePlan => {
    progress("plan", 0, 1);
    const { value, problems } = planSite(archive, refOf);
    progress("plan", 1, 1);
    if (problems.length > 0) throw new WrongPlan(problems);
    return value;
  });
  const rendering = planning.then(({ catalogue, pages }) =>
    renderPages({ ...options, outDir, pages, digester, bases: findBases(catalogue, keys, digester) }),
  );
  const whenRendered = (): Promise<unknown> => rendering;
  const indexing = writeSearchIndex({ ...options, outDir, entitiesDigest, digester, whenRendered });
  const [{ catalogue, pages }, rendered, data, search] = await waitForAll([
    planning,
    rendering,
    writingData,
    indexing,
  ]);
  const sources = await writeSources({ ...options, catalogue, outDir, digester });
  const small = await writeSmall(
    [
      {
        name: "feed.xml",
        digest: digester.of([archive.site, keys.slice(0, feedArticles)]),
        // With its libraries a third of what writing a site loads.
        make: async () => (await import("./feeds.ts")).makeFeeds(archive, refOf, options.store),
      },
      { name: "schema", digest: digester.of("schema"), make: makeSchemas },
      { name: "assets", digest: digester.of("assets"), make: () => lookFiles(theme) },
    ],
    { helper, outDir },
  );
  await helper.add([...search, ...data, ...sources, ...small]);
  const others = [
    ...makeOfflineFiles(archive.site),
    ...makeSitemap(archive, pages),
    makeRobots(archive.site),
  ].map(({ path, content }) => writeSiteFile(outDir, path, content));
  const { groups, kept } = rendered;
  return { groups, others, pages: pages.length, kept };
}

/** A product of few files, which take longer to make than it does to tell that they would be as they were. */
interface SmallProduct {
  name: string;
  /** As a product has it. */
  digest: string;
  make: () => SiteFile<string | Uint8Array>[] | Promise<SiteFile<string | Uint8Array>[]>;
}

async function writeSmall(
  small: readonly SmallProduct[],
  { helper, outDir }: { helper: EarlierSite; outDir: string },
): Promise<MadeProduct[]> {
  const asked = small.map(({ name, digest }) => ({ name, digest, basis: null }));
  const made: MadeProduct[] = [];
  for (const number of await helper.keep(asked, outDir)) {
    const product = small[number];
    if (product === undefined) continue;
    const { name, digest, make } = product;
    const files = (await make()).map(({ path, content }) => writeSiteFile(outDir, path, content));
    made.push([name, { digest, basis: null, files }]);
  }
  return made;
}
