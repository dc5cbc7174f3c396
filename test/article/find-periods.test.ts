import { readFileSync } from "node:fs";
import { parse as parseEdtf } from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDates } from "../../src/article/find-dates.ts";
import { type FoundPeriod, findPeriods, readPeriods } from "../../src/article/find-periods.ts";
import { periodRules } from "../../src/article/period-rules.ts";
import { findTextBlocks } from "../../src/article/text-blocks.ts";
import { packFor } from "../../src/languages/packs.ts";
import { PeriodMention } from "../../src/model/article.ts";

const languages = ["ar", "en", "fa", "he", "tr", "ur"] as const;

/** The periods of a text; published on a Tuesday. */
function periodsOf(lang: string, text: string, published: string | null = "2021-01-26"): FoundPeriod[] {
  const pack = packFor(lang);
  if (pack === undefined) throw new Error(`no pack for ${lang}`);
  const input = { text, blocks: findTextBlocks(text), published, dates: pack.dates, fold: pack.fold };
  return readPeriods({ ...input, known: readDates(input) });
}

function shown(lang: string, text: string, published?: string | null): string[] {
  return periodsOf(lang, text, published).map((period) => `${period.text} = ${period.edtf}`);
}

function fixture(lang: string): string[] {
  return readFileSync(new URL(`../fixtures/periods/${lang}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

const mark = /\[\[([^|\]]+)\|([^\]]+)\]\]/gu;

describe.each(languages)("the periods of sentences in %s", (lang) => {
  test.each(fixture(lang))("%s", (line) => {
    const marks = [...line.matchAll(mark)].map(([, words, value]) => `${words} = ${value}`);
    const text = line.replace(mark, "$1");
    expect(shown(lang, text)).toEqual(marks);
    // A library that others maintain reads each of them.
    for (const period of periodsOf(lang, text)) expect(() => parseEdtf(period.edtf)).not.toThrow();
  });
});

describe("each rule finds its example", () => {
  test.each(periodRules.map((rule) => [rule.id, rule.example] as const))(
    "%s",
    (id, { lang, text, found }) => {
      expect(periodsOf(lang, text).map((period) => [period.text, period.edtf, period.rule])).toEqual([
        [...found, id],
      ]);
    },
  );

  test("and has an id of its own", () => {
    expect(new Set(periodRules.map(({ id }) => id)).size).toBe(periodRules.length);
  });
});

test("without a day of publication only periods that need none are told", () => {
  expect(shown("ar", "قبل شهرين وفي الأسبوع الماضي والقرن الماضي وفي صيف 2019.", null)).toEqual([
    "صيف 2019 = 2019-22",
  ]);
});

test("a count, an age and a place are no periods", () => {
  expect(shown("ar", "من باريس إلى لندن، بين 20 و30 شخصا، قبل الظهر، الربع الأول من المباراة.")).toEqual([]);
  expect(
    shown("en", "He fell in his sixties, in the 90s by day, after 20 to 30 people left the third quarter."),
  ).toEqual([]);
});

test("a date by itself is no period, and stays a date inside of one", () => {
  const text = "في 5 مايو 2020، ومنذ عام 2011.";
  const pack = packFor("ar");
  if (pack === undefined) throw new Error("no pack for ar");
  const input = { text, blocks: findTextBlocks(text), published: null, dates: pack.dates, fold: pack.fold };
  const known = readDates(input);
  expect(known.map(({ value }) => value)).toEqual(["2020-05-05", "2011"]);
  expect(findPeriods({ ...input, known }).map(({ text: words }) => words)).toEqual(["منذ عام 2011"]);
});

describe("whatever the text", () => {
  const pieces = languages.flatMap((lang) =>
    fixture(lang)
      .flatMap((line) => line.replace(mark, "$1").split(/\s+/u))
      .concat(["1990", "٢٠٢٠", "3", "–", "-", "/", "،", ".", "\n", "'"])
      .map((word) => [lang, word] as const),
  );
  const texts = fc.constantFrom(...languages).chain((lang) =>
    fc
      .array(fc.constantFrom(...pieces.filter(([tag]) => tag === lang).map(([, word]) => word)), {
        maxLength: 40,
      })
      .map((words) => [lang, words.join(" ")] as const),
  );

  test("periods slice to their text, come in order, overlap nowhere and are valid EDTF, the same each time", () => {
    fc.assert(
      fc.property(texts, ([lang, text]) => {
        const found = periodsOf(lang, text);
        let end = 0;
        for (const period of found) {
          expect(text.slice(period.start, period.end)).toBe(period.text);
          expect(period.start).toBeGreaterThanOrEqual(end);
          expect(period.end).toBeGreaterThan(period.start);
          PeriodMention.omit({ provenance: true }).parse(period);
          expect(() => parseEdtf(period.edtf)).not.toThrow();
          end = period.end;
        }
        expect(periodsOf(lang, text)).toEqual(found);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ["ar", "منذ مطلع "],
    ["ar", "من عام "],
    ["ar", "من عام 2015 إلى "],
    ["ar", "الربع الأول من "],
    ["en", "from early the 1990s to "],
    ["en", "2015-"],
    ["ur", "2015 سے "],
  ])("a run of words of dates ends in time that goes with its length: %s, %s", (lang, words) => {
    // In the square of its length this would take minutes, and the test would run out of time.
    const text = words.repeat(Math.ceil(500_000 / words.length));
    expect(() => periodsOf(lang, text)).not.toThrow();
  });
});
