import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, parse, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Page } from "../model/page.ts";
import type { PlannedPage } from "./planned-page.ts";

/** Eleventy keeps the HTML of a whole run in memory, so a large site takes several. Measured: 0.09 ms a page either way. */
const pagesPerRun = 2_000;

export interface RenderOptions {
  pages: readonly PlannedPage[];
  /** Made when it does not exist; files of other names in it stay. */
  outDir: string;
  /** The whole HTML of a page. */
  render: (page: Page) => string;
}

/** A page could not be made. `cause` is what its view or its template threw. */
export class PageError extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The page ${path} could not be made: ${reason}`, { cause });
    this.path = path;
  }
}

/**
 * Renders pages into files through Eleventy, one paginated template a kind of page. Nothing of the working folder is
 * read: Eleventy's input is an empty folder of our own, and it looks for no configuration or ignore file.
 * @throws PageError
 */
export async function renderSite({ pages, outDir, render }: RenderOptions): Promise<void> {
  const inputDir = await mkdtemp(join(tmpdir(), "warraq-eleventy-"));
  const workingDir = process.cwd();
  const target = resolve(outDir);
  try {
    // Eleventy makes paths relative to the working folder, and fails where that is the root. The site's own folder serves:
    // processes that are started meanwhile need one that stays.
    if (parse(workingDir).root === workingDir) {
      await mkdir(target, { recursive: true });
      process.chdir(target);
    }
    for (let from = 0; from < pages.length; from += pagesPerRun) {
      await renderRun(pages.slice(from, from + pagesPerRun), inputDir, target, render);
    }
  } finally {
    if (process.cwd() !== workingDir) process.chdir(workingDir);
    await rm(inputDir, { recursive: true, force: true });
  }
}

async function renderRun(
  pages: readonly PlannedPage[],
  inputDir: string,
  outDir: string,
  render: (page: Page) => string,
): Promise<void> {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  let failure: PageError | undefined;
  const renderPath = async (path: string): Promise<string> => {
    try {
      const page = byPath.get(path);
      if (page === undefined) throw new Error("it is not among the planned pages");
      return render(await page.view());
    } catch (cause) {
      failure ??= new PageError(path, cause);
      throw failure;
    }
  };
  const eleventy = new Eleventy(inputDir, outDir, {
    source: "script",
    quietMode: true,
    configPath: false,
    config: (config) => {
      config.setUseGitIgnore(false);
      for (const kind of new Set(pages.map((page) => page.kind))) {
        // Pagination runs over paths and not over pages: Eleventy copies what it is given.
        const paths = pages.filter((page) => page.kind === kind).map((page) => page.path);
        config.addTemplate(`${kind}.11ty.js`, ({ path }: { path: string }) => renderPath(path), {
          paths,
          pagination: { data: "paths", size: 1, alias: "path", addAllPagesToCollections: false },
          eleventyExcludeFromCollections: true,
          permalink: ({ path }: { path: string }) => `/${path}`,
        });
      }
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.write();
  } catch (error) {
    throw failure ?? error;
  }
}
