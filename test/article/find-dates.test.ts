import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateRules } from "../../src/article/date-rules.ts";
import { findDates, readDates } from "../../src/article/find-dates.ts";
import { findTextBlocks } from "../../src/article/text-blocks.ts";
import { type CalendarName, fromCalendar, isoOf, toCalendar } from "../../src/languages/calendar.ts";
import { packFor } from "../../src/languages/packs.ts";
import { DateMention } from "../../src/model/article.ts";

/** The dates of a text as `words = value`; published on a Tuesday. */
function datesOf(lang: string, text: string, published: string | null = "2021-01-26"): string[] {
  const pack = packFor(lang);
  if (pack === undefined) throw new Error(`no pack for ${lang}`);
  const found = findDates({
    text,
    blocks: findTextBlocks(text),
    published,
    dates: pack.dates,
    fold: pack.fold,
  });
  for (const date of found) expect(text.slice(date.start, date.end)).toBe(date.text);
  return found.map((date) => `${date.text} = ${date.value}`);
}

describe.each(["ar", "en", "fa", "he", "tr", "ur"])("the dates of sentences in %s", (lang) => {
  const lines = readFileSync(new URL(`../fixtures/dates/${lang}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  test.each(lines)("%s", (line) => {
    const marks = [...line.matchAll(/\[\[([^|]+)\|([\d-]+)\]\]/gu)];
    const text = line.replace(/\[\[([^|]+)\|[\d-]+\]\]/gu, "$1");
    expect(datesOf(lang, text)).toEqual(marks.map(([, words, value]) => `${words} = ${value}`));
  });
});

describe("each rule finds its example", () => {
  test.each(dateRules.map((rule) => [rule.id, rule.example] as const))("%s", (id, { lang, text, found }) => {
    const pack = packFor(lang);
    if (pack === undefined) throw new Error(`no pack for ${lang}`);
    const blocks = findTextBlocks(text);
    const dates = readDates({ text, blocks, published: "2021-01-26", dates: pack.dates, fold: pack.fold });
    expect(dates.map((date) => [date.text, date.value, date.rule])).toEqual(
      found.map(([words, value]) => [words, value, id]),
    );
  });

  test("and has an id of its own", () => {
    expect(new Set(dateRules.map(({ id }) => id)).size).toBe(dateRules.length);
  });
});

describe("Arabic", () => {
  test.each<[string, string[]]>([
    ["أجرى الرئيسان، اليوم الثلاثاء، مكالمة.", ["اليوم الثلاثاء = 2021-01-26"]],
    ["قال في تصريحات، أمس الاثنين، إنه مستعد.", ["أمس الاثنين = 2021-01-25"]],
    ["ووقعت المعاهدة في 2010، ونصت على الخفض.", ["2010 = 2010"]],
    ["وُلد عام ١٩٧٥ في حلب.", ["١٩٧٥ = 1975"]],
    ["وصل أول أمس وعاد اليوم.", ["أول أمس = 2021-01-24", "اليوم = 2021-01-26"]],
    ["يسافر غداً إلى جدة وبعد غد إلى مكة.", ["غداً = 2021-01-27", "بعد غد = 2021-01-28"]],
    ["قال الوزير الأحد إن الأزمة انتهت.", ["الأحد = 2021-01-24"]],
    ["أعلنت الشركة الثلاثاء نتائجها.", ["الثلاثاء = 2021-01-26"]],
    ["سيعقد المؤتمر الخميس في تونس.", ["الخميس = 2021-01-28"]],
    ["الخميس المقبل يبدأ المعرض.", ["الخميس المقبل = 2021-01-28"]],
    ["اجتمعوا الثلاثاء الماضي.", ["الثلاثاء الماضي = 2021-01-19"]],
    [
      "مساء الجمعة الماضية، وليوم السبت المقبل.",
      ["الجمعة الماضية = 2021-01-22", "السبت المقبل = 2021-01-30"],
    ],
    ["في 15 كانون الثاني/يناير 2020.", ["15 كانون الثاني/يناير 2020 = 2020-01-15"]],
    ["يوم الثلاثاء 26 يناير 2021 في موسكو", ["الثلاثاء 26 يناير 2021 = 2021-01-26"]],
    ["الأربعاء، 3 مارس/آذار 2021", ["الأربعاء، 3 مارس/آذار 2021 = 2021-03-03"]],
    ["في الخامس والعشرين، ثم في 25 جانفي الماضي.", ["25 جانفي الماضي = 2021-01-25"]],
    ["منذ 20 ديسمبر بدأت الحملة.", ["20 ديسمبر = 2020-12-20"]],
    ["ستبدأ الحملة في 5 فبراير.", ["5 فبراير = 2021-02-05"]],
    ["في فبراير المقبل وفي ديسمبر الماضي.", ["فبراير المقبل = 2021-02", "ديسمبر الماضي = 2020-12"]],
    ["خلال آذار 2019.", ["آذار 2019 = 2019-03"]],
    [
      "15 رمضان 1442هـ الموافق 27 أبريل 2021م",
      ["15 رمضان 1442هـ = 2021-04-27", "27 أبريل 2021م = 2021-04-27"],
    ],
    [
      "بتاريخ 26/1/2021 و2020-12-31 و١٥/٠٣/٢٠٢١",
      ["26/1/2021 = 2021-01-26", "2020-12-31 = 2020-12-31", "١٥/٠٣/٢٠٢١ = 2021-03-15"],
    ],
    ["لـ5 سنوات، والأسبوع الماضي والأيام الماضية.", []],
    ["شارك 2010 جنود وفاز بنتيجة 3-1 والهاتف 0100-2021.", []],
    ["بيعت 2500 نسخة وبلغ السعر 1999 ديناراً.", []],
    ["افتُتح المتحف (2012) ثم أُغلق.", ["2012 = 2012"]],
  ])("%s", (text, expected) => {
    expect(datesOf("ar", text)).toEqual(expected);
  });

  test("without a day of publication only dates that need none have a value", () => {
    expect(datesOf("ar", "وصل أمس الاثنين في 5 مايو، وكان هنا في 5 مايو 2019.", null)).toEqual([
      "5 مايو 2019 = 2019-05-05",
    ]);
  });
});

describe("English", () => {
  test.each<[string, string[]]>([
    ["He spoke on Monday.", ["Monday = 2021-01-25"]],
    ["The fair will open on Friday.", ["Friday = 2021-01-29"]],
    [
      "It closed last Tuesday and reopens next Thursday.",
      ["last Tuesday = 2021-01-19", "next Thursday = 2021-01-28"],
    ],
    ["Today's vote, yesterday's debate.", ["Today = 2021-01-26", "yesterday = 2021-01-25"]],
    ["On January 26, 2021 and 3 March 2020.", ["January 26, 2021 = 2021-01-26", "3 March 2020 = 2020-03-03"]],
    ["On the 4th of July 2019.", ["4th of July 2019 = 2019-07-04"]],
    ["Since 2015, and in May 2018.", ["2015 = 2015", "May 2018 = 2018-05"]],
    ["He may march in 30 days.", []],
    ["On Dec. 20 it rained.", ["Dec. 20 = 2020-12-20"]],
    ["They met Sunday, January 24.", ["Sunday, January 24 = 2021-01-24"]],
  ])("%s", (text, expected) => {
    expect(datesOf("en", text)).toEqual(expected);
  });
});

describe("Persian, Hebrew and Urdu", () => {
  test.each<[string, string, string[]]>([
    ["fa", "روز دوشنبه گذشته در تهران", ["دوشنبه گذشته = 2021-01-25"]],
    ["fa", "امروز سه‌شنبه ۷ بهمن ۱۳۹۹ برگزار شد.", ["امروز سه‌شنبه ۷ بهمن ۱۳۹۹ = 2021-01-26"]],
    ["fa", "در سال ۱۳۹۸ آغاز شد.", ["۱۳۹۸ = 2019"]],
    ["he", "אתמול, ב-25 בינואר 2021, בירושלים", ["אתמול = 2021-01-25", "25 בינואר 2021 = 2021-01-25"]],
    ["he", "ביום שני נפתחה התערוכה.", ["יום שני = 2021-01-25"]],
    [
      "ur",
      "گزشتہ پیر کو لاہور میں، 25 جنوری 2021 کے دن",
      ["گزشتہ پیر = 2021-01-25", "25 جنوری 2021 = 2021-01-25"],
    ],
  ])("%s %s", (lang, text, expected) => {
    expect(datesOf(lang, text)).toEqual(expected);
  });
});

test.each<CalendarName>(["gregory", "islamic-umalqura", "persian", "hebrew"])(
  "a day of the calendar %s and its Gregorian day lead to each other",
  (calendar) => {
    const from = Date.parse("1900-01-01") / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: from, max: from + 60_000 }), (days) => {
        const iso = isoOf(days);
        expect(fromCalendar(toCalendar(iso, calendar), calendar)).toBe(iso);
      }),
      { numRuns: 50 },
    );
  },
);

test("a calendar's day that is none has no Gregorian day", () => {
  expect(fromCalendar({ year: 1442, month: 9, day: 31 }, "islamic-umalqura")).toBeNull();
});

describe("whatever a text says", () => {
  const pieces: Record<string, string[]> = {
    ar: [
      "اليوم",
      "أمس",
      "الثلاثاء",
      "26",
      "٣١",
      "فبراير",
      "2021",
      "الماضي",
      "من",
      "إلى",
      "و2019",
      "هـ",
      "رمضان",
      "الخامس والعشرين",
      "الشهر الجاري",
      "عام",
    ],
    en: [
      "today",
      "Tuesday",
      "26th",
      "31",
      "February",
      "2021",
      "last",
      "of",
      "to",
      "May",
      "may",
      "last year",
      "Dec.",
      "'s",
    ],
    fa: ["امروز", "سه‌شنبه", "۳۱", "بهمن", "۱۳۹۹", "گذشته", "تا", "سال", "۵۷", "یکم"],
    he: ["היום", "יום ג'", "31", "בפברואר", "2021", "שעבר", 'י"ג', "בשבט", 'תשפ"א', "(26.1)", "שבת"],
    ur: ["آج", "منگل", "کو", "31", "فروری", "2021ء", "گزشتہ", "سال", "کل", "میں", "یکم"],
  };
  const glue = [" ", " ", " ", "، ", ". ", "/", "-", "(", ")", "\n", "«", "»"];

  test.each(Object.keys(pieces))(
    "dates lie in order in the text, and each value is a real one: %s",
    (lang) => {
      const pack = packFor(lang);
      if (pack === undefined) throw new Error(`no pack for ${lang}`);
      const piece = fc.tuple(fc.constantFrom(...(pieces[lang] ?? [])), fc.constantFrom(...glue));
      fc.assert(
        fc.property(
          fc.array(piece, { maxLength: 25 }),
          fc.constantFrom("2021-01-26", "2024-02-29", null),
          (parts, published) => {
            const text = parts.flat().join("");
            let from = 0;
            for (const date of findDates({
              text,
              blocks: findTextBlocks(text),
              published,
              dates: pack.dates,
              fold: pack.fold,
            })) {
              expect(date.start).toBeGreaterThanOrEqual(from);
              expect(date.end).toBeGreaterThan(date.start);
              expect(text.slice(date.start, date.end)).toBe(date.text);
              expect(date.text.trim()).toBe(date.text);
              expect(DateMention.parse(date)).toEqual(date);
              const day = `${date.value}-01-01`.slice(0, 10);
              expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
              from = date.end;
            }
          },
        ),
        { numRuns: 200 },
      );
    },
  );
});
