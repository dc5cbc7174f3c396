import { packFor } from "../../languages/packs.ts";
import { countWords } from "../../languages/tokens.ts";
import type { Article } from "../../model/article.ts";
import { type Problem, type ProblemPlace, warningAt } from "../../model/problem.ts";
import type { SourceDocument } from "../../model/source.ts";
import { placeInSource } from "./place.ts";

/** A paragraph of fewer words may well stand twice: a refrain, a dateline. */
const fewestRepeatedWords = 8;
/**
 * What a text looks like that was read in another encoding than it was written in: UTF-8 read as windows-1252 (Ø§Ù„, Ã©, â€œ),
 * as windows-1256 (ط§ظ„), and characters that could not be read at all.
 */
const misread =
  /(?:[ØÙ][\u0080-\u00ff\u2018-\u203a\u0152-\u0192€™]){2}|Ã[\u0080-\u00bf©¨ª«]|â€[œ\u009d™“”˜]|(?:[طظ][\u00a0-\u00bf\u2018-\u203a„†‡…]){2}|\ufffd/u;

/**
 * What an editor would want to look at in one article, in the order of the text.
 * @param today `YYYY-MM-DD`
 */
export function checkArticle(source: SourceDocument, article: Article, today: string): Problem[] {
  const { text } = article;
  const at = (offset: number): ProblemPlace => placeInSource(source, text, offset);
  return [
    ...checkDay(source, article, today),
    ...checkWeekdays(article, at),
    ...checkRepetition(article, at),
    ...checkEncoding(text, at),
  ];
}

function checkDay({ path, firstLine }: SourceDocument, { published }: Article, today: string): Problem[] {
  if (published === null || published <= today) return [];
  const reason = `it is dated ${published}, which is still to come`;
  return [warningAt({ path, line: firstLine, column: 1 }, "check/future-date", reason, "mend the date")];
}

/** A weekday that is no such day: «الثلاثاء 25 يناير 2021», or "today, Tuesday" in an article of a Monday. */
function checkWeekdays(
  { text, dates, lang, published }: Article,
  at: (offset: number) => ProblemPlace,
): Problem[] {
  const pack = packFor(lang);
  if (pack === undefined) return [];
  const names = pack.dates.weekdays.map(([name, day]) => ({ folded: pack.fold(name), day }));
  // «بعد غد» before «غد», which it holds.
  const days = pack.dates.days
    .map(([name, offset]) => ({ phrase: ` ${wordsOf(name).map(pack.fold).join(" ")} `, offset }))
    .sort((one, other) => other.phrase.length - one.phrase.length);
  const format = new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" });
  return dates.flatMap((date): Problem[] => {
    const words = wordsOf(text.slice(date.start, date.end)).map(pack.fold);
    // A weekday alone is where its date comes from; beside another word of dates it can contradict it.
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date.value) || words.length < 2) return [];
    const weekday = names.find(({ folded }) => words.includes(folded));
    const told = days.find(({ phrase }) => ` ${words.join(" ")} `.includes(phrase));
    // "Today, Monday" of a Tuesday is dated by its weekday.
    const meant = told === undefined || published === null ? date.value : dayAfter(published, told.offset);
    const day = new Date(`${meant}T00:00:00Z`);
    if (weekday === undefined || weekday.day === day.getUTCDay()) return [];
    const reason = `"${date.text}" is ${meant}, and that is ${format.format(day)}`;
    const remedy = "mend the day, the date, or the date of publication that it counts from";
    return [warningAt(at(date.start), "check/weekday", reason, remedy)];
  });
}

function dayAfter(day: string, offset: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
}

function wordsOf(text: string): string[] {
  return text.split(/[\s،,()]+/u).filter((word) => word !== "");
}

function checkRepetition({ text, sections }: Article, at: (offset: number) => ProblemPlace): Problem[] {
  const seen = new Set<string>();
  return sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ start, end }): Problem[] => {
      const paragraph = text.slice(start, end).replace(/\s+/gu, " ");
      if (countWords(paragraph) < fewestRepeatedWords) return [];
      if (!seen.has(paragraph)) {
        seen.add(paragraph);
        return [];
      }
      const reason = "this paragraph stands in the article before";
      return [warningAt(at(start), "check/repeated-paragraph", reason, "take one of the two away")];
    });
}

function checkEncoding(text: string, at: (offset: number) => ProblemPlace): Problem[] {
  const found = misread.exec(text);
  if (found === null) return [];
  const reason = `"${text.slice(found.index, found.index + 12)}" looks like text read in a wrong encoding`;
  const remedy = "write the text anew from its source, or say its encoding: encoding: windows-1256";
  return [warningAt(at(found.index), "check/mojibake", reason, remedy)];
}
