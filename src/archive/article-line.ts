import type { ArticleRef } from "../model/archive.ts";
import type { Problem } from "../model/problem.ts";
import type { SeedEntry } from "../model/seeds.ts";
import type { Ordered } from "./order.ts";
import type { Stored } from "./pack.ts";

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
  const numbers = [stored.offset, ...stored.lengths, ...stored.checks].join(" ");
  const order = `${published ?? ""} ${JSON.stringify(id)}`;
  const problems = read.length + parsed.length === 0 ? "" : JSON.stringify({ read, parsed });
  const text = [path, stamp, said, key, numbers, order, problems].join("\t");
  return { text, path, stamp, said, key };
}

export function readLine(text: string): ArticleLine {
  const [path = "", stamp = "", said = "", key = ""] = text.split("\t", 4);
  return { text, path, stamp, said, key };
}

/** Where the article of a line lies. */
export function refOfLine(line: ArticleLine): ArticleRef {
  const [offset = 0, ...rest] = numbersOf(line);
  const parts = rest.length / 2;
  return { key: line.key, stored: { offset, lengths: rest.slice(0, parts), checks: rest.slice(parts) } };
}

/** The numbers of its place. Read by the digit: there are thirteen, and splitting takes three times as long. */
function numbersOf({ text, path, stamp, said, key }: ArticleLine): number[] {
  const numbers: number[] = [];
  let number = 0;
  // Behind four fields and their tabs.
  for (let at = path.length + stamp.length + said.length + key.length + 4; ; at += 1) {
    const digit = text.charCodeAt(at) - "0".charCodeAt(0);
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      continue;
    }
    numbers.push(number);
    number = 0;
    if (text[at] !== " ") return numbers;
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
