import { fileURLToPath } from "node:url";
import { formatProblem } from "../../src/model/problem.ts";
import type { GoldArticle } from "./parse-gold.ts";
import { readGoldFiles } from "./read-gold-files.ts";

/** Prints what looks forgotten in the gold articles; a linguist judges each line. */

const folder = fileURLToPath(new URL("../../test/gold", import.meta.url));
const marks = /["“”„«»‹›]/gu;
const letter = /[\p{L}\p{M}]/u;
const numberOfYear =
  /(?<!\p{N})(?:1[0-9]{3}|20[0-9]{2}|[١۱][٠-٩۰-۹]{3}|[٢۲][٠۰][٠-٩۰-۹]{2}|57[89][0-9])(?!\p{N})/gu;

/** Words that dates are made of; each needs a look where no date covers it. */
const dateWords =
  /(?<![\p{L}\p{M}])[وفبلك]?(?:اليوم|أمس|غدا|غداً|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين|رجب|شعبان|رمضان|شوال|محرم|صفر|امروز|دیروز|فردا|شنبه|یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|آج|کل|پیر|منگل|بدھ|جمعرات|ہفتہ|اتوار|today|yesterday|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|[בלמוהש]?(?:היום|אתמול|מחר|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)|יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי))(?![\p{L}\p{M}])/gu;
/** A Latin word with a capital that stands after a small letter or a comma. */
const capital = /(?<=[a-z,’'] )(?:the )?[A-Z][\p{L}]+/gu;

interface Covered {
  start: number;
  end: number;
}

function covers(ranges: readonly Covered[], start: number, end: number): boolean {
  return ranges.some((range) => range.start <= start && end <= range.end);
}

/** The places of `name` in the text that no mention covers and that no letter follows. */
function unmarked(article: GoldArticle, name: string, marked: readonly Covered[]): number[] {
  const found: number[] = [];
  for (let at = article.text.indexOf(name); at !== -1; at = article.text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!covers(marked, at, end) && !letter.test(article.text.charAt(end))) found.push(at);
  }
  return found;
}

/** Single quotes around a name make an apostrophe of no use here, and gershayim stand within a word. */
function isGershayim(text: string, at: number): boolean {
  return /[\u05d0-\u05ea]/.test(text.charAt(at - 1)) && /[\u05d0-\u05ea]/.test(text.charAt(at + 1));
}

function suspicions(article: GoldArticle): { at: number; reason: string }[] {
  const found: { at: number; reason: string }[] = [];
  const mentions = article.entities.flatMap((entity) => entity.mentions);
  const names = new Set(
    article.entities.flatMap(({ mentions, names }) => [...names, ...mentions.map((m) => m.text)]),
  );
  for (const name of names) {
    for (const at of unmarked(article, name, [...mentions, ...article.dates]))
      found.push({ at, reason: `unmarked name ${name}` });
  }
  for (const dated of article.dates) {
    for (const at of unmarked(article, dated.text, [...article.dates, ...mentions]))
      found.push({ at, reason: `unmarked date ${dated.text}` });
  }
  for (const match of article.text.matchAll(numberOfYear)) {
    const end = match.index + match[0].length;
    if (!covers([...article.dates, ...mentions], match.index, end))
      found.push({ at: match.index, reason: `a year? ${match[0]}` });
  }
  for (const [pattern, what] of [
    [dateWords, "a date?"],
    [capital, "a name?"],
  ] as const) {
    for (const match of article.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const covered = [...article.dates, ...mentions].some(
        (range) => range.start < end && match.index < range.end,
      );
      if (!covered) found.push({ at: match.index, reason: `${what} ${match[0]}` });
    }
  }
  for (const match of article.text.matchAll(/^.{3,60}$/gmu)) {
    const isHeading = article.headings.some(({ start }) => start === match.index);
    if (!isHeading && !/[.!:؛…۔»”"]$/u.test(match[0])) found.push({ at: match.index, reason: "a heading?" });
  }
  for (const match of article.text.matchAll(marks)) {
    if (isGershayim(article.text, match.index)) continue;
    const touches = article.quotes.some(
      (quote) => quote.end === match.index || quote.start === match.index + 1,
    );
    if (!touches) found.push({ at: match.index, reason: `a quotation mark without a quote` });
  }
  const forms = new Map<string, string>();
  for (const { key, mentions } of article.entities) {
    for (const { text, start } of mentions) {
      const other = forms.get(text);
      if (other !== undefined && other !== key)
        found.push({ at: start, reason: `${text} is both ${other} and ${key}` });
      forms.set(text, key);
    }
  }
  for (const { mentions, key, names } of article.entities) {
    if (!mentions.some(({ text }) => names.includes(text)))
      found.push({ at: 0, reason: `${key}: no mention is its name ${names[0]}` });
  }
  for (const quote of article.quotes) {
    const words = quote.text.split(/\s+/u).length;
    if (quote.kind === "speech" && words < 3)
      found.push({ at: quote.start, reason: `speech of ${words} words: ${quote.text}` });
    if (quote.kind === "term" && words > 4)
      found.push({ at: quote.start, reason: `a term of ${words} words: ${quote.text}` });
    if (quote.text.trim() !== quote.text)
      found.push({ at: quote.start, reason: "white space at the edge of a quote" });
  }
  return found;
}

const { value, problems } = await readGoldFiles(folder);
for (const problem of problems) console.log(formatProblem(problem, folder));
for (const { path, gold } of value) {
  for (const { at, reason } of suspicions(gold)) {
    const context = gold.text.slice(Math.max(0, at - 25), at + 35).replaceAll("\n", " ⏎ ");
    console.log(`${path}:${at}: ${reason}   …${context}…`);
  }
}
const counts = new Map<string, number>();
for (const { path } of value) {
  const key = path.slice(0, path.indexOf("/") + 3);
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
console.log(Object.fromEntries(counts));
