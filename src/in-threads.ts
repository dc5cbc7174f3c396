import { Tinypool } from "tinypool";
import { packageFile } from "./package-file.ts";
import { optimizeLate } from "./v8-flags.ts";

/** So many batches a worker wait for it, that it need not. */
const batchesAhead = 2;

export interface Threads<Batch, Done> {
  /** The name of the module and of its function that the workers run. */
  module: string;
  name: string;
  threads: number;
  /** The next batch, asked for when a worker is ready for it; undefined when there is none. */
  next: () => Batch | undefined | Promise<Batch | undefined>;
  /** What the function is given of a batch. */
  given: (batch: Batch) => object;
  take: (batch: Batch, done: Done) => void;
}

/** Parts items into batches, in their order. */
export function inBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < items.length; from += size) batches.push(items.slice(from, from + size));
  return batches;
}

/** Has batches worked on by worker threads, which run compiled code, also where the rest runs from its sources. */
export async function inThreads<Batch, Done>(work: Threads<Batch, Done>): Promise<void> {
  const { module, name, threads, next, given, take } = work;
  optimizeLate();
  const pool = new Tinypool({
    filename: packageFile(`lib/bin/${module}.js`),
    name,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: batchesAhead,
  });
  try {
    const lane = async (): Promise<void> => {
      for (let batch = await next(); batch !== undefined; batch = await next()) {
        const done: Done = await pool.run(given(batch));
        take(batch, done);
      }
    };
    await Promise.all(Array.from({ length: threads * batchesAhead }, lane));
  } finally {
    await pool.destroy();
  }
}
