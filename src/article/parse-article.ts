import type { LanguagePack } from "../languages/language-pack.ts";
import { packFor } from "../languages/packs.ts";
import { foldForSearch } from "../languages/search-words.ts";
import { tokenize } from "../languages/tokens.ts";
import type { Article, Entity, ParsedArticle, Quote, Section } from "../model/article.ts";
import { type Outcome, type Problem, warningAt } from "../model/problem.ts";
import type { SourceDocument } from "../model/source.ts";
import { correctDates, correctNames, correctQuotes } from "./apply-corrections.ts";
import { attributeQuotes } from "./attribute-quotes.ts";
import type { Block } from "./block.ts";
import { findDates } from "./find-dates.ts";
import { findEntities } from "./find-entities.ts";
import { ruleProvenance } from "./provenance.ts";
import { findQuotationSpans, type QuotationProblem, type QuotationSpan } from "./quotation-spans.ts";
import { type Body, readMarkdown } from "./read-markdown.ts";
import { loadTagger } from "./tagger/name-tagger.ts";
import type { Proposal } from "./tagger/proposals.ts";
import { readPlainText } from "./text-blocks.ts";

/** A headline that has to be made of a text's first sentence is no longer than this, in UTF-16 code units. */
const maxHeadline = 100;

/** Parses an article's text: its structure, and quotes, entities and dates as annotations that stand off from it. */
export function parseArticle(source: SourceDocument): Outcome<ParsedArticle> {
  const problems: Problem[] = [];
  const { text, blocks, tree } = readBody(source);
  const pack = packFor(source.lang);
  const quotations = findQuotationSpans(text, blocks);
  problems.push(...quotationProblems(source, text, quotations.problems));
  const named = pack === undefined ? [] : findNames(text, blocks, quotations.spans, pack);
  const { corrections } = source;
  const entities = correctNames(text, named, corrections, pack, problems);
  const quotes = readQuotes(text, blocks, quotations.spans, entities, pack);
  const dates =
    pack === undefined
      ? []
      : findDates({ text, blocks, published: source.published, dates: pack.dates, fold: pack.fold });
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
    quotes: correctQuotes(text, quotes, corrections, entities, problems),
    entities,
    dates: correctDates(text, dates, corrections, problems),
    sha256,
  };
  return { value: { article, body: tree }, problems };
}

function readBody({ format, content }: SourceDocument): Body {
  return format === "markdown" ? readMarkdown(content) : readPlainText(content);
}

function findNames(
  text: string,
  blocks: readonly Block[],
  spans: readonly QuotationSpan[],
  { tag, names, fold }: LanguagePack,
): Entity[] {
  const recognize = (proposals: readonly Proposal[]) =>
    loadTagger().tag(tokenize(text, 0, text.length, fold), text, proposals);
  return findEntities({ text, blocks, spans, names, fold, ...(tag === "ar" ? { recognize } : {}) });
}

/** What is wrong with the pairs of quotation marks, told where they stand in the file. */
function quotationProblems(
  { path, content, firstLine }: SourceDocument,
  text: string,
  found: readonly QuotationProblem[],
): Problem[] {
  return found.map(({ ruleId, start }) => {
    // The text of Markdown is not its source: the mark is looked for with the words beside it.
    const beside = text.slice(start, start + 12).split("\n")[0] ?? "";
    const offset = content === text ? start : Math.max(0, content.indexOf(beside));
    const before = content.slice(0, offset).split(/\r\n|[\n\r]/u);
    const place = { path, line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
    return ruleId === "quotes/unclosed"
      ? warningAt(place, ruleId, "a quotation is opened here and never closed", "close it where it ends")
      : warningAt(
          place,
          ruleId,
          "a quotation is closed here that was never opened",
          "open it where it begins",
        );
  });
}

/** Without a pack nobody can tell who speaks: a quotation of a sentence's length is speech, a shorter one a term. */
function readQuotes(
  text: string,
  blocks: readonly Block[],
  spans: readonly QuotationSpan[],
  entities: readonly Entity[],
  pack: LanguagePack | undefined,
): Quote[] {
  if (pack !== undefined) {
    return attributeQuotes({ text, blocks, spans, entities, speech: pack.speech, fold: pack.fold });
  }
  return spans.map(({ start, end }): Quote => {
    const quoted = text.slice(start, end);
    const kind = tokenize(text, start, end, foldForSearch).length >= 3 ? "speech" : "term";
    const provenance = ruleProvenance("quote/length");
    return { kind, start, end, text: quoted, speaker: null, provenance };
  });
}

/** A heading opens a section, which runs to the next one; what stands before the first heading is the lead. */
function sectionsOf(text: string, blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  for (const { kind, start, end } of blocks) {
    const current = sections.at(-1);
    if (kind === "heading") {
      sections.push({ heading: { start, end, text: text.slice(start, end) }, start, end, paragraphs: [] });
    } else if (current === undefined) {
      sections.push({ heading: null, start, end, paragraphs: [{ start, end }] });
    } else {
      current.paragraphs.push({ start, end });
      current.end = end;
    }
  }
  return sections;
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
