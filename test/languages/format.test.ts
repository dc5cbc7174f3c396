import { describe, expect, test } from "vitest";
import { createFormatter } from "../../src/languages/format.ts";
import { uiFor } from "../../src/languages/interfaces.ts";

describe("dates", () => {
  test.each([
    ["ar", "2021-01-26", "26 يناير 2021"],
    ["ar-LB", "2021-01", "كانون الثاني ٢٠٢١"],
    ["ar-EG", "2021", "٢٠٢١"],
    ["fa", "2021-01-26", "۲۶ ژانویهٔ ۲۰۲۱"],
    ["he", "2021-01-26", "26 בינואר 2021"],
    ["ur", "2021-01", "جنوری 2021"],
    ["en", "2021-01-26", "January 26, 2021"],
    ["en", "0099-12-31", "December 31, 99"],
    ["en", "last week", "last week"],
  ])("in %s, %s is %s", (lang, iso, shown) => {
    expect(createFormatter(lang).date(iso)).toBe(shown);
  });
});

describe("what an editor chooses", () => {
  test.each([
    ["ar", { months: "levantine" }, "26 كانون الثاني 2021"],
    ["ar", { months: "maghrebi" }, "26 جانفي 2021"],
    ["ar-LB", { months: "egyptian", digits: "latn" }, "26 يناير 2021"],
    ["ar", { digits: "arab" }, "٢٦ يناير ٢٠٢١"],
    ["en", { months: "levantine" }, "January 26, 2021"],
  ] as const)("in %s, with %j", (lang, writing, shown) => {
    expect(createFormatter(lang, writing).date("2021-01-26")).toBe(shown);
  });

  test.each([
    ["ar", "islamic-umalqura", "13 جمادى الآخرة 1442 هـ"],
    ["fa", "persian", "۷ بهمن ۱۳۹۹"],
    ["he", "hebrew", "13 בשבט ה׳תשפ״א"],
  ] as const)("in %s, the day in %s", (lang, calendar, shown) => {
    const { otherCalendar } = createFormatter(lang, { calendar });
    expect(otherCalendar("2021-01-26")?.replace("5781", "ה׳תשפ״א")).toBe(shown);
    expect(otherCalendar("2021-01")).toBeNull();
    expect(createFormatter(lang).otherCalendar("2021-01-26")).toBeNull();
  });
});

describe("counts", () => {
  test.each([
    ["ar", 0, "لا مواد"],
    ["ar", 1, "مادة واحدة"],
    ["ar", 2, "مادتان"],
    ["ar", 3, "3 مواد"],
    ["ar", 11, "11 مادة"],
    ["ar", 100, "100 مادة"],
    ["ar-EG", 5, "٥ مواد"],
    ["fa", 12, "۱۲ مطلب"],
    ["he", 2, "שתי כתבות"],
    ["ur", 1, "ایک تحریر"],
    ["en", 1, "1 article"],
    ["en", 1200, "1,200 articles"],
  ])("in %s, %d articles: %s", (lang, value, shown) => {
    expect(createFormatter(lang).count(uiFor(lang).ui.counts.articles, value)).toBe(shown);
  });
});

test("Arabic has all six forms of everything that is counted", () => {
  const forms = Object.values(uiFor("ar").ui.counts).map((one) => Object.keys(one).sort());
  for (const keys of forms) expect(keys).toEqual(["few", "many", "one", "other", "two", "zero"]);
});

test("a language without a translation gets English, and says so", () => {
  expect(uiFor("de").lang).toBe("en");
  expect(uiFor("ar-EG").lang).toBe("ar-EG");
});
