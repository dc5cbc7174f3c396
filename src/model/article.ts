import type { Root } from "mdast";
import * as z from "zod";
import { IsoDate } from "./iso-date.ts";
import { Direction, LanguageTag } from "./language.ts";
import { Provenance } from "./provenance.ts";

/** Offset into `Article.text`, in UTF-16 code units. */
const Offset = z.int().nonnegative();

/** A stretch of `Article.text`; `end` is exclusive. */
export const Range = z.object({ start: Offset, end: Offset });
export type Range = z.infer<typeof Range>;

/** A range together with the characters it covers. */
export const TextRange = Range.extend({ text: z.string() });
export type TextRange = z.infer<typeof TextRange>;

/** `lang` where it is not the article's. */
export const Paragraph = Range.extend({ lang: LanguageTag.optional() });
export type Paragraph = z.infer<typeof Paragraph>;

export const Section = Range.extend({
  /** Null for the lead, the section before the first heading. */
  heading: TextRange.nullable(),
  paragraphs: z.array(Paragraph),
});
export type Section = z.infer<typeof Section>;

/** A range, and where what is said of it comes from. */
export const Annotation = TextRange.extend({ provenance: Provenance });
export type Annotation = z.infer<typeof Annotation>;

export const Speaker = z.object({
  /** A person by name; an institution; an unnamed spokesman by institution or role. */
  name: z.string(),
  /** The id of one of the article's entities, or null when the speaker has no name of its own. */
  entity: z.string().nullable(),
});
export type Speaker = z.infer<typeof Speaker>;

/** A speaker, and what tells that it is this one. */
export const AttributedSpeaker = Speaker.extend({ provenance: Provenance });
export type AttributedSpeaker = z.infer<typeof AttributedSpeaker>;

/** The range inside a pair of quotation marks: what somebody said, or a term (a name, a title, a scare quote). */
export const Quote = z.discriminatedUnion("kind", [
  Annotation.extend({ kind: z.literal("speech"), speaker: AttributedSpeaker.nullable() }),
  Annotation.extend({ kind: z.literal("term"), speaker: z.null() }),
]);
export type Quote = z.infer<typeof Quote>;

export const EntityType = z.enum(["Person", "Place", "Organization", "Event", "Thing"]);
export type EntityType = z.infer<typeof EntityType>;

export const Entity = z.object({
  /** The same in every article of the archive that mentions it. */
  id: z.string(),
  type: EntityType,
  /** The fullest form among its mentions. */
  name: z.string(),
  /** In text order; attached particles (و ف ب ل ك) are outside. */
  mentions: z.array(Annotation).min(1),
});
export type Entity = z.infer<typeof Entity>;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in the Gregorian calendar. */
export const DateValue = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const DateMention = Annotation.extend({ value: DateValue });
export type DateMention = z.infer<typeof DateMention>;

/** A stretch of time or an imprecise date, as EDTF (ISO 8601-2) writes it: `2015/2019`, `199X`, `2020-22`, `1990~`, `2011/..`. */
export const PeriodMention = Annotation.extend({ edtf: z.string().min(1) });
export type PeriodMention = z.infer<typeof PeriodMention>;

/** A news article: its plain text, and annotations that stand off from it. Published as `articles/<id>.json`. */
export const Article = z.object({
  id: z.string(),
  lang: LanguageTag,
  dir: Direction,
  headline: z.string(),
  published: IsoDate.nullable(),
  updated: IsoDate.nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  authors: z.array(z.string()),
  tags: z.array(z.string()),
  summary: z.string().nullable(),
  /** The whole plain text, as the source has it. */
  text: z.string(),
  sections: z.array(Section),
  quotes: z.array(Quote),
  entities: z.array(Entity),
  dates: z.array(DateMention),
  /** In text order, none overlapping. A date that one of them takes in stands among `dates` as well. */
  periods: z.array(PeriodMention),
  /** Of the source file's bytes, in hexadecimal. */
  sha256: z.string(),
});
export type Article = z.infer<typeof Article>;

/**
 * An article's blocks as an mdast tree, for rendering. The pieces of plain text in it (`text`, `inlineCode`, `code`)
 * say in `data.offset` where they stand in `Article.text`; each leaf block stands in one `Section` as its heading or a paragraph.
 */
export interface ParsedArticle {
  article: Article;
  /** The tree that its page is made of; null for a plain text, whose sections say it all. */
  body: Root | null;
}

declare module "mdast" {
  interface TextData {
    /** Where the node's value starts in `Article.text`, in UTF-16 code units. */
    offset?: number;
  }
  interface InlineCodeData {
    offset?: number;
  }
  interface CodeData {
    offset?: number;
  }
}
