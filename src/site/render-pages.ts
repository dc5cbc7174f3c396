import { availableParallelism } from "node:os";
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

/** A page that is not as it was. */
interface ChangedPage {
  path: string;
  digest: string;
  draft: PageDraft;
}

/** Small enough that no worker has much to do when the others have ended, and that few drafts are in memory. */
const batchSize = 100;
/** Starting the workers takes as long as rendering so many pages here. */
const worthwhile = 400;
/** So many batches a worker wait for it, that it need not. */
const batchesAhead = 2;

/** Renders the pages that are not as they were in the earlier site, and takes the others over. @returns the products by the path of their page, and how many were kept */
export async function renderPages(
  options: RenderPagesOptions,
): Promise<{ products: Map<string, Product>; kept: number }> {
  const { pages, progress } = options;
  const products = new Map<string, Product>();
  let kept = 0;
  const keep = (path: string, product: Product): void => {
    products.set(path, product);
    kept += 1;
    if (kept % batchSize === 0) progress("render", products.size, pages.length);
  };
  const take = (batch: readonly ChangedPage[], files: readonly WrittenFile[][]): void => {
    batch.forEach(({ path, digest }, index) => {
      products.set(path, { digest, files: files[index] ?? [] });
    });
    progress("render", products.size, pages.length);
  };
  progress("render", 0, pages.length);
  // Drafts are made when a worker is ready for them, so that it renders while the next are made.
  const batches = draftChanged(options, keep);
  const first: ChangedPage[][] = [];
  while (first.length * batchSize < worthwhile) {
    const { value } = batches.next();
    if (value === undefined) break;
    first.push(value);
  }
  const next = (): ChangedPage[] | undefined => first.shift() ?? batches.next().value;
  await renderAll(options, first.length * batchSize < worthwhile, next, take);
  progress("render", products.size, pages.length);
  return { products, kept };
}

/** The pages that are not as they were, batch by batch; `keep` is told of the others. */
function* draftChanged(
  { pages, outDir, earlier, digester }: RenderPagesOptions,
  keep: (path: string, product: Product) => void,
): Generator<ChangedPage[], undefined> {
  let batch: ChangedPage[] = [];
  for (const { path, draft: makeDraft } of pages) {
    const draft = makeDraft();
    const digest = digester.of(draft);
    const product = keepProduct(earlier, path, digest, outDir);
    if (product !== null) {
      keep(path, product);
      continue;
    }
    batch.push({ path, digest, draft });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  return undefined;
}

async function renderAll(
  options: RenderPagesOptions,
  areFew: boolean,
  next: () => ChangedPage[] | undefined,
  take: (batch: readonly ChangedPage[], files: readonly WrittenFile[][]) => void,
): Promise<void> {
  const { archive, store, packPath, outDir, theme } = options;
  // The templates of a theme are loaded in this thread alone.
  const threads = options.workers ?? (areFew || theme !== null ? 0 : availableParallelism());
  if (threads === 0) {
    const look = makeLook(archive.site, theme);
    for (let batch = next(); batch !== undefined; batch = next()) {
      const drafts = batch.map(({ draft }) => draft);
      take(batch, renderDrafts(drafts, store, look, outDir));
    }
    return;
  }
  // A worker needs compiled code, also where the rest runs from its sources.
  const filename = packageFile("lib/bin/render-batch.js");
  const pool = new Tinypool({
    filename,
    name: "renderBatch",
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: batchesAhead,
  });
  try {
    const lane = async (): Promise<void> => {
      for (let batch = next(); batch !== undefined; batch = next()) {
        const drafts = batch.map(({ draft }) => draft);
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
