import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import { forEachOf } from "../archive/mentions.ts";
import type { LocatedArticles } from "../archive/read-articles.ts";
import { inBatches, inThreads } from "../in-threads.ts";
import type { Archive, ArchivedArticle, ArticleNumber } from "../model/archive.ts";
import { primaryLanguage } from "../model/language.ts";
import type { OnProgress } from "../model/progress.ts";
import { packageFile } from "../package-file.ts";
import { shardLimit } from "../search/shards.ts";
import { type Digester, writeList } from "./digest.ts";
import { entityFolders } from "./paths.ts";
import type { EarlierSite, Product, ProductKey } from "./product.ts";
import { hasSearchLedger, type IndexedPlace } from "./search-ledger.ts";
import type {
  BegunIndex,
  SearchArticles,
  SearchFilter,
  SearchIndex,
  UnplannedIndex,
  WrittenIndex,
} from "./search-worker.ts";

/** The words of so many are found together. */
const articlesPerSegment = 1_000;
/** Starting a thread takes as long as finding the words of so many articles here. */
const worthwhile = 200;

export interface SearchOptions extends Pick<LocatedArticles, "placesOf"> {
  archive: Archive;
  packPath: string;
  outDir: string;
  /** Where what is kept between builds is, and the site that the last one wrote. */
  cacheDir: string;
  earlierDir: string;
  helper: EarlierSite;
  /** Of the entities of the archive and the ids of its articles. */
  entitiesDigest: string;
  digester: Digester;
  /** Whether there is to be an index. */
  search: boolean;
  /** Of the program. */
  version: string;
  progress: OnProgress;
  /** Ends when the pages are rendered: the words of many articles are found then, for both take all cores, and memory for each of them. */
  whenRendered?: () => Promise<unknown>;
  /** About how many bytes a file of words has at most. */
  shardLimit?: number;
}

/**
 * Writes the search index, `search/`: words with the articles that have them, parted by the beginnings of the words, so that a query loads
 * a file or two for each of its words however many articles there are; names of the articles; and what a search can be narrowed to. The
 * index of the last build is changed where little changed. The same archive gives the same bytes either way.
 * @returns the products that were made, by their names
 * @throws DamagedPackError
 */
export async function writeSearchIndex(options: SearchOptions): Promise<Map<string, Product>> {
  const { archive, placesOf, search, progress } = options;
  const records = archive.articles;
  if (!search || records.length === 0) return new Map();
  progress("search", 0, records.length);
  // What the index of a whole archive is made of takes memory; that of a change is made beside the rendering.
  if (!hasSearchLedger(options.cacheDir)) await options.whenRendered?.();
  // Its thread starts while it is found out what it is to do.
  const worker = records.length < worthwhile ? await openHere() : openThread();
  try {
    const articles = describeArticles(records, placesOf("article"));
    return await writeIndexIn(worker, { ...options, articles, filtersDigest: digestOfFilters(options) });
  } finally {
    await worker.end();
  }
}

type Described = SearchOptions & { articles: SearchArticles; filtersDigest: string };

async function writeIndexIn(worker: IndexWorker, options: Described): Promise<Map<string, Product>> {
  const { articles, helper, outDir, progress } = options;
  // Files that were taken over before others turned out not to be there.
  let kept: ReadonlySet<string> = new Set();
  for (const isAnew of [false, true]) {
    const index = await indexArticles(worker, { ...options, isAnew, kept });
    // Where the earlier one is not as it was written, it cannot be changed.
    if (index === null) continue;
    const keys = index.same.map(
      ({ path, sha256 }): ProductKey => ({ name: path, digest: sha256, basis: null }),
    );
    const missing = new Set(keys.length === 0 ? [] : await helper.keep(keys, outDir));
    if (missing.size > 0) {
      kept = new Set(keys.flatMap(({ name }, at) => (missing.has(at) ? [] : [name])));
      continue;
    }
    progress("search", articles.ids.length, articles.ids.length);
    return new Map(index.made);
  }
  throw new Error("an index that is made anew needs no earlier one");
}

type Indexing = Described & { isAnew: boolean; kept: ReadonlySet<string> };

/** Null when the earlier index is not there to be changed. */
async function indexArticles(worker: IndexWorker, options: Indexing): Promise<WrittenIndex | null> {
  const { archive, packPath, articles, filtersDigest, kept, outDir, cacheDir, earlierDir, version } = options;
  const { isAnew, progress } = options;
  const total = articles.ids.length;
  const index = { packPath, cacheDir, earlierDir, version, outDir, articles, kept };
  // To describe them takes as long as all else that is done here, and most changes of articles are none of what they are found by.
  const areKnown = !isAnew && hasSearchLedger(cacheDir);
  let unplanned: UnplannedIndex = {
    ...index,
    filters: { digest: filtersDigest, all: areKnown ? null : describeFilters(archive) },
    shardLimit: options.shardLimit ?? shardLimit,
    isAnew,
    atOnce: worthwhile,
  };
  let begun: BegunIndex = await worker.run("beginIndex", unplanned);
  if (begun.kind === "filters-wanted") {
    unplanned = { ...unplanned, filters: { digest: filtersDigest, all: describeFilters(archive) } };
    begun = await worker.run("beginIndex", unplanned);
  }
  if (begun.kind === "filters-wanted") throw new Error("an index that has all filters wants none");
  if (begun.kind === "written") return begun.written;
  const { plan } = begun;
  await options.whenRendered?.();
  let done = total - plan.added.length;
  const gone = await readSegments(packPath, plan.gone, () => {});
  const added = await readSegments(packPath, plan.added, (count) => {
    done += count;
    progress("search", done, total);
  });
  const planned: SearchIndex = { ...unplanned, plan, added, gone };
  return await worker.run("writeIndex", planned, memoryOf([...added, ...gone]));
}

