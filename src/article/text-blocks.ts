import type { Range } from "../model/article.ts";
import type { Block, LineRole } from "./block.ts";
import { roleOfLine } from "./line-role.ts";
import { type Body, trimRange } from "./read-markdown.ts";

/** CR LF, LF, CR and Unicode's own line and paragraph separators. */
const lineEnd = /\r\n|[\n\r\u2028\u2029]/gu;

/** News desks keep the lines between paragraphs to a few words; a sentence is longer. */
const maxWords = 12;
const maxLength = 90;
/** A quotation that fills its line and is longer is something said. */
const maxQuotedWords = 6;
/** Of two short lines on end the second is the heading; more are a list, verse or credits. */
const maxRun = 2;

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’"״׳\u200c-]*/gu;
const letter = /\p{L}/u;
/** What a sentence, a list's introduction or a line that goes on ends with; marks that close a quotation may follow it. */
const goesOnOrEnds = /[.!。۔:：؛;,،–—-]["”»’›')\]]*$/u;
const wholeQuotation = /^(?:«[^»]*»|“[^”]*”|"[^"]*"|„[^“]*“|‹[^›]*›|‘[^’]*’|”[^“]*“)$/u;
const insideEnd = /[.!?؟۔،,]/u;

/**
 * Finds the headings and paragraphs of a plain text: a line is a paragraph; a short line that ends no sentence and has
 * text after it is a heading, unless it is the first or the last, stands among many short lines, or is a dateline, a
 * byline or another line with a role of its own. Every character that is not white space is in one block.
 */
export function findTextBlocks(text: string): Block[] {
  const lines = readLines(text).map(({ start, end }) => describeLine(text, start, end));
  const [first] = lines;
  const between = lines.slice(1, -1);
  const short = between.filter(({ isShort }) => isShort).length;
  const long = lines.filter(({ role, isShort }) => role === null && !isShort).length;
  // Where most lines are short, as in verse and lists, shortness says nothing.
  const telling = short <= long;
  return lines.map((line, index): Block => {
    const { start, end, role } = line;
    const inside = index > 0 && index < lines.length - 1;
    // Under a headline that stands in the text, a short line is its second line or who wrote it.
    const underHeadline = index === 1 && first?.isShort === true;
    if (telling && inside && !underHeadline && line.isShort && endsShortRun(lines, index)) {
      return { kind: "heading", start, end };
    }
    return role === null ? { kind: "paragraph", start, end } : { kind: "paragraph", start, end, role };
  });
}

interface Line extends Range {
  role: LineRole | null;
  /** Whether it has the shape of a heading. */
  isShort: boolean;
}

function describeLine(text: string, start: number, end: number): Line {
  const line = text.slice(start, end);
  const role = roleOfLine(line);
  return { start, end, role, isShort: role === null && hasHeadingShape(line) };
}

/** Whether a line is the last of at most so many with the shape of a heading. */
function endsShortRun(lines: readonly Line[], index: number): boolean {
  return (
    lines[index + 1]?.isShort !== true &&
    !(lines[index - 1]?.isShort === true && lines[index - maxRun]?.isShort === true)
  );
}

/** Reads a plain text as it is: nothing in it is markup. */
export function readPlainText(text: string): Body {
  return { text, blocks: findTextBlocks(text), tree: null };
}

function readLines(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    lines.push(trimRange(text, start, match.index));
    start = match.index + match[0].length;
  }
  lines.push(trimRange(text, start, text.length));
  return lines.filter((line) => line.start < line.end);
}

function hasHeadingShape(line: string): boolean {
  if (line.length > maxLength || !letter.test(line) || goesOnOrEnds.test(line)) return false;
  const words = line.match(word)?.length ?? 0;
  if (words > maxWords) return false;
  return !wholeQuotation.test(line) || (words <= maxQuotedWords && !insideEnd.test(line.slice(0, -2)));
}
