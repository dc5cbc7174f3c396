import { availableParallelism } from "node:os";
import { parse } from "node:path";
import { Tinypool } from "tinypool";
import type { ArticleStore } from "../archive/article-store.ts";
import type { Archive } from "../model/archive.ts";
import type { OnProgress } from "../model/progress.ts";
import { packageFile } from "../package-file.ts";
import type { Digester } from "./digest.ts";
import { makeLook } from "./look.ts";
import type { PageDraft } from "./page-draft.ts";
import type { PlannedPage } from "./planned-page.ts";
import { type EarlierSite, keepProduct, type Product, type WrittenFile } from "./product.ts";
import { type RenderBatch, renderDrafts } from "./render-batch.ts";
import type { Theme } from "./theme.ts";

export interface RenderPagesOptions {
  archive: Archive;
  pages: readonly PlannedPage[];
  store: ArticleStore;
  packPath: string;
  outDir: string;
  theme: Theme | null;
  earlier: EarlierSite | null;
  digester: Digester;
  progress: OnProgress;
  /** How many threads; 0 renders here. By default as many as pay. */
  workers?: number;
}

/** Rendered in one run of Eleventy, which takes 14 ms of its own; each worker has several, so that none ends long before the others. */
const pagesPerBatch = { most: 400, least: 100, runs: 8 };
/** Starting a worker takes as long as rendering so many pages here. */
const worthwhile = 600;
/** So many batches a worker wait for it, that it need not. */
const batchesAhead = 2;

/** Renders the pages that are not as they were in the earlier site, and takes the others over. @returns the products by the path of their page, and how many were kept */
export async function renderPages(
  options: RenderPagesOptions,
): Promise<{ products: Map<string, Product>; kept: number }> {
  const { pages, outDir, earlier, digester, progress } = options;
  const products = new Map<string, Product>();
  const changed: { page: PlannedPage; digest: string }[] = [];
  let done = 0;
  progress("render", 0, pages.length);
  for (const page of pages) {
    const digest = digester.of(page.draft());
    const kept = keepProduct(earlier, page.path, digest, outDir);
    if (kept === null) changed.push({ page, digest });
    else products.set(page.path, kept);
  }
  const kept = products.size;
  done += kept;
  progress("render", done, pages.length);

  const batches: (typeof changed)[] = [];
  const { most, least, runs } = pagesPerBatch;
  const size = Math.min(most, Math.max(least, Math.ceil(changed.length / runs)));
  for (let from = 0; from < changed.length; from += size) batches.push(changed.slice(from, from + size));
  const take = (batch: typeof changed, files: readonly WrittenFile[][]): void => {
    batch.forEach(({ page, digest }, index) => {
      products.set(page.path, { digest, files: files[index] ?? [] });
    });
    done += batch.length;
    progress("render", done, pages.length);
  };
  await atSafeFolder(outDir, () => renderAll(options, batches, take));
  return { products, kept };
}

async function renderAll<T extends { page: PlannedPage }>(
  options: RenderPagesOptions,
  batches: readonly T[][],
  take: (batch: T[], files: readonly WrittenFile[][]) => void,
): Promise<void> {
  const { archive, store, packPath, outDir, theme } = options;
  const pages = batches.reduce((sum, { length }) => sum + length, 0);
  // The templates of a theme are loaded in this thread alone.
  const threads = options.workers ?? (pages < worthwhile || theme !== null ? 0 : availableParallelism());
  if (threads === 0) {
    const look = makeLook(archive.site, theme);
    for (const batch of batches) {
      const drafts = batch.map(({ page }) => page.draft());
      take(batch, await renderDrafts(drafts, store, look, outDir));
    }
    return;
  }
  // A worker needs compiled code, also where the rest runs from its sources.
  const filename = packageFile("lib/src/site/render-batch.js");
  const pool = new Tinypool({ filename, name: "renderBatch", minThreads: threads, maxThreads: threads });
  try {
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let batch = batches[next++]; batch !== undefined; batch = batches[next++]) {
        const drafts: PageDraft[] = batch.map(({ page }) => page.draft());
        const given: RenderBatch = { site: archive.site, packPath, outDir, drafts };
        const files: WrittenFile[][] = await pool.run(given);
        take(batch, files);
      }
    };
    await Promise.all(Array.from({ length: threads * batchesAhead }, lane));
  } finally {
    await pool.destroy();
  }
}

/**
 * Eleventy makes paths relative to the working folder, and fails where that is the root. The site's own folder serves:
 * processes that are started meanwhile need one that stays.
 */
async function atSafeFolder(outDir: string, work: () => Promise<void>): Promise<void> {
  const workingDir = process.cwd();
  const isRoot = parse(workingDir).root === workingDir;
  try {
    if (isRoot) process.chdir(outDir);
    await work();
  } finally {
    if (isRoot) process.chdir(workingDir);
  }
}
