import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposeNames } from "../../../src/article/find-entities.ts";
import { loadTagger } from "../../../src/article/tagger/name-tagger.ts";
import { readPlainText } from "../../../src/article/text-blocks.ts";
import { foldArabic } from "../../../src/languages/ar/fold.ts";
import { arabicNames } from "../../../src/languages/ar/names.ts";
import { tokenize } from "../../../src/languages/tokens.ts";

function tag(text: string) {
  const tokens = tokenize(text, 0, text.length, foldArabic);
  const { blocks } = readPlainText(text);
  const { proposals } = proposeNames({ text, blocks, spans: [], names: arabicNames(), fold: foldArabic });
  return loadTagger().tag(tokens, text, proposals);
}

function names(text: string): string[] {
  return tag(text).map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);
}

describe("loadTagger", () => {
  test("reads the weights once", () => {
    expect(loadTagger()).toBe(loadTagger());
  });

  test("finds people, places and organizations", () => {
    const text =
      "وقال الرئيس الروسي فلاديمير بوتين في موسكو إن وكالة فرانس برس نقلت الخبر عن الولايات المتحدة.";
    expect(names(text)).toContain("Person: فلاديمير بوتين");
    expect(names(text)).toContain("Place: موسكو");
    expect(names(text)).toContain("Place: الولايات المتحدة");
  });

  test("leaves attached particles out of a name and the article in it", () => {
    expect(names("سافر الوزير إلى سوريا ولبنان ومصر.")).toEqual([
      "Place: سوريا",
      "Place: لبنان",
      "Place: مصر",
    ]);
    const united = "قال الأمين العام للأمم المتحدة إن الوضع خطير.";
    expect(names(united)).toEqual(["Organization: لأمم المتحدة"]);
  });

  test("keeps the first letter of a name that only looks like a particle", () => {
    expect(names("وصل الوزير إلى بغداد قادما من لندن.")).toEqual(["Place: بغداد", "Place: لندن"]);
  });

  test("does not take nationalities or roles for names", () => {
    expect(names("قال الوزير الفرنسي إن الاجتماع كان مفيدا.")).toEqual([]);
  });

  test("reads names with tashkeel and tatweel, with offsets of the text as written", () => {
    const text = "زار الوفد لُبْنانَ ومصـــر.";
    const found = tag(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(["لُبْنانَ", "مصـــر"]);
  });

  test("finds nothing in no words", () => {
    expect(tag("")).toEqual([]);
    expect(tag(" ،.")).toEqual([]);
  });

  test("gives names in order, apart from each other, within the text, with scores between 0 and 1", () => {
    const words = fc.constantFrom(
      "الرئيس",
      "بوتين",
      "ومحمد",
      "في",
      "موسكو",
      "،",
      "\n",
      "«",
      "للأمم",
      "المتحدة",
      "2021",
      "x",
      "ﷺ",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join(" ");
        let end = 0;
        for (const span of tag(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.score).toBeGreaterThanOrEqual(0);
          expect(span.score).toBeLessThanOrEqual(1 + 1e-9);
          end = span.end;
        }
      }),
    );
  });

  test("finds the same names however often it is asked", () => {
    const text = "التقى جو بايدن رئيس الوزراء في بروكسل.";
    expect(tag(text)).toEqual(tag(text));
  });
});
