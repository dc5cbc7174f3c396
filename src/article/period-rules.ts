import { readAbout, readOpen, readPart, readRange } from "./period-range.ts";
import type { PeriodReader, Told } from "./period-reader.ts";
import type { PeriodSenseKind } from "./period-senses.ts";
import { readAgo, readWeek, readWindow } from "./period-span.ts";
import { readCentury, readDecade, readDoubleYear, readFraction, readSeason } from "./period-told.ts";

const decades = ["decade", "decade-before"] as const;
const centuries = ["century-before", "century-ordinal", "told-century"] as const;
const spans = ["count", "span"] as const;
/** What the end of a range may begin with. */
const ends = [
  "part-before",
  "about-before",
  "circa",
  "fraction",
  "season",
  "season-shift",
  "told-week",
  "ago-before",
  ...decades,
  ...centuries,
  ...spans,
] as const;

/** A way in which a text tells a stretch of time or an imprecise date. */
export interface PeriodRule {
  id: string;
  /** A sentence of 26 January 2021, a Tuesday, and what the rule finds in it. */
  example: { lang: string; text: string; found: readonly [words: string, edtf: string] };
  /** The words that one may begin with, besides dates and numbers: most words need no rule to be tried. */
  begins: readonly PeriodSenseKind[];
  /** The period that begins at a word; a `plain` one does not count. */
  read: (reader: PeriodReader, at: number) => Told | null;
}

/** The first that finds anything at a word is the one that counts. */
export const periodRules: readonly PeriodRule[] = [
  {
    id: "period/range",
    begins: ["range-opener", "side-before", ...ends],
    example: {
      lang: "ar",
      text: "اندلعت بين عامي 2015 و2019.",
      found: ["بين عامي 2015 و2019", "2015/2019"],
    },
    read: readRange,
  },
  {
    id: "period/double-year",
    begins: [],
    example: {
      lang: "ar",
      text: "خلال موسم 2019-2020.",
      found: ["2019-2020", "2019/2020"],
    },
    read: readDoubleYear,
  },
  {
    id: "period/open",
    begins: ["side-before", "range-opener", ...ends],
    example: {
      lang: "ar",
      text: "يعيش هناك منذ عام 2011.",
      found: ["منذ عام 2011", "2011/.."],
    },
    read: readOpen,
  },
  {
    id: "period/ago",
    begins: ["ago-before", "about-before", ...spans],
    example: {
      lang: "ar",
      text: "وقع الاتفاق قبل شهرين.",
      found: ["قبل شهرين", "2020-11~"],
    },
    read: readAgo,
  },
  {
    id: "period/part",
    begins: ["part-before", ...decades, ...centuries],
    example: {
      lang: "ar",
      text: "افتتح في مطلع عام 2020.",
      found: ["مطلع عام 2020", "2020-01~/2020-04~"],
    },
    read: readPart,
  },
  {
    id: "period/approximate",
    begins: ["about-before", "circa"],
    example: {
      lang: "ar",
      text: "بني نحو عام 1990.",
      found: ["نحو عام 1990", "1990~"],
    },
    read: readAbout,
  },
  {
    id: "period/fraction",
    begins: ["fraction"],
    example: {
      lang: "ar",
      text: "نما الاقتصاد في الربع الأول من 2021.",
      found: ["الربع الأول من 2021", "2021-33"],
    },
    read: readFraction,
  },
  {
    id: "period/season",
    begins: ["season", "season-shift"],
    example: {
      lang: "ar",
      text: "اشتعلت الغابات صيف 2020.",
      found: ["صيف 2020", "2020-22"],
    },
    read: readSeason,
  },
  {
    id: "period/decade",
    begins: decades,
    example: {
      lang: "ar",
      text: "هاجر في ستينيات القرن الماضي.",
      found: ["ستينيات القرن الماضي", "196X"],
    },
    read: readDecade,
  },
  {
    id: "period/century",
    begins: centuries,
    example: {
      lang: "ar",
      text: "يعود إلى القرن التاسع عشر.",
      found: ["القرن التاسع عشر", "18XX"],
    },
    read: readCentury,
  },
  {
    id: "period/week",
    begins: ["told-week"],
    example: {
      lang: "ar",
      text: "تولى الرئاسة الأسبوع الماضي.",
      found: ["الأسبوع الماضي", "2021-01-16/2021-01-22"],
    },
    read: readWeek,
  },
  {
    id: "period/window",
    begins: ["span-shift", "span-unit", ...spans],
    example: {
      lang: "ar",
      text: "ارتفعت خلال الأشهر الثلاثة الماضية.",
      found: ["الأشهر الثلاثة الماضية", "2020-10~/2021-01-26"],
    },
    read: readWindow,
  },
];
