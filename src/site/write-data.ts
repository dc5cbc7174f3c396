import { once } from "node:events";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import { quotesOf } from "../archive/quote-records.ts";
import { type Archive, EntityRecord, QuoteRecord } from "../model/archive.ts";
import { Article } from "../model/article.ts";
import type { SiteSources } from "./planned-page.ts";

/**
 * Writes the archive as data: `articles/<id>.json`, and `data/articles.ndjson`, `data/entities.ndjson` and
 * `data/quotes.ndjson` with a whole record a line, in the archive's order. Each record is checked against its schema.
 * One article is held in memory at a time.
 */
export async function writeData(
  archive: Archive,
  loadArticle: SiteSources["loadArticle"],
  outDir: string,
): Promise<void> {
  await mkdir(join(outDir, "articles"), { recursive: true });
  await mkdir(join(outDir, "data"), { recursive: true });
  const articles = openLines(join(outDir, "data/articles.ndjson"));
  const quotes = openLines(join(outDir, "data/quotes.ndjson"));
  const entities = openLines(join(outDir, "data/entities.ndjson"));
  for (const id of archive.articles.keys()) {
    const article = Article.parse((await loadArticle(id)).article);
    // Writing one after the other costs half of what waiting for each does.
    const file = join(outDir, `articles/${id}.json`);
    if (id.includes("/")) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(article, null, 2)}\n`);
    await articles.write(article);
    for (const quote of quotesOf(article)) await quotes.write(QuoteRecord.parse(quote));
  }
  for (const { record } of archive.entities.values()) await entities.write(EntityRecord.parse(record));
  await Promise.all([articles.close(), quotes.close(), entities.close()]);
}

interface Lines {
  write: (record: object) => Promise<void>;
  close: () => Promise<void>;
}

function openLines(path: string): Lines {
  const stream = createWriteStream(path);
  return {
    write: async (record) => {
      if (!stream.write(`${JSON.stringify(record)}\n`)) await once(stream, "drain");
    },
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}
