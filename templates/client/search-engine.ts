import { tablePath } from "../../src/search/articles.ts";
import type { SearchHeadFile } from "../../src/search/head.ts";
import { forEachPosting } from "../../src/search/postings.ts";
import { partedBeginnings, shardOf, shardPath } from "../../src/search/shards.ts";
import { readWords } from "../../src/search/word-file.ts";
import { articleDataPath, articlePath, encodePath } from "../../src/site/paths.ts";
import { stemOf } from "./stems.ts";

/*
 * Answers queries out of the files of the search index, each loaded when it is first needed.
 */

/** What a result shows of an article; its data file has it all. */
export interface FoundArticle {
  /** Its page's path from the site's root, percent-encoded. */
  path: string;
  headline: string;
  lang: string;
  dir: string;
  published: string | null;
  source: string | null;
  /** Its headings and paragraphs, white space made single. */
  content: string;
}

/** How many articles have each value of each filter. */
export type Facets = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The order of results: the best first, or by date. */
export type Order = "" | "newest" | "oldest";

/** What a search narrows: a value for each filter that is set. */
export type Filters = Readonly<Record<string, string>>;

export interface Results {
  count: number;
  /** The next ones, at most so many; fewer at the end. */
  take: (most: number) => Promise<FoundArticle[]>;
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

/** Articles by their numbers, with what they count for. */
type Scores = Map<number, number>;

/** What a word of an article counts for by its weight (`postings.ts`). */
const weightScores = [0.4, 0.65, 0.85, 1.4] as const;
/** Another form of the word that was asked for counts less. */
const ofSameStem = 0.7;
/** So much of a word is looked at for others with its stem; of a shorter one too many words begin alike. */
const shortestStem = 3;
/** So many files are loaded for the words that begin as one does. */
const mostShards = 6;

/** Opens the index below the site's root, an absolute address that ends with `/`. Rejects when it cannot be read. */
export async function openEngine(root: string): Promise<Engine> {
  const head = (await load(root, "search/index.json").then((response) => response.json())) as SearchHeadFile; // written by the same build as this script
  const parted = partedBeginnings(head.shards);
  const keys = new Set(head.shards);
  const shards = once((key: string) => loadWords(root, shardPath(key)));
  const filters = once((name: string) => loadWords(root, `search/filters/${name}.bin`));
  const tables = once((first: number) => loadTable(root, first));
  const articles = once((id: string) => loadArticle(root, id));
  let loadedFilters: Map<string, Map<string, Uint8Array>> | null = null;

  /** The words of the files that may have some that begin so. */
  const beginningWith = async (beginning: string): Promise<[word: string, postings: Uint8Array][]> => {
    const own = shardOf(beginning, parted);
    const below = parted.has(beginning) ? head.shards.filter((key) => key.startsWith(beginning)) : [own];
    const found = await Promise.all(
      below
        .filter((key) => keys.has(key))
        .slice(0, mostShards)
        .map(shards),
    );
    return found.flatMap((words) => [...words].filter(([word]) => word.startsWith(beginning)));
  };
  const scoresOf = async (word: string): Promise<Scores> => {
    const key = shardOf(word, parted);
    const own = keys.has(key) ? await shards(key) : new Map<string, Uint8Array>();
    const scores: Scores = new Map();
    const exact = own.get(word);
    if (exact !== undefined) addScores(scores, exact, head.articles, 1);
    const stem = stemOf(word);
    const beginning = beginningOfKin(word, stem);
    if (beginning.length >= shortestStem) {
      for (const [other, postings] of await beginningWith(beginning)) {
        if (other !== word && stemOf(other) === stem) addScores(scores, postings, head.articles, ofSameStem);
      }
    }
    if (scores.size > 0) return scores;
    // Somebody is still typing it.
    for (const [other, postings] of await beginningWith(word))
      addScores(scores, postings, head.articles, word.length / other.length);
    return scores;
  };
  const having = async (name: string, value: string): Promise<Set<number>> => {
    const numbers = new Set<number>();
    const postings = head.filters.includes(name) ? (await filters(name)).get(value) : undefined;
    if (postings !== undefined) forEachPosting(postings, (number) => numbers.add(number));
    return numbers;
  };
  const idOf = async (number: number): Promise<string> => {
    const first = head.tables.findLast((one) => one <= number) ?? 0;
    return (await tables(first)).get(number) ?? "";
  };
  const count = (numbers: ReadonlySet<number> | null): Facets => {
    const facets: Record<string, Record<string, number>> = {};
    for (const [name, values] of loadedFilters ?? []) {
      const counts: Record<string, number> = {};
      facets[name] = counts;
      for (const [value, postings] of values) {
        let found = 0;
        forEachPosting(postings, (number) => {
          if (numbers === null || numbers.has(number)) found += 1;
        });
        counts[value] = found;
      }
    }
    return facets;
  };
  return {
    search: async (words, narrowed, order) => {
      const lists = await Promise.all(words.map(scoresOf));
      const sets = await Promise.all(Object.entries(narrowed).map(([name, value]) => having(name, value)));
      const byWords = lists.length === 0 ? null : intersect(lists);
      const among = byWords ?? new Map([...(sets[0] ?? [])].map((number) => [number, 0]));
      const found = [...among].filter(([number]) => sets.every((set) => set.has(number)));
      const sorted = inOrder(found, order, head.undatedBelow);
      const numbers = new Set(sorted);
      return {
        count: sorted.length,
        take: inTurn(sorted, async (number) => await articles(await idOf(number))),
        facets: count(numbers),
        choices: count(byWords === null ? null : new Set(byWords.keys())),
      };
    },
    facets: async () => {
      const all = await Promise.all(head.filters.map(async (name) => [name, await filters(name)] as const));
      loadedFilters = new Map(all);
      return count(null);
    },
  };
}

/** BM25's measure of how much a word tells that so many of all articles have. */
function addScores(scores: Scores, postings: Uint8Array, articles: number, share: number): void {
  let having = 0;
  forEachPosting(postings, () => {
    having += 1;
  });
  const rarity = Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  forEachPosting(postings, (number, weight) => {
    const score = rarity * share * (weightScores[weight] ?? 0);
    if (score > (scores.get(number) ?? -1)) scores.set(number, score);
  });
}

/** Articles that are in every list, with what they count for in all. */
function intersect(lists: readonly Scores[]): Scores {
  const [fewest = new Map<number, number>(), ...others] = [...lists].sort((a, b) => a.size - b.size);
  const found: Scores = new Map();
  for (const [number, score] of fewest) {
    let sum = score;
    for (const other of others) sum += other.get(number) ?? Number.NaN;
    if (!Number.isNaN(sum)) found.set(number, sum);
  }
  return found;
}

/** Numbers go up with dates; of articles that are as good the newer ones come first, and those without a date last. */
function inOrder(found: [number: number, score: number][], order: Order, undatedBelow: number): number[] {
  const isUndated = (number: number): number => (number < undatedBelow ? 1 : 0);
  return found
    .sort(
      ([a, scoreOfA], [b, scoreOfB]) =>
        (order === "" ? scoreOfB - scoreOfA : 0) ||
        isUndated(a) - isUndated(b) ||
        (order === "oldest" ? a - b : b - a),
    )
    .map(([number]) => number);
}

/** How words begin that may have the same stem. A stemmer takes a first letter off that may be a particle (وزير), and it is theirs too. */
function beginningOfKin(word: string, stem: string): string {
  const shared = commonBeginning(word, stem);
  return shared.length < shortestStem
    ? word.slice(0, Math.max(shortestStem, word.length - 2))
    : shared.slice(0, Math.max(shortestStem, stem.length - 1));
}

function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1;
  return a.slice(0, length);
}

