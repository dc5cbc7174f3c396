import { expect, test } from "vitest";
import { foreignRuns } from "../../src/article/direction.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { findQuotationSpans } from "../../src/article/quotation-spans.ts";
import { readMarkdown } from "../../src/article/read-markdown.ts";
import { findTextBlocks } from "../../src/article/text-blocks.ts";
import type { Corrections } from "../../src/model/corrections.ts";
import { directionOf } from "../../src/model/language.ts";
import type { SourceDocument } from "../../src/model/source.ts";
import { noCorrections, readSideFile } from "../../src/seeds/corrections.ts";
import { readFrontMatter } from "../../src/seeds/front-matter.ts";
import { rulesOf } from "./archive.ts";

/*
 * What once took the square of its length. No time is asserted: the sizes are such that the square would take minutes, and a test has half of one.
 */

function source(lang: string, content: string, corrections: Corrections = noCorrections): SourceDocument {
  return {
    id: "a",
    path: "a.txt",
    format: "text",
    content,
    firstLine: 1,
    lang,
    dir: directionOf(lang),
    otherLanguages: {},
    headline: "a",
    published: null,
    updated: null,
    source: null,
    sourceUrl: null,
    authors: [],
    tags: [],
    summary: null,
    corrections,
    sha256: "0".repeat(64),
  };
}

/** A word of letters for each number. */
function word(index: number, letters: string): string {
  let made = "";
  for (let rest = index; made.length < 4 || rest > 0; rest = Math.floor(rest / letters.length))
    made += letters.charAt(rest % letters.length);
  return made;
}

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

test("very many paragraphs without a quotation mark", () => {
  const text = "كلمات في سطر ليس فيه علامة تنصيص واحدة\n".repeat(100_000);
  expect(findQuotationSpans(text, findTextBlocks(text)).spans).toEqual([]);
});

test("very many marks between letters of another direction", () => {
  const text = `a${".".repeat(600_000)}a.`;
  expect(foreignRuns(text, 0, text.length, "rtl")).toEqual([{ start: 0, end: 600_002 }]);
});

test("very many paragraphs of Markdown are joined", () => {
  const content = "word\n\n".repeat(20_000);
  const body = readMarkdown(content);
  expect(typeof body === "string" ? body : body.blocks.length).toBe(20_000);
});

test("very many names that share a given name, each with its short form", () => {
  const hebrew = "אבגדהולמנרשת";
  const named = parseArticle(
    source(
      "he",
      times(25_000, (at) => `דוד ${word(at, hebrew)} אמר כי השר נסע.\n\n`),
    ),
  );
  expect(named.value.article.entities.length).toBeGreaterThan(1000);
});

test.each([
  ["ar", `قال محمد ${"بن علي ".repeat(20_000)}إن نعم.\n\n${"قال محمد: «نعم نعم نعم». ".repeat(5000)}`],
  ["en", `John ${"Word ".repeat(40_000)}Smith came.\n\n${"Smith said: “Yes, we will.” ".repeat(5000)}`],
])("a name as long as a book is none, and is said nowhere: %s", (lang, text) => {
  const { article } = parseArticle(source(lang, text)).value;
  const names = [
    ...article.entities.map(({ name }) => name),
    ...article.quotes.map(({ speaker }) => speaker?.name ?? ""),
  ];
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(1000);
});

test("very many people of one surname, and the surname alone", () => {
  const text = times(50_000, (at) => `J${word(at, "aeioubdlmnrst")} Smith said that Smith had left.\n\n`);
  expect(parseArticle(source("en", text)).value.article.entities.length).toBeGreaterThan(1000);
});

test("very many Arabic names, weighed by the tagger against what rules propose", () => {
  const text = times(20_000, (at) => `قال محمد ال${word(at, "ابتجدرسعفقلمنوي")} إن الوزير سافر.\n\n`);
  expect(parseArticle(source("ar", text)).value.article.entities.length).toBeGreaterThan(1000);
}, 60_000);

const place = { path: "a.annotations.yml", line: 1, column: 1 };

test("corrections that are found very often are refused in time", () => {
  const text = "محمد ".repeat(100_000);
  const names = Array.from({ length: 1000 }, (_, at) => ({
    type: "Person" as const,
    name: "محمد",
    id: `m${at}`,
    mentions: [],
    place,
  }));
  const { problems } = parseArticle(source("ar", text, { ...noCorrections, names }));
  expect(rulesOf(problems)).toContain("corrections/too-often");
});

test("one correction that is found very often is laid everywhere", () => {
  const text = "غدا ".repeat(90_000);
  const dates = [{ exact: "غدا", prefix: "", suffix: "", value: "2021-01-26", place }];
  expect(parseArticle(source("ar", text, { ...noCorrections, dates })).value.article.dates).toHaveLength(
    90_000,
  );
});

test.each([
  ["a line of --- and spaces", `---${" ".repeat(400_000)}a`],
  ["an opening that never closes", `---\n${"a: b\n".repeat(400_000)}`],
  ["blank lines", `---\n${"\n".repeat(30_000)}---\n`],
])("front matter: %s", (_, text) => {
  expect(readFrontMatter(text, "a.md").problems.filter(({ ruleId }) => ruleId.endsWith("/yaml"))).toEqual([]);
});

test.each([
  ["sequences", `tags: ${"[".repeat(30_000)}`],
  ["mappings", `tags: ${"{a: ".repeat(7000)}`],
  ["sequences of lines", `tags:\n  ${"- ".repeat(15_000)}a`],
  ["keys", "? ".repeat(15_000)],
])(
  "%s within each other are refused in front matter and in side files, for they would end the process",
  (_, yaml) => {
    expect(rulesOf(readFrontMatter(`---\n${yaml}\n---\n\nنص\n`, "a.md").problems)).toEqual([
      "front-matter/too-deep",
    ]);
    expect(rulesOf(readSideFile(yaml, "a.annotations.yml").problems)).toEqual(["corrections/too-deep"]);
  },
);

test.each([
  ["keys", times(200_000, (at) => `k${at}: v\n`)],
  ["tags", "!!a ".repeat(500_000)],
  ["sequences", `tags: ${"[".repeat(1_000_000)}`],
])("front matter with very many %s is refused unread", (_, yaml) => {
  const { problems } = readFrontMatter(`---\n${yaml}\n---\n\nنص\n`, "a.md");
  expect(problems).toMatchObject([{ ruleId: "front-matter/too-large", line: 1, column: 1 }]);
});

test.each([
  ["tags", "!!a ".repeat(7000)],
  ["marks", `title: ${"' ".repeat(14_000)}`],
])("front matter of its greatest length with %s", (_, yaml) => {
  const { problems } = readFrontMatter(`---\n${yaml}\n---\n\nنص\n`, "a.md");
  expect(rulesOf(problems)).toContain("front-matter/yaml");
});
