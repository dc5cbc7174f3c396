import { readDay, readWeekday } from "./date-day.ts";
import type { SenseKind } from "./date-lexicon.ts";
import {
  readDayAndMonth,
  readDayOfThisMonth,
  readDaysOfOneMonth,
  readMonth,
  readToldMonthOrYear,
} from "./date-month.ts";
import { readNumericDate } from "./date-numeric.ts";
import type { DateReader, Reading } from "./date-reader.ts";
import { readYear } from "./date-year.ts";

/** A way in which a text tells a date. */
export interface DateRule {
  id: string;
  /** A sentence of 26 January 2021, a Tuesday, and what the rule finds in it. */
  example: { lang: string; text: string; found: readonly (readonly [words: string, value: string])[] };
  /** The words that one may begin with, and whether a number may: no other is tried. */
  begins: readonly SenseKind[];
  number: boolean;
  /** The dates that begin at a word; most often one or none. */
  read: (reader: DateReader, at: number) => Reading[];
}

/** The first that finds anything at a word is the one that counts. */
export const dateRules: readonly DateRule[] = [
  {
    id: "date/numeric",
    begins: [],
    number: true,
    example: {
      lang: "ar",
      text: "بتاريخ 26/1/2021",
      found: [["26/1/2021", "2021-01-26"]],
    },
    read: (reader, at) => one(readNumericDate(reader, at)),
  },
  {
    id: "date/day-told-from-today",
    begins: ["day", "tensed-day"],
    number: false,
    example: {
      lang: "ar",
      text: "وصل أمس الاثنين.",
      found: [["أمس الاثنين", "2021-01-25"]],
    },
    read: readDay,
  },
  {
    id: "date/weekday",
    begins: ["weekday", "shift"],
    number: false,
    example: {
      lang: "ar",
      text: "يبدأ المعرض الخميس المقبل.",
      found: [["الخميس المقبل", "2021-01-28"]],
    },
    read: readWeekday,
  },
  {
    id: "date/days-of-one-month",
    begins: ["ordinal"],
    number: true,
    example: {
      lang: "ar",
      text: "من 3 إلى 5 مايو 2020",
      found: [
        ["3", "2020-05-03"],
        ["5 مايو 2020", "2020-05-05"],
      ],
    },
    read: readDaysOfOneMonth,
  },
  {
    id: "date/day-and-month",
    begins: ["ordinal", "month", "shift"],
    number: true,
    example: {
      lang: "ar",
      text: "في 15 كانون الثاني/يناير 2020",
      found: [["15 كانون الثاني/يناير 2020", "2020-01-15"]],
    },
    read: readDayAndMonth,
  },
  {
    id: "date/day-of-this-month",
    begins: ["ordinal"],
    number: true,
    example: {
      lang: "ar",
      text: "في 15 من الشهر الجاري",
      found: [["15 من الشهر الجاري", "2021-01-15"]],
    },
    read: readDayOfThisMonth,
  },
  {
    id: "date/month",
    begins: ["month", "shift"],
    number: false,
    example: {
      lang: "ar",
      text: "منذ ديسمبر الماضي",
      found: [["ديسمبر الماضي", "2020-12"]],
    },
    read: readMonth,
  },
  {
    id: "date/told-month-or-year",
    begins: ["the-month", "year"],
    number: false,
    example: {
      lang: "ar",
      text: "ارتفعت الأسعار العام الماضي.",
      found: [["العام الماضي", "2020"]],
    },
    read: readToldMonthOrYear,
  },
  {
    id: "date/year",
    begins: [],
    number: true,
    example: {
      lang: "ar",
      text: "بين عامي 2015 و2019",
      found: [
        ["2015", "2015"],
        ["2019", "2019"],
      ],
    },
    read: readYear,
  },
];

function one(reading: Reading | null): Reading[] {
  return reading === null ? [] : [reading];
}
