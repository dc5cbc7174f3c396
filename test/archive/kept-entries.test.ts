import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepEntries, readKeptEntries } from "../../src/archive/kept-entries.ts";
import type { CatalogEntry } from "../../src/model/archive.ts";
import { catalogEntries } from "./catalog-entries.ts";

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-entries-"));
  path = join(dir, "entries");
});
afterEach(() => rmSync(dir, { recursive: true }));

function keep(entries: Iterable<[key: string, entry: CatalogEntry]>): void {
  const keeper = keepEntries(path);
  for (const [key, entry] of entries) keeper.add(key, entry);
  keeper.finish();
  keeper.close();
}

/** Of each key the entry that is kept; null where there is none. */
function read(keys: Iterable<string>): (CatalogEntry | null)[] {
  const kept = readKeptEntries(path);
  return Array.from(keys, (key) => {
    const place = kept?.placeOf(key) ?? -1;
    return place < 0 ? null : (kept?.entryAt(place) ?? null);
  });
}

const key = fc.stringMatching(/^[\w-]{1,43}$/);
const someEntries = fc.dictionary(key, catalogEntries, { maxKeys: 8 }).map((found) => Object.entries(found));

test("entries are found by their keys as they were kept, in whatever order they are asked for", () => {
  fc.assert(
    fc.property(
      someEntries.chain((entries) =>
        fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries), fc.shuffledSubarray(entries)),
      ),
      ([entries, some, others]) => {
        keep(entries);
        expect(readKeptEntries(path)?.count).toBe(entries.length);
        for (const asked of [entries, [...some, ...others]]) {
          expect(read(asked.map(([name]) => name))).toEqual(asked.map(([, entry]) => entry));
        }
        expect(read([".", ...entries.map(([name]) => name)])).toEqual([
          null,
          ...entries.map(([, entry]) => entry),
        ]);
      },
    ),
    { numRuns: 50 },
  );
});

const [sample] = fc.sample(
  someEntries.filter((entries) => entries.length > 3),
  { numRuns: 1, seed: 1 },
);

test("a file that is not as it was written is not trusted, wherever it is another", () => {
  keep(sample ?? []);
  const whole = readFileSync(path);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      writeFileSync(
        path,
        whole.map((byte, index) => (index === at ? byte ^ change : byte)),
      );
      expect(readKeptEntries(path)).toBeNull();
      writeFileSync(path, whole.subarray(0, at));
      expect(readKeptEntries(path)).toBeNull();
    }),
  );
  rmSync(path);
  expect(readKeptEntries(path)).toBeNull();
});

test("what was kept before is there until what is kept now is whole", () => {
  keep(sample ?? []);
  const before = readFileSync(path);
  const keeper = keepEntries(path);
  for (const [name, entry] of sample ?? []) keeper.add(`${name}-`, entry);
  keeper.close();
  expect(readFileSync(path)).toEqual(before);
  expect(readdirSync(dir)).toEqual(["entries"]);
});
