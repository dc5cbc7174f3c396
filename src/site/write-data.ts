import { closeSync, fstatSync, openSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { DamagedPackError, openPack, placeAt, readAll } from "../archive/pack.ts";
import type { LocatedArticles } from "../archive/read-articles.ts";
import type { Archive, ArticleNumber, EntityRecord } from "../model/archive.ts";
import type { OnProgress } from "../model/progress.ts";
import { waitForAll } from "../wait-for-all.ts";
import { createDigester, type Digester, writeList } from "./digest.ts";
import { writeEntity } from "./planned-page.ts";
import {
  type CopiedFile,
  isKept,
  type OpenFile,
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

export interface FinishOptions extends Pick<DataOptions, "outDir" | "helper" | "progress"> {
  archive: Archive;
  entitiesDigest: string;
}

/** The data of an archive that is being written. */
export interface BegunData {
  /** Of all that those two are made of. */
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
  { copied }: BegunData,
  { archive, outDir, helper, entitiesDigest: digest, progress }: FinishOptions,
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

/** A file that was put together of parts of the same pack. */
export interface EarlierCopy {
  /** The file. */
  file: string;
  /** As `listPlaces` lists them. */
  places: Float64Array;
}

/** So many parts, or bytes, are copied before others have their turn. */
const copiedAtOnce = { parts: 200, bytes: 1 << 20 };
/** Bytes that are read at once: so many stay in the processor's cache. */
const pieceSize = 1 << 16;

/**
 * Puts parts of a pack one after another into a file.
 * @param earlier is copied where it has the same parts, at its beginning and its end: most lie everywhere in the pack
 * @throws DamagedPackError
 */
export async function copyParts(
  { packPath, places, outDir, path }: CopiedFile,
  earlier: EarlierCopy | null = null,
): Promise<WrittenFile> {
  const count = places.length / 3;
  const { before, after } = earlier === null ? { before: 0, after: 0 } : commonEnds(earlier.places, places);
  const pack = openPack(packPath, { kind: "read" });
  const file = openSiteFile(outDir, path);
  try {
    const lengthOf = (from: number, to: number): number => {
      let length = 0;
      for (let at = from; at < to; at += 1) length += placeAt(places, at)[1];
      return length;
    };
    if (earlier !== null) await copyBytes(earlier.file, file, { from: 0, length: lengthOf(0, before) });
    for (let at = before; at < count - after; at += 1) {
      const place = placeAt(places, at);
      // Of most articles of some archives there is nothing to copy.
      if (place[1] > 0) file.fill(place[1], (bytes) => pack.readInto(place, bytes));
      if (at % copiedAtOnce.parts === 0) await nextTurn();
    }
    if (earlier !== null)
      await copyBytes(earlier.file, file, { from: "end", length: lengthOf(count - after, count) });
    return file.finish();
  } finally {
    file.close();
    pack.close();
  }
}

/** How many parts two lists have in common at their beginnings, and behind these at their ends. */
function commonEnds(one: Float64Array, other: Float64Array): { before: number; after: number } {
  const most = Math.min(one.length, other.length);
  let before = 0;
  while (before < most && one[before] === other[before]) before += 1;
  before -= before % 3;
  let after = 0;
  while (after < most - before && one[one.length - 1 - after] === other[other.length - 1 - after]) after += 1;
  return { before: before / 3, after: (after - (after % 3)) / 3 };
}

/** Copies bytes of a file of the earlier site, which is known to be as it was written. */
async function copyBytes(
  path: string,
  to: OpenFile,
  { from, length }: { from: 0 | "end"; length: number },
): Promise<void> {
  if (length === 0) return;
  const file = openSync(path, "r");
  try {
    const start = from === 0 ? 0 : fstatSync(file).size - length;
    for (let done = 0; done < length; done += pieceSize) {
      to.fill(Math.min(pieceSize, length - done), (bytes) => {
        if (!readAll(file, bytes, start + done))
          throw new DamagedPackError(`${path} is damaged at byte ${start + done}`);
      });
      if (done % copiedAtOnce.bytes === 0) await nextTurn();
    }
  } finally {
    closeSync(file);
  }
}

/** Of all that entities are published with, the ids of all articles among it. Most changes of articles are none of their names. */
export function digestOfEntities({ entities, articles }: Archive, { writer, ofWritten }: Digester): string {
  const { value, number } = writer;
  return ofWritten(() => {
    writeList(writer, articles, ({ id }) => value(id));
    writeList(writer, [...entities.values()], (entity) => {
      writeEntity(writer, entity);
      value(entity.otherNames);
      number(entity.mentions);
      writeList(writer, entity.articles, number);
    });
  });
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
