import { setImmediate as nextTurn } from "node:timers/promises";
import { openPack, placeAt } from "../archive/pack.ts";
import type { LocatedArticles } from "../archive/read-articles.ts";
import type { Archive, ArticleNumber, EntityRecord } from "../model/archive.ts";
import type { OnProgress } from "../model/progress.ts";
import { waitForAll } from "../wait-for-all.ts";
import { createDigester } from "./digest.ts";
import {
  type CopiedFile,
  isKept,
  openSiteFile,
  type Product,
  type SiteHelper,
  type WrittenFile,
  writeSiteLines,
} from "./product.ts";

export interface DataOptions extends LocatedArticles {
  packPath: string;
  outDir: string;
  helper: SiteHelper;
  /** Of the program. */
  version: string;
  progress: OnProgress;
}

/** The data of an archive that is being written. */
export interface BegunData {
  /** Of all that it is made of: quotes and entities say nothing that their articles do not. */
  digest: string;
  /** The files of articles and quotes that had to be made, by their names. */
  copied: Promise<Map<string, Product>>;
}

/**
 * Begins to write an archive as data: `data/articles.ndjson` and `data/quotes.ndjson` with a whole record a line, in the archive's order. They
 * are copied out of the store in the helper's thread, for which nothing but the order has to be known.
 */
export function beginData({
  keys,
  placesOf,
  packPath,
  outDir,
  helper,
  version,
  progress,
}: DataOptions): BegunData {
  const digest = createDigester(version).of(keys.join());
  progress("data", 0, keys.length);
  const products = new Map<string, Product>();
  const copy = async (path: string, places: Float64Array): Promise<void> => {
    const file = await helper.copyParts({ digest, packPath, places, outDir, path });
    if (file !== null) products.set(path, productOf(digest, file));
  };
  const copied = waitForAll([
    copy("data/articles.ndjson", placesOf("article")),
    copy("data/quotes.ndjson", placesOf("quotes")),
  ]).then(() => products);
  // Its failure is told where it is waited for.
  copied.catch(() => {});
  return { digest, copied };
}

/**
 * Writes the rest of the data, `data/entities.ndjson`.
 * @returns all files of the data that had to be made, by their names
 */
export async function finishData(
  { digest, copied }: BegunData,
  { archive, outDir, helper, progress }: Omit<DataOptions, keyof LocatedArticles> & { archive: Archive },
): Promise<Map<string, Product>> {
  const path = "data/entities.ndjson";
  const products = new Map<string, Product>();
  if (!(await isKept(helper, path, digest, outDir))) {
    const file = writeSiteLines(outDir, path, linesOf(published(archive)));
    products.set(path, productOf(digest, file));
  }
  for (const [name, product] of await copied) products.set(name, product);
  progress("data", archive.articles.length, archive.articles.length);
  return products;
}

function productOf(digest: string, file: WrittenFile): Product {
  return { digest, basis: null, files: [file] };
}

/** So many parts are copied before others have their turn. */
const copiedAtOnce = 200;

/** Puts parts of a pack one after another into a file. @throws DamagedPackError */
export async function copyParts({ packPath, places, outDir, path }: CopiedFile): Promise<WrittenFile> {
  const pack = openPack(packPath, { kind: "read" });
  const file = openSiteFile(outDir, path);
  try {
    for (let at = 0; 3 * at < places.length; at += 1) {
      const place = placeAt(places, at);
      // Of most articles of some archives there is nothing to copy.
      if (place[1] > 0) file.fill(place[1], (bytes) => pack.readInto(place, bytes));
      if (at % copiedAtOnce === 0) await nextTurn();
    }
    return file.finish();
  } finally {
    file.close();
    pack.close();
  }
}

/** Entities as they are published. */
function* published({ entities, articles }: Archive): Iterable<EntityRecord> {
  const idOf = (article: ArticleNumber): string => articles[article]?.id ?? "";
  for (const { id, type, name, lang, dir, otherNames, mentions, articles: mentioned } of entities.values())
    yield { id, type, name, lang, dir, otherNames, mentions, articles: mentioned.map(idOf) };
}

function* linesOf(records: Iterable<object>): Iterable<string> {
  for (const record of records) yield JSON.stringify(record);
}
