import { type LanguageTag, primaryLanguage } from "../model/language.ts";
import type { Writing } from "../model/seeds.ts";
import { once } from "../once.ts";
import { remember } from "./remember.ts";
import type { PluralForms } from "./translation.ts";

/** Numbers, dates and counts as a language writes them. */
export interface Formatter {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, Gregorian, with the language's own names of months; anything else as it is. */
  date: (iso: string) => string;
  /** A `YYYY-MM-DD` in the second calendar that the site's editor chose; null without one. */
  otherCalendar: (iso: string) => string | null;
  /** What the search page formats its dates and numbers with. */
  locale: string;
  /** The month of a `YYYY-MM` alone, as short as the language has it. */
  shortMonth: (iso: string) => string;
  number: (value: number) => string;
  /** A share from 0 to 1 as a whole percentage. */
  percent: (share: number) => string;
  /** A number with its noun, in the form that the language's plural rules ask for. */
  count: (forms: PluralForms, value: number) => string;
  /** The name of another language, in this one. */
  languageName: (tag: LanguageTag) => string;
}

/** Arabic is written with Arabic-Indic digits east of Libya and outside the Gulf's news, by CLDR's regions. */
const arabicIndicRegions: ReadonlySet<string> = new Set([
  "BH",
  "EG",
  "IQ",
  "JO",
  "KW",
  "LB",
  "OM",
  "PS",
  "QA",
  "SA",
  "SD",
  "SY",
  "YE",
]);

/** Regions whose Arabic names the months so. */
const monthRegions = { levantine: "ar-LB", egyptian: "ar-EG", maghrebi: "ar-DZ" } as const;

/**
 * The formatter of a language. Calendar, digits and time zone are stated, so that no machine's settings change a page.
 * @param writing what the site's editor chose instead of the language's own ways
 */
export function createFormatter(lang: LanguageTag, writing: Writing = {}): Formatter {
  const numberingSystem = writing.digits ?? digitsOf(lang);
  const dated =
    writing.months !== undefined && primaryLanguage(lang) === "ar" ? monthRegions[writing.months] : lang;
  // Each takes milliseconds to make, and few pages need them all.
  const dateFormat = (parts: Intl.DateTimeFormatOptions, calendar = "gregory"): (() => Intl.DateTimeFormat) =>
    once(() => new Intl.DateTimeFormat(dated, { ...parts, calendar, numberingSystem, timeZone: "UTC" }));
  const whole = { year: "numeric", month: "long", day: "numeric" } as const;
  const second = writing.calendar === undefined ? null : dateFormat(whole, writing.calendar);
  const byParts = [
    dateFormat({ year: "numeric" }),
    dateFormat({ year: "numeric", month: "long" }),
    dateFormat({ year: "numeric", month: "long", day: "numeric" }),
  ];
  const month = dateFormat({ month: "short" });
  const percent = once(() => new Intl.NumberFormat(lang, { numberingSystem, style: "percent" }));
  const numberFormat = new Intl.NumberFormat(lang, { numberingSystem });
  const number = remember((value: number) => numberFormat.format(value));
  const rules = new Intl.PluralRules(lang);
  const plural = remember((value: number) => rules.select(value));
  const languages = once(() => new Intl.DisplayNames(lang, { type: "language" }));
  return {
    date: remember((iso) => {
      const date = dateOf(iso);
      return date === null ? iso : (byParts[iso.split("-").length - 1]?.().format(date) ?? iso);
    }),
    otherCalendar: (iso) => {
      const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? dateOf(iso) : null;
      return second === null || date === null ? null : second().format(date);
    },
    locale: new Intl.Locale(dated, { numberingSystem }).toString(),
    shortMonth: (iso) => {
      const date = dateOf(iso);
      return date === null ? iso : month().format(date);
    },
    number,
    percent: (share) => percent().format(share),
    count: (forms, value) => (forms[plural(value)] ?? forms.other).replace("{count}", number(value)),
    languageName: (tag) => languages().of(tag) ?? tag,
  };
}

function dateOf(iso: string): Date | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (parts === null) return null;
  const date = new Date(0);
  // Date.UTC takes years below 100 for those of the last century.
  date.setUTCFullYear(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1));
  return date;
}

/** CLDR's digits of a language, stated here so that they are the same with every engine; `-u-nu-` in the tag overrules. */
function digitsOf(lang: LanguageTag): string {
  const { numberingSystem, region } = new Intl.Locale(lang);
  if (numberingSystem !== undefined) return numberingSystem;
  switch (primaryLanguage(lang)) {
    case "fa":
    case "ps":
      return "arabext";
    case "ar":
      return region !== undefined && arabicIndicRegions.has(region) ? "arab" : "latn";
    default:
      return "latn";
  }
}
