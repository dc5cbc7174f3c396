import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { readLedger, writeLedger } from "../archive/ledger.ts";
import type { Product, WrittenFile } from "../site/product.ts";

/** Its name in the cache folder. */
const ledgerName = "site.ledger";

/** A ledger as the file system tells of it; what is the same is the same ledger. Null when there is none. */
export function lookAtLedger(cacheDir: string): { size: number; stamp: string } | null {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(join(cacheDir, ledgerName));
    return { size, stamp: `${ino} ${size} ${mtimeMs} ${ctimeMs}` };
  } catch {
    // Whatever is in the way of the folder is told where the folder is made.
    return null;
  }
}

/** What a site is made of, and how much there is of it. */
export interface SiteHead {
  /** Of all that the site was made of. */
  digest: string;
  pages: number;
  articles: number;
}

/** What the last build wrote, kept beside the cache of articles. */
export interface SiteLedger {
  head: SiteHead;
  /** Of its products, by their names. */
  lines: ReadonlyMap<string, ProductLine>;
  /** Files that are no product: they are written at every build. */
  others: readonly WrittenFile[];
}

/** A product as it stands in the ledger; its files are read when they are asked for, for there are very many. */
export interface ProductLine {
  /** As it stands in the ledger, its fields parted by tabs. */
  text: string;
  /** As the product has them. */
  digest: string;
  basis: string | null;
}

/** Before those of files: name, digest and basis. */
const fieldsOfProduct = 3;
const fieldsOfFile = 4;

/** The line of a product; null for one with a name that a line cannot hold, which the next build then makes anew. */
export function productLine(product: string, { digest, basis, files }: Product): string | null {
  const fields = [product, digest, basis ?? ""];
  for (const { path, sha256, size, mtimeMs } of files) fields.push(path, sha256, `${size}`, `${mtimeMs}`);
  return fields.some((field) => /[\t\n]/.test(field)) ? null : fields.join("\t");
}

/** Tells of each file of a line. */
export function forEachFile(
  { text }: ProductLine,
  tell: (path: string, sha256: string, size: number, mtimeMs: number) => void,
): void {
  const fields = text.split("\t");
  for (let at = fieldsOfProduct; at < fields.length; at += fieldsOfFile)
    tell(fields[at] ?? "", fields[at + 1] ?? "", Number(fields[at + 2]), Number(fields[at + 3]));
}

/** Null when there is none, or it is not as it was written. */
export function readSiteLedger(cacheDir: string): SiteLedger | null {
  const [first, second, ...rows] = readLedger(join(cacheDir, ledgerName)) ?? [];
  if (first === undefined || second === undefined) return null;
  // Its digest says that `writeSiteLedger` wrote it.
  const { format, ...head } = JSON.parse(first) as { format: number } & SiteHead;
  if (format !== 3) return null;
  const lines = new Map<string, ProductLine>();
  for (const text of rows) {
    const [product = "", digest = "", basis = ""] = text.split("\t", fieldsOfProduct);
    lines.set(product, { text, digest, basis: basis === "" ? null : basis });
  }
  return { head, lines, others: JSON.parse(second) as WrittenFile[] };
}

/**
 * Writes the ledger of a site. Where there is no room for it, the next build does without; the site is none the worse.
 * @param lines of its products
 */
export function writeSiteLedger(
  cacheDir: string,
  head: SiteHead,
  others: readonly WrittenFile[],
  lines: readonly string[],
): void {
  try {
    writeLedger(join(cacheDir, ledgerName), [
      JSON.stringify({ format: 3, ...head }),
      JSON.stringify(others),
      ...lines,
    ]);
  } catch {
    rmSync(join(cacheDir, ledgerName), { recursive: true, force: true });
  }
}
