import type { Article, Paragraph, ParsedArticle, Section } from "../model/article.ts";
import { type Outcome, type Problem, warningAt } from "../model/problem.ts";
import { scriptOf } from "../model/script.ts";
import type { SourceDocument } from "../model/source.ts";
import { annotate, type RecognizedNames } from "./annotate.ts";
import type { Block } from "./block.ts";
import { findQuotationSpans, type QuotationProblem } from "./quotation-spans.ts";
import { type Body, readMarkdown } from "./read-markdown.ts";
import { readPlainText } from "./text-blocks.ts";

/** A headline that has to be made of a text's first sentence is no longer than this, in UTF-16 code units. */
const maxHeadline = 100;

/** The text of an article, its headings and paragraphs with their languages, and the tree that its page is made of. */
export function readStructure(source: SourceDocument, problems: Problem[] = []): Body {
  const { text, blocks, tree } = readBody(source, problems);
  return { text, blocks: tellLanguages(blocks, text, source), tree };
}

/**
 * Parses an article's text: its structure, and quotes, entities and dates as annotations that stand off from it.
 * @param recognized names that a model of the archive's editor found, in place of the built-in recognizer
 */
export function parseArticle(
  source: SourceDocument,
  recognized: RecognizedNames | null = null,
): Outcome<ParsedArticle> {
  const problems: Problem[] = [];
  const { text, blocks, tree } = readStructure(source, problems);
  problems.push(...bidiControls(source));
  const quotations = findQuotationSpans(text, blocks);
  problems.push(...quotationProblems(source, text, quotations.problems));
  const { entities, quotes, dates, periods } = annotate(
    source,
    text,
    blocks,
    quotations.spans,
    problems,
    recognized,
  );
  const { id, lang, dir, published, updated, sourceUrl, authors, tags, summary, sha256 } = source;
  const article: Article = {
    id,
    lang,
    dir,
    headline: source.headline ?? headlineOf(source, text, blocks, problems),
    published,
    updated,
    source: source.source,
    sourceUrl,
    authors,
    tags,
    summary,
    text,
    sections: sectionsOf(text, blocks),
    quotes,
    entities,
    dates,
    periods,
    sha256,
  };
  return { value: { article, body: tree }, problems };
}

/** Blocks in another script than the article's, with the language that such lines of it are in. */
function tellLanguages(
  blocks: readonly Block[],
  text: string,
  { otherLanguages, lang }: SourceDocument,
): Block[] {
  if (Object.keys(otherLanguages).length === 0) return [...blocks];
  return blocks.map((block): Block => {
    const other = otherLanguages[scriptOf(text.slice(block.start, block.end)) ?? ""];
    return other === undefined || other === lang ? block : { ...block, lang: other };
  });
}

function readBody({ format, content, path, firstLine }: SourceDocument, problems: Problem[]): Body {
  const body = format === "markdown" ? readMarkdown(content) : readPlainText(content);
  if (typeof body !== "string") return body;
  const place = { path, line: firstLine, column: 1 };
  const { reason, remedy } = refusals[body];
  problems.push(warningAt(place, `markdown/${body}`, `${reason} that it is read as plain text`, remedy));
  return readPlainText(content);
}

const refusals = {
  "too-deep": {
    reason: "lists, quotes or emphasis lie so deep within each other",
    remedy: "write it flatter, or name the file .txt",
  },
  "too-costly": {
    reason: "there are so many marks, changes of lists and quotes, or references to long addresses",
    remedy: "part it into paragraphs and files, or name the file .txt",
  },
} as const;

/** Marks without a counterpart that are told one by one, of each kind; a text with more of them has another trouble. */
const mostTold = 50;

