import type { RootContent } from "mdast";
import * as z from "zod";
import { Direction, LanguageTag } from "./language.ts";
import { Place } from "./place.ts";
import type { RecognizerFolder } from "./recognizer.ts";
import { Metadata } from "./source.ts";

/** How dates and numbers are written; what is absent goes by the site's language. */
export const Writing = z.object({
  /** Latin, Arabic-Indic or Persian digits, by their names in CLDR. */
  digits: z.enum(["latn", "arab", "arabext"]).optional(),
  /** Names of the Gregorian months in Arabic: كانون الثاني, يناير, جانفي. */
  months: z.enum(["levantine", "egyptian", "maghrebi"]).optional(),
  /** A second calendar beside the Gregorian one. */
  calendar: z.enum(["islamic-umalqura", "persian", "hebrew"]).optional(),
});
export type Writing = z.infer<typeof Writing>;

/** The front matter of INDEX.md. */
export const SiteConfig = z.object({
  title: z.string(),
  lang: LanguageTag,
  dir: Direction,
  /** Whether INDEX.md says `lang`; where it does not, each text's own language is looked for. */
  declaresLang: z.boolean(),
  /** Absolute, ends with `/`; null when the site is not told its address. */
  url: z.string().nullable(),
  description: z.string().nullable(),
  writing: Writing.optional(),
  /** Whether browsers may keep what was read and install the site. */
  offline: z.boolean().optional(),
  /** Whether each article's file is published beside its page. */
  publishSources: z.boolean().optional(),
  /** The first and the last day that articles may be of, as the editor says; null where there is no such day. */
  period: z.object({ from: z.string().nullable(), to: z.string().nullable() }).optional(),
  /** Off: no names, quotes and dates are looked for, and articles have those that their editor states. */
  extraction: z.literal("off").optional(),
});
export type SiteConfig = z.infer<typeof SiteConfig>;

/** A file that is to be an article, and what INDEX.md says of it. */
export const SeedEntry = z.object({
  path: z.string(),
  metadata: Metadata,
  /** The item of INDEX.md that names it; null when a folder or nothing reaches it. */
  place: Place.nullable(),
});
export type SeedEntry = z.infer<typeof SeedEntry>;

/** A run of articles in a collection: one that an item names, or all that a folder or a glob takes, in date order. */
export const CollectionItem = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("article"), path: z.string() }),
  z.object({ kind: z.literal("folder"), title: z.string(), paths: z.array(z.string()) }),
]);
export type CollectionItem = z.infer<typeof CollectionItem>;

/** A heading of INDEX.md with what stands under it. */
export interface Collection {
  id: string;
  /** Null for articles that stand before any heading and for unlisted ones: the interface names these. */
  title: string | null;
  kind: "listed" | "unlisted";
  /** Depth of the heading, 1 to 6. */
  level: number;
  /** Prose under the heading, as CommonMark nodes; links to seeds still point at files. */
  introduction: RootContent[];
  items: CollectionItem[];
}

/** All that seeds/ holds, before any article's text is parsed. */
export interface Seeds {
  site: SiteConfig;
  /** The model that INDEX.md names to find names with; null for the built-in recognizer. */
  recognizer: RecognizerFolder | null;
  introduction: RootContent[];
  collections: Collection[];
  /** In the order of their paths (by UTF-16 code unit), each file once. */
  entries: SeedEntry[];
  /** Whether any text has a file of corrections beside it. */
  hasSideFiles: boolean;
}
