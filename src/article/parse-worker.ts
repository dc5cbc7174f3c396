import type { ParsedArticle } from "../model/article.ts";
import type { Outcome } from "../model/problem.ts";
import type { SourceDocument } from "../model/source.ts";
import { parseArticle } from "./parse-article.ts";

/** What a worker thread runs: parses a batch of articles, in their order. */
export function parseBatch(sources: readonly SourceDocument[]): Outcome<ParsedArticle>[] {
  return sources.map(parseArticle);
}