/** What is wrong with the pairs of quotation marks, told where they stand in the file. */
function quotationProblems(
  { path, content, firstLine }: SourceDocument,
  text: string,
  found: readonly QuotationProblem[],
): Problem[] {
  if (found.length === 0) return [];
  const lines = lineStarts(content);
  const kinds = [
    {
      ruleId: "quotes/unclosed",
      reason: "a quotation is opened here and never closed",
      remedy: "close it where it ends",
    },
    {
      ruleId: "quotes/unopened",
      reason: "a quotation is closed here that was never opened",
      remedy: "open it where it begins",
    },
  ];
  const problems = kinds.flatMap(({ ruleId, reason, remedy }): Problem[] => {
    const marks = found.filter((mark) => mark.ruleId === ruleId);
    return marks.slice(0, mostTold).map(({ start }, index): Problem => {
      // The text of Markdown is not its source: the mark is looked for with the words beside it.
      const beside = text.slice(start, start + 12).split("\n")[0] ?? "";
      const offset = content === text ? start : Math.max(0, content.indexOf(beside));
      const line = lines.findLastIndex((from) => from <= offset);
      const place = { path, line: firstLine + line, column: offset - (lines[line] ?? 0) + 1 };
      const more = marks.length - mostTold;
      const told = index === mostTold - 1 && more > 0 ? `${reason}, and ${more} more after it` : reason;
      return warningAt(place, ruleId, told, remedy);
    });
  });
  return problems.sort((one, other) => one.line - other.line || one.column - other.column);
}

/** Embeddings, overrides and isolates: they can make a line read otherwise than it is stored (CVE-2021-42574). */
const bidiControl = /[\u202a-\u202e\u2066-\u2069]/gu;

const anyBidiControl = new RegExp(bidiControl.source, "u");

/** The first sign of a file that turns its line's direction by itself; pages isolate what it stands in. */
function bidiControls({ path, content, firstLine }: SourceDocument): Problem[] {
  if (!anyBidiControl.test(content)) return [];
  const found = [...content.matchAll(bidiControl)];
  const [first] = found;
  if (first === undefined) return [];
  const lines = lineStarts(content.slice(0, first.index));
  const place = { path, line: firstLine + lines.length - 1, column: first.index - (lines.at(-1) ?? 0) + 1 };
  const code = `U+${first[0].charCodeAt(0).toString(16).toUpperCase()}`;
  const more = found.length === 1 ? "" : `, and ${found.length - 1} more after it`;
  const reason = `${code} is not seen and changes the order in which letters are shown${more}`;
  return [
    warningAt(
      place,
      "text/bidi-control",
      reason,
      "take it out, or let it stand with accept: text/bidi-control",
    ),
  ];
}

/** Where each line begins. */
function lineStarts(content: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of content.matchAll(/\r\n|[\n\r]/gu)) starts.push(index + end.length);
  return starts;
}

/** A heading opens a section, which runs to the next one; what stands before the first heading is the lead. */
function sectionsOf(text: string, blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  for (const block of blocks) {
    const { kind, start, end } = block;
    const current = sections.at(-1);
    if (kind === "heading") {
      sections.push({ heading: { start, end, text: text.slice(start, end) }, start, end, paragraphs: [] });
    } else if (current === undefined) {
      sections.push({ heading: null, start, end, paragraphs: [paragraphOf(block)] });
    } else {
      current.paragraphs.push(paragraphOf(block));
      current.end = end;
    }
  }
  return sections;
}

function paragraphOf({ start, end, lang }: Block): Paragraph {
  return lang === undefined ? { start, end } : { start, end, lang };
}

/** The text's own first line when it reads as a headline, and else as much of its first sentence as fits. */
function headlineOf(
  source: SourceDocument,
  text: string,
  blocks: readonly Block[],
  problems: Problem[],
): string {
  const [first, second] = blocks;
  if (first === undefined) return source.id;
  const line = text.slice(first.start, first.end);
  const isShort = line.length <= maxHeadline && !/[.!…۔]["”»’›]?$/u.test(line);
  if (first.kind === "heading" || (isShort && second !== undefined)) return line;
  const place = { path: source.path, line: source.firstLine, column: 1 };
  const remedy = 'give it one in INDEX.md, as "- [headline](file)", or as "title:" in its front matter';
  problems.push(
    warningAt(place, "article/no-headline", "the article has no headline; its first words stand in", remedy),
  );
  if (line.length <= maxHeadline) return line;
  const cut = line.slice(0, maxHeadline);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).trimEnd()}…`;
}
