import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { ParsedArticle } from "../model/article.ts";
import type { Outcome } from "../model/problem.ts";
import type { RecognizerFolder } from "../model/recognizer.ts";
import type { SourceDocument } from "../model/source.ts";
import { packageFile } from "../package-file.ts";
import { type Batch, parseBatch } from "./parse-worker.ts";

/** Starting the workers takes as long as parsing this many articles here does, or this many with a model that the editor brought. */
const worthwhile = { builtIn: 200, model: 8 };
/** Small enough that no worker has much to do when the others have ended. */
const batchSize = 32;

/**
 * Parses articles, many of them on all cores. What comes back is in the order of what went in, and the same whatever the
 * number of workers.
 * @param recognizer a model that finds names in place of the built-in recognizer
 * @param workers how many threads; 0 parses here
 */
export async function parseArticles(
  sources: readonly SourceDocument[],
  recognizer: RecognizerFolder | null = null,
  workers = usualWorkers(sources.length, recognizer),
): Promise<Outcome<ParsedArticle>[]> {
  if (workers === 0) return await parseBatch({ sources, recognizer });
  // A worker needs compiled code, also where the rest runs from its sources.
  const filename = packageFile("lib/src/article/parse-worker.js");
  const pool = new Tinypool({ filename, name: "parseBatch", minThreads: workers, maxThreads: workers });
  try {
    const batches: ReturnType<typeof parseBatch>[] = [];
    for (let from = 0; from < sources.length; from += batchSize) {
      const batch: Batch = { sources: sources.slice(from, from + batchSize), recognizer };
      batches.push(pool.run(batch));
    }
    return (await Promise.all(batches)).flat();
  } finally {
    await pool.destroy();
  }
}

function usualWorkers(articles: number, recognizer: RecognizerFolder | null): number {
  const few = recognizer === null ? worthwhile.builtIn : worthwhile.model;
  return articles < few ? 0 : availableParallelism();
}
