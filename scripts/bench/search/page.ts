import MiniSearch from "minisearch";
import { parseQuery } from "../../../src/languages/search-words.ts";
import { type Engine, type IndexedArticle, openEngine } from "../../../templates/client/pagefind-engine.ts";
import { miniSearchOptions } from "./minisearch-options.ts";

interface Answer {
  /** From asking to having the first page of results. */
  ms: number;
  urls: string[];
}

declare global {
  interface Window {
    /** Brings a page of results. */
    searchWith: (engine: string, query: string) => Promise<Answer>;
    /** The others of the last search. */
    otherUrls: () => Promise<string[]>;
  }
}

let pagefind: Promise<Engine> | undefined;
let miniSearch: Promise<MiniSearch> | undefined;

/** As many as the search page shows at once. */
const resultsAtOnce = 20;

window.searchWith = async (engine, query) => {
  const begun = performance.now();
  const words = parseQuery(query).words.map(({ form }) => form);
  if (engine === "minisearch") {
    miniSearch ??= fetch("index.json")
      .then((response) => response.text())
      .then((json) => MiniSearch.loadJSON(json, miniSearchOptions));
    const found = (await miniSearch).search(words.join(" "), { combineWith: "AND" });
    window.otherUrls = async () => [];
    return { ms: performance.now() - begun, urls: found.map(({ id }) => String(id)) };
  }
  pagefind ??= openEngine(new URL("pagefind/", document.baseURI).href);
  const results = await (await pagefind).search(words, {}, "");
  const shown = await results.take(resultsAtOnce);
  window.otherUrls = async () => urlsOf(await results.take(results.count));
  return { ms: performance.now() - begun, urls: urlsOf(shown) };
};

function urlsOf(articles: readonly IndexedArticle[]): string[] {
  return articles.map(({ raw_url }) => decodeURIComponent(raw_url));
}
