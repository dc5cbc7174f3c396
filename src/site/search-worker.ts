import type { ChildProcess } from "node:child_process";
import { channel } from "node:diagnostics_channel";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { articleStore } from "../archive/article-store.ts";
import { openPack } from "../archive/pack.ts";
import { hiddenForms } from "../languages/search-words.ts";
import type { ArticleRef } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { type WrittenFile, writeSiteFile } from "./product.ts";
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
const noEngine = Buffer.from("pagefind_dcd");

type IndexFile = { path: string; content: Uint8Array };

/** Sent to Pagefind's process while its answers to as many before them are waited for. */
const articlesInFlight = 64;

/** What a worker thread runs: makes one index. The same articles give the same bytes. @returns its files */
export async function writePart(part: SearchPart): Promise<WrittenFile[]> {
  const { language, documents, packPath, outDir, folder, hasEngine } = part;
  const pack = openPack(packPath, { kind: "read" });
  const store = articleStore(pack);
  try {
    return await whileEngineLives(async () => {
      const index = await openIndex(language);
      let before: Promise<string[][]> = Promise.resolve([]);
      for (let from = 0; from < documents.length; from += articlesInFlight) {
        const added = documents
          .slice(from, from + articlesInFlight)
          .map((document) => addArticle(index, document, store.load(document.ref).article));
        const answers = Promise.all(added);
        // Waited for in its turn, where its failure is told.
        answers.catch(() => {});
        check({ errors: (await before).flat() });
        before = answers;
      }
      check({ errors: (await before).flat() });
      // Written here: Pagefind's process ends without a word when the disk is full.
      const response = await index.getFiles();
      check(response);
      await index.deleteIndex();
      return neededFiles(response.files, language, hasEngine)
        .map(({ path, content }) => ({ path: `${folder}/${path.replaceAll("\\", "/")}`, content }))
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, content }) => writeSiteFile(outDir, path, content));
    });
  } finally {
    pack.close();
    await close();
  }
}

/** What the search page loads of an index: an engine has 110 kB, and an archive of fifty years as many indexes. */
export function neededFiles(
  files: readonly IndexFile[],
  language: string,
  hasEngine: boolean,
): readonly IndexFile[] {
  const engines = files.filter(({ path }) => /^wasm\..*\.pagefind$/.test(path));
  // One of no language beside that of the language, where Pagefind has its stems.
  const own = engines.find(({ path }) => path === `wasm.${language}.pagefind`) ?? engines[0];
  return files.flatMap((file) => {
    if (unneeded.includes(file.path) || (file !== own && engines.includes(file))) return [];
    if (hasEngine) return [file];
    if (file === own) return [{ path: file.path, content: noEngine }];
    return file.path === "pagefind.js" ? [] : [file];
  });
}

/** Does something with Pagefind, which says nothing when its process ends, and would be waited for without end. */
async function whileEngineLives<T>(work: () => Promise<T>): Promise<T> {
  const spawned = channel("child_process");
  let fail = (_: Error): void => {};
  const died = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const watch = (message: unknown): void => {
    const { process: engine } = message as { process: ChildProcess }; // what Node documents of this channel
    engine.once("exit", (code, signal) => fail(new Error(`Pagefind's process ended with ${signal ?? code}`)));
  };
  spawned.subscribe(watch);
  try {
    return await Promise.race([work(), died]);
  } finally {
    spawned.unsubscribe(watch);
    died.catch(() => {});
  }
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
