import type { ArticleRef } from "../model/archive.ts";
import type { Problem } from "../model/problem.ts";
import type { SeedEntry } from "../model/seeds.ts";
import { partCount, partNumber, type StoredPart } from "./article-store.ts";
import type { Ordered } from "./order.ts";
import { lengthOfPart, listPlaces, numbersOf, placeOf, type Stored } from "./pack.ts";

/**
 * What is kept of an entry from one build to the next: a line of the ledger of articles. Its fields are parted by tabs, so that a build which finds
 * nothing changed compares text with text; what it needs no more of is not read.
 */
export interface ArticleLine {
  /** As it stands in the ledger. */
  text: string;
  /** Of the file, below the seeds folder; as JSON, in which there are no tabs and line feeds. */
  path: string;
  /** Of the file and of its corrections: size, times and number, as the file system tells them. */
  stamp: string;
  /** As `saidOf` tells it. */
  said: string;
  /** Of the article. */
  key: string;
}

/** What was found wrong with an article; those are left out that its editor lets stand. */
export interface FoundProblems {
  /** Of reading the file. */
  read: Problem[];
  /** Of parsing it. */
  parsed: Problem[];
}

/** How the path of an entry stands in its line. */
export function pathField(path: string): string {
  return JSON.stringify(path);
}

/** What INDEX.md says of an entry, as JSON; empty where it says nothing, as of most in a large archive. */
export function saidOf({ metadata, place }: SeedEntry): string {
  if (place === null && Object.keys(metadata).length === 0) return "";
  return JSON.stringify([metadata, place]);
}

export function makeLine(
  { path, stamp, said }: Pick<ArticleLine, "path" | "stamp" | "said">,
  { key, stored }: ArticleRef,
  { published, id }: Ordered,
  { read, parsed }: FoundProblems,
): ArticleLine {
  const numbers = stored.numbers.subarray(stored.at, stored.at + numbersPerLine).join(" ");
  const order = `${published ?? ""} ${JSON.stringify(id)}`;
  const problems = read.length + parsed.length === 0 ? "" : JSON.stringify({ read, parsed });
  const text = [path, stamp, said, key, numbers, order, problems].join("\t");
  return { text, path, stamp, said, key };
}

export function readLine(text: string): ArticleLine {
  // By their ends: splitting takes half as long again.
  const endOf = (from: number): number => text.indexOf("\t", from);
  const path = endOf(0);
  const stamp = endOf(path + 1);
  const said = endOf(stamp + 1);
  return {
    text,
    path: text.slice(0, path),
    stamp: text.slice(path + 1, stamp),
    said: text.slice(stamp + 1, said),
    key: text.slice(said + 1, endOf(said + 1)),
  };
}

/** Where the article of a line lies. */
export function refOfLine(line: ArticleLine): ArticleRef {
  return locateLines([line]).refOf(0);
}

/** Where the articles of lines lie. */
export interface LocatedLines {
  /** @param line by its number */
  refOf: (line: number) => ArticleRef;
  /** Where a part of some of them stands, as `listPlaces` lists it. @param lines by their numbers */
  placesOf: (part: StoredPart, lines: ArrayLike<number>) => Float64Array;
  /** How many bytes a part of them takes in all, or all parts of them. */
  size: (part?: StoredPart) => number;
}

/** Of a hundred thousand lines the numbers stand in one piece of memory, and a reference is made when it is asked for. */
export function locateLines(lines: readonly ArticleLine[]): LocatedLines {
  const room = numbersPerLine * lines.length * Float64Array.BYTES_PER_ELEMENT;
  const numbers = new Float64Array(new SharedArrayBuffer(room));
  const storedOf = (line: number): Stored => ({ numbers, at: numbersPerLine * line });
  lines.forEach((line, at) => {
    readNumbers(line, numbers, numbersPerLine * at);
  });
  return {
    refOf: (line) => ({ key: lines[line]?.key ?? "", stored: storedOf(line) }),
    placesOf: (name, some) =>
      listPlaces(some.length, (nth) => placeOf(storedOf(some[nth] ?? 0), partNumber[name])),
    size: (name) => {
      const [from, to] = name === undefined ? [0, partCount] : [partNumber[name], partNumber[name] + 1];
      let size = 0;
      for (let line = 0; line < lines.length; line += 1)
        for (let part = from; part < to; part += 1) size += lengthOfPart(storedOf(line), part);
      return size;
    },
  };
}

const numbersPerLine = numbersOf(partCount);

/** Reads the numbers of a line's place. By the digit: splitting takes three times as long. */
function readNumbers(
  { text, path, stamp, said, key }: ArticleLine,
  numbers: Float64Array,
  from: number,
): void {
  let number = 0;
  let nth = from;
  // Behind four fields and their tabs.
  for (let at = path.length + stamp.length + said.length + key.length + 4; ; at += 1) {
    const digit = text.charCodeAt(at) - "0".charCodeAt(0);
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      continue;
    }
    numbers[nth] = number;
    nth += 1;
    number = 0;
    if (text[at] !== " ") return;
  }
}

/** What the article of a line is put in order by. */
export function orderOfLine({ text }: ArticleLine): Ordered {
  const end = text.lastIndexOf("\t");
  const start = text.lastIndexOf("\t", end - 1) + 1;
  const space = text.indexOf(" ", start);
  const id = text.slice(space + 1, end);
  return {
    published: space === start ? null : text.slice(start, space),
    // Of a hundred thousand hardly one has anything to read but its letters. The digest of the ledger says that `makeLine` made it.
    id: id.includes("\\") ? (JSON.parse(id) as string) : id.slice(1, -1),
  };
}

const noProblems: Readonly<FoundProblems> = { read: [], parsed: [] };

export function problemsOfLine({ text }: ArticleLine): Readonly<FoundProblems> {
  if (text.endsWith("\t")) return noProblems;
  // The digest of the ledger says that `makeLine` made it.
  return JSON.parse(text.slice(text.lastIndexOf("\t") + 1)) as FoundProblems;
}

/** The line of an article that lies elsewhere now. @param stamp in place of its own */
export function moveLine(line: ArticleLine, stored: Stored, stamp = line.stamp): ArticleLine {
  return makeLine({ ...line, stamp }, { key: line.key, stored }, orderOfLine(line), problemsOfLine(line));
}
