import * as z from "zod";
import { DateValue, EntityType } from "./article.ts";
import { Place } from "./place.ts";

/**
 * Where in a text a correction applies, told by the text itself so that it holds when other lines change
 * (W3C Web Annotation, TextQuoteSelector): every occurrence of `exact` with `prefix` before and `suffix` after it.
 */
export const Anchor = z.strictObject({
  exact: z.string().min(1),
  prefix: z.string().default(""),
  suffix: z.string().default(""),
});
export type Anchor = z.infer<typeof Anchor>;

/** A name that an editor vouches for. */
export const NameCorrection = z.object({
  type: EntityType,
  name: z.string(),
  /** Keeps two of one name apart across the archive; the name's slug when null. */
  id: z.string().nullable(),
  /** Further forms that mean it in this article. */
  mentions: z.array(z.string()),
  place: Place,
});
export type NameCorrection = z.infer<typeof NameCorrection>;

export const QuoteCorrection = Anchor.extend({
  kind: z.enum(["speech", "term"]).optional(),
  /** Null: nobody is told to speak; undefined: left as found. */
  speaker: z.string().nullable().optional(),
  place: Place,
});
export type QuoteCorrection = z.infer<typeof QuoteCorrection>;

export const DateCorrection = Anchor.extend({
  /** Null: it is no date. */
  value: DateValue.nullable(),
  place: Place,
});
export type DateCorrection = z.infer<typeof DateCorrection>;

export const Removal = Anchor.extend({ place: Place });
export type Removal = z.infer<typeof Removal>;

/** What an editor says of an article's annotations: it wins over every rule and model. */
export const Corrections = z.object({
  names: z.array(NameCorrection),
  /** Words that are no name. */
  remove: z.array(Removal),
  quotes: z.array(QuoteCorrection),
  dates: z.array(DateCorrection),
});
export type Corrections = z.infer<typeof Corrections>;
