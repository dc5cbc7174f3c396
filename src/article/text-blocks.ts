import type { Heading, Paragraph, Root } from "mdast";
import type { Range } from "../model/article.ts";
import type { Block } from "./block.ts";
import { type Body, trimRange } from "./read-markdown.ts";

/** CR LF, LF, CR and Unicode's own line and paragraph separators. */
const lineEnd = /\r\n|[\n\r\u2028\u2029]/gu;

/** News desks keep the lines between paragraphs to a few words; a sentence is longer. */
const maxWords = 12;
const maxLength = 90;

const word = /[\p{L}\p{N}]+/gu;
const letter = /\p{L}/u;
/** What a sentence, a list's introduction or a line that goes on ends with; marks that close a quotation may follow it. */
const goesOnOrEnds = /[.!…。۔:：؛;,،–—-]["”»’›')\]]*$/u;
/** Signs that a line is an item of a list, a caption, an agency's sign or a row of figures. */
const listItem = /^(?:[-–—•*·▪●◦‣]\s|[\p{N}]{1,3}\s*[.)\-–]\s)/u;
const wholeQuotation = /^(?:«[^»]*»|“[^”]*”|"[^"]*"|„[^“]*“|‹[^›]*›)$/u;
/** A heading may be a title or a catchword in quotation marks; what somebody said is longer, or a sentence. */
const maxQuotedWords = 5;
const labelled = /^[\p{L}\p{M} ]{2,24}:\s*\S/u;
const bracketed = /^[([].*[)\]]$/u;
const figures = /\p{N}/gu;
/** A place and an agency or a date before a dash: «واشنطن – وكالات», "LONDON (Reuters) -". */
const dateline = /^[^.،,]{2,40}\s[–—-]\s*(?:\S+\s?){0,3}$/u;
const byline = /^(?:by|reporting by|editing by|كتب|كتبت|بقلم|إعداد|ترجمة|تحرير|نوشته|گزارش|מאת|تحریر)[\s:]/iu;

/**
 * Finds the headings and paragraphs of a plain text: a line is a paragraph; a short line that ends no sentence and has
 * text after it is a heading, unless it is the first or the last, an item of a list, a dateline, a byline or a credit.
 * Every character that is not white space is in one block.
 */
export function findTextBlocks(text: string): Block[] {
  const lines = readLines(text);
  const candidates = lines.map(({ start, end }) => looksLikeHeading(text.slice(start, end)));
  const short = candidates.filter(Boolean).length;
  // Where most lines are short, as in verse and lists, shortness says nothing.
  const telling = short * 2 < lines.length;
  return lines.map(({ start, end }, index): Block => {
    const between = index > 0 && index < lines.length - 1;
    const heading = telling && between && candidates[index] === true && candidates[index + 1] !== true;
    return { kind: heading ? "heading" : "paragraph", start, end };
  });
}

/** Reads a plain text as it is: nothing in it is markup. */
export function readPlainText(text: string): Body {
  const blocks = findTextBlocks(text);
  const children = blocks.map(({ kind, start, end }): Heading | Paragraph => {
    const leaf = [{ type: "text" as const, value: text.slice(start, end), data: { offset: start } }];
    return kind === "heading"
      ? { type: "heading", depth: 2, children: leaf }
      : { type: "paragraph", children: leaf };
  });
  const tree: Root = { type: "root", children };
  return { text, blocks, tree };
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

function looksLikeHeading(line: string): boolean {
  if (line.length > maxLength || !letter.test(line) || goesOnOrEnds.test(line)) return false;
  const words = line.match(word)?.length ?? 0;
  if (words > maxWords) return false;
  if (listItem.test(line) || bracketed.test(line)) return false;
  if (wholeQuotation.test(line) && (words > maxQuotedWords || /[.!…؟?۔].$/u.test(line))) return false;
  if (byline.test(line) || dateline.test(line)) return false;
  if (labelled.test(line) && /^(?:صورة|تصوير|المصدر|مصدر|photo|source|image|caption)/iu.test(line))
    return false;
  return (line.match(figures)?.length ?? 0) * 3 < line.length;
}
