import { availableParallelism } from "node:os";
import type { ArticleStore } from "../archive/article-store.ts";
import { inThreads } from "../in-threads.ts";
import type { Archive } from "../model/archive.ts";
import type { OnProgress } from "../model/progress.ts";
import type { BasisOf } from "./bases.ts";
import type { Digester } from "./digest.ts";
import { makeLook } from "./look.ts";
import type { PageDraft } from "./page-draft.ts";
import type { PlannedPage } from "./planned-page.ts";
import type { EarlierSite, Product, ProductKey, WrittenFile } from "./product.ts";
import { type RenderBatch, renderDrafts } from "./render-batch.ts";
import type { Theme } from "./theme.ts";

export interface RenderPagesOptions {
  archive: Archive;
  pages: readonly PlannedPage[];
  store: ArticleStore;
  packPath: string;
  outDir: string;
  theme: Theme | null;
  helper: EarlierSite;
  digester: Digester;
  basisOf: BasisOf;
  progress: OnProgress;
  /** How many threads; 0 renders here. By default as many as pay. */
  workers?: number;
}

/** A page that is not as it was. */
interface ChangedPage {
  key: ProductKey & { digest: string };
  draft: PageDraft;
}

/** A page of which it is not known yet. */
interface PlannedProduct {
  key: ProductKey;
  page: PlannedPage;
}

/** Small enough that no worker has much to do when the others have ended, and that few drafts are in memory. */
const batchSize = 100;
/** Starting the workers takes as long as rendering so many pages here. */
const worthwhile = 400;

/** So many pages are asked of the earlier site at once. */
const askedAtOnce = 500;
/** So many times it is asked before an answer is waited for. */
const askedAhead = 4;

/** Renders the pages that are not as they were in the earlier site, and takes the others over. @returns the products that were made by the path of their page, and how many were kept */
export async function renderPages(
  options: RenderPagesOptions,
): Promise<{ products: Map<string, Product>; kept: number }> {
  const { pages, progress } = options;
  const products = new Map<string, Product>();
  let kept = 0;
  const told = (): void => progress("render", kept + products.size, pages.length);
  const keep = (count: number): void => {
    kept += count;
    told();
  };
  const take = (batch: readonly ChangedPage[], files: readonly WrittenFile[][]): void => {
    batch.forEach(({ key: { name, digest, basis } }, index) => {
      products.set(name, { digest, basis, files: files[index] ?? [] });
    });
    told();
  };
  told();
  // Drafts are made when a worker is ready for them, so that it renders while the next are made.
  const batches = inBatches(changedPages(options, keep));
  const next = async (): Promise<ChangedPage[] | undefined> => (await batches.next()).value;
  const first: ChangedPage[][] = [];
  while (first.length * batchSize < worthwhile) {
    const batch = await next();
    if (batch === undefined) break;
    first.push(batch);
  }
  const areFew = first.length * batchSize < worthwhile;
  await renderAll(options, areFew, async () => first.shift() ?? (await next()), take);
  return { products, kept };
}

/**
 * The pages that are not as they were; `keep` is told how many others there are. Most are known by what they are worked out from, and
 * only the others are drafted.
 */
function changedPages(
  options: RenderPagesOptions,
  keep: (count: number) => void,
): AsyncIterable<ChangedPage> {
  const { pages, basisOf, digester } = options;
  const others: PlannedPage[] = [];
  function* planned(): Iterable<PlannedProduct> {
    for (const page of pages) {
      const basis = basisOf(page);
      if (basis === null) others.push(page);
      else yield { page, key: { name: page.path, digest: null, basis } };
    }
  }
  const draftOf = (page: PlannedPage, basis: string | null): ChangedPage => {
    const draft = page.draft();
    return { draft, key: { name: page.path, digest: digester.of(draft), basis } };
  };
  async function* drafted(): AsyncIterable<ChangedPage> {
    for await (const { page, key } of notKept(planned(), options, keep)) yield draftOf(page, key.basis);
    for (const page of others) yield draftOf(page, null);
  }
  return notKept(drafted(), options, keep);
}

/** Those of some products that the earlier site does not have as they are; `keep` is told how many it has. */
async function* notKept<T extends { key: ProductKey }>(
  products: Iterable<T> | AsyncIterable<T>,
  { helper, outDir }: Pick<RenderPagesOptions, "helper" | "outDir">,
  keep: (count: number) => void,
): AsyncGenerator<T, undefined> {
  const asked: { some: T[]; answer: Promise<readonly number[]> }[] = [];
  const ask = (some: T[]): void => {
    const keys = some.map(({ key }) => key);
    const answer = helper.keep(keys, outDir);
    // Its failure is told in its turn; that of one before it ends the work.
    answer.catch(() => {});
    asked.push({ some, answer });
  };
  async function* answered(ahead: number): AsyncGenerator<T, undefined> {
    for (const { some, answer } of asked.splice(0, Math.max(0, asked.length - ahead))) {
      const changed = await answer;
      keep(some.length - changed.length);
      for (const number of changed) {
        const product = some[number];
        if (product !== undefined) yield product;
      }
    }
    return undefined;
  }
  let some: T[] = [];
  for await (const product of products) {
    some.push(product);
    if (some.length < askedAtOnce) continue;
    ask(some);
    some = [];
    yield* answered(askedAhead);
  }
  if (some.length > 0) ask(some);
  yield* answered(0);
  return undefined;
}

async function* inBatches(pages: AsyncIterable<ChangedPage>): AsyncGenerator<ChangedPage[], undefined> {
  let batch: ChangedPage[] = [];
  for await (const page of pages) {
    batch.push(page);
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
  next: () => Promise<ChangedPage[] | undefined>,
  take: (batch: readonly ChangedPage[], files: readonly WrittenFile[][]) => void,
): Promise<void> {
  const { archive, store, packPath, outDir, theme } = options;
  // The templates of a theme are loaded in this thread alone.
  const threads = options.workers ?? (areFew || theme !== null ? 0 : availableParallelism());
  if (threads === 0) {
    const look = makeLook(archive.site, theme);
    for (let batch = await next(); batch !== undefined; batch = await next()) {
      const drafts = batch.map(({ draft }) => draft);
      take(batch, renderDrafts(drafts, store, look, outDir));
    }
    return;
  }
  await inThreads<ChangedPage[], WrittenFile[][]>({
    module: "render-batch",
    name: "renderBatch",
    threads,
    next,
    given: (batch): RenderBatch => {
      const drafts = batch.map(({ draft }) => draft);
      return { site: archive.site, packPath, outDir, drafts };
    },
    take,
  });
}
