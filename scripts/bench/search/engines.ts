import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MiniSearch from "minisearch";
import { close, createIndex } from "pagefind";
import { hiddenForms } from "../../../src/languages/search-words.ts";
import { neededFiles } from "../../../src/site/search-worker.ts";
import { escapeMarkup } from "../../../src/site/xml.ts";
import { type CorpusArticle, makeCorpus } from "../corpus.ts";
import { miniSearchOptions } from "./minisearch-options.ts";

/*
 * Makes the index of one engine: `engines.ts years 10000 DIR`. The engines are
 *   years        Pagefind, an index a year, as this program makes them
 *   one          Pagefind, one index of all
 *   minisearch   MiniSearch with the same folding, one JSON file
 */

export const engineNames = ["years", "one", "minisearch"] as const;
export type EngineName = (typeof engineNames)[number];

const [, , engine, count = "0", dir = "."] = process.argv;
if (import.meta.url === `file://${process.argv[1]}`) await makeIndex();

async function makeIndex(): Promise<void> {
  const articles = makeCorpus({ articles: Number(count), markdown: false });
  if (engine === "years") {
    // As in a build, where an article is read when its index is made.
    const years = new Set<string>();
    for (const { path } of makeCorpus({ articles: Number(count), markdown: false })) years.add(yearOf(path));
    for (const year of years) {
      await makePagefind(ofYear(year), join(dir, "pagefind", "ar", year), year === [...years][0]);
    }
    const parts = { ar: [...years].map((year) => `ar/${year}`) };
    writeFileSync(join(dir, "pagefind", "parts.json"), JSON.stringify(parts));
    await close();
  } else if (engine === "one") {
    await makePagefind(articles, join(dir, "pagefind", "ar"), true);
    writeFileSync(join(dir, "pagefind", "parts.json"), JSON.stringify({ ar: ["ar"] }));
    await close();
  } else if (engine === "minisearch") {
    const index = new MiniSearch(miniSearchOptions);
    for (const { path, headline, paragraphs } of articles) {
      const words = hiddenForms([headline, ...paragraphs].join("\n")).join(" ");
      index.add({ id: path, title: headline, text: paragraphs.join("\n"), words });
    }
    writeFileSync(join(dir, "index.json"), JSON.stringify(index));
  } else throw new Error(`there is no engine ${engine}`);
}

function yearOf(path: string): string {
  return path.slice(0, 4);
}

function* ofYear(year: string): Iterable<CorpusArticle> {
  for (const article of makeCorpus({ articles: Number(count), markdown: false })) {
    if (yearOf(article.path) === year) yield article;
  }
}

async function makePagefind(
  articles: Iterable<CorpusArticle>,
  outputPath: string,
  hasEngine: boolean,
): Promise<void> {
  const { index } = await createIndex({ forceLanguage: "ar" });
  if (index === undefined) throw new Error("Pagefind opened no index");
  let waiting: Promise<unknown>[] = [];
  for (const { path, headline, date, paragraphs } of articles) {
    const fold = hiddenForms([headline, ...paragraphs].join("\n")).join(" ");
    const shown = [
      ["meta", "title", headline],
      ["meta", "date", date],
      ["meta", "fold", fold],
      ["filter", "year", yearOf(path)],
    ].map(
      ([kind, name, value = ""]) =>
        `<i data-pagefind-${kind}="${name}[data-value]" data-value="${escapeMarkup(value)}"></i>`,
    );
    const text = paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`).join("");
    const content = `<!doctype html><html lang="ar"><body data-pagefind-body>${shown.join("")}${text}</body></html>`;
    waiting.push(index.addHTMLFile({ url: path, content }));
    if (waiting.length === 64) {
      await Promise.all(waiting);
      waiting = [];
    }
  }
  await Promise.all(waiting);
  const { files } = await index.getFiles();
  for (const { path, content } of neededFiles(files, "ar", hasEngine)) {
    mkdirSync(dirname(join(outputPath, path)), { recursive: true });
    writeFileSync(join(outputPath, path), content);
  }
  await index.deleteIndex();
}
