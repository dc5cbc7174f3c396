import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Tinypool } from "tinypool";
import type { Archive } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { primaryLanguage } from "../model/language.ts";
import { packageFile } from "../package-file.ts";
import { type Catalogue, makeCatalogue } from "./catalogue.ts";
import { articlePath, encodePath, entityFolders } from "./paths.ts";
import type { SiteSources } from "./planned-page.ts";
import type { SearchDocument, SearchShard } from "./search-worker.ts";

/** Pagefind refused a record or could not write. */
export class SearchIndexError extends Error {}

/**
 * Writes the search index: one of Pagefind's a language, in `pagefind/<language>/`, so that each is searched with its
 * own stemmer, and `pagefind/languages.json`, which lists them. What is indexed is each article's text and nothing of
 * the pages' own words. The work is done in a thread of its own, beside the rendering. The same archive gives the same bytes.
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
  if (languages.length === 0) return;
  // A worker needs compiled code, also where the rest runs from its sources.
  const filename = packageFile("lib/src/site/search-worker.js");
  const pool = new Tinypool({ filename, name: "writeShard", minThreads: 1, maxThreads: 1 });
  try {
    for (const language of languages) {
      const documents: SearchDocument[] = [];
      for (const { id, lang } of archive.articles.values()) {
        if (primaryLanguage(lang) !== language) continue;
        const { article } = await loadArticle(id);
        documents.push(describeForSearch(catalogue, article));
      }
      const shard: SearchShard = { language, documents, outputPath: join(outDir, "pagefind", language) };
      await pool.run(shard);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SearchIndexError(`The search index could not be made: ${reason}`, { cause });
  } finally {
    await pool.destroy();
  }
  await mkdir(join(outDir, "pagefind"), { recursive: true });
  await writeFile(join(outDir, "pagefind", "languages.json"), `${JSON.stringify(languages)}\n`);
}

function describeForSearch(catalogue: Catalogue, article: Article): SearchDocument {
  const { id, lang, dir, headline, published, source, text, sections } = article;
  return {
    url: encodePath(articlePath(id)),
    lang,
    headline,
    text,
    blocks: sections.flatMap(({ heading, paragraphs }) => [
      ...(heading === null ? [] : [{ start: heading.start, end: heading.end }]),
      ...paragraphs,
    ]),
    meta: [
      ["title", headline],
      ["date", published],
      ["source", source],
      ["lang", lang],
      ["dir", dir],
    ],
    filters: [
      ["language", primaryLanguage(lang)],
      ["year", published?.slice(0, 4) ?? null],
      ["source", source],
      ...catalogue.collectionsOf(id).map(({ title }): [string, string | null] => ["collection", title]),
      ...catalogue.entitiesOf(id).map((entity): [string, string] => {
        const { type, name } = catalogue.entityCard(entity).entity;
        return [entityFolders[type], name];
      }),
    ],
    published,
  };
}
