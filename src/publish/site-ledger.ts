import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { readLedgerBytes, writeLedger } from "../archive/ledger.ts";
import { once } from "../once.ts";
import type { GroupKey, Product, WrittenFile } from "../site/product.ts";
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
  /** Files that are no product: they are written at every build. */
  others: readonly WrittenFile[];
  manifest: WrittenFile;
  folders: readonly FolderTime[];
  /** Products that are in no group. */
  ungrouped: ProductRows;
  /** The others, by the names of their groups. */
  groups: ReadonlyMap<string, ProductRows>;
}

/** Some products as they stand in the ledger; a line each is read when it is asked for, for there are very many. */
export interface ProductRows {
  /** As it stands in the ledger: name and basis of the group, and the rows of its products. As it is read, so it is written again. */
  bytes: Buffer;
  /** As `ProductGroup` has it; empty where they are in none, or cannot be taken over as one. */
  basis: string;
}

/** A product as it stands in the ledger; its files are read when they are asked for. */
export interface ProductRow {
  /** As it stands in the ledger, its fields parted by tabs. */
  text: string;
  /** As the product has them. */
  digest: string;
  basis: string | null;
}

/** Before those of files: name, digest and basis. */
const fieldsOfProduct = 3;
/** Between the rows of a group. */
const rowEnd = "\x1e";

/** The row of a product; null for one with a name that a row cannot hold, which the next build then makes anew. */
export function productRow(product: string, { digest, basis, files }: Product): string | null {
  const fields = [product, digest, basis ?? ""];
  for (const { path, sha256, size, mtimeMs } of files) fields.push(path, sha256, `${size}`, `${mtimeMs}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what rows are parted by
  return fields.some((field) => /[\t\n\x1e]/.test(field)) ? null : fields.join("\t");
}

/** Tells of each file of a row. @param text as it stands in the ledger */
export function forEachFile(
  text: string,
  tell: (path: string, sha256: string, size: number, mtimeMs: number) => void,
): void {
  // Without an array of all fields, for this is done for each file of a site.
  const after = (from: number): number => text.indexOf("\t", from) + 1 || text.length + 1;
  let path = 0;
  for (let field = 0; field < fieldsOfProduct; field += 1) path = after(path);
  while (path < text.length) {
    const sha256 = after(path);
    const size = after(sha256);
    const time = after(size);
    const end = after(time);
    tell(
      text.slice(path, sha256 - 1),
      text.slice(sha256, size - 1),
      Number(text.slice(size, time - 1)),
      Number(text.slice(time, end - 1)),
    );
    path = end;
  }
}

/** Rows of products, to stand in the ledger; in no group unless it is given. */
export function makeRows(
  rows: readonly string[],
  { name, basis }: GroupKey = { name: "", basis: "" },
): ProductRows {
  return { bytes: Buffer.from([`${name}\t${basis}`, ...rows].join(rowEnd)), basis };
}

function readRows(bytes: Buffer): [name: string, rows: ProductRows] {
  const end = bytes.indexOf(rowEnd);
  const [name = "", basis = ""] = bytes.toString("utf8", 0, end < 0 ? bytes.length : end).split("\t");
  return [name, { bytes, basis }];
}

/** The rows one by one. */
export function rowsOf({ bytes }: ProductRows): string[] {
  return bytes.toString().split(rowEnd).slice(1);
}

/** Every row of a ledger. */
export function* allRows({ ungrouped, groups }: SiteLedger): Iterable<string> {
  for (const rows of [ungrouped, ...groups.values()]) yield* rowsOf(rows);
}

/** The name of a row's product. */
export function nameOfRow(text: string): string {
  return text.slice(0, text.indexOf("\t"));
}

/** The rows of a ledger by the names of their products. */
export interface KnownRows {
  of: (name: string) => ProductRow | undefined;
  /** Has the products of a group at hand: to find others takes looking through all that there are. */
  expect: (group: string) => void;
}

export function openRows(ledger: SiteLedger | null): KnownRows {
  // Where each begins: of a site that is made anew they are all rows that it had.
  const atHand = new Map<string, { bytes: Buffer; start: number }>();
  const add = (rows: ProductRows | undefined): void => {
    if (rows === undefined) return;
    const { bytes } = rows;
    for (let end = bytes.indexOf(rowEnd); end >= 0; end = bytes.indexOf(rowEnd, end + 1)) {
      const start = end + 1;
      atHand.set(bytes.toString("utf8", start, bytes.indexOf("\t", start)), { bytes, start });
    }
  };
  const textAtHand = (name: string): string | undefined => {
    const found = atHand.get(name);
    if (found === undefined) return undefined;
    const { bytes, start } = found;
    const end = bytes.indexOf(rowEnd, start);
    return bytes.toString("utf8", start, end < 0 ? bytes.length : end);
  };
  // A build that finds nothing changed does not ask.
  const addUngrouped = once(() => add(ledger?.ungrouped));
  const all = once(
    () => new Map(Array.from(ledger === null ? [] : allRows(ledger), (text) => [nameOfRow(text), text])),
  );
  return {
    of: (name) => {
      addUngrouped();
      const text = textAtHand(name) ?? all().get(name);
      if (text === undefined) return undefined;
      const [, digest = "", basis = ""] = text.split("\t", fieldsOfProduct);
      return { text, digest, basis: basis === "" ? null : basis };
    },
    expect: (group) => add(ledger?.groups.get(group)),
  };
}

/** Null when there is none, or it is not as it was written. */
export function readSiteLedger(cacheDir: string): SiteLedger | null {
  const [first, second, ...rows] = readLedgerBytes(join(cacheDir, ledgerName)) ?? [];
  if (first === undefined || second === undefined) return null;
  // Its digest says that `writeSiteLedger` wrote it.
  const { format, ...head } = JSON.parse(first.toString()) as { format: number } & SiteHead;
  if (format !== 5) return null;
  const [ungrouped = Buffer.alloc(0), ...groups] = rows;
  return {
    head,
    ungrouped: readRows(ungrouped)[1],
    groups: new Map(groups.map(readRows)),
    ...(JSON.parse(second.toString()) as Pick<SiteLedger, "others" | "manifest" | "folders">),
  };
}

/**
 * Writes the ledger of a site. Where there is no room for it, the next build does without; the site is none the worse.
 * @param rows those that are in no group first, then group by group
 */
export function writeSiteLedger(
  cacheDir: string,
  { head, ...rest }: Omit<SiteLedger, "ungrouped" | "groups">,
  rows: Iterable<ProductRows>,
): void {
  function* lines(): Iterable<string | Uint8Array> {
    yield JSON.stringify({ format: 5, ...head });
    yield JSON.stringify(rest);
    for (const { bytes } of rows) yield bytes;
  }
  try {
    writeLedger(join(cacheDir, ledgerName), lines());
  } catch {
    rmSync(join(cacheDir, ledgerName), { recursive: true, force: true });
  }
}
