import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type Eleventy from "@11ty/eleventy";
import type { Page } from "../model/page.ts";
import { type WrittenFile, writeSiteFile } from "./product.ts";

/** A page that is worked out when it is its turn. */
export interface RenderedPage {
  kind: Page["kind"];
  /** Of the file in dist/, unescaped. */
  path: string;
  view: () => Page;
}

export interface RenderOptions {
  pages: readonly RenderedPage[];
  /** Made when it does not exist; files of other names in it stay. */
  outDir: string;
  /** The whole HTML of a page. */
  render: (page: Page) => string;
  /** Told of each page. */
  written: (file: WrittenFile) => void;
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
 * read: Eleventy's input is an empty folder of our own, and it looks for no configuration or ignore file. The files are written
 * here and not by Eleventy, whose pages would have to be encoded twice and asked for again to know their digest and time.
 * @throws PageError
 */
export async function renderSite({ pages, outDir, render, written }: RenderOptions): Promise<void> {
  if (pages.length === 0) return;
  const inputDir = await mkdtemp(join(tmpdir(), "warraq-eleventy-"));
  try {
    await renderRun(pages, inputDir, resolve(outDir), render, written);
  } finally {
    await rm(inputDir, { recursive: true, force: true });
  }
}

async function renderRun(
  pages: readonly RenderedPage[],
  inputDir: string,
  outDir: string,
  render: (page: Page) => string,
  written: RenderOptions["written"],
): Promise<void> {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  let failure: PageError | undefined;
  const renderPath = (path: string): string => {
    try {
      const page = byPath.get(path);
      if (page === undefined) throw new Error("it is not among the planned pages");
      const html = render(page.view());
      written(writeSiteFile(outDir, path, html));
      return "";
    } catch (cause) {
      failure ??= new PageError(path, cause);
      throw failure;
    }
  };
  const Eleventy = await loadEleventy();
  const eleventy = new Eleventy(inputDir, outDir, {
    dryRun: true,
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

/** Loaded last and where pages are rendered: it takes 0.4 s, and would start a thread to resolve modules anew when they change. */
async function loadEleventy(): Promise<typeof Eleventy> {
  process.env["ELEVENTY_SKIP_ESM_RESOLVER"] = "1";
  return (await import("@11ty/eleventy")).default;
}
