import { setImmediate as nextTurn } from "node:timers/promises";
import { linePlace, quotesPlace } from "../archive/article-store.ts";
import { listPlaces, openPack, type PartPlace, placeAt } from "../archive/pack.ts";
import type { Archive, ArticleRef, EntityRecord } from "../model/archive.ts";
import type { OnProgress } from "../model/progress.ts";
import { waitForAll } from "../wait-for-all.ts";
import { createDigester } from "./digest.ts";
import type { RefOf } from "./planned-page.ts";
import {
  type CopiedFile,
  isKept,
  openSiteFile,
  type Product,
  type SiteHelper,
  type WrittenFile,
  writeSiteLines,
} from "./product.ts";

export interface DataOptions {
  archive: Archive;
  refOf: RefOf;
  packPath: string;
  outDir: string;
  helper: SiteHelper;
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
  const { archive, refOf, packPath, outDir, helper, version, progress } = options;
  const { articles } = archive;
  const refs = articles.map((_, article) => refOf(article));
  // Quotes and entities say nothing that their articles do not.
  const digest = createDigester(version).of(refs);
  progress("data", 0, refs.length);
  const products = new Map<string, Product>();
  const take = (path: string, file: WrittenFile | null): void => {
    if (file !== null) products.set(path, { digest, basis: null, files: [file] });
  };
  // Asked for at once, so that whoever calls may be busy with other things.
  const copy = async (path: string, placeIn: (ref: ArticleRef) => PartPlace): Promise<void> => {
    const places = listPlaces(refs.map(placeIn));
    take(path, await helper.copyParts({ digest, packPath, places, outDir, path }));
  };
  const write = async (path: string, records: Iterable<object>): Promise<void> => {
    if (!(await isKept(helper, path, digest, outDir)))
      take(path, writeSiteLines(outDir, path, linesOf(records)));
  };
  await waitForAll([
    copy("data/articles.ndjson", linePlace),
    copy("data/quotes.ndjson", quotesPlace),
    write("data/entities.ndjson", published(archive)),
  ]);
  progress("data", refs.length, refs.length);
  return products;
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
  for (const entity of entities.values())
    yield { ...entity, articles: entity.articles.flatMap((article) => articles[article]?.id ?? []) };
}

function* linesOf(records: Iterable<object>): Iterable<string> {
  for (const record of records) yield JSON.stringify(record);
}
