import { rmSync } from "node:fs";
import { join } from "node:path";
import { readLedger, writeLedger } from "../archive/ledger.ts";
import type { Product, WrittenFile } from "../site/product.ts";

const name = "site.ledger";

/** What the last build wrote, kept beside the cache of articles. */
export interface SiteLedger {
  /** Of all that the site was made of. */
  digest: string;
  pages: number;
  articles: number;
  products: ReadonlyMap<string, Product>;
  /** Files that are no product: they are written at every build. */
  others: readonly WrittenFile[];
}

type FileRow = [path: string, sha256: string, size: number, mtimeMs: number];

/** Null when there is none, or it is not as it was written. */
export function readSiteLedger(cacheDir: string): SiteLedger | null {
  const [head, others, ...rows] = readLedger(join(cacheDir, name)) ?? [];
  if (head === undefined || others === undefined) return null;
  // Its digest says that `writeSiteLedger` wrote it.
  const { format, digest, pages, articles } = JSON.parse(head) as { format: number } & SiteLedger;
  if (format !== 1) return null;
  const products = new Map<string, Product>();
  for (const row of rows) {
    const [product, made, files] = JSON.parse(row) as [string, string, FileRow[]];
    products.set(product, { digest: made, files: files.map(fileOf) });
  }
  return { digest, pages, articles, products, others: (JSON.parse(others) as FileRow[]).map(fileOf) };
}

/** A product's line of the ledger. */
export function ledgerLine(name: string, { digest, files }: Product): string {
  return JSON.stringify([name, digest, files.map(rowOf)]);
}

/**
 * Writes the ledger of a site whose products' lines are made. Where there is no room for it, the next build does without; the site is
 * none the worse.
 */
export function writeSiteLedger(
  cacheDir: string,
  ledger: Omit<SiteLedger, "products">,
  products: readonly string[],
): void {
  const { digest, pages, articles, others } = ledger;
  const head = JSON.stringify({ format: 1, digest, pages, articles });
  const lines = [head, JSON.stringify(others.map(rowOf)), ...products];
  try {
    writeLedger(join(cacheDir, name), lines);
  } catch {
    rmSync(join(cacheDir, name), { recursive: true, force: true });
  }
}

function rowOf({ path, sha256, size, mtimeMs }: WrittenFile): FileRow {
  return [path, sha256, size, mtimeMs];
}

function fileOf([path, sha256, size, mtimeMs]: FileRow): WrittenFile {
  return { path, sha256, size, mtimeMs };
}
