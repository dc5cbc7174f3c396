import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldArabic } from "../../src/languages/ar/fold.ts";
import { searchForms, splitName, stripArticle } from "../../src/languages/ar/search.ts";
import {
  containsPhrase,
  findableForms,
  foldForSearch,
  indexedForms,
  parseQuery,
} from "../../src/languages/search-words.ts";

const prefixes = [
  "ال",
  "وال",
  "فال",
  "بال",
  "كال",
  "وبال",
  "فكال",
  "لل",
  "ولل",
  "فلل",
  "و",
  "ف",
  "ب",
  "ل",
  "ك",
  "وب",
  "فل",
];
const words = ["حكومة", "وزير", "بلد", "كتاب", "فرنسا", "لبنان", "مدرسة", "شؤون"].map(foldArabic);

describe("the forms of an Arabic word", () => {
  test.each(words)("have %s, whatever is attached to it", (word) => {
    for (const prefix of prefixes) expect(searchForms(prefix + word), prefix).toContain(word);
  });

  test("leave a word of three letters", () => {
    expect(searchForms("ولد")).toEqual(["ولد"]);
    expect(searchForms("فيل")).toEqual(["فيل"]);
    expect(stripArticle("الحج")).toBe("الحج");
    expect(stripArticle("الله")).toBe("الله");
  });

  test("hold what a query makes of any of them, so that a stripped word still meets them", () => {
    const letters = fc.constantFrom(..."ابتحدرسعفكلمنهوي");
    const word = fc.string({ unit: letters, minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(word, (folded) => {
        const forms = searchForms(folded);
        expect(forms[0]).toBe(folded);
        for (const form of forms) expect(forms).toContain(stripArticle(form));
      }),
    );
  });

  test("know a name that is written as one word", () => {
    expect(splitName("عبدالله")).toEqual(["عبد", "الله"]);
    expect(splitName("ابوظبي")).toEqual(["ابو", "ظبي"]);
    expect(splitName("ابواب")).toBeNull();
  });
});

describe("a query", () => {
  test.each([
    ["الحكومة", "حكومه"],
    ["والحكومة", "حكومه"],
    ["وبالحكومة", "حكومه"],
    ["للوزير", "وزير"],
    ["وللوزير", "وزير"],
    ["وزير", "وزير"],
    ["بلد", "بلد"],
    ["كتاب", "كتاب"],
    ["فرنسا", "فرنسا"],
    ["لبنان", "لبنان"],
    ["بحكومة", "بحكومه"],
    ["٢٠٢٤", "2024"],
    ["Résumé", "resume"],
    ["שָׁלוֹם", "שלום"],
  ])("looks for %s as %s", (typed, form) => {
    expect(parseQuery(typed).words.map((word) => word.form)).toEqual([form]);
  });

  test("has looser forms to try for a particle that may be a word's own letter", () => {
    expect(parseQuery("ولوزير").words[0]?.looser).toContain("وزير");
    expect(parseQuery("government").words[0]?.looser).toEqual([]);
  });

  test("keeps together what stands in quotation marks", () => {
    expect(parseQuery("«مجلس الأمن» دولي").phrases).toEqual([["مجلس", "امن"]]);
    expect(parseQuery(`"مجلس"`).phrases).toEqual([]);
    expect(containsPhrase("قرار ومجلس الأمن الدولي", ["مجلس", "امن"])).toBe(true);
    expect(containsPhrase("الأمن في مجلس", ["مجلس", "امن"])).toBe(false);
  });
});

describe("the forms that a text is found by", () => {
  test("stand where the word stands in the text, with its marks", () => {
    const text = "قال: والحُكومَة";
    const found = findableForms(text).find(({ form }) => form === "حكومه");
    expect(text.slice(found?.start, found?.end)).toBe("والحُكومَة");
  });

  test("join a name that is written apart, over both its words", () => {
    const text = "زار لعبد الله";
    const found = findableForms(text).find(({ form }) => form === "عبدالله");
    expect(text.slice(found?.start, found?.end)).toBe("لعبد الله");
    expect(findableForms("عبد. الله").some(({ form }) => form === "عبدالله")).toBe(false);
  });

  test("are indexed as often as the text has them, without those that no query asks for", () => {
    expect(indexedForms("وزير الحكومة، وزير")).toEqual(["وزير", "زير", "حكومه", "وزير", "زير"]);
    expect(indexedForms("Plain words")).toEqual(["plain", "words"]);
  });

  test("are those that can be found, but for those that no query asks for", () => {
    const words = fc.array(
      fc.constantFrom("عبد", "الله", "لعبد", "والحكومة", "ابن", "سينا", "Weimar", ".", "۱۲"),
    );
    fc.assert(
      fc.property(words, fc.string({ unit: "grapheme" }), (some, others) => {
        const text = `${some.join(" ")} ${others}`;
        const findable = findableForms(text).map(({ form }) => form);
        expect(indexedForms(text)).toEqual(findable.filter((form) => stripArticle(form) === form));
      }),
    );
  });

  test("are indexed wherever a query may ask for one", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."البكلوفحمةىأ") });
    fc.assert(
      fc.property(letters, (word) => {
        const indexed = new Set(indexedForms(word));
        const findable = new Set(findableForms(word).map(({ form }) => form));
        for (const { form, looser } of parseQuery(word).words)
          expect([form, ...looser].some((one) => findable.has(one))).toBe(
            [form, ...looser].some((one) => indexed.has(one)),
          );
        for (const form of findable) expect(indexed.has(stripArticle(form))).toBe(true);
      }),
    );
  });

  test("are none for a sign that folding leaves nothing of", () => {
    expect(findableForms("\ufcf2")).toEqual([]);
    expect(parseQuery("\ufcf2 قمر").words.map(({ form }) => form)).toEqual(["قمر"]);
  });

  test("have offsets inside the text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const { start, end, form } of findableForms(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(form).not.toBe("");
        }
      }),
    );
  });
});

test("folding for search is done once and for all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (word) => {
      expect(foldForSearch(foldForSearch(word))).toBe(foldForSearch(word));
    }),
  );
});
