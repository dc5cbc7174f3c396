import * as z from "zod";
import { Corrections } from "./corrections.ts";
import { IsoDate } from "./iso-date.ts";
import { Direction, LanguageTag } from "./language.ts";

/** What INDEX.md and front matter may say of an article. What neither says is undefined. */
export const Metadata = z.object({
  title: z.string().optional(),
  date: IsoDate.optional(),
  updated: IsoDate.optional(),
  source: z.string().optional(),
  sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
  authors: z.array(z.string()).optional(),
  lang: LanguageTag.optional(),
  tags: z.array(z.string()).optional(),
  summary: z.string().optional(),
  id: z.string().optional(),
  /** WHATWG name of the file's encoding, such as `windows-1256`; UTF-8 or its byte-order mark's when undefined. */
  encoding: z.string().optional(),
  /** Ids of rules whose warnings its editor has seen and lets stand. */
  accept: z.array(z.string()).optional(),
});
export type Metadata = z.infer<typeof Metadata>;

/** A file of seeds/, decoded, its front matter taken off, with all that is known of it from outside its text. */
export const SourceDocument = z.object({
  /** Unique in the archive; from the file's path, or as INDEX.md or front matter name it. */
  id: z.string(),
  /** Below the seeds folder, with `/` between its parts. */
  path: z.string(),
  format: z.enum(["text", "markdown"]),
  /** The file's characters after the byte-order mark and front matter, none of them altered. */
  content: z.string(),
  /** The line of the file on which `content` starts, from 1. */
  firstLine: z.int().positive(),
  lang: LanguageTag,
  dir: Direction,
  /** Languages of paragraphs in other scripts than the text's own, by ISO 15924 code. */
  otherLanguages: z.record(z.string(), LanguageTag),
  /** Null when neither INDEX.md nor front matter says it: parsing then takes it from the text. */
  headline: z.string().nullable(),
  published: IsoDate.nullable(),
  updated: IsoDate.nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  authors: z.array(z.string()),
  tags: z.array(z.string()),
  summary: z.string().nullable(),
  /** Ids of rules whose warnings its editor lets stand. */
  accepted: z.array(z.string()).optional(),
  /** Off: nothing is annotated but what its editor states. */
  extraction: z.literal("off").optional(),
  /** What its editor says of names, quotes and dates in it. */
  corrections: Corrections,
  /** Of the file's bytes, in hexadecimal. */
  sha256: z.string(),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
