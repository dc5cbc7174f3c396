import { isThreadWorthwhile, type SharedBooks, shareBooks } from "./books-thread.ts";
import { lookAtLedger } from "./site-ledger.ts";
import { cachePath, targetOf } from "./swap.ts";

export interface LookedAtOptions {
  outDir: string;
  /** Whether what is done for each file of the site is done in a thread of its own; by default where it pays. */
  booksInThread?: boolean;
  /** How many files a site has of which the one before is kept as a spare; by default as many as pay. */
  spareFrom?: number;
}

/** The books of the site as it is found, and what they say of it. */
export interface LookedAt {
  books: SharedBooks;
  looking: ReturnType<SharedBooks["untouched"]>;
  /** Of the ledger that they were opened with. */
  stamp: string | undefined;
}

/** Opens the books of the site in a folder, and has them look at it. */
export function lookAt({ outDir, booksInThread, spareFrom }: LookedAtOptions): LookedAt {
  const cacheDir = cachePath(outDir);
  const stamp = lookAtLedger(cacheDir)?.stamp;
  const inThread = booksInThread ?? isThreadWorthwhile(cacheDir);
  const books = shareBooks(cacheDir, targetOf(outDir), { inThread, spareFrom });
  const looking = books.untouched();
  // Should reading fail meanwhile, that is what is told.
  looking.catch(() => {});
  return { books, looking, stamp };
}