/** The words of articles, found on all cores. */
async function readSegments(
  packPath: string,
  articles: readonly IndexedPlace[],
  tell: (count: number) => void,
): Promise<Uint8Array[]> {
  const batches = inBatches(articles, articlesPerSegment);
  const segments: Uint8Array[] = batches.map(() => new Uint8Array());
  if (batches.length === 0) return segments;
  const queue = [...batches.entries()];
  await inThreads<[number, IndexedPlace[]], Uint8Array>({
    module: "search-worker",
    name: "readSegment",
    threads: availableParallelism(),
    next: () => queue.shift(),
    given: ([, batch]) => ({ packPath, articles: batch }),
    take: ([at, batch], segment) => {
      segments[at] = segment;
      tell(batch.length);
    },
  });
  return segments;
}

/** The memory of segments, which nobody needs here any more. */
function memoryOf(segments: readonly Uint8Array[]): ArrayBuffer[] {
  return segments.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? buffer : []));
}

/** Where the work on an index is done that is one piece. */
interface IndexWorker {
  /** @param moved memory that is given away with what is given */
  run: <Done>(name: "beginIndex" | "writeIndex", given: object, moved?: ArrayBuffer[]) => Promise<Done>;
  end: () => Promise<void>;
}

function openThread(): IndexWorker {
  // A worker needs compiled code, also where the rest runs from its sources.
  const filename = packageFile("lib/bin/search-worker.js");
  const pool = new Tinypool({ filename, minThreads: 1, maxThreads: 1 });
  return {
    run: (name, given, moved = []) => pool.run(given, { name, transferList: moved }),
    end: () => pool.destroy(),
  };
}

async function openHere(): Promise<IndexWorker> {
  const functions = await import("./search-worker.ts");
  return {
    // What is given to a function of that name, and what it returns, is what its caller says.
    run: async <Done>(name: "beginIndex" | "writeIndex", given: object) =>
      Reflect.apply(functions[name], null, [given]) as Done,
    end: async () => {},
  };
}

function describeArticles(records: readonly ArchivedArticle[], places: Float64Array): SearchArticles {
  return {
    ids: records.map(({ id }) => id),
    published: records.map(({ published }) => published),
    places,
  };
}

/** Of all that `describeFilters` goes by. */
function digestOfFilters({ archive, entitiesDigest, digester }: SearchOptions): string {
  const { writer, ofWritten } = digester;
  const { value, number } = writer;
  return ofWritten(() => {
    value(entitiesDigest);
    writeList(writer, archive.articles, ({ lang, published, source }) => {
      value(lang);
      value(published);
      value(source);
    });
    writeList(writer, archive.collections, ({ title, articles }) => {
      value(title);
      writeList(writer, articles, number);
    });
  });
}

/** What a search can be narrowed to: filters by their names, their values in order, and of each the articles by their places in the list. */
function describeFilters({ articles, collections, mentions }: Archive): SearchFilter[] {
  const filters = new Map<string, Map<string, ArticleNumber[]>>();
  const articlesOf = (name: string, value: string): ArticleNumber[] => {
    const values = filters.get(name) ?? new Map<string, ArticleNumber[]>();
    filters.set(name, values);
    const found = values.get(value) ?? [];
    values.set(value, found);
    return found;
  };
  const add = (name: string, of: (article: ArchivedArticle) => string | null): void => {
    // Of most articles it is what it is of the one before.
    let last: string | null = null;
    let found: ArticleNumber[] = [];
    articles.forEach((article, number) => {
      const value = of(article);
      if (value === null || value === "") return;
      if (value !== last) found = articlesOf(name, value);
      last = value;
      found.push(number);
    });
  };
  add("language", ({ lang }) => primaryLanguage(lang));
  add("year", ({ published }) => published?.slice(0, "YYYY".length) ?? null);
  add("source", ({ source }) => source);
  for (const { title, articles: listed } of collections) {
    if (title === null || title === "" || listed.length === 0) continue;
    const found = articlesOf("collection", title);
    for (const article of listed) found.push(article);
  }
  mentions.entities.forEach(({ type, name }, entity) => {
    const found = articlesOf(entityFolders[type], name);
    forEachOf(mentions.articlesOf, entity, (article) => found.push(article));
  });
  return [...filters].sort(byKey).map(([name, values]) => {
    const sorted = [...values].sort(byKey);
    return {
      name,
      values: sorted.map(([value]) => value),
      articles: sorted.map(([, found]) => inOrderOnce(found)),
    };
  });
}

/** Two names or collections that are called the same are one value, and may have the same article. */
function inOrderOnce(articles: readonly ArticleNumber[]): Int32Array {
  const sorted = new Int32Array(articles);
  // As nearly all are.
  if (sorted.every((article, at) => at === 0 || article > (sorted[at - 1] ?? 0))) return sorted;
  sorted.sort();
  return sorted.filter((article, at) => article !== sorted[at - 1]);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
