import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { hiddenForms } from "../languages/search-words.ts";
import type { Archive } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { primaryLanguage } from "../model/language.ts";
import { type Catalogue, makeCatalogue } from "./catalogue.ts";
import { articlePath, encodePath, entityFolders } from "./paths.ts";
import type { SiteSources } from "./planned-page.ts";
import { escapeMarkup } from "./xml.ts";

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

/** Pagefind works in a process of its own: while it takes in some articles, the next are made ready. */
const articlesInFlight = 64;

/** Pagefind refused a record or could not write. */
export class SearchIndexError extends Error {}

/**
 * Writes the search index: one of Pagefind's a language, in `pagefind/<language>/`, so that each is searched with its
 * own stemmer, and `pagefind/languages.json`, which lists them. What is indexed is each article's text and nothing of
 * the pages' own words. The same archive gives the same bytes.
 * @throws SearchIndexError
 */
export async function writeSearchIndex(
  archive: Archive,
  loadArticle: SiteSources["loadArticle"],
  outDir: string,
): Promise<void> {
  const catalogue = makeCatalogue(archive);
  const languages = [
    ...new Set([...archive.articles.values()].map(({ lang }) => primaryLanguage(lang))),
  ].sort();
  try {
    for (const language of languages) {
      const index = await openIndex(language);
      let adding: Promise<string[]>[] = [];
      for (const { id, lang } of archive.articles.values()) {
        if (primaryLanguage(lang) !== language) continue;
        const { article } = await loadArticle(id);
        const content = describeForSearch(catalogue, article);
        adding.push(addArticle(index, id, content));
        if (adding.length < articlesInFlight) continue;
        check({ errors: (await Promise.all(adding)).flat() });
        adding = [];
      }
      check({ errors: (await Promise.all(adding)).flat() });
      const outputPath = join(outDir, "pagefind", language);
      check(await index.writeFiles({ outputPath }));
      for (const file of unneeded) await rm(join(outputPath, file), { force: true });
      await index.deleteIndex();
    }
  } finally {
    await close();
  }
  if (languages.length === 0) return;
  await writeFile(join(outDir, "pagefind", "languages.json"), `${JSON.stringify(languages)}\n`);
}

async function openIndex(language: string): Promise<PagefindIndex> {
  const response = await createIndex({ forceLanguage: language });
  check(response);
  if (response.index === undefined) throw new SearchIndexError("Pagefind opened no index");
  return response.index;
}

/** What Pagefind has against it; never rejects, for nobody waits for it at once. */
async function addArticle(index: PagefindIndex, id: string, content: string): Promise<string[]> {
  try {
    return (await index.addHTMLFile({ url: encodePath(articlePath(id)), content })).errors;
  } catch (error) {
    return [`${id}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function check({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new SearchIndexError(errors.join("; "));
}

/**
 * A document for Pagefind alone, never published. What is searched or shown beside the text stands in attributes,
 * which Pagefind keeps out of its excerpts.
 */
function describeForSearch(catalogue: Catalogue, article: Article): string {
  const { lang, dir, headline, published, source, text, sections } = article;
  const blocks = sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [heading]),
    ...paragraphs,
  ]);
  const meta: [name: string, value: string | null][] = [
    ["title", headline],
    ["date", published],
    ["source", source],
    ["lang", lang],
    ["dir", dir],
    ["fold", hiddenForms(`${headline}\n${text}`).join(" ")],
  ];
  const filters: [name: string, value: string | null][] = [
    ["language", primaryLanguage(lang)],
    ["year", published?.slice(0, 4) ?? null],
    ...catalogue.collectionsOf(article.id).map(({ title }): [string, string | null] => ["collection", title]),
    ...catalogue.entitiesOf(article.id).map((id): [string, string] => {
      const { type, name } = catalogue.entityCard(id).entity;
      return [entityFolders[type], name];
    }),
  ];
  return [
    `<!doctype html><html lang="${lang}"><body data-pagefind-body>`,
    ...meta.map(([name, value]) => attribute("meta", name, value)),
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
