import { createHash } from "node:crypto";
import type { ParsedArticle } from "../model/article.ts";
import type { Outcome } from "../model/problem.ts";
import type { RecognizerFolder } from "../model/recognizer.ts";
import type { SourceDocument } from "../model/source.ts";
import { parseArticles } from "./parse-articles.ts";

/** Articles that were parsed before, by all that they were made of; for one process that builds again and again. */
export type ParseMemory = Map<string, Outcome<ParsedArticle>>;

/**
 * As `parseArticles`, but what the memory has is not parsed again. Afterwards it holds these articles and no others.
 * The same sources give the same articles with and without it.
 */
export async function parseRemembering(
  sources: readonly SourceDocument[],
  recognizer: RecognizerFolder | null,
  memory: ParseMemory,
): Promise<Outcome<ParsedArticle>[]> {
  const keys = sources.map((source) => keyOf(source, recognizer));
  const unknown = sources.filter((_, index) => !memory.has(keys[index] ?? ""));
  const parsed = await parseArticles(unknown, recognizer);
  const found = new Map(unknown.map((source, index) => [source, parsed[index]]));
  const outcomes = sources.flatMap(
    (source, index) => found.get(source) ?? memory.get(keys[index] ?? "") ?? [],
  );
  memory.clear();
  outcomes.forEach((outcome, index) => {
    memory.set(keys[index] ?? "", outcome);
  });
  return outcomes;
}

function keyOf(source: SourceDocument, recognizer: RecognizerFolder | null): string {
  return createHash("sha256")
    .update(JSON.stringify([source, recognizer]))
    .digest("base64");
}
