import type { Article } from "../model/article.ts";
import { type LanguageTag, primaryLanguage } from "../model/language.ts";
import type { SiteConfig } from "../model/seeds.ts";

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

/**
 * The article as Chicago (17th edition, bibliography), APA (7th) and MLA (9th) cite it, in the article's own language,
 * as plain text. What is not known is left out, in the way each style prescribes.
 */
export function cite(work: CitedWork): { style: string; text: string }[] {
  return [
    { style: "Chicago", text: chicago(work) },
    { style: "APA", text: apa(work) },
    { style: "MLA", text: mla(work) },
  ];
}

function chicago(work: CitedWork): string {
  const { comma, undated } = punctuationOf(work);
  const date = work.issued === null ? undated : longDate(work, work.issued);
  return sentences([
    listAuthors(work),
    quoted(work, work.title),
    [...containers(work), date].join(comma),
    work.URL,
  ]);
}

function apa(work: CitedWork): string {
  const { undated } = punctuationOf(work);
  const authors = listAuthors(work);
  const date = `(${work.issued === null ? undated : apaDate(work, work.issued)})`;
  // Without an author the title takes its place, before the date.
  const opening = authors === null ? [work.title, date] : [authors, date, work.title];
  return sentences([...opening, containers(work).join(punctuationOf(work).comma), work.URL]);
}

function mla(work: CitedWork): string {
  const { comma } = punctuationOf(work);
  const date = work.issued === null ? [] : [mlaDate(work, work.issued)];
  const address = work.URL === null ? [] : [work.URL];
  return sentences([
    listAuthors(work),
    quoted(work, work.title),
    [...containers(work), ...date, ...address].join(comma),
  ]);
}

/** The paper that published it, and the archive that keeps it. */
function containers(work: CitedWork): string[] {
  const source = work["container-title"];
  return source === null || source === work.archive ? [work.archive] : [source, work.archive];
}

function listAuthors({ author, ...work }: CitedWork): string | null {
  const { comma, and } = punctuationOf(work);
  if (author.length === 0) return null;
  if (author.length === 1) return author[0] ?? null;
  return `${author.slice(0, -1).join(comma)}${and}${author.at(-1)}`;
}

/** A title in quotation marks; its full stop stands inside them in English, and after them elsewhere. */
function quoted(work: CitedWork, title: string): string {
  const [open, close] = punctuationOf(work).quote;
  const isEnglish = primaryLanguage(work.language) === "en";
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

function apaDate(work: CitedWork, date: string): string {
  if (primaryLanguage(work.language) !== "en") return longDate(work, date);
  return `${date.slice(0, 4)}, ${format("en-US", date, { month: "long", day: "numeric" })}`;
}

/** MLA shortens the names of months, and Arabic has no short ones. */
function mlaDate(work: CitedWork, date: string): string {
  if (primaryLanguage(work.language) !== "en") return longDate(work, date);
  const month = format("en-US", date, { month: "short" });
  const dot = ["May", "Jun", "Jul"].includes(month) ? "" : ".";
  const name = { Jun: "June", Jul: "July", Sep: "Sept" }[month] ?? month;
  return `${Number(date.slice(8))} ${name}${dot} ${date.slice(0, 4)}`;
}

function longDate(work: CitedWork, date: string): string {
  const locale = primaryLanguage(work.language) === "en" ? "en-US" : work.language;
  return format(locale, date, { year: "numeric", month: "long", day: "numeric" });
}

function format(locale: string, date: string, parts: Intl.DateTimeFormatOptions): string {
  // Persian would otherwise be dated by its own calendar, which no citation style reads.
  return new Intl.DateTimeFormat(locale, { ...parts, calendar: "gregory", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

function punctuationOf({ language }: Pick<CitedWork, "language">): Punctuation {
  return punctuation[primaryLanguage(language)] ?? english;
}
