import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Page } from "../model/page.ts";

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
  /** Told the SHA-256 of each page, in hexadecimal. */
  written: (path: string, sha256: string) => void;
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
 * read: Eleventy's input is an empty folder of our own, and it looks for no configuration or ignore file. It keeps the HTML of a
 * run in memory, so a large site takes several.
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
      written(path, createHash("sha256").update(html).digest("hex"));
      return html;
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
