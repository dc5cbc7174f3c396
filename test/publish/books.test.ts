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
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBooks } from "../../src/publish/books.ts";
import { type SharedBooks, shareBooks } from "../../src/publish/books-thread.ts";
import { verifySite } from "../../src/publish/manifest.ts";
import { type Product, type ProductKey, writeSiteFile } from "../../src/site/product.ts";

let dir: string;
let cache: string;
let site: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-books-"));
  cache = join(dir, "cache");
  site = join(dir, "site");
  mkdirSync(cache);
});
afterEach(() => rmSync(dir, { recursive: true }));

const head = { digest: "the site", articles: 2, pages: 2 };

function product(outDir: string, id: string, text: string): [string, Product] {
  const files = ["html", "json"].map((ending) =>
    writeSiteFile(outDir, `articles/${id}.${ending}`, `${ending} ${text}`),
  );
  return [`articles/${id}.html`, { digest: text, basis: `of ${text}`, files }];
}

/** A site of two articles, built and written down. */
async function publish(): Promise<void> {
  const books = openBooks(cache, site);
  const products = new Map([product(site, "a", "one"), product(site, "b", "two")]);
  const others = [writeSiteFile(site, "index.html", "home")];
  books.add([...products]);
  books.writeManifest(site, { groups: [], others });
  books.close(head);
}

function key(id: string, text: string): ProductKey {
  return { name: `articles/${id}.html`, digest: text, basis: `of ${text}` };
}

const both = [key("a", "one"), key("b", "two")];

describe("the books of a site", () => {
  beforeEach(publish);

  test("say what it is made of while it is as it was written", () => {
    expect(openBooks(cache, site).untouched()).toEqual(head);
  });

  test("say the same where a backup gave its folders other times, but not of one with a file more", () => {
    utimesSync(join(site, "articles"), 1, 1);
    expect(openBooks(cache, site).untouched()).toEqual(head);
    writeFileSync(join(site, "articles/mine.txt"), "x");
    utimesSync(join(site, "articles"), 1, 1);
    expect(openBooks(cache, site).untouched()).toBeNull();
  });

  test.each([
    ["written to", () => appendFileSync(join(site, "articles/b.json"), "x")],
    ["written to at its old length", () => writeFileSync(join(site, "articles/b.json"), "json TWO")],
    ["taken away", () => rmSync(join(site, "articles/b.json"))],
    ["added", () => writeFileSync(join(site, "articles/CNAME"), "x")],
    ["added in a folder of its own", () => mkdirSync(join(site, "mine"))],
    ["renamed", () => renameSync(join(site, "articles/b.json"), join(site, "articles/c.json"))],
    ["the manifest", () => rmSync(join(site, "manifest-sha256.txt"))],
  ])("say nothing of a site of which something was changed: %s", (_what, change) => {
    change();
    expect(openBooks(cache, site).untouched()).toBeNull();
  });

  test("take a file over by a name more, which is not written to when it is made after all", () => {
    const work = join(dir, "work");
    expect(openBooks(cache, site).keep(both, work)).toEqual([]);
    writeSiteFile(work, "articles/a.html", "another");
    expect(readFileSync(join(site, "articles/a.html"), "utf8")).toBe("html one");
    expect(readFileSync(join(work, "articles/a.html"), "utf8")).toBe("another");
  });

  test("say nothing of a site that is not there, and of one that nothing is written down of", () => {
    expect(openBooks(cache, join(dir, "elsewhere")).untouched()).toBeNull();
    expect(openBooks(join(dir, "no-cache"), site).untouched()).toBeNull();
  });

  test.each([true, false])(
    "take over what is as it was, and name the rest (looked at as a whole: %s)",
    async (whole) => {
      const books = openBooks(cache, site);
      if (whole) books.untouched();
      const next = join(dir, "next");
      const asked = [...both, key("c", "three"), key("a", "another")];
      expect(books.keep(asked, next)).toEqual([2, 3]);
      await books.add([product(next, "c", "three")]);
      await books.writeManifest(next, { groups: [], others: [] });
      expect(await verifySite(next)).toEqual([]);
      expect(readdirSync(join(next, "articles"))).toHaveLength(6);
      // A name more for the same bytes.
      expect(statSync(join(next, "articles/a.html")).ino).toBe(statSync(join(site, "articles/a.html")).ino);
      books.close(head);
      expect(openBooks(cache, next).untouched()).toEqual(head);
    },
  );

  test("take over no file that somebody wrote to, and one of another time by its bytes", () => {
    appendFileSync(join(site, "articles/a.json"), "x");
    utimesSync(join(site, "articles/b.html"), 1, 1);
    const books = openBooks(cache, site);
    expect(books.untouched()).toBeNull();
    expect(books.keep(both, join(dir, "next"))).toEqual([0]);
  });

  test.each([true, false])(
    "take over what is worked out from the same, without its digest, and what comes to the same from something else (whole: %s)",
    async (whole) => {
      const next = join(dir, "next");
      const books = openBooks(cache, site);
      if (whole) books.untouched();
      expect(books.keep([{ ...key("a", "one"), digest: null }], next)).toEqual([]);
      const others = { name: "articles/b.html", basis: "of three" };
      expect(books.keep([{ ...others, digest: null }], next)).toEqual([0]);
      expect(books.keep([{ ...others, digest: null, basis: null }], next)).toEqual([0]);
      expect(books.keep([{ ...others, digest: "two" }], next)).toEqual([]);
      await books.writeManifest(next, { groups: [], others: [] });
      books.close(head);
      // What it was worked out from is written down with it.
      const after = openBooks(cache, next);
      expect(after.keep([{ ...others, digest: null }], join(dir, "third"))).toEqual([]);
      expect(after.keep([{ ...others, digest: "two", basis: "of four" }], join(dir, "third"))).toEqual([]);
    },
  );

  test("take over a group of which all is worked out from the same, and write down another", async () => {
    const group = { name: "articles/a.html", basis: "of both", names: both.map(({ name }) => name) };
    const publishNext = async (name: string, basis: string): Promise<readonly number[]> => {
      const books = openBooks(cache, site);
      books.untouched();
      const next = join(dir, name);
      const others = books.keepGroups([{ ...group, basis }], next);
      if (others.length > 0) expect(books.keep(both, next)).toEqual([]);
      const groups = others.length > 0 ? [{ ...group, basis }] : [];
      await books.writeManifest(next, { groups, others: [] });
      expect(books.close(head)).toBe(0);
      expect(await verifySite(next)).toEqual([]);
      expect(openBooks(cache, next).untouched()).toEqual(head);
      site = next;
      return others;
    };
    expect(await publishNext("second", "of both")).toEqual([0]);
    expect(await publishNext("third", "of both")).toEqual([]);
    expect(await publishNext("fourth", "of another")).toEqual([0]);
    expect(await publishNext("fifth", "of another")).toEqual([]);
  });

  test("take over no group of a site that somebody wrote to, nor one that could not be written down", async () => {
    const next = join(dir, "next");
    const names = ["articles/a.html", "a\tb.html"];
    const group = { name: "articles/a.html", basis: "of two", names };
    const books = openBooks(cache, site);
    const [[, a], [, b]] = [product(next, "a", "one"), product(next, "b", "two")];
    const products = new Map([
      ["articles/a.html", a],
      ["a\tb.html", b],
    ]);
    books.add([...products]);
    books.writeManifest(next, { groups: [group], others: [] });
    books.close(head);
    const after = openBooks(cache, next);
    expect(after.keepGroups([group], join(dir, "third"))).toEqual([0]);
    expect(after.keep([key("a", "one")], join(dir, "third"))).toEqual([]);
    await publish();
    const earlier = openBooks(cache, site);
    expect(earlier.keepGroups([{ name: "articles/a.html", basis: "" }], join(dir, "third"))).toEqual([0]);
  });

  test("count the pages that the new site has no more", async () => {
    const books = openBooks(cache, site);
    const next = join(dir, "next");
    books.keep([key("a", "one")], next);
    await books.writeManifest(next, { groups: [], others: [] });
    expect(books.close(head)).toBe(1);
  });

  test("take a site away, and nothing that a link of it leads to", () => {
    const elsewhere = join(dir, "elsewhere");
    renameSync(join(site, "articles"), elsewhere);
    symlinkSync(elsewhere, join(site, "articles"));
    const books = openBooks(cache, site);
    expect(books.untouched()).toBeNull();
    books.retire(site);
    expect(existsSync(site)).toBe(false);
    expect(readdirSync(elsewhere)).toHaveLength(4);
  });

  test("take away at once what they know, and what else there is", () => {
    const books = openBooks(cache, site);
    expect(books.untouched()).not.toBeNull();
    writeFileSync(join(site, "articles/late.txt"), "x");
    books.retire(site);
    expect(existsSync(site)).toBe(false);
  });
});

