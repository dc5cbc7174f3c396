import type { Problem } from "./model/problem.ts";
import type { OnProgress } from "./model/progress.ts";
import type { Holder } from "./publish/lock.ts";
import { type LookedAtOptions, lookAt } from "./publish/look-at.ts";

export interface BuildOptions extends LookedAtOptions {
  seedsDir: string;
  /** The site's address, ending with `/`; null to go by INDEX.md. */
  baseUrl: string | null;
  /** Replace a folder that is not a site of ours. */
  force: boolean;
  progress: OnProgress;
  /** Whether the site gets a search index; true by default. Without one its search page finds nothing. */
  search?: boolean;
  /** Folders of shards: what they have parsed makes the site, and nothing is parsed beside. */
  shards?: readonly string[];
}

/** What a build had to do. */
export interface BuildCounts {
  articles: number;
  /** Of the articles, how many were parsed; the others are as they were. */
  parsed: number;
  pages: number;
  /** Of the pages, how many were written; the others are as they were. */
  written: number;
  /** Pages of the earlier site that this one has no more. */
  removed: number;
}

export type BuildResult = { problems: Problem[] } & (
  | { kind: "built"; counts: BuildCounts }
  /** A problem is an error; nothing was published. */
  | { kind: "input-wrong" }
  /** The output folder holds files that are no site of ours; nothing was published. */
  | { kind: "out-occupied" }
  /** Another build is writing to the output folder; nothing was published. */
  | { kind: "out-busy"; holder: Holder }
);

/** Builds the site of an archive. The earlier site stays whole until the new one is, and altogether when the input is wrong. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  // Opened first, so that the site is looked at while the rest of the program is loaded and the seeds are read.
  const opened = lookAt(options);
  try {
    const { buildAlone } = await import("./build-alone.ts");
    return await buildAlone(opened, options);
  } finally {
    await opened.books.end();
  }
}
