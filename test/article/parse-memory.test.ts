import { expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { type ParseMemory, parseRemembering } from "../../src/article/parse-memory.ts";
import type { SourceDocument } from "../../src/model/source.ts";

function source(id: string, content: string, published: string | null = "2021-01-26"): SourceDocument {
  return {
    id,
    path: `${id}.txt`,
    format: "text",
    content,
    firstLine: 1,
    lang: "ar",
    dir: "rtl",
    otherLanguages: {},
    headline: id,
    published,
    updated: null,
    source: null,
    sourceUrl: null,
    authors: [],
    tags: [],
    summary: null,
    corrections: { names: [], remove: [], quotes: [], dates: [] },
    sha256: "",
  };
}

test("what did not change is taken from memory, the rest is parsed, and nothing is told apart by it", async () => {
  const memory: ParseMemory = new Map();
  const first = [source("a", "قال بوتين أمس «لن نعود أبدا»."), source("b", "زار بايدن موسكو أمس.")];
  const before = await parseRemembering(first, null, memory);
  expect(before).toEqual(first.map((one) => parseArticle(one)));
  // Another day of publication makes another article of the same text.
  const second = [
    source("a", "قال بوتين أمس «لن نعود أبدا»."),
    source("b", "زار بايدن موسكو أمس.", "2021-02-01"),
  ];
  const after = await parseRemembering(second, null, memory);
  expect(after).toEqual(second.map((one) => parseArticle(one)));
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(memory.size).toBe(2);
  await parseRemembering([], null, memory);
  expect(memory.size).toBe(0);
});
