import { Worker } from "node:worker_threads";
import { packageFile } from "../package-file.ts";
import { type Books, openBooks } from "./books.ts";
import { lookAtLedger } from "./site-ledger.ts";

/** Books that are kept in another thread. */
export type SharedBooks = {
  [Name in keyof Books]: (...given: Parameters<Books[Name]>) => Promise<Awaited<ReturnType<Books[Name]>>>;
} & {
  /** Ends the thread. */
  end: () => Promise<void>;
};

/** A call of one of the books' functions. */
export interface Call {
  id: number;
  name: keyof Books;
  given: readonly unknown[];
}

/** What became of a call. */
export type Answer = { id: number } & ({ result: unknown } | { error: unknown });

/** Starting a thread takes as long as looking at the files of a site whose ledger has so many bytes: some thousand articles. */
const worthwhile = 300_000;

/**
 * Opens the books of a site.
 * @param cacheDir where its ledger is kept
 * @param dir the site
 * @param given.inThread whether in a thread of their own
 * @param given.spareFrom as `openBooks` has it
 */
export function shareBooks(
  cacheDir: string,
  dir: string,
  { inThread, spareFrom }: { inThread: boolean; spareFrom?: number | undefined },
): SharedBooks {
  return inThread ? booksInThread(cacheDir, dir, spareFrom) : booksHere(cacheDir, dir, spareFrom);
}

/** Whether a thread pays: where the earlier site has many files. */
export function isThreadWorthwhile(cacheDir: string): boolean {
  return (lookAtLedger(cacheDir)?.size ?? 0) >= worthwhile;
}

function booksHere(cacheDir: string, dir: string, spareFrom: number | undefined): SharedBooks {
  const books = openBooks(cacheDir, dir, spareFrom);
  return {
    untouched: async () => books.untouched(),
    takeSpare: async (workDir) => books.takeSpare(workDir),
    keepGroups: async (groups, outDir) => books.keepGroups(groups, outDir),
    keep: async (products, outDir) => books.keep(products, outDir),
    add: async (products) => books.add(products),
    copyParts: books.copyParts,
    writeManifest: async (outDir, made) => books.writeManifest(outDir, made),
    close: async (head) => books.close(head),
    retire: async (aside) => books.retire(aside),
    end: async () => {},
  };
}

function booksInThread(cacheDir: string, dir: string, spareFrom: number | undefined): SharedBooks {
  // A worker needs compiled code, also where the rest runs from its sources.
  const worker = new Worker(packageFile("lib/bin/books-worker.js"), {
    workerData: { cacheDir, dir, spareFrom },
  });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: unknown) => void }>();
  let calls = 0;
  worker.on("message", (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) call?.reject(answer.error);
    else call?.resolve(answer.result);
  });
  // A thread that has ended answers nothing more.
  let failure: { error: unknown } | null = null;
  worker.on("error", (error) => {
    failure = { error };
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  const call =
    (name: keyof Books) =>
    (...given: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure.error);
          return;
        }
        calls += 1;
        waiting.set(calls, { resolve, reject });
        const message: Call = { id: calls, name, given };
        worker.postMessage(message);
      });
  // What the thread answers is what the function of that name returns.
  return {
    untouched: call("untouched") as SharedBooks["untouched"],
    takeSpare: call("takeSpare") as SharedBooks["takeSpare"],
    keepGroups: call("keepGroups") as SharedBooks["keepGroups"],
    keep: call("keep") as SharedBooks["keep"],
    add: call("add") as SharedBooks["add"],
    copyParts: call("copyParts") as SharedBooks["copyParts"],
    writeManifest: call("writeManifest") as SharedBooks["writeManifest"],
    close: call("close") as SharedBooks["close"],
    retire: call("retire") as SharedBooks["retire"],
    end: async () => {
      await worker.terminate();
    },
  };
}
