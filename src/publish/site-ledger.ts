import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { readLedger, writeLedger } from "../archive/ledger.ts";
import type { Product, WrittenFile } from "../site/product.ts";
import type { FolderTime } from "./files.ts";

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
  /** Of its products, as they stand in it. */
  rows: readonly string[];
  /** The same by their names: a build that finds nothing changed does not ask. */
  lines: () => ReadonlyMap<string, ProductLine>;
  /** Files that are no product: they are written at every build. */
  others: readonly WrittenFile[];
  folders: readonly FolderTime[];
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

/** Tells of each file of a line. @param text as it stands in the ledger */
export function forEachFile(
  text: string,
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
  if (format !== 4) return null;
  let lines: Map<string, ProductLine> | null = null;
  return {
    head,
    rows,
    lines: () => {
      lines ??= new Map(rows.map(readProductLine));
      return lines;
    },
    ...(JSON.parse(second) as Pick<SiteLedger, "others" | "folders">),
  };
}

function readProductLine(text: string): [name: string, line: ProductLine] {
  const [name = "", digest = "", basis = ""] = text.split("\t", fieldsOfProduct);
  return [name, { text, digest, basis: basis === "" ? null : basis }];
}

/**
 * Writes the ledger of a site. Where there is no room for it, the next build does without; the site is none the worse.
 */
export function writeSiteLedger(cacheDir: string, { head, rows, ...rest }: Omit<SiteLedger, "lines">): void {
  try {
    writeLedger(join(cacheDir, ledgerName), [
      JSON.stringify({ format: 4, ...head }),
      JSON.stringify(rest),
      ...rows,
    ]);
  } catch {
    rmSync(join(cacheDir, ledgerName), { recursive: true, force: true });
  }
}
