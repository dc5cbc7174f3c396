import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ArticleStore } from "../archive/article-store.ts";
import type { OnProgress } from "../model/progress.ts";
import type { Catalogue } from "./catalogue.ts";
import { createDigester } from "./digest.ts";
import type { RefOf } from "./planned-page.ts";
import { describeFile, type EarlierSite, isKept, type Product, type WrittenFile } from "./product.ts";

export interface DataOptions {
  catalogue: Catalogue;
  refOf: RefOf;
  store: Pick<ArticleStore, "loadLine">;
  outDir: string;
  earlier: EarlierSite | null;
  /** Of the program. */
  version: string;
  progress: OnProgress;
}

/**
 * Writes the archive as data: `data/articles.ndjson`, `data/entities.ndjson` and `data/quotes.ndjson` with a whole
 * record a line, in the archive's order. One article is held in memory at a time.
 * @returns the files that had to be made, by their names
 */
export async function writeData(options: DataOptions): Promise<Map<string, Product>> {
  const { catalogue, refOf, store, outDir, earlier, version, progress } = options;
  const { archive } = catalogue;
  const ids = [...archive.articles.keys()];
  const refs = ids.map(refOf);
  // The quotes say nothing that their articles do not.
  const ofArticles = createDigester(version).of(refs);
  const ofEntities = createDigester(version).of([...archive.entities.values()]);
  progress("data", 0, refs.length);
  let done = 0;
  function* articles(): Iterable<Uint8Array> {
    for (const ref of refs) {
      yield store.loadLine(ref);
      done += 1;
      if (done % 1000 === 0) progress("data", done, refs.length);
    }
  }
  const products = new Map<string, Product>();
  const write = async (path: string, digest: string, lines: () => Iterable<Uint8Array>): Promise<void> => {
    if (await isKept(earlier, [path, digest], outDir)) return;
    products.set(path, { digest, files: [writeLines(outDir, path, lines())] });
  };
  await write("data/articles.ndjson", ofArticles, articles);
  await write("data/quotes.ndjson", ofArticles, () => asLines(ids.flatMap(catalogue.quotesOf)));
  await write("data/entities.ndjson", ofEntities, () => asLines(archive.entities.values()));
  progress("data", refs.length, refs.length);
  return products;
}

function* asLines(records: Iterable<object>): Iterable<Uint8Array> {
  for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
}

/** Written at once, in bytes. */
const blockSize = 1 << 20;

function writeLines(outDir: string, path: string, lines: Iterable<Uint8Array>): WrittenFile {
  mkdirSync(dirname(join(outDir, path)), { recursive: true });
  const file = openSync(join(outDir, path), "w");
  const digest = createHash("sha256");
  let block: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(block);
    digest.update(bytes);
    for (let written = 0; written < bytes.length; )
      written += writeSync(file, bytes, written, bytes.length - written);
    block = [];
    size = 0;
  };
  try {
    for (const line of lines) {
      block.push(line);
      size += line.length;
      if (size >= blockSize) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return describeFile(outDir, path, digest.digest("hex"));
}
