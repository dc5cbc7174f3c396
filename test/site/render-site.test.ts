import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { PageError, type RenderedPage, renderSite } from "../../src/site/render-site.ts";
import { planOf, smallArchive, viewOf } from "./fixture.ts";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-render-"));
});
afterEach(() => rm(dir, { recursive: true }));

function plannedPages(): RenderedPage[] {
  const drafted = smallArchive();
  return planOf(drafted).pages.map((page) => ({ ...page, view: () => viewOf(drafted, page) }));
}

const written = (): void => {};
const template = (page: Page): string => `<!doctype html><title>${page.path}</title>{{ page }} {% raw %}`;

describe("rendering a site", () => {
  test("writes each page at its path, what looks like a template in it untouched", async () => {
    const pages = plannedPages();
    await renderSite({ pages, outDir: dir, render: template, written });
    const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toHaveLength(pages.length);
    for (const { path } of pages) {
      expect(await readFile(join(dir, path), "utf8")).toBe(
        `<!doctype html><title>${path}</title>{{ page }} {% raw %}`,
      );
    }
  });

  test("names the page that could not be made, and why", async () => {
    const cause = new Error("no such field");
    const render = (page: Page): string => {
      if (page.path === "articles/visit.html") throw cause;
      return template(page);
    };
    const failure = await renderSite({ pages: plannedPages(), outDir: dir, render, written }).catch(
      (error) => error,
    );
    expect(failure).toBeInstanceOf(PageError);
    expect(failure).toMatchObject({ path: "articles/visit.html", cause });
    expect(failure.message).toBe("The page articles/visit.html could not be made: no such field");
  });

  test("reads nothing of the folder that it is called in", async () => {
    const before = process.cwd();
    const here = await mkdtemp(join(tmpdir(), "warraq-cwd-"));
    await writeFile(join(here, "eleventy.config.js"), "throw new Error('read');");
    await writeFile(join(here, ".eleventy.js"), "throw new Error('read');");
    await writeFile(join(here, "stray.md"), "# {{ stray }}");
    try {
      process.chdir(here);
      const pages = plannedPages();
      await renderSite({ pages, outDir: dir, render: template, written });
      expect(await readdir(dir)).not.toContain("stray");
    } finally {
      process.chdir(before);
      await rm(here, { recursive: true });
    }
  });
});
