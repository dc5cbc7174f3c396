/*
 * What is used of Pagefind in the browser, and the merging of the indexes of several languages.
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

interface Pagefind {
  options: (options: { ranking?: { metaWeights?: Record<string, number> } }) => Promise<void>;
  search: (query: string) => Promise<{ results: Hit[] }>;
}

export interface Found {
  score: number;
  load: () => Promise<IndexedArticle>;
}

export interface Engine {
  /** Articles that have all the words, the best first. */
  search: (words: readonly string[]) => Promise<Found[]>;
}

/** Opens the index of every language, below an absolute address that ends with `/`. Rejects when one cannot be read. */
export async function openEngine(base: string): Promise<Engine> {
  const response = await fetch(new URL("languages.json", base));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const languages = (await response.json()) as string[]; // written by the same build as this script
  const indexes = await Promise.all(languages.map((language) => openIndex(new URL(`${language}/`, base))));
  return {
    search: async (words) => {
      const found = await Promise.all(indexes.map((index) => index.search(words.join(" "))));
      return found
        .flatMap(({ results }) => results)
        .map(({ score, data }) => ({ score, load: data }))
        .sort((a, b) => b.score - a.score);
    },
  };
}

async function openIndex(base: URL): Promise<Pagefind> {
  const address = new URL("pagefind.js", base).href;
  return (await import(address)) as Pagefind; // Pagefind's own module, version 1
}
