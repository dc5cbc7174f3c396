import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { articleStore } from "../archive/article-store.ts";
import { openPack } from "../archive/pack.ts";
import { hiddenForms } from "../languages/search-words.ts";
import type { ArticleRef } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { describeFile, type WrittenFile } from "./product.ts";
import { escapeMarkup } from "./xml.ts";

/** What the index gets of an article beside its text. */
export interface SearchDocument {
  ref: ArticleRef;
  /** The address of its page from the site's root, percent-encoded. */
  url: string;
  filters: readonly (readonly [name: string, value: string])[];
}

/** The articles of one index. */
export interface SearchPart {
  language: string;
  documents: readonly SearchDocument[];
  /** The pack that their texts are in. */
  packPath: string;
  outDir: string;
  /** The folder that the index goes into, from the site's root. */
  folder: string;
  /** Whether it has the engine that all indexes of its language run in. */
  hasEngine: boolean;
}

/** Pagefind's own interfaces, and a worker that the policy of the page does not allow; ours needs the engine alone. */
const unneeded = [
  "pagefind-ui.js",
  "pagefind-ui.css",
  "pagefind-modular-ui.js",
  "pagefind-modular-ui.css",
  "pagefind-component-ui.js",
  "pagefind-component-ui.css",
  "pagefind-highlight.js",
  "pagefind-worker.js",
];

/** What Pagefind reads as an engine that is there already: its own sign before nothing. */
const noEngine = "pagefind_dcd";

/** Sent to Pagefind's process before its answers are waited for. */
const articlesInFlight = 64;

/** What a worker thread runs: makes one index. The same articles give the same bytes. @returns its files */
export async function writePart(part: SearchPart): Promise<WrittenFile[]> {
  const { language, documents, packPath, outDir, folder } = part;
  const pack = openPack(packPath, { kind: "read" });
  const store = articleStore(pack);
  const outputPath = join(outDir, folder);
  try {
    const index = await openIndex(language);
    for (let from = 0; from < documents.length; from += articlesInFlight) {
      const added = documents
        .slice(from, from + articlesInFlight)
        .map((document) => addArticle(index, document, store.load(document.ref).article));
      check({ errors: (await Promise.all(added)).flat() });
    }
    check(await index.writeFiles({ outputPath }));
    await leaveOut(outputPath, language, part.hasEngine);
    await index.deleteIndex();
  } finally {
    pack.close();
    await close();
  }
  const files = await readdir(outputPath, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => relative(outDir, join(parentPath, name)).split(sep).join("/"))
    .sort()
    .map((path) => describeFile(outDir, path, digestFile(join(outDir, path))));
}

/** Takes away what the search page does not load of an index: an engine has 110 kB, and an archive of fifty years as many indexes. */
export async function leaveOut(dir: string, language: string, hasEngine: boolean): Promise<void> {
  for (const file of unneeded) await rm(join(dir, file), { force: true });
  const engines = (await readdir(dir)).filter((name) => /^wasm\..*\.pagefind$/.test(name));
  // One of no language beside that of the language, where Pagefind has its stems.
  const own = engines.find((name) => name === `wasm.${language}.pagefind`) ?? "wasm.unknown.pagefind";
  for (const name of engines) if (name !== own) await rm(join(dir, name));
  if (hasEngine) return;
  await rm(join(dir, "pagefind.js"));
  await writeFile(join(dir, own), noEngine);
}

function digestFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

async function openIndex(language: string): Promise<PagefindIndex> {
  const response = await createIndex({ forceLanguage: language });
  check(response);
  if (response.index === undefined) throw new Error("Pagefind opened no index");
  return response.index;
}

async function addArticle(
  index: PagefindIndex,
  { url, filters }: SearchDocument,
  article: Article,
): Promise<string[]> {
  const { errors } = await index.addHTMLFile({ url, content: htmlOf(article, filters) });
  return errors.map((error) => `${url}: ${error}`);
}

function check({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(errors.join("; "));
}

/**
 * A document for Pagefind alone, never published. What is searched or shown beside the text stands in attributes,
 * which Pagefind keeps out of its excerpts.
 */
function htmlOf(article: Article, filters: SearchDocument["filters"]): string {
  const { lang, dir, headline, text, sections, published, source } = article;
  const blocks = sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [heading]),
    ...paragraphs,
  ]);
  return [
    `<!doctype html><html lang="${lang}"><body data-pagefind-body>`,
    attribute("meta", "title", headline),
    attribute("meta", "date", published),
    attribute("meta", "source", source),
    attribute("meta", "lang", lang),
    attribute("meta", "dir", dir),
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
