import type { Range } from "../model/article.ts";

/** A heading or a paragraph of an article's text, without the white space around it. Offsets into `Article.text`. */
export interface Block extends Range {
  kind: "heading" | "paragraph";
}
