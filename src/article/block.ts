import type { Range } from "../model/article.ts";
import type { LanguageTag } from "../model/language.ts";

/** A heading or a paragraph of an article's text, without the white space around it. Offsets into `Article.text`. */
export interface Block extends Range {
  kind: "heading" | "paragraph";
  /** What a paragraph is when it is none of the running text. */
  role?: LineRole;
  /** Its language where it is not the article's. */
  lang?: LanguageTag;
}

/** Lines that stand around a news text or in it and are neither its sentences nor its headings. */
export type LineRole = "dateline" | "byline" | "credit" | "note" | "list-item" | "table-row" | "caption";
