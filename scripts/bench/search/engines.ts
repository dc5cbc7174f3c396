import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MiniSearch from "minisearch";
import { close, createIndex } from "pagefind";
import { findableForms } from "../../../src/languages/search-words.ts";
import type { Article } from "../../../src/model/article.ts";
import { shardLimit } from "../../../src/search/shards.ts";
import { numberForSearch } from "../../../src/site/search-numbers.ts";
import { makeSegment } from "../../../src/site/search-segment.ts";
import { writeIndex } from "../../../src/site/search-worker.ts";
import { escapeMarkup } from "../../../src/site/xml.ts";
import { type CorpusArticle, makeCorpus } from "../corpus.ts";
import { miniSearchOptions } from "./minisearch-options.ts";

/*
 * Makes the index of one engine: `engines.ts words 10000 DIR`. The engines are
 *   words        this program's, with the articles' data that results are shown from
 *   pagefind     Pagefind, one index of all, with the same forms of words
 *   minisearch   MiniSearch with the same forms, one JSON file
 */

export const engineNames = ["words", "pagefind", "minisearch"] as const;
export type EngineName = (typeof engineNames)[number];

const [, , engine, count = "0", dir = "."] = process.argv;
if (import.meta.url === `file://${process.argv[1]}`) await makeIndex();

async function makeIndex(): Promise<void> {
  const articles = makeCorpus({ articles: Number(count), markdown: false });
  if (engine === "words") makeWords(articles);
  else if (engine === "pagefind") await makePagefind(articles);
  else if (engine === "minisearch") {
    const index = new MiniSearch(miniSearchOptions);
    for (const { path, headline, paragraphs } of articles) {
      const words = hiddenForms([headline, ...paragraphs].join("\n")).join(" ");
      index.add({ id: path, title: headline, text: paragraphs.join("\n"), words });
    }
    writeFileSync(join(dir, "index.json"), JSON.stringify(index));
  } else throw new Error(`there is no engine ${engine}`);
}

/** The forms that a text does not spell out itself. */
function hiddenForms(text: string): string[] {
  const spelled = new Set(text.match(/\p{L}+/gu));
  return [...new Set(findableForms(text).map(({ form }) => form))].filter((form) => !spelled.has(form));
}

type IndexedArticle = Pick<
  Article,
  "headline" | "lang" | "dir" | "published" | "source" | "text" | "sections"
>;

function articleOf({ headline, date, paragraphs }: CorpusArticle): IndexedArticle {
  const text = paragraphs.join("\n");
  const sections = [
    { heading: null, start: 0, end: text.length, paragraphs: [{ start: 0, end: text.length }] },
  ];
  return { headline, lang: "ar", dir: "rtl", published: date, source: null, text, sections };
}

function makeWords(corpus: Iterable<CorpusArticle>): void {
  const ids: string[] = [];
  const published: string[] = [];
  for (const one of corpus) {
    const path = join(dir, "articles", `${one.path}.json`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(articleOf(one)));
    ids.push(one.path);
    published.push(one.date);
  }
  const { numbers, slots } = numberForSearch({ ids, published });
  const segments: Uint8Array[] = [];
  let some: { number: number; article: IndexedArticle }[] = [];
  const flush = (): void => {
    segments.push(makeSegment(some.sort((a, b) => a.number - b.number)));
    some = [];
  };
  let at = 0;
  for (const one of makeCorpus({ articles: Number(count), markdown: false })) {
    some.push({ number: numbers[at] ?? 0, article: articleOf(one) });
    at += 1;
    if (some.length === 1000) flush();
  }
  flush();
  writeIndex({
    outDir: dir,
    earlierDir: "",
    cacheDir: dir,
    version: "",
    packPath: "",
    articles: { ids, published, places: new Float64Array(3 * ids.length) },
    plan: { numbers, slots, added: [], gone: [], isChange: false },
    added: segments,
    gone: [],
    filters: { digest: "", all: [] },
    kept: new Set(),
    shardLimit,
  });
}

async function makePagefind(articles: Iterable<CorpusArticle>): Promise<void> {
  const { index } = await createIndex({ forceLanguage: "ar" });
  if (index === undefined) throw new Error("Pagefind opened no index");
  let waiting: Promise<unknown>[] = [];
  for (const { path, headline, date, paragraphs } of articles) {
    const fold = hiddenForms([headline, ...paragraphs].join("\n")).join(" ");
    const shown = Object.entries({ title: headline, date, fold }).map(
      ([name, value]) =>
        `<i data-pagefind-meta="${name}[data-value]" data-value="${escapeMarkup(value)}"></i>`,
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
  for (const { path, content } of files.filter(({ path: name }) => !/ui|highlight|worker/.test(name))) {
    const target = join(dir, "pagefind", path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  await close();
}
