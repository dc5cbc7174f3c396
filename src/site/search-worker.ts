import { rm } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { hiddenForms } from "../languages/search-words.ts";
import type { Range } from "../model/article.ts";
import type { LanguageTag } from "../model/language.ts";
import { escapeMarkup } from "./xml.ts";

/** What the index gets of an article. */
export interface SearchDocument {
  /** The address of its page from the site's root, percent-encoded. */
  url: string;
  lang: LanguageTag;
  headline: string;
  text: string;
  blocks: readonly Range[];
  /** Shown with a result. */
  meta: readonly (readonly [name: string, value: string | null])[];
  filters: readonly (readonly [name: string, value: string | null])[];
  published: string | null;
}

/** The articles of one language. */
export interface SearchShard {
  language: string;
  documents: readonly SearchDocument[];
  /** The folder that the index goes into. */
  outputPath: string;
}

/** Pagefind's own interfaces; ours needs the engine alone. */
const unneeded = [
  "pagefind-ui.js",
  "pagefind-ui.css",
  "pagefind-modular-ui.js",
  "pagefind-modular-ui.css",
  "pagefind-component-ui.js",
  "pagefind-component-ui.css",
  "pagefind-highlight.js",
];

/** Sent to Pagefind's process before its answers are waited for. */
const articlesInFlight = 64;

/** What a worker thread runs: makes the index of one language. The same documents give the same bytes. */
export async function writeShard({ language, documents, outputPath }: SearchShard): Promise<void> {
  try {
    const index = await openIndex(language);
    for (let from = 0; from < documents.length; from += articlesInFlight) {
      const added = documents
        .slice(from, from + articlesInFlight)
        .map((document) => addArticle(index, document));
      check({ errors: (await Promise.all(added)).flat() });
    }
    check(await index.writeFiles({ outputPath }));
    for (const file of unneeded) await rm(join(outputPath, file), { force: true });
    await index.deleteIndex();
  } finally {
    await close();
  }
}

async function openIndex(language: string): Promise<PagefindIndex> {
  const response = await createIndex({ forceLanguage: language });
  check(response);
  if (response.index === undefined) throw new Error("Pagefind opened no index");
  return response.index;
}

async function addArticle(index: PagefindIndex, document: SearchDocument): Promise<string[]> {
  const { errors } = await index.addHTMLFile({ url: document.url, content: htmlOf(document) });
  return errors.map((error) => `${document.url}: ${error}`);
}

function check({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(errors.join("; "));
}

/**
 * A document for Pagefind alone, never published. What is searched or shown beside the text stands in attributes,
 * which Pagefind keeps out of its excerpts.
 */
function htmlOf({ lang, headline, text, blocks, meta, filters, published }: SearchDocument): string {
  return [
    `<!doctype html><html lang="${lang}"><body data-pagefind-body>`,
    ...meta.map(([name, value]) => attribute("meta", name, value)),
    attribute("meta", "fold", hiddenForms(`${headline}\n${text}`).join(" ")),
    ...filters.map(([name, value]) => attribute("filter", name, value)),
    attribute("sort", "date", published),
    ...blocks.map(({ start, end }) => `<p>${escapeMarkup(text.slice(start, end))}</p>`),
    "</body></html>",
  ].join("\n");
}

function attribute(kind: "meta" | "filter" | "sort", name: string, value: string | null): string {
  if (value === null || value === "") return "";
  return `<i data-pagefind-${kind}="${name}[data-value]" data-value="${escapeMarkup(value)}"></i>`;
}
