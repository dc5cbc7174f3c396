import type { ProblemPlace } from "../model/problem.ts";
import { errorAt, type Outcome, type Problem } from "../model/problem.ts";
import { slugOf } from "../model/slug.ts";
import { Metadata } from "../model/source.ts";
import { isEncoding } from "./decode.ts";

/** A key and a value as somebody wrote them, with their places. */
export interface MetadataLine {
  key: string;
  value: string;
  keyPlace: ProblemPlace;
  valuePlace: ProblemPlace;
}

interface MetadataKey {
  /** May stand more than once. */
  repeatable?: boolean;
  /** What the value says; a string is what is wrong with it. */
  read: (value: string, before: Metadata) => Partial<Metadata> | Fault;
}

interface Fault {
  reason: string;
  remedy: string;
}

/** The keys of an article's metadata, in INDEX.md and in front matter alike. */
const keys: Readonly<Record<string, MetadataKey>> = {
  title: { read: (title) => ({ title }) },
  date: { read: (value) => readDay(value, (date) => ({ date })) },
  updated: { read: (value) => readDay(value, (updated) => ({ updated })) },
  source: { read: (source) => ({ source }) },
  "source-url": { read: readAddress },
  author: {
    repeatable: true,
    read: (author, before) => ({ authors: [...(before.authors ?? []), author] }),
  },
  lang: { read: readLanguage },
  tags: {
    read: (value) => ({
      tags: value
        .split(/[,،]/u)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ""),
    }),
  },
  summary: { read: (summary) => ({ summary }) },
  id: { read: readId },
  encoding: { read: readEncoding },
  accept: {
    read: (value) => ({
      accept: value
        .split(/[,،\s]+/u)
        .map((rule) => rule.trim())
        .filter((rule) => rule !== ""),
    }),
  },
};

/** Reads metadata, each line on its own: what is wrong with one does not lose the others. */
export function readMetadata(lines: readonly MetadataLine[], allowTitle: boolean): Outcome<Metadata> {
  const problems: Problem[] = [];
  let value: Metadata = {};
  const seen = new Set<string>();
  for (const line of lines) {
    const name = line.key.toLowerCase();
    const key = Object.hasOwn(keys, name) && (allowTitle || name !== "title") ? keys[name] : undefined;
    if (key === undefined) {
      problems.push(unknownKey(line, allowTitle));
    } else if (line.value === "") {
      const remedy = `write what it is after "${name}:", or take the line away`;
      problems.push(errorAt(line.keyPlace, "metadata/empty", `"${name}" says nothing`, remedy));
    } else if (seen.has(name) && key.repeatable !== true) {
      const remedy = "leave the right one and take the other away";
      problems.push(errorAt(line.keyPlace, "metadata/repeated", `"${name}" stands here twice`, remedy));
    } else {
      seen.add(name);
      const read = key.read(line.value, value);
      if (isFault(read))
        problems.push(errorAt(line.valuePlace, `metadata/${name}`, read.reason, read.remedy));
      else value = { ...value, ...read };
    }
  }
  return { value, problems };
}

function isFault(read: Partial<Metadata> | Fault): read is Fault {
  return "reason" in read;
}

const isoDay = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
const otherDigits = /[٠-٩۰-۹]/gu;

/** A day of ISO 8601, also with Arabic-Indic digits; of a date and a time the day. */
function readDay(written: string, make: (day: string) => Partial<Metadata>): Partial<Metadata> | Fault {
  const ascii = written.replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
  const day = isoDay.exec(ascii)?.[1];
  const remedy = "write the date as YYYY-MM-DD, such as 2021-01-26";
  if (day === undefined) return { reason: `"${written}" is not an ISO 8601 date`, remedy };
  const parsed = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
  return real ? make(day) : { reason: `"${written}" is not a day of the calendar`, remedy };
}

function readAddress(sourceUrl: string): Partial<Metadata> | Fault {
  const parsed = Metadata.shape.sourceUrl.safeParse(sourceUrl);
  return parsed.success
    ? { sourceUrl }
    : {
        reason: `"${sourceUrl}" is not a web address`,
        remedy: "write it whole, such as https://example.org/news/1",
      };
}

function readLanguage(tag: string): Partial<Metadata> | Fault {
  const parsed = Metadata.shape.lang.safeParse(tag);
  return parsed.success && parsed.data !== undefined
    ? { lang: parsed.data }
    : {
        reason: `"${tag}" is not a language tag`,
        remedy: "write a BCP 47 tag: ar for Arabic, en for English, fa for Persian",
      };
}

function readId(id: string): Partial<Metadata> | Fault {
  const slug = slugOf(id);
  if (slug === id) return { id };
  const remedy = slug === "" ? "use letters, digits and -" : `write ${slug}`;
  return { reason: `"${id}" cannot name a page`, remedy };
}

function readEncoding(encoding: string): Partial<Metadata> | Fault {
  return isEncoding(encoding)
    ? { encoding }
    : {
        reason: `"${encoding}" is not an encoding`,
        remedy: "write its name as the WHATWG does, such as windows-1256 or utf-16le",
      };
}

function unknownKey({ key, keyPlace }: MetadataLine, allowTitle: boolean): Problem {
  const known = Object.keys(keys).filter((name) => allowTitle || name !== "title");
  const nearest = nearestOf(key.toLowerCase(), known);
  const remedy =
    nearest === undefined
      ? `the keys are ${known.join(", ")}`
      : `did you mean "${nearest}"? the keys are ${known.join(", ")}`;
  return errorAt(keyPlace, "metadata/unknown-key", `there is no key "${key}"`, remedy);
}

/** The name that a misspelling is at most two letters from. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 3;
}
