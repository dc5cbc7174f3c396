import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { Article, type EntityType, type TextRange } from "../../src/model/article.ts";
import { readSeeds } from "../../src/seeds/read-seeds.ts";
import { readSource } from "../../src/seeds/read-source.ts";

/*
 * The archive's own first article: a wire text without a title or markup, two headings, quotes in “ ”.
 */

let article: Article;

beforeAll(async () => {
  const { value: seeds } = await readSeeds("seeds");
  const entry = seeds.entries.find(({ path }) => path === "putin-biden-first-call.txt");
  if (entry === undefined) throw new Error("the seed is not listed");
  const { value: source, problems } = await readSource("seeds", entry, seeds.site);
  expect(problems).toEqual([]);
  if (source === null) throw new Error("the seed was not read");
  article = parseArticle(source).value.article;
});

/** The quote whose range with its marks is given. */
function quoteAt(start: number, end: number) {
  return article.quotes.find((quote) => quote.start === start + 1 && quote.end === end - 1);
}

function entityWith(type: EntityType, mention: string) {
  return article.entities.filter(
    (entity) =>
      entity.type === type && [entity.name, ...entity.mentions.map(({ text }) => text)].includes(mention),
  );
}

test("the text is the file's, character for character", async () => {
  expect(article.text).toBe(await readFile("seeds/putin-biden-first-call.txt", "utf8"));
  expect(article.sha256).toBe("dc732b3c135c8e96f31e90efbbeb7dbb185fa924f0cf74362df06633af3c5e87");
});

test("it is a well-formed Article", () => {
  expect(Article.parse(article)).toEqual(article);
  expect(article).toMatchObject({
    id: "putin-biden-first-call",
    lang: "ar",
    dir: "rtl",
    published: "2021-01-26",
  });
});

test("two headings and no other, 16 paragraphs", () => {
  expect(article.sections.map(({ heading }) => heading?.text ?? null)).toEqual([
    null,
    "نافالني وأوكرانيا",
    "توتر واتهامات",
  ]);
  expect(article.sections.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(16);
});

test("11 quoted spans", () => {
  expect(article.quotes).toHaveLength(11);
});

test.each(["فرانس برس", "ستارت", "العدوان"])("“%s” is a term", (text) => {
  expect(article.quotes.find((quote) => quote.text === text)).toMatchObject({ kind: "term", speaker: null });
});

test.each([
  [315, 466, ["الكرملين"]],
  [603, 644, ["الكرملين"]],
  [1029, 1085, ["البيت الأبيض", "جو بايدن"]],
  [1892, 1945, ["سفارة الولايات المتحدة في موسكو"]],
  [2138, 2266, ["دميتري بيسكوف"]],
  [2278, 2343, ["دميتري بيسكوف"]],
  [2355, 2464, ["دميتري بيسكوف"]],
  [2500, 2602, ["دميتري بيسكوف"]],
])("the speech at %i–%i is by %s", (start, end, names) => {
  const quote = quoteAt(start, end);
  expect(quote?.kind).toBe("speech");
  expect(names).toContain(quote?.speaker?.name);
  expect(article.entities.find(({ id }) => id === quote?.speaker?.entity)?.name).toBe(quote?.speaker?.name);
});

test.each<[EntityType, string, number]>([
  ["Person", "فلاديمير بوتين", 4],
  ["Person", "جو بايدن", 7],
  ["Person", "أليكسي نافالني", 4],
  ["Person", "دونالد ترامب", 1],
  ["Person", "دميتري بيسكوف", 1],
  ["Place", "روسيا", 7],
  ["Place", "الولايات المتحدة", 5],
  ["Place", "موسكو", 4],
  ["Place", "واشنطن", 4],
  ["Place", "أوكرانيا", 2],
  ["Organization", "الكرملين", 2],
  ["Organization", "البيت الأبيض", 2],
  ["Organization", "فرانس برس", 1],
  ["Organization", "سفارة الولايات المتحدة في موسكو", 1],
  ["Organization", "الخارجية الأمريكية", 1],
])("%s %s is one entity over at least %i mentions", (type, name, least) => {
  const found = entityWith(type, name);
  expect(found).toHaveLength(1);
  expect(found[0]?.mentions.length).toBeGreaterThanOrEqual(least);
});

test("the treaty is a thing", () => {
  const treaty = article.entities.find(({ mentions }) => mentions.some(({ text }) => text.includes("ستارت")));
  expect(treaty?.type).toMatch(/^(Thing|Event)$/);
});

test("adjectives of nationality and roles alone are no entities", () => {
  const mentions = article.entities.flatMap((entity) => entity.mentions.map(({ text }) => text));
  for (const word of [
    "الروسي",
    "الأمريكي",
    "الأمريكية",
    "الرئيسان",
    "الرئيس",
    "الرئيس الأمريكي",
    "المتحدث الروسي",
    "المعارض",
  ]) {
    expect(mentions).not.toContain(word);
  }
});

test.each([
  ["اليوم الثلاثاء", "2021-01-26"],
  ["أمس الاثنين", "2021-01-25"],
  ["2010", "2010"],
])("«%s» is %s", (text, value) => {
  expect(article.dates.find((date) => date.text === text)?.value).toBe(value);
});

test("every range slices to its text", () => {
  const ranges: TextRange[] = [
    ...article.sections.flatMap(({ heading }) => heading ?? []),
    ...article.quotes,
    ...article.entities.flatMap(({ mentions }) => mentions),
    ...article.dates,
  ];
  for (const { start, end, text } of ranges) expect(article.text.slice(start, end)).toBe(text);
});
