import { availableParallelism } from "node:os";
import type { ArticleStore } from "../archive/article-store.ts";
import { inThreads } from "../in-threads.ts";
import { hashText } from "../languages/hash.ts";
import type { Archive } from "../model/archive.ts";
import type { OnProgress } from "../model/progress.ts";
import { spareMemory } from "../v8-flags.ts";
import { type BasedPage, isBased, type PageBases } from "./bases.ts";
import type { Digester } from "./digest.ts";
import { makeLook } from "./look.ts";
import type { PageDraft } from "./page-draft.ts";
import type { PlannedPage } from "./planned-page.ts";
import type { GroupKey, ProductGroup, ProductKey, SiteHelper, WrittenFile } from "./product.ts";
import { type RenderBatch, renderDrafts } from "./render-batch.ts";
import type { Theme } from "./theme.ts";

export interface RenderPagesOptions {
  archive: Archive;
  pages: readonly PlannedPage[];
  store: ArticleStore;
  packPath: string;
  outDir: string;
  theme: Theme | null;
  helper: Pick<SiteHelper, "keep" | "keepGroups" | "add">;
  digester: Digester;
  bases: PageBases;
  /** As `SiteOptions` has it. */
  isLarge?: boolean;
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
  key: ProductKey & { basis: string };
  page: BasedPage;
}

/** Pages that are planned one after another, and are looked at together. */
interface PageGroup extends GroupKey {
  pages: readonly BasedPage[];
}

/** Small enough that no worker has much to do when the others have ended, and that few drafts are in memory. */
const batchSize = 100;
/** Starting the workers takes as long as rendering so many pages here. */
const worthwhile = 400;

export interface RenderedPages {
  /** Those that were not taken over as they are. */
  groups: readonly ProductGroup[];
  /** How many pages were taken over. */
  kept: number;
}

/** Renders the pages that are not as they were in the earlier site, and takes the others over. The helper is told of the products that were made. */
export async function renderPages(options: RenderPagesOptions): Promise<RenderedPages> {
  const { pages, helper, progress } = options;
  const adding: Promise<void>[] = [];
  let made = 0;
  const groups: ProductGroup[] = [];
  let kept = 0;
  const told = (): void => progress("render", kept + made, pages.length);
  const keep = (count: number): void => {
    kept += count;
    told();
  };
  const take = (batch: readonly ChangedPage[], files: readonly WrittenFile[][]): void => {
    made += batch.length;
    told();
    // Not kept here: of a hundred thousand articles these come to as much as half the catalogue.
    const added = helper.add(
      batch.map(({ key: { name, digest, basis } }, index) => [
        name,
        { digest, basis, files: files[index] ?? [] },
      ]),
    );
    // Its failure is told in the end.
    added.catch(() => {});
    adding.push(added);
  };
  told();
  // Drafts are made when a worker is ready for them, so that it renders while the next are made.
  const batches = inBatches(changedPages(options, { keep, groups }));
  const next = async (): Promise<ChangedPage[] | undefined> => (await batches.next()).value;
  const first: ChangedPage[][] = [];
  while (first.length * batchSize < worthwhile) {
    const batch = await next();
    if (batch === undefined) break;
    first.push(batch);
  }
  const areFew = first.length * batchSize < worthwhile;
  await renderAll(options, areFew, async () => first.shift() ?? (await next()), take);
  await Promise.all(adding);
  return { groups, kept };
}

/**
 * The pages that are not as they were. Most are known by what they are worked out from, a hundred at once or each by itself, and only
 * the others are drafted.
 * @param found.keep is told how many others there are
 * @param found.groups gets those that are not as they were
 */
function changedPages(
  { pages, bases, digester, helper, outDir }: RenderPagesOptions,
  found: { keep: (count: number) => void; groups: ProductGroup[] },
): AsyncIterable<ChangedPage> {
  function* grouped(): Iterable<PageGroup> {
    for (const some of inGroups(pages.filter(isBased)))
      yield { name: some[0]?.path ?? "", basis: bases.ofGroup(some), pages: some };
  }
  async function* planned(): AsyncIterable<PlannedProduct> {
    const asked: Asked<PageGroup> = {
      atOnce: 32,
      ask: (groups) =>
        helper.keepGroups(
          groups.map(({ name, basis }) => ({ name, basis })),
          outDir,
        ),
      kept: (groups) => found.keep(groups.reduce((sum, group) => sum + group.pages.length, 0)),
    };
    for await (const { name, basis, pages: some } of notKept(grouped(), asked)) {
      found.groups.push({ name, basis, names: some.map(({ path }) => path) });
      for (const page of some) yield { page, key: { name: page.path, digest: null, basis: bases.of(page) } };
    }
  }
  const draftOf = (page: PlannedPage, basis: string | null): ChangedPage => {
    const draft = page.draft();
    return { draft, key: { name: page.path, digest: digester.of(draft), basis } };
  };
  const askedOfPages: Asked<{ key: ProductKey }> = {
    atOnce: 500,
    ask: (some) =>
      helper.keep(
        some.map(({ key }) => key),
        outDir,
      ),
    kept: (some) => found.keep(some.length),
  };
  async function* drafted(): AsyncIterable<ChangedPage> {
    for await (const { page, key } of notKept(planned(), askedOfPages)) yield draftOf(page, key.basis);
    for (const page of pages) if (!isBased(page)) yield draftOf(page, null);
  }
  return notKept(drafted(), askedOfPages);
}

/** One page in so many begins a group. */
const groupSize = 128;

/**
 * Pages in groups of those that are planned one after another. Where one begins depends on the path of its first page alone, so that a page
 * more or less changes its group and no other.
 */
function* inGroups(pages: readonly BasedPage[]): Iterable<BasedPage[]> {
  let group: BasedPage[] = [];
  for (const page of pages) {
    if (group.length > 0 && hashText(page.path, 0) % groupSize === 0) {
      yield group;
      group = [];
    }
    group.push(page);
  }
  if (group.length > 0) yield group;
}

/** How the earlier site is asked for things. */
interface Asked<T> {
  /** For so many together. */
  atOnce: number;
  /** @returns the numbers of those that it does not have as they are */
  ask: (some: readonly T[]) => Promise<readonly number[]>;
  /** Is told of those that it has. */
  kept: (some: readonly T[]) => void;
}

/** So many times it is asked before an answer is waited for. */
const askedAhead = 4;

/** Those of some things that the earlier site does not have as they are. */
async function* notKept<T>(
  things: Iterable<T> | AsyncIterable<T>,
  { atOnce, ask, kept }: Asked<T>,
): AsyncGenerator<T, undefined> {
  const asked: { some: T[]; answer: Promise<readonly number[]> }[] = [];
  const begin = (some: T[]): void => {
    const answer = ask(some);
    // Its failure is told in its turn; that of one before it ends the work.
    answer.catch(() => {});
    asked.push({ some, answer });
  };
  async function* answered(ahead: number): AsyncGenerator<T, undefined> {
    for (const { some, answer } of asked.splice(0, Math.max(0, asked.length - ahead))) {
      const changed = new Set(await answer);
      kept(some.filter((_, number) => !changed.has(number)));
      yield* some.filter((_, number) => changed.has(number));
    }
    return undefined;
  }
  let some: T[] = [];
  for await (const one of things) {
    some.push(one);
    if (some.length < atOnce) continue;
    begin(some);
    some = [];
    yield* answered(askedAhead);
  }
  if (some.length > 0) begin(some);
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
  if (options.isLarge === true) spareMemory();
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
