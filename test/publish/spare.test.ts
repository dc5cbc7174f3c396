import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLedger, writeLedger } from "../../src/archive/ledger.ts";
import { pushTo } from "../../src/archive/order.ts";
import { openBooks } from "../../src/publish/books.ts";
import { listFiles } from "../../src/publish/files.ts";
import { verifySite } from "../../src/publish/manifest.ts";
import { sparePath } from "../../src/publish/spare.ts";
import { type Product, writeSiteFile } from "../../src/site/product.ts";

let dir: string;
let cache: string;
let site: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-spare-"));
  cache = join(dir, "cache");
  site = join(dir, "dist");
  mkdirSync(cache);
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Builds a site of pages by their texts, as a build does. @returns the folder's files before any was made */
async function publish(pages: Record<string, string>, spareFrom = 3): Promise<string[]> {
  const books = openBooks(cache, site, spareFrom);
  books.untouched();
  const work = mkdtempSync(join(dir, "work-"));
  books.takeSpare(work);
  const found = await listFiles(work);
  const keys = Object.entries(pages).map(([name, text]) => ({ name, digest: text, basis: `of ${text}` }));
  const products = new Map<string, Product>();
  const inFolders = new Map<string, typeof keys>();
  if (isGrouped) for (const key of keys) pushTo(inFolders, dirname(key.name), key);
  const groups = Array.from(inFolders, ([name, own]) => ({
    name,
    basis: own.map(({ digest }) => digest).join(" "),
    names: own.map((key) => key.name),
  }));
  const changed = new Set(books.keepGroups(groups, work));
  const known = new Set(groups.flatMap(({ names }, number) => (changed.has(number) ? [] : names)));
  const asked = keys.filter(({ name }) => !known.has(name));
  for (const number of books.keep(asked, work)) {
    const { name = "", digest = "", basis = "" } = asked[number] ?? {};
    products.set(name, { digest, basis, files: [writeSiteFile(work, name, digest)] });
  }
  books.add([...products]);
  books.writeManifest(work, {
    groups: groups.filter((_, number) => changed.has(number)),
    others: [writeSiteFile(work, "index.html", "home")],
  });
  books.close({ digest: "", articles: 0, pages: 0 });
  const aside = join(dir, "aside");
  if (existsSync(site)) renameSync(site, aside);
  renameSync(work, site);
  books.retire(aside);
  expect(await verifySite(site)).toEqual([]);
  const texts = Object.keys(pages).map((name) => [name, readFileSync(join(site, name), "utf8")]);
  expect(Object.fromEntries(texts)).toEqual(pages);
  return found;
}

const one = { "a/a.html": "1", "a/b.html": "1", "b/c.html": "1", "b/d/e.html": "1" };

/** Whether the pages of a folder are looked at together. */
let isGrouped = false;

describe.each([false, true])("a large site (its pages in groups: %s)", (grouped) => {
  beforeEach(() => {
    isGrouped = grouped;
  });

  test("has the one before beside it, which the next is made of", async () => {
    await publish(one);
    await publish({ ...one, "a/a.html": "2" });
    expect(readdirSync(dir).sort()).toEqual([".dist.warraq-spare", "cache", "dist"]);
    const unchanged = ["a/b.html", "b/c.html", "b/d/e.html"];
    expect(await publish({ ...one, "a/a.html": "2", "b/c.html": "3" })).toEqual(unchanged);
    // Names for the same bytes.
    const { ino } = statSync(join(site, "b/d/e.html"));
    expect(statSync(join(sparePath(site), "b/d/e.html")).ino).toBe(ino);
    expect(readFileSync(join(sparePath(site), "b/c.html"), "utf8")).toBe("1");
  });

  test("is its own spare where there was none before that was as it was written", async () => {
    const files = Object.keys(one).sort();
    expect(await publish(one)).toEqual([]);
    // Without the files that each build writes anew.
    expect(await listFiles(sparePath(site))).toEqual(files);
    expect(await publish({ ...one, "a/a.html": "2" })).toEqual(files);
    writeFileSync(join(site, "mine.txt"), "x");
    rmSync(sparePath(site), { recursive: true });
    expect(await publish({ ...one, "a/a.html": "3" })).toEqual([]);
    expect(await listFiles(sparePath(site))).toEqual(files);
    expect(await publish(one)).toEqual(files);
  });

  test("has no file and no folder of what went", async () => {
    await publish(one);
    await publish({ ...one, "new/f.html": "1" });
    await publish({ "a/a.html": "1", "b/c.html": "1" });
    await publish({ "a/a.html": "1", "b/c.html": "2" });
    expect(readdirSync(site, { recursive: true }).sort()).toEqual(
      ["a", "a/a.html", "b", "b/c.html", "index.html", "manifest-sha256.txt"].sort(),
    );
  });

  test("has what comes again after it went", async () => {
    const { "a/a.html": _, ...less } = one;
    await publish(one);
    await publish(less);
    await publish(one);
    await publish(less);
    await publish({ ...one, "a/a.html": "2" });
  });

  test("has none when it is a small one again", async () => {
    await publish(one);
    await publish({ ...one, "a/a.html": "2" });
    expect(existsSync(sparePath(site))).toBe(true);
    await publish(one, 100);
    expect(existsSync(sparePath(site))).toBe(false);
  });
});

describe.each([false, true])("a spare is left aside (pages in groups: %s)", (grouped) => {
  beforeEach(() => {
    isGrouped = grouped;
  });

  const changes: [what: string, change: (spare: string) => void][] = [
    ["a file was added to it", (spare) => writeFileSync(join(spare, "b/mine.txt"), "x")],
    ["a file was taken away from it", (spare) => rmSync(join(spare, "b/d/e.html"))],
    [
      "a file of it was replaced",
      (spare) => {
        writeFileSync(join(spare, "b/new"), "x");
        renameSync(join(spare, "b/new"), join(spare, "b/c.html"));
      },
    ],
    [
      "a file of it was written to, which is the site's too",
      (spare) => appendFileSync(join(spare, "b/c.html"), "x"),
    ],
    ["it is gone", (spare) => rmSync(spare, { recursive: true })],
    [
      "it is a file",
      (spare) => {
        rmSync(spare, { recursive: true });
        writeFileSync(spare, "");
      },
    ],
  ];
  test.each(changes)("when %s", async (_what, change) => {
    await publish(one);
    await publish({ ...one, "a/a.html": "2" });
    change(sparePath(site));
    expect(await publish({ ...one, "a/a.html": "3" })).toEqual([]);
    await publish({ ...one, "a/a.html": "4" });
    expect((await publish({ ...one, "a/a.html": "5" })).length).toBe(3);
  });

  test("when its note is one of another format", async () => {
    await publish(one);
    const [first = "", ...rest] = readLedger(join(cache, "spare.ledger")) ?? [];
    writeLedger(join(cache, "spare.ledger"), [first.replace(/^\d+ /, ""), ...rest]);
    expect(await publish({ ...one, "a/a.html": "2" })).toEqual([]);
  });

  test("when the site was changed, or another build came between", async () => {
    await publish(one);
    await publish({ ...one, "a/a.html": "2" });
    utimesSync(join(site, "a/b.html"), 1, 1);
    expect(await publish({ ...one, "a/a.html": "3" })).toEqual([]);
    await publish({ ...one, "a/a.html": "4" });
    const note = readFileSync(join(cache, "spare.ledger"));
    await publish({ ...one, "a/a.html": "5" });
    writeFileSync(join(cache, "spare.ledger"), note);
    expect(await publish({ ...one, "a/a.html": "6" })).toEqual([]);
  });
});
