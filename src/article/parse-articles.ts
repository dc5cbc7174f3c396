import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { ParsedArticle } from "../model/article.ts";
import type { Outcome } from "../model/problem.ts";
import type { SourceDocument } from "../model/source.ts";
import { packageFile } from "../package-file.ts";
import { parseArticle } from "./parse-article.ts";
import type { parseBatch } from "./parse-worker.ts";

/** Starting the workers takes as long as parsing this many articles here does. */
const worthwhile = 200;
/** Small enough that no worker has much to do when the others have ended. */
const batchSize = 32;

/**
 * Parses articles, many of them on all cores. What comes back is in the order of what went in, and the same whatever the
 * number of workers.
 * @param workers how many threads; 0 parses here
 */
export async function parseArticles(
  sources: readonly SourceDocument[],
  workers = sources.length < worthwhile ? 0 : availableParallelism(),
): Promise<Outcome<ParsedArticle>[]> {
  if (workers === 0) return sources.map(parseArticle);
  // A worker needs compiled code, also where the rest runs from its sources.
  const filename = packageFile("lib/src/article/parse-worker.js");
  const pool = new Tinypool({ filename, name: "parseBatch", minThreads: workers, maxThreads: workers });
  try {
    const batches: Promise<ReturnType<typeof parseBatch>>[] = [];
    for (let from = 0; from < sources.length; from += batchSize) {
      batches.push(pool.run(sources.slice(from, from + batchSize)));
    }
    return (await Promise.all(batches)).flat();
  } finally {
    await pool.destroy();
  }
}
