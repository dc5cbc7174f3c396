import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import { compareText } from "../archive/order.ts";
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
 * stemmer; of a language with many articles one a year (of the newest year one a month), `pagefind/<language>/<year>/`, which the browser
 * asks side by side, so that a year in which nothing changed need not be made again and no more than a year is in memory. `pagefind/parts.json` lists them. What is
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
        if (!(await isKept(helper, [folder, digest], outDir))) {
          pool ??= new Tinypool({ filename, name: "writePart", minThreads: 1, maxThreads: atOnce });
          const files: WrittenFile[] = await pool.run(part);
          products.set(folder, { digest, files });
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
 * By language, then from the oldest to the newest, undated ones last. The newest year is parted by months, for there is where
 * articles are added, and an index is made anew as a whole.
 */
function partsOf(records: readonly ArticleRecord[], most: number): Part[] {
  const languages = groupBy(records, ({ lang }) => primaryLanguage(lang));
  return [...languages].flatMap(([language, own]): Part[] => {
    if (own.length <= most) {
      return [{ language, name: null, folder: `pagefind/${language}`, records: own }];
    }
    const years = own.map(({ published }) => published?.slice(0, "YYYY".length) ?? "");
    const newest = years.sort(compareText).at(-1) ?? "";
    const periodOf = ({ published }: ArticleRecord): string =>
      published === null
        ? "undated"
        : published.slice(0, published.startsWith(newest) ? "YYYY-MM".length : "YYYY".length);
    return [...groupBy(own, periodOf)].map(
      ([name, ofPeriod]): Part => ({
        language,
        name,
        folder: `pagefind/${language}/${name}`,
        records: ofPeriod,
      }),
    );
  });
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
