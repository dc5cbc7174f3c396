import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArticleStore } from "../archive/article-store.ts";
import type { ArchivedArticle, ArticleRef } from "../model/archive.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Digester } from "./digest.ts";
import { articleSourcePath } from "./paths.ts";
import type { RefOf } from "./planned-page.ts";
import { type EarlierSite, type Product, writeSiteFile } from "./product.ts";

/** A text was written to after it was read: its page would show another digest than its file has. */
export class SourceChangedError extends Error {
  /** Below the seeds folder. */
  readonly path: string;

  constructor(path: string) {
    super(`${path} changed while the site was built`);
    this.path = path;
  }
}

export interface SourcesOptions {
  catalogue: Catalogue;
  refOf: RefOf;
  store: Pick<ArticleStore, "load">;
  seedsDir: string;
  outDir: string;
  helper: EarlierSite;
  digester: Digester;
}

/**
 * Puts the file of each article beside its page, byte for byte, where INDEX.md says `publish-sources: true`.
 * @returns the files that had to be made, by their names
 * @throws SourceChangedError
 */
export async function writeSources(options: SourcesOptions): Promise<Map<string, Product>> {
  const { catalogue, refOf, outDir, helper, digester } = options;
  const { archive } = catalogue;
  const products = new Map<string, Product>();
  if (archive.site.publishSources !== true) return products;
  const records = archive.articles;
  const keys = records.map((record, article) => ({
    name: articleSourcePath(record),
    digest: digester.of(refOf(article)),
    basis: null,
  }));
  for (const number of await helper.keep(keys, outDir)) {
    const record = records[number];
    const key = keys[number];
    if (record === undefined || key === undefined) continue;
    const { name, digest, basis } = key;
    const files = [writeSiteFile(outDir, name, readAgain(record, refOf(number), options))];
    products.set(name, { digest, basis, files });
  }
  return products;
}

/** The bytes that were parsed; they are not kept, only their digest is. */
function readAgain(
  { path }: ArchivedArticle,
  ref: ArticleRef,
  { store, seedsDir }: SourcesOptions,
): Uint8Array {
  const { sha256 } = store.load(ref).article;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(seedsDir, path));
  } catch (cause) {
    throw Object.assign(new SourceChangedError(path), { cause });
  }
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw new SourceChangedError(path);
  return bytes;
}
