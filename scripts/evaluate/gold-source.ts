import { createHash } from "node:crypto";
import { directionOf } from "../../src/model/language.ts";
import type { SourceDocument } from "../../src/model/source.ts";
import type { GoldArticle } from "./parse-gold.ts";

/** A gold article as the extractor gets it: the text with no hint but its language and its day. */
export function goldSource({ text, lang, published }: GoldArticle, path: string): SourceDocument {
  return {
    id: path.replace(/^.*\//, "").replace(/\..*$/, ""),
    path,
    format: "text",
    content: text,
    firstLine: 1,
    lang,
    dir: directionOf(lang),
    otherLanguages: {},
    headline: null,
    published,
    updated: null,
    source: null,
    sourceUrl: null,
    authors: [],
    tags: [],
    summary: null,
    corrections: { names: [], remove: [], quotes: [], dates: [] },
    sha256: createHash("sha256").update(text).digest("hex"),
  };
}
