import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listPlaces, openPack, placeOf, tellsDamage } from "../../src/archive/pack.ts";
import { type Books, openBooks } from "../../src/publish/books.ts";
import type { CopiedFile } from "../../src/site/product.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-copied-"));
  mkdirSync(join(dir, "cache"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const path = "data/lines.ndjson";
const lines = ["", "a\n", "bb\n", `${"c".repeat(3_000_000)}\n`, `${"ث".repeat(40_000)}\n`, "d\n"];
let built = 0;

/** A pack with those lines, of which files are made. */
function packed(name = "articles.1.pack"): (picked: readonly number[]) => CopiedFile {
  const packPath = join(dir, name);
  const pack = openPack(packPath, { kind: "write", size: 0 });
  const stored = lines.map((line) => pack.append([Buffer.from(line)]));
  pack.close();
  return (picked) => {
    built += 1;
    const places = listPlaces(picked.length, (nth) => placeOf(stored[picked[nth] ?? 0] ?? fail(), 0));
    return { digest: `${built}`, packPath, places, outDir: join(dir, `site-${built}`), path };
  };
}

function fail(): never {
  throw new Error("there is no such line");
}

/** Builds a site of that one file, after the site of another. */
async function publish(file: CopiedFile, before: string | null): Promise<Books> {
  const books = openBooks(join(dir, "cache"), before ?? join(dir, "none"));
  books.untouched();
  const written = await books.copyParts(file);
  if (written === null) fail();
  books.add([[path, { digest: file.digest, basis: null, files: [written] }]]);
  books.writeManifest(file.outDir, { groups: [], others: [] });
  books.close({ digest: "", articles: 0, pages: 0 });
  return books;
}

const textOf = (picked: readonly number[]): string => picked.map((line) => lines[line]).join("");
const picks = fc.array(fc.nat(lines.length - 1), { maxLength: 6 });

test("a file has the same bytes, whatever parts the one before had", async () => {
  const fileOf = packed();
  await fc.assert(
    fc.asyncProperty(picks, picks, picks, picks, async (start, middle, other, end) => {
      const [earlier, later] = [
        [...start, ...middle, ...end],
        [...start, ...other, ...end],
      ];
      rmSync(join(dir, "cache"), { recursive: true });
      mkdirSync(join(dir, "cache"));
      const first = fileOf(earlier);
      await publish(first, null);
      const second = fileOf(later);
      await publish(second, first.outDir);
      expect(readFileSync(join(second.outDir, path), "utf8")).toBe(textOf(later));
      rmSync(first.outDir, { recursive: true });
      rmSync(second.outDir, { recursive: true });
    }),
    { numRuns: 60 },
  );
});

test("what it has of the one before is read from there, and not from the pack", async () => {
  const fileOf = packed();
  const first = fileOf([1, 3, 4, 5]);
  await publish(first, null);
  // The same parts in a pack that says another thing: only what is new is read from it.
  const bytes = readFileSync(first.packPath);
  bytes.write("x", 0);
  writeFileSync(first.packPath, bytes);
  const second = fileOf([1, 3, 2, 4, 5]);
  await publish(second, first.outDir);
  expect(readFileSync(join(second.outDir, path), "utf8")).toBe(textOf([1, 3, 2, 4, 5]));
  // Another pack has nothing that is known.
  const other = packed("articles.2.pack")([1, 3, 4]);
  await publish(other, second.outDir);
  expect(readFileSync(join(other.outDir, path), "utf8")).toBe(textOf([1, 3, 4]));
});

test("a note that was changed, and one of another file, is not believed", async () => {
  const fileOf = packed();
  const first = fileOf([1, 2, 4]);
  await publish(first, null);
  const note = join(dir, "cache/articles.lines.ndjson.places");
  const whole = readFileSync(note);
  let before = first;
  for (const change of [
    () => truncateSync(note, whole.length - 1),
    () => truncateSync(note, whole.length - 24),
    () => writeFileSync(note, Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)])),
    () => writeFileSync(note, "x"),
    // Of the first site, where the last one has other lines.
    () => writeFileSync(note, whole),
    () => rmSync(note),
  ]) {
    change();
    const next = fileOf([1, 2, built % 2 === 0 ? 5 : 3, 4]);
    await publish(next, before.outDir);
    expect(readFileSync(join(next.outDir, path), "utf8")).toMatch(/^a\nbb\n[cd]+\nث+\n$/);
    before = next;
  }
});

test("a file that ends too soon is told as damage: the build begins anew", async () => {
  const fileOf = packed();
  const first = fileOf([4, 4, 4]);
  await publish(first, null);
  const books = openBooks(join(dir, "cache"), first.outDir);
  books.untouched();
  truncateSync(join(first.outDir, path), 100_000);
  const error = await books.copyParts(fileOf([4, 4, 5])).catch((thrown: unknown) => thrown);
  expect(tellsDamage(error)).toBe(true);
});
