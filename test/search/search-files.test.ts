import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleTable, partArticles } from "../../src/search/articles.ts";
import { changePostings, encodePostings, forEachPosting, joinPostings } from "../../src/search/postings.ts";
import {
  entrySize,
  partedBeginnings,
  partWords,
  shardOf,
  shardPath,
  sizeOf,
} from "../../src/search/shards.ts";
import { encodeWords, mergeWords, readWords } from "../../src/search/word-file.ts";

const posting = fc.record({
  number: fc.integer({ min: 0, max: 2 ** 36 }),
  weight: fc.integer({ min: 0, max: 3 }),
});
const postings = fc
  .uniqueArray(posting, { selector: ({ number }) => number })
  .map((some) => some.sort((a, b) => a.number - b.number));

type Posting = { number: number; weight: number };

function encode(some: readonly Posting[]): Uint8Array {
  return encodePostings({
    numbers: some.map(({ number }) => number),
    weights: some.map(({ weight }) => weight),
  });
}

function decode(bytes: Uint8Array): Posting[] {
  const found: Posting[] = [];
  forEachPosting(bytes, (number, weight) => found.push({ number, weight }));
  return found;
}

/** Words of few letters, which begin alike, and any others. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 5 }),
  fc.string({ unit: "grapheme", minLength: 1 }).filter((some) => !some.includes("\0")),
);
const words = fc.uniqueArray(word, { maxLength: 60 }).map((some) => some.sort());

describe("postings", () => {
  test("come back as they were", () => {
    fc.assert(
      fc.property(postings, (some) => {
        expect(decode(encode(some))).toEqual(some);
      }),
    );
  });

  test("of articles without a date and of the last day that has one", () => {
    const some = [0, 1, 127, 128, 2 ** 28, 2 ** 30, 2 ** 40].map((number) => ({ number, weight: 3 }));
    expect(decode(encode(some))).toEqual(some);
  });

  test("are changed by taking away and putting among them", () => {
    fc.assert(
      fc.property(postings, postings, fc.infiniteStream(fc.boolean()), (before, more, chance) => {
        const gone = new Set(before.filter(() => chance.next().value === true).map(({ number }) => number));
        const left = before.filter(({ number }) => !gone.has(number));
        const fresh = more.filter(({ number }) => !left.some((one) => one.number === number));
        const added = fresh.toReversed().map(({ number, weight }) => [number, weight] as const);
        const changed = changePostings(encode(before), added, gone);
        expect(changed).toEqual(encode([...left, ...fresh].sort((a, b) => a.number - b.number)));
      }),
    );
  });
});

describe("postings of several files", () => {
  test("are joined, one behind the other or not", () => {
    const lists = fc.tuple(postings, fc.array(fc.nat(4), { maxLength: 4 }), fc.boolean());
    fc.assert(
      fc.property(lists, ([some, cuts, isMixed]) => {
        const count = cuts.length + 1;
        const parts = Array.from({ length: count }, (_, part) =>
          some.filter((_, at) =>
            isMixed ? at % count === part : Math.floor((at * count) / some.length) === part,
          ),
        ).filter((part) => part.length > 0);
        expect(joinPostings(parts.map(encode))).toEqual(encode(some));
      }),
    );
  });
});

describe("files of words", () => {
  test("come back as they were, whatever the words begin with", () => {
    fc.assert(
      fc.property(words, postings, (some, found) => {
        const entries = some.map((one) => ({ word: one, postings: encode(found) }));
        expect([...readWords(encodeWords(entries))]).toEqual(entries);
      }),
    );
  });

  test("are read as one, each word once, with what each file has of it", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 4 }), (files) => {
        const encoded = files.map((some, file) =>
          encodeWords(some.map((one) => ({ word: one, postings: encode([{ number: file, weight: 0 }]) }))),
        );
        const merged = [...mergeWords(encoded)];
        expect(merged.map((one) => one.word)).toEqual([...new Set(files.flat())].sort());
        for (const { word: one, found } of merged) {
          expect(found.map(({ file }) => file)).toEqual(
            files.flatMap((some, file) => (some.includes(one) ? [file] : [])),
          );
          for (const { file, postings: own } of found) expect(decode(own)[0]?.number).toBe(file);
        }
      }),
    );
  });
});

describe("shards", () => {
  test("have every word once, where it is looked for, and are no larger than they may be", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 200 }), (some, limit) => {
        const entries = some.map((one) => ({ word: one, postings: encode([{ number: 5, weight: 0 }]) }));
        const parts = partWords(entries, 0, limit);
        const parted = partedBeginnings(parts.map(({ key }) => key));
        expect(parts.flatMap((part) => part.entries)).toEqual(entries);
        for (const { key, entries: own } of parts) {
          const size = sizeOf(own);
          for (const entry of own) expect(shardOf(entry.word, parted)).toBe(key);
          expect(size).toBe(own.reduce((sum, entry) => sum + entrySize(entry), 0));
          expect(own.length === 1 || size <= limit || key.length === 40).toBe(true);
        }
        expect(new Set(parts.map(({ key }) => shardPath(key).toLowerCase())).size).toBe(parts.length);
      }),
    );
  });

  test("have names that every file system takes", () => {
    fc.assert(
      fc.property(words, (some) => {
        for (const { key } of partWords(
          some.map((one) => ({ word: one, postings: new Uint8Array(50) })),
          0,
          60,
        ))
          expect(shardPath(key)).toMatch(/^search\/words\/(?:all|[0-9a-f]{4,168})\.bin$/);
      }),
    );
  });
});

describe("ranges of articles", () => {
  test("have each article once, few each, and tell its number", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 36 }), { maxLength: 500 }), (numbers) => {
        const articles = numbers.sort((a, b) => a - b).map((number) => ({ number, id: `n${number}` }));
        const ranges = partArticles(articles);
        expect(ranges.flatMap((range) => range.articles)).toEqual(articles);
        for (const range of ranges) {
          expect(range.articles.length).toBeLessThanOrEqual(128);
          const table = JSON.parse(articleTable(range)) as { numbers: number[]; ids: string[] }; // as it is written
          expect(table.ids).toEqual(table.numbers.map((offset) => `n${range.first + offset}`));
        }
      }),
      { numRuns: 30 },
    );
  });
});