/** The same function, which asks once for each key; again where that failed. */
function once<K, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    made.catch(() => known.delete(key));
    known.set(key, made);
    return made;
  };
}

async function load(root: string, path: string): Promise<Response> {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

async function loadWords(root: string, path: string): Promise<Map<string, Uint8Array>> {
  const bytes = new Uint8Array(await (await load(root, path)).arrayBuffer());
  return new Map([...readWords(bytes)].map(({ word, postings }) => [word, postings]));
}

async function loadTable(root: string, first: number): Promise<Map<number, string>> {
  const { numbers, ids } = (await (await load(root, tablePath(first))).json()) as {
    numbers: number[];
    ids: string[];
  }; // as `articleTable` writes it
  return new Map(numbers.map((number, index) => [first + number, ids[index] ?? ""]));
}

interface ArticleData extends Omit<FoundArticle, "path" | "content"> {
  text: string;
  sections: { heading: Stretch | null; paragraphs: Stretch[] }[];
}

interface Stretch {
  start: number;
  end: number;
}

async function loadArticle(root: string, id: string): Promise<FoundArticle> {
  const { headline, lang, dir, published, source, text, sections } = (await (
    await load(root, encodePath(articleDataPath(id)))
  ).json()) as ArticleData; // the site's own data, as its schema has it
  const blocks = sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [heading]),
    ...paragraphs,
  ]);
  const content = blocks
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
  return { path: encodePath(articlePath(id)), headline, lang, dir, published, source, content };
}

/** Results that are all at hand. */
export function resultsOf(
  articles: readonly FoundArticle[],
  { facets, choices }: Pick<Results, "facets" | "choices">,
): Results {
  return { count: articles.length, take: inTurn(articles, async (article) => article), facets, choices };
}

/** Hands items out in their order, as something else is made of them. */
function inTurn<T>(items: readonly T[], make: (item: T) => Promise<FoundArticle>): Results["take"] {
  let at = 0;
  return async (most) => {
    const taken = items.slice(at, at + most);
    at += taken.length;
    return await Promise.all(taken.map(make));
  };
}
