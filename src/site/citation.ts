import { createHash } from "node:crypto";
import { remember } from "../languages/remember.ts";
import type { Article } from "../model/article.ts";
import { type LanguageTag, primaryLanguage } from "../model/language.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { once } from "../once.ts";

/**
 * What a reference to an article says, named as in CSL (type `article-newspaper`), so that a citation processor can
 * take the place of `cite`. Names are literal: Arabic ones, and institutions', have no family name to put first.
 */
export interface CitedWork {
  id: string;
  language: LanguageTag;
  author: string[];
  title: string;
  "container-title": string | null;
  /** `YYYY-MM-DD` */
  issued: string | null;
  /** The archive that keeps it. */
  archive: string;
  URL: string | null;
}

/** Tools take only ASCII in a key: an id that is not is stood for by its digest. */
export function asciiKeyOf(id: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) return id;
  return `article-${createHash("sha256").update(id).digest("hex").slice(0, 10)}`;
}

export function citedWork(article: Article, site: SiteConfig, canonicalUrl: string | null): CitedWork {
  return {
    id: article.id,
    language: article.lang,
    author: article.authors,
    title: article.headline,
    "container-title": article.source,
    issued: article.published,
    archive: site.title,
    URL: canonicalUrl ?? article.sourceUrl,
  };
}

/** How a language punctuates a reference. */
interface Punctuation {
  comma: string;
  and: string;
  quote: [open: string, close: string];
  undated: string;
}

const english: Punctuation = { comma: ", ", and: " and ", quote: ["“", "”"], undated: "n.d." };
const punctuation: Readonly<Record<string, Punctuation>> = {
  ar: {
    comma: "، ",
    and: " و",
    quote: ["«", "»"],
    undated: "د.ت.",
  },
  fa: {
    comma: "، ",
    and: " و ",
    quote: ["«", "»"],
    undated: "بی‌تا",
  },
  ur: {
    comma: "، ",
    and: " اور ",
    quote: ["”", "“"],
    undated: "سن ندارد",
  },
  he: {
    comma: ", ",
    and: " ו",
    quote: ["”", "”"],
    undated: "ללא תאריך",
  },
};

/** What a language brings to a citation; made once a language, for its date formats are slow to make. */
interface Conventions extends Punctuation {
  isEnglish: boolean;
  /** Of a `YYYY-MM-DD`. */
  longDate: (date: string) => string;
}

const englishMonth = dateFormat("en-US", { month: "short" });
const englishMonthAndDay = dateFormat("en-US", { month: "long", day: "numeric" });
const known = new Map<LanguageTag, Conventions>();

function conventionsOf(language: LanguageTag): Conventions {
  const found = known.get(language);
  if (found !== undefined) return found;
  const primary = primaryLanguage(language);
  const isEnglish = primary === "en";
  const conventions = {
    ...(punctuation[primary] ?? english),
    isEnglish,
    longDate: dateFormat(isEnglish ? "en-US" : language, { year: "numeric", month: "long", day: "numeric" }),
  };
  known.set(language, conventions);
  return conventions;
}

function dateFormat(locale: string, parts: Intl.DateTimeFormatOptions): (date: string) => string {
  // Persian would otherwise be dated by its own calendar, which no citation style reads.
  const format = once(
    () => new Intl.DateTimeFormat(locale, { ...parts, calendar: "gregory", timeZone: "UTC" }),
  );
  return remember((date) => format().format(new Date(`${date}T00:00:00Z`)));
}

/**
 * The article as Chicago (17th edition, bibliography), APA (7th) and MLA (9th) cite it, in the article's own language,
 * as plain text. What is not known is left out, in the way each style prescribes.
 */
export function cite(work: CitedWork): { style: string; text: string }[] {
  const conventions = conventionsOf(work.language);
  return [
    { style: "Chicago", text: chicago(work, conventions) },
    { style: "APA", text: apa(work, conventions) },
    { style: "MLA", text: mla(work, conventions) },
  ];
}

function chicago(work: CitedWork, conventions: Conventions): string {
  const date = work.issued === null ? conventions.undated : conventions.longDate(work.issued);
  return sentences([
    listAuthors(work.author, conventions),
    quoted(work.title, conventions),
    [...containers(work), date].join(conventions.comma),
    work.URL,
  ]);
}

function apa(work: CitedWork, conventions: Conventions): string {
  const authors = listAuthors(work.author, conventions);
  const date = `(${work.issued === null ? conventions.undated : apaDate(work.issued, conventions)})`;
  // Without an author the title takes its place, before the date.
  const opening = authors === null ? [work.title, date] : [authors, date, work.title];
  return sentences([...opening, ...containers(work), work.URL]);
}

function mla(work: CitedWork, conventions: Conventions): string {
  const date = work.issued === null ? [] : [mlaDate(work.issued, conventions)];
  const address = work.URL === null ? [] : [work.URL];
  return sentences([
    listAuthors(work.author, conventions),
    quoted(work.title, conventions),
    [...containers(work), ...date, ...address].join(conventions.comma),
  ]);
}

/** The paper that published it, and the archive that keeps it. */
function containers(work: CitedWork): string[] {
  const source = work["container-title"];
  return source === null || source === work.archive ? [work.archive] : [source, work.archive];
}

function listAuthors(authors: readonly string[], { comma, and }: Conventions): string | null {
  if (authors.length === 0) return null;
  if (authors.length === 1) return authors[0] ?? null;
  return `${authors.slice(0, -1).join(comma)}${and}${authors.at(-1)}`;
}

/** A title in quotation marks; its full stop stands inside them in English, and after them elsewhere. */
function quoted(title: string, { quote: [open, close], isEnglish }: Conventions): string {
  return isEnglish && !endsSentence(title) ? `${open}${title}.${close}` : `${open}${title}${close}`;
}

const sentenceEnd = /[.!?؟۔…]["”»]?$/u;

function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** Parts that are there, each closed with a full stop; an address is left open, so that it can be copied. */
function sentences(parts: readonly (string | null)[]): string {
  const present = parts.filter((part): part is string => part !== null && part !== "");
  return present
    .map((part) => (endsSentence(part) || /^https?:\/\/\S+$/.test(part) ? part : `${part}.`))
    .join(" ");
}

function apaDate(date: string, { isEnglish, longDate }: Conventions): string {
  if (!isEnglish) return longDate(date);
  return `${date.slice(0, 4)}, ${englishMonthAndDay(date)}`;
}

/** MLA shortens the names of months, and Arabic has no short ones. */
function mlaDate(date: string, { isEnglish, longDate }: Conventions): string {
  if (!isEnglish) return longDate(date);
  const month = englishMonth(date);
  const dot = ["May", "Jun", "Jul"].includes(month) ? "" : ".";
  const name = { Jun: "June", Jul: "July", Sep: "Sept" }[month] ?? month;
  return `${Number(date.slice(8))} ${name}${dot} ${date.slice(0, 4)}`;
}
