import type { ParsedArticle } from "../model/article.ts";
import type { Outcome } from "../model/problem.ts";
import type { RecognizerFolder } from "../model/recognizer.ts";
import type { SourceDocument } from "../model/source.ts";
import { parseArticle, readStructure } from "./parse-article.ts";
import { loadRecognizer, type NeuralRecognizer } from "./recognizer/neural-recognizer.ts";

export interface Batch {
  sources: readonly SourceDocument[];
  /** The model that finds names in place of the built-in recognizer. */
  recognizer: RecognizerFolder | null;
}

const loaded = new Map<string, Promise<NeuralRecognizer>>();

/** What a worker thread runs: parses a batch of articles, in their order. A model is loaded once a thread. */
export async function parseBatch({ sources, recognizer }: Batch): Promise<Outcome<ParsedArticle>[]> {
  if (recognizer === null) return sources.map((source) => parseArticle(source));
  const { path, id } = recognizer;
  const recognize = await (loaded.get(path) ?? load(recognizer));
  const parsed: Outcome<ParsedArticle>[] = [];
  for (const source of sources) {
    const { text, blocks } = readStructure(source);
    parsed.push(parseArticle(source, { id, names: await recognize(text, blocks) }));
  }
  return parsed;
}

function load(folder: RecognizerFolder): Promise<NeuralRecognizer> {
  const recognizer = loadRecognizer(folder);
  loaded.set(folder.path, recognizer);
  return recognizer;
}
