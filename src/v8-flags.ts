import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { once } from "./once.ts";

/**
 * Has functions run some fifteen times as long before they are optimized. Each thread optimizes the functions that it runs for itself, and
 * where all cores are at work that takes time from the work: of a first build of 4,000 articles a seventh (BENCHMARKS.md). Threads that are
 * started later have it too. A build that finds nothing changed has few functions, and is faster without.
 */
export function optimizeLate(): void {
  // V8 12, which comes with Node 22, goes by other numbers, and says on the terminal that it knows no such flag.
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString("--interrupt-budget=1000000");
}

/**
 * Has the heap grow by a fifth, not to its double or more, before it is looked through: less memory, and more time (BENCHMARKS.md). How far it may
 * grow is settled whenever it has been looked through, which is therefore done at once.
 */
export const spareMemory = once(() => {
  setFlagsFromString("--heap-growing-percent=20");
  setFlagsFromString("--expose-gc");
  // Only a context that is made after the flag has the function.
  runInNewContext("gc()");
});
