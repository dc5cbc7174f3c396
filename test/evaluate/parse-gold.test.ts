import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GoldArticle, parseGold } from "../../scripts/evaluate/parse-gold.ts";

const front = `---
lang: ar
published: 2021-01-26
people:
  peskov: [دميتري بيسكوف, بيسكوف]
organizations:
  kremlin: الكرملين
speakers:
  source: [مصدر, kremlin]
---
`;

function read(body: string): GoldArticle {
  const { value, problems } = parseGold(front + body, "a.gold.txt");
  expect(problems.filter(({ reason }) => !reason.includes("never used"))).toEqual([]);
  if (value === null) throw new Error("no article");
  return value;
}

function reasons(file: string): string[] {
  return parseGold(file, "a.gold.txt").problems.map(
    ({ line, column, reason }) => `${line}:${column} ${reason}`,
  );
}

describe("parseGold", () => {
  it("gives the text back without its marks", () => {
    const article = read(
      "# رد [[الكرملين|kremlin]]\n\nقال و[[بيسكوف|peskov]]: «{{peskov|لا [[اليوم|2021-01-26]]}}».\n",
    );
    expect(article.text).toBe("رد الكرملين\n\nقال وبيسكوف: «لا اليوم».\n");
    expect(article.headings).toEqual([{ start: 0, end: 11, text: "رد الكرملين" }]);
    expect(article.dates).toEqual([{ start: 30, end: 35, text: "اليوم", value: "2021-01-26" }]);
  });

  it("gives every mark the range of its words", () => {
    const { text, entities, quotes } = read(
      "[[بيسكوف|peskov]] “{{peskov|أ “{{term|[[الكرملين|kremlin]]}}” ب}}” “{{?|ج}}” “{{source|د}}”",
    );
    for (const range of [...quotes, ...entities.flatMap(({ mentions }) => mentions)]) {
      expect(text.slice(range.start, range.end)).toBe(range.text);
    }
    expect(entities.map(({ key, type }) => [key, type])).toEqual([
      ["peskov", "Person"],
      ["kremlin", "Organization"],
    ]);
    expect(quotes.map((quote) => [quote.text, quote.kind === "term" ? "term" : quote.speaker])).toEqual([
      ["أ “الكرملين” ب", { entity: "peskov", names: ["دميتري بيسكوف", "بيسكوف"] }],
      ["الكرملين", "term"],
      ["ج", null],
      ["د", { entity: "kremlin", names: ["مصدر", "الكرملين"] }],
    ]);
  });

  it("lets a quote run over paragraphs and a single bar or brace be text", () => {
    const { text, quotes } = read("“{{?|أ\n\nب}}” 1 | 2 {x} [y]");
    expect(text).toBe("“أ\n\nب” 1 | 2 {x} [y]");
    expect(quotes[0]?.text).toBe("أ\n\nب");
  });

  it("says where a mark is wrong", () => {
    expect(reasons(`${front}[[بيسكوف|peskov]] [[x|nobody]]`)).toContain(
      '11:19 "nobody" is neither declared nor a date',
    );
    expect(reasons(`${front}{{nobody|x}}`)).toContain('11:1 "nobody" is no declared speaker');
    expect(reasons(`${front}a\n“{{?|x”`)).toContain("12:2 a quote is never closed");
    expect(reasons(`${front}a }} b`)).toContain("11:3 }} closes nothing here");
    expect(reasons(front)).toContain('11:1 "peskov" is declared and never used');
  });

  it("refuses a file without good front matter", () => {
    expect(parseGold("text", "a").value).toBeNull();
    expect(reasons("---\nlang: ar\n---\ntext").join()).toContain("published");
    expect(reasons("---\nlang: ar\npublished: 2021-01-26\ncolour: red\n---\n").join()).toContain("colour");
  });

  it("restores any text that holds no mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!/\[\[|\]\]|\{\{|\}\}|^# /mu.test(text));
        expect(read(text).text).toBe(text);
      }),
    );
  });
});
