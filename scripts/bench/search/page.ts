import MiniSearch from "minisearch";
import { parseQuery } from "../../../src/languages/search-words.ts";
import { type Engine, openEngine } from "../../../templates/client/search-engine.ts";
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

interface PagefindModule {
  search: (query: string) => Promise<{ results: { data: () => Promise<{ raw_url: string }> }[] }>;
}

let words: Promise<Engine> | undefined;
let pagefind: Promise<PagefindModule> | undefined;
let miniSearch: Promise<MiniSearch> | undefined;

/** As many as the search page shows at once. */
const resultsAtOnce = 20;
/** A browser refuses some thousand requests at a time. */
const othersAtOnce = 200;

window.searchWith = async (engine, query) => {
  const begun = performance.now();
  const forms = parseQuery(query).words.map(({ form }) => form);
  if (engine === "minisearch") {
    miniSearch ??= fetch("index.json")
      .then((response) => response.text())
      .then((json) => MiniSearch.loadJSON(json, miniSearchOptions));
    const found = (await miniSearch).search(forms.join(" "), { combineWith: "AND" });
    window.otherUrls = async () => [];
    return { ms: performance.now() - begun, urls: found.map(({ id }) => String(id)) };
  }
  const take = engine === "pagefind" ? await askPagefind(forms) : await askWords(forms);
  const urls = await take(0, resultsAtOnce);
  window.otherUrls = async () => {
    const others: string[] = [];
    for (let from = resultsAtOnce; ; from += othersAtOnce) {
      const more = await take(from, from + othersAtOnce);
      if (more.length === 0) return others;
      others.push(...more);
    }
  };
  return { ms: performance.now() - begun, urls };
};

type Take = (from: number, to: number) => Promise<string[]>;

async function askWords(forms: string[]): Promise<Take> {
  words ??= openEngine(new URL(".", document.baseURI).href);
  const results = await (await words).search(forms, {}, "");
  return async (from, to) => {
    const found = await results.take(Math.max(0, Math.min(to, results.count) - from));
    return found.map(({ path }) => decodeURIComponent(path).replace(/^articles\/|\.html$/g, ""));
  };
}

async function askPagefind(forms: string[]): Promise<Take> {
  pagefind ??= import(new URL("pagefind/pagefind.js", document.baseURI).href) as Promise<PagefindModule>; // Pagefind's own module, version 1
  const { results } = await (await pagefind).search(forms.join(" "));
  return async (from, to) => {
    const found = await Promise.all(results.slice(from, to).map(({ data }) => data()));
    return found.map(({ raw_url }) => decodeURIComponent(raw_url));
  };
}
