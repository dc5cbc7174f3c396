/*
 * What is used of Pagefind in the browser, and the joining of what several indexes find: one a language, or one a year of a language.
 */

export interface IndexedArticle {
  /** The article's plain text, its white space made single. */
  content: string;
  /** As given to the index: the page's path from the site's root, percent-encoded. */
  raw_url: string;
  meta: { title?: string; date?: string; source?: string; lang?: string; dir?: string };
}

interface Hit {
  id: string;
  score: number;
  data: () => Promise<IndexedArticle>;
}

/** How many articles have each value of each filter. */
export type Facets = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface PagefindOptions {
  filters?: Readonly<Record<string, string>>;
  sort?: Readonly<Record<string, "asc" | "desc">>;
}

interface Pagefind {
  search: (
    query: string | null,
    options: PagefindOptions,
  ) => Promise<{ results: Hit[]; filters: Facets; totalFilters: Facets }>;
  filters: () => Promise<Facets>;
  /** Loads what a search for it would need. */
  preload: (query: string) => Promise<void>;
}

interface PagefindModule {
  /** @param options.basePath of the folder of an index, absolute, with `/` at its end */
  createInstance: (options: { basePath: string; noWorker: boolean }) => Pagefind;
}

/** The order of results: the best first, or by date. */
export type Order = "" | "newest" | "oldest";

/** What a search narrows: a value for each filter that is set. */
export type Filters = Readonly<Record<string, string>>;

export interface Results {
  count: number;
  /** The next ones, at most so many; fewer at the end. */
  take: (most: number) => Promise<IndexedArticle[]>;
  /** What narrowing the search further would leave; empty before `facets` has been called. */
  facets: Facets;
  /** What the words alone leave: the other choices that a filter has which is set. */
  choices: Facets;
}

export interface Engine {
  /** Articles that have all the words and values; all articles with the values where there are no words. */
  search: (words: readonly string[], filters: Filters, order: Order) => Promise<Results>;
  /** Every value of every filter. */
  facets: () => Promise<Facets>;
}

/** Opens every index, below an absolute address that ends with `/`. Rejects when one cannot be read. */
export async function openEngine(base: string): Promise<Engine> {
  const response = await fetch(new URL("parts.json", base));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const languages = (await response.json()) as Record<string, string[]>; // written by the same build as this script
  const indexes = (
    await Promise.all(Object.values(languages).map((folders) => openLanguage(folders, base)))
  ).flat();
  return {
    search: async (words, filters, order) => {
      const options = {
        filters,
        ...(order === "" ? {} : { sort: { date: order === "newest" ? "desc" : "asc" } as const }),
      };
      const query = words.length === 0 ? null : words.join(" ");
      const found = await Promise.all(indexes.map((index) => index.search(query, options)));
      const lists = found.map(({ results }) => results);
      return {
        count: lists.reduce((sum, { length }) => sum + length, 0),
        take: order === "" ? takeBest(lists) : takeByDate(lists, order),
        facets: addFacets(found.map((one) => one.filters)),
        choices: addFacets(found.map((one) => one.totalFilters)),
      };
    },
    facets: async () => addFacets(await Promise.all(indexes.map((index) => index.filters()))),
  };
}

/**
 * Opens the indexes of a language. All run in the engine of the first, which is loaded once: it knows the language's stems, and takes
 * 90 kB of the 95 that an index needs before it is asked anything.
 */
async function openLanguage(folders: readonly string[], base: string): Promise<Pagefind[]> {
  const [first = "", ...others] = folders.map((folder) => new URL(`${folder}/`, base).href);
  const engine = (await import(new URL("pagefind.js", first).href)) as PagefindModule; // Pagefind's own module, version 1
  const open = async (basePath: string): Promise<Pagefind> => {
    // The policy of the page allows no worker.
    const index = engine.createInstance({ basePath, noWorker: true });
    // Comes back when the index and its engine are loaded, which `init` does not wait for.
    await index.preload("");
    return index;
  };
  const opened = await open(first);
  return [opened, ...(await Promise.all(others.map(open)))];
}

/** Results that are all at hand. */
export function resultsOf(
  articles: readonly IndexedArticle[],
  { facets, choices }: Pick<Results, "facets" | "choices">,
): Results {
  let at = 0;
  const take = async (most: number): Promise<IndexedArticle[]> => {
    const taken = articles.slice(at, at + most);
    at += taken.length;
    return taken;
  };
  return { count: articles.length, take, facets, choices };
}

function takeBest(lists: readonly Hit[][]): Results["take"] {
  const hits = lists.flat().sort((one, other) => other.score - one.score);
  let at = 0;
  return async (most) => {
    const taken = hits.slice(at, at + most);
    at += taken.length;
    return await Promise.all(taken.map(({ data }) => data()));
  };
}

/** Each list is in the order of dates already; articles without a date come last. */
function takeByDate(lists: readonly Hit[][], order: Order): Results["take"] {
  const places = lists.map(() => 0);
  const isBefore = (one: IndexedArticle, other: IndexedArticle): boolean => {
    const [date = "", than = ""] = [one.meta.date, other.meta.date];
    if (date === "" || than === "") return date !== "";
    return order === "newest" ? date > than : date < than;
  };
  return async (most) => {
    const heads = await Promise.all(
      lists.map((hits, list) => {
        const from = places[list] ?? 0;
        return Promise.all(hits.slice(from, from + most).map(({ data }) => data()));
      }),
    );
    const taken: IndexedArticle[] = [];
    while (taken.length < most) {
      let next = -1;
      heads.forEach(([head], list) => {
        const best = heads[next]?.[0];
        if (head !== undefined && (best === undefined || isBefore(head, best))) next = list;
      });
      const article = heads[next]?.shift();
      if (article === undefined) break;
      places[next] = (places[next] ?? 0) + 1;
      taken.push(article);
    }
    return taken;
  };
}

function addFacets(all: readonly Facets[]): Facets {
  const sum: Record<string, Record<string, number>> = {};
  for (const facets of all) {
    for (const [name, values] of Object.entries(facets)) {
      const counts = sum[name] ?? {};
      sum[name] = counts;
      for (const [value, count] of Object.entries(values)) counts[value] = (counts[value] ?? 0) + count;
    }
  }
  return sum;
}
