import { toCalendar } from "../languages/calendar.ts";
import { readLetterYear } from "./date-calendar.ts";
import { calendarOf } from "./date-numeric.ts";
import { rangeAfter } from "./date-range.ts";
import {
  type DateReader,
  gapBefore,
  hit,
  isBeside,
  isPartOfNumber,
  type Reading,
  readEra,
  wordBefore,
} from "./date-reader.ts";
import { yearValue } from "./date-values.ts";
import { isDeclinedDecade, isKind } from "./date-words.ts";

/** Letters that are written onto a word to say "and". */
const conjunctions: ReadonlySet<string> = new Set(["و", "ו"]);

/** How surely the words around a number make it a year. */
type Evidence = "word" | "cue" | "place";

/** A year alone: 2010, ١٩٧٥, 1442هـ, ۱۳۹۸, תשפ"א; and the second of a range. */
export function readYear(reader: DateReader, at: number): Reading[] {
  const word = reader.words[at];
  if (word === undefined) return [];
  if (word.number === null) return reader.dates.letterNumerals ? readYearInLetters(reader, at) : [];
  const year = word.text.length === 4 ? word.number : shortYear(reader, at);
  if (year === null || year < 1000 || isPartOfNumber(reader.text, word) || isSeason(reader, at)) return [];
  const era = readEra(reader, at + 1);
  const after = era?.after ?? at + 1;
  if (isCount(reader, at, after)) return [];
  const evidence = evidenceOf(reader, at, after);
  const calendar = era !== null && era.calendar !== "gregory" ? era.calendar : calendarOf(year, reader.dates);
  if (calendar === null) {
    if (evidence !== "word" && era === null) return [];
  } else if (evidence === null && era === null) return [];
  if (calendar === "gregory" && evidence !== "word" && (year < 1800 || year > 2100)) return [];
  if (evidence === "place" && calendar === "gregory" && (year < 1900 || year > 2060)) return [];
  const value = yearValue(calendar ?? "gregory", year);
  if (value === null) return [];
  const reading = { start: word.start, end: era?.end ?? word.end, value, after };
  reader.afterYear = after;
  return [reading];
}

/** «سال ۹۸»: the year so written that is nearest to the day of publication. */
function shortYear(reader: DateReader, at: number): number | null {
  const { dates, words, published } = reader;
  const word = words[at];
  if (dates.shortYears === null || word?.number == null || word.text.length !== 2 || published === null)
    return null;
  const told = isBeside(reader, at) && isKind(words[at - 1], "year-word");
  if (!told && !continuesRange(reader, at)) return null;
  const { calendar, from } = dates.shortYears;
  const now = toCalendar(published, calendar).year;
  const later = from + 100 + word.number;
  return later <= now + 5 ? later : from + word.number;
}

function evidenceOf(reader: DateReader, at: number, after: number): Evidence | null {
  const { words, text } = reader;
  const word = words[at];
  if (word === undefined) return null;
  const before = words[at - 1];
  if (isBeside(reader, at) && isKind(before, "year-word")) return "word";
  if (continuesRange(reader, at)) return "cue";
  if (text[word.start - 1] === "(" && /^(?:\)|\s?[-–—,،])/u.test(text.slice(word.end, word.end + 2)))
    return "cue";
  const cue = wordBefore(reader, at);
  if (isKind(cue, "name-head") || isKind(cue, "quantity")) return null;
  if (isKind(cue, "year-cue") || reader.dates.yearCues.includes(word.prefix)) return "cue";
  // 2019'dan beri: what is counted is no name, and has nothing written onto it behind an apostrophe.
  if (word.to > word.end && word.prefix === "") return "place";
  if (cue === undefined && reader.dates.cueSide === "after") {
    // «2010 کے سیلاب میں»: what makes it a year comes after it.
    return isBeside(reader, after) && isKind(words[after], "year-follower") ? "place" : null;
  }
  if (cue === undefined || cue.number !== null || word.prefix !== "" || !isBeside(reader, at)) return null;
  return endsPhrase(reader, after) ? "place" : null;
}

/** «بين 2015 و2019», "2015–2019", «من 2015 إلى 2019». */
function continuesRange(reader: DateReader, at: number): boolean {
  if (reader.afterYear < 0) return false;
  return rangeAfter(reader, reader.afterYear) === at;
}

/** Whether what follows cannot be what a number counts. */
function endsPhrase(reader: DateReader, after: number): boolean {
  const { words, dates } = reader;
  const next = words[after];
  if (next === undefined || !isBeside(reader, after)) return true;
  if (isKind(next, "year-follower")) return true;
  const [first = ""] = next.text;
  return next.text.length > 2 && conjunctions.has(first) && dates.clitics.includes(first);
}

function isCount(reader: DateReader, at: number, after: number): boolean {
  const { words, text } = reader;
  const word = words[at];
  if (word === undefined || isKind(wordBefore(reader, at), "quantity")) return true;
  if (isDeclinedDecade(text, word, reader.dates)) return true;
  if (isBeside(reader, after) && isKind(words[after], "unit")) return true;
  if (/^[\s\u00a0]?(?:[-/–]?\p{Sc}|[%٪°])/u.test(text.slice(word.end, word.end + 3))) return true;
  if (/\p{Sc}$|[+#№]$/u.test(text.slice(Math.max(0, word.start - 1), word.start))) return true;
  return hit(reader, after, "before-era") !== null;
}

/** 2020-21, 2020/2021: a season. */
function isSeason(reader: DateReader, at: number): boolean {
  const word = reader.words[at];
  const next = reader.words[at + 1];
  if (word?.number == null || next?.number == null || !/^[-/–]$/u.test(gapBefore(reader, at + 1)))
    return false;
  return (
    next.number === word.number + 1 || (next.text.length === 2 && next.number === (word.number + 1) % 100)
  );
}

function readYearInLetters(reader: DateReader, at: number): Reading[] {
  const word = reader.words[at];
  if (word === undefined || !isKind(wordBefore(reader, at), "year-word")) return [];
  const year = readLetterYear(word.text);
  const value = year === null ? null : yearValue("hebrew", year);
  return value === null ? [] : [{ start: word.start, end: word.end, value, after: at + 1 }];
}