describe("books in a thread of their own", () => {
  let books: SharedBooks;
  beforeEach(async () => {
    await publish();
    books = shareBooks(cache, site, { inThread: true });
  });
  afterEach(() => books.end());

  test("do what they do here", async () => {
    const next = join(dir, "next");
    expect(await books.untouched()).toEqual(head);
    const asked = [...both, key("c", "three")];
    expect(await books.keep(asked, next)).toEqual([2]);
    await books.add([product(next, "c", "three")]);
    await books.writeManifest(next, { groups: [], others: [] });
    expect(await verifySite(next)).toEqual([]);
    expect(await books.close(head)).toBe(0);
    await books.retire(site);
    expect(existsSync(site)).toBe(false);
    expect(openBooks(cache, next).untouched()).toEqual(head);
  });

  test("copy parts of a pack while they are asked other things", async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `{"line":${index}}\n`);
    const { openPack, placeOf } = await import("../../src/archive/pack.ts");
    const packPath = join(dir, "a.pack");
    const pack = openPack(packPath, { kind: "write", size: 0 });
    const stored = lines.map((line) => pack.append([Buffer.from("?"), Buffer.from(line)]));
    pack.close();
    const places = Float64Array.from(stored.flatMap((one) => placeOf(one, 1)));
    const file = { digest: "lines", packPath, places, outDir: join(dir, "next"), path: "data/lines.ndjson" };
    const [copied, known] = await Promise.all([books.copyParts(file), books.untouched()]);
    expect(known).toEqual(head);
    if (copied === null) throw new Error("there was no such file");
    expect(readFileSync(join(dir, "next", copied.path), "utf8")).toBe(lines.join(""));
    await books.add([[copied.path, { digest: "lines", basis: null, files: [copied] }]]);
    await books.writeManifest(join(dir, "next"), { groups: [], others: [] });
    await books.close(head);
    // One that is made of the same is taken over.
    const after = openBooks(cache, join(dir, "next"));
    expect(await after.copyParts({ ...file, outDir: join(dir, "third") })).toBeNull();
    const { ino } = statSync(join(dir, "next", copied.path));
    expect(statSync(join(dir, "third", copied.path)).ino).toBe(ino);
    expect(await after.copyParts({ ...file, digest: "others", outDir: join(dir, "third") })).not.toBeNull();
  });

  test("tell what went wrong", async () => {
    const file = {
      digest: "",
      packPath: join(dir, "none"),
      places: new Float64Array(3),
      outDir: dir,
      path: "x",
    };
    await expect(books.copyParts(file)).rejects.toThrow("ENOENT");
  });
});
