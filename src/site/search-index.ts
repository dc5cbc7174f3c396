import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { ArticleRecord } from "../model/archive.ts";
import { primaryLanguage } from "../model/language.ts";
import type { OnProgress } from "../model/progress.ts";
import { packageFile } from "../package-file.ts";
import type { Catalogue } from "./catalogue.ts";
import { createDigester } from "./digest.ts";
import { articlesPerIndex } from "./limits.ts";
import { articlePath, encodePath, entityFolders } from "./paths.ts";
import type { RefOf } from "./planned-page.ts";
import { type EarlierSite, isKept, type Product, type WrittenFile, writeSiteFile } from "./product.ts";
import type { SearchDocument, SearchPart } from "./search-worker.ts";

/** So many indexes are made at once: each takes a core, and memory of its own. */
const atOnce = 2;

/** Pagefind refused a record or could not write. */
export class SearchIndexError extends Error {}

export interface SearchOptions {
  catalogue: Catalogue;
  refOf: RefOf;
  packPath: string;
  outDir: string;
  helper: EarlierSite;
  /** Whether there is to be an index; without one the list is empty. */
  search: boolean;
  /** Articles of a language that one index holds; with more of them each year has its own. */
  articlesPerIndex?: number;
  /** Of the program. */
  version: string;
  progress: OnProgress;
}

/**
 * Writes the search index: Pagefind's, one a language in `pagefind/<language>/`, so that each is searched with its own
 * stemmer; of a language with many articles one a year or less, `pagefind/<language>/<period>/`, which the browser
 * asks side by side, so that a period in which nothing changed need not be made again and no more than one is in memory. `pagefind/parts.json` lists them. What is
 * indexed is each article's text and nothing of the pages' own words. The work is done in a thread of its own, beside the rendering.
 * The same archive gives the same bytes.
 * @returns the indexes by their names, and the list
 * @throws SearchIndexError
 */
export async function writeSearchIndex(
  options: SearchOptions,
): Promise<{ products: Map<string, Product>; list: WrittenFile[] }> {
  const { catalogue, refOf, packPath, outDir, helper, version, search, progress } = options;
  const products = new Map<string, Product>();
  const most = options.articlesPerIndex ?? articlesPerIndex;
  const parts = search ? partsOf([...catalogue.archive.articles.values()], most) : [];
  if (parts.length === 0) return { products, list: [] };
  const total = parts.reduce((sum, { records }) => sum + records.length, 0);
  let done = 0;
  progress("search", done, total);
  const digester = createDigester(version);
  // A worker needs compiled code, also where the rest runs from its sources.
  const filename = packageFile("lib/bin/search-worker.js");
  let pool: Tinypool | undefined;
  try {
    function* described(): Iterable<SearchPart> {
      const languages = new Set<string>();
      for (const { language, folder, records } of parts) {
        const hasEngine = !languages.has(language);
        languages.add(language);
        const documents = records.map((record) => describeForSearch(catalogue, refOf, record));
        yield { language, documents, packPath, outDir, folder, hasEngine };
      }
    }
    const queue = described();
    const lane = async (): Promise<void> => {
      for (const part of queue) {
        const { folder, documents, hasEngine } = part;
        const digest = digester.of([hasEngine, documents]);
        if (!(await isKept(helper, folder, digest, outDir))) {
          pool ??= new Tinypool({ filename, name: "writePart", minThreads: 1, maxThreads: atOnce });
          const files: WrittenFile[] = await pool.run(part);
          products.set(folder, { digest, basis: null, files });
        }
        done += documents.length;
        progress("search", done, total);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, availableParallelism()) }, lane));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SearchIndexError(`The search index could not be made: ${reason}`, { cause });
  } finally {
    await pool?.destroy();
  }
  const folders: Record<string, string[]> = {};
  for (const { language, name } of parts) {
    folders[language] = [...(folders[language] ?? []), name === null ? language : `${language}/${name}`];
  }
  return {
    products,
    list: [writeSiteFile(outDir, "pagefind/parts.json", `${JSON.stringify(folders)}\n`)],
  };
}

interface Part {
  language: string;
  /** Null when a language has one index. */
  name: string | null;
  /** From the site's root. */
  folder: string;
  records: ArticleRecord[];
}

/**
 * By language, then from the oldest to the newest, undated ones last: of a language with more articles than one index holds one a year,
 * of a year with more one a half, a quarter or a month. The newest year is parted by months in any case, for there is where articles are
 * added, and an index is made anew as a whole.
 */
function partsOf(records: readonly ArticleRecord[], most: number): Part[] {
  const languages = groupBy(records, ({ lang }) => primaryLanguage(lang));
  return [...languages].flatMap(([language, own]): Part[] => {
    if (own.length <= most) {
      return [{ language, name: null, folder: `pagefind/${language}`, records: own }];
    }
    return inPeriods(own, most).map(
      ([name, ofPeriod]): Part => ({
        language,
        name,
        folder: `pagefind/${language}/${name}`,
        records: ofPeriod,
      }),
    );
  });
}

type Period = "year" | "half" | "quarter" | "month";
const finer: Record<Period, Period | null> = { year: "half", half: "quarter", quarter: "month", month: null };

/** Articles by periods that have no more than so many of them, where months have not. */
function inPeriods(records: readonly ArticleRecord[], most: number): [name: string, ArticleRecord[]][] {
  const part = (some: readonly ArticleRecord[], period: Period): [string, ArticleRecord[]][] =>
    [...groupBy(some, (record) => periodOf(record, period))].flatMap(([name, own]) => {
      const next = finer[period];
      return own.length > most && next !== null ? part(own, next) : [[name, own]];
    });
  const years = groupBy(records, (record) => periodOf(record, "year"));
  const newest = [...years.keys()].filter((year) => year !== undated).at(-1);
  return [...years].flatMap(([year, own]) => {
    if (year === undated) return [[year, own]];
    return part(own, year === newest ? "month" : "year");
  });
}

const undated = "undated";

function periodOf({ published }: ArticleRecord, period: Period): string {
  if (published === null) return undated;
  const year = published.slice(0, "YYYY".length);
  const month = Number(published.slice("YYYY-".length, "YYYY-MM".length));
  switch (period) {
    case "year":
      return year;
    case "half":
      return `${year}-h${Math.ceil(month / 6)}`;
    case "quarter":
      return `${year}-q${Math.ceil(month / 3)}`;
    case "month":
      return published.slice(0, "YYYY-MM".length);
  }
}

/** In the order of the keys. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describeForSearch(
  catalogue: Catalogue,
  refOf: RefOf,
  { id, lang, published, source }: ArticleRecord,
): SearchDocument {
  const filters: [name: string, value: string | null][] = [
    ["language", primaryLanguage(lang)],
    ["year", published?.slice(0, 4) ?? null],
    ["source", source],
    ...catalogue.collectionsOf(id).map(({ title }): [string, string | null] => ["collection", title]),
    ...catalogue.entitiesOf(id).map((entity): [string, string] => {
      const { type, name } = catalogue.entityCard(entity).entity;
      return [entityFolders[type], name];
    }),
  ];
  return {
    ref: refOf(id),
    url: encodePath(articlePath(id)),
    filters: filters.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  };
}
