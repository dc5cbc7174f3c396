import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Archive } from "../model/archive.ts";
import type { ParsedArticle } from "../model/article.ts";
import type { Page } from "../model/page.ts";
import type { Outcome, Problem } from "../model/problem.ts";
import { MissingRecordError } from "./catalogue.ts";
import { makeFeeds } from "./feeds.ts";
import { makeOfflineFiles } from "./offline.ts";
import { planPages } from "./plan-pages.ts";
import type { PlannedPage, SiteSources } from "./planned-page.ts";
import { renderSite } from "./render-site.ts";
import { makeSchemas } from "./schemas.ts";
import { writeSearchIndex } from "./search-index.ts";
import type { SiteFile } from "./site-file.ts";
import { makeRobots, makeSitemap } from "./sitemap.ts";
import { writeData } from "./write-data.ts";

export interface SiteOptions {
  archive: Archive;
  /** By the path of their file, below the seeds folder. */
  articles: ReadonlyMap<string, ParsedArticle>;
  /** Where the site goes; made when it does not exist. */
  outDir: string;
  /** Told what is being done, for people who wait. */
  progress: (message: string) => void;
  look: SiteLook;
}

/** What pages look like, and what they need beside themselves. */
export interface SiteLook {
  /** The whole HTML of a page. */
  render: (page: Page) => string;
  permalink: SiteSources["permalink"];
  card: SiteSources["card"];
  /** Style sheets, fonts and the search script. */
  files: readonly SiteFile<string | Uint8Array>[];
}

/** The site cannot be written for what is wrong with the input. */
export class SiteProblemsError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(({ path, reason }) => `${path}: ${reason}`).join("\n"));
    this.problems = problems;
  }
}

/** What would keep an archive's site from being written: pages that would be one file. */
export function checkSite(archive: Archive): Problem[] {
  const noArticle = (id: string): never => {
    throw new MissingRecordError(`The article "${id}" is not to be read for a check.`);
  };
  return planPages(archive, { loadArticle: noArticle, permalink: String, card: String }).problems;
}

/**
 * Writes the whole site of an archive: pages, style, data, feeds and search index. The manifest is not its business.
 * @returns the number of pages
 * @throws SiteProblemsError, PageError, SearchIndexError
 */
export async function writeSite(options: SiteOptions): Promise<number> {
  const { archive, look, outDir, progress } = options;
  const loadArticle = loaderOf(options);
  const pages = planned(planPages(archive, { loadArticle, permalink: look.permalink, card: look.card }));
  progress(`Writing ${pages.length} pages\n`);
  await mkdir(outDir, { recursive: true });
  // Pagefind works in a process of its own, beside the rendering.
  await both(
    writeSearchIndex(archive, loadArticle, outDir),
    writePages(pages, look, outDir, () => writeData(archive, loadArticle, outDir)),
  );
  await writeFiles(outDir, [
    ...look.files,
    ...makeOfflineFiles(archive.site),
    ...makeFeeds(archive),
    ...makeSitemap(archive, pages),
    makeRobots(archive.site),
    ...makeSchemas(),
  ]);
  return pages.length;
}

async function writePages(
  pages: readonly PlannedPage[],
  look: SiteLook,
  outDir: string,
  then: () => Promise<void>,
): Promise<void> {
  await renderSite({ pages, outDir, render: look.render });
  await then();
}

function planned({ value, problems }: Outcome<PlannedPage[]>): PlannedPage[] {
  if (problems.length > 0) throw new SiteProblemsError(problems);
  return value;
}

function loaderOf({ archive, articles }: SiteOptions): SiteSources["loadArticle"] {
  return (id) => {
    const path = archive.articles.get(id)?.path;
    const parsed = path === undefined ? undefined : articles.get(path);
    if (parsed === undefined) throw new MissingRecordError(`The article "${id}" was not parsed.`);
    return parsed;
  };
}

/** Waits for both even when one fails, so that nothing goes on writing after the error is out. */
async function both(one: Promise<void>, other: Promise<void>): Promise<void> {
  for (const result of await Promise.allSettled([one, other])) {
    if (result.status === "rejected") throw result.reason;
  }
}

async function writeFiles(outDir: string, files: readonly SiteFile<string | Uint8Array>[]): Promise<void> {
  for (const { path, content } of files) {
    const file = join(outDir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
