import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { makeLook } from "../../src/site/look.ts";
import { PageError, renderDrafts } from "../../src/site/render-batch.ts";
import { planOf, smallArchive } from "./fixture.ts";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-render-"));
});
afterEach(() => rm(dir, { recursive: true }));

const template = (page: Page): string => `<!doctype html><title>${page.path}</title>{{ page }} {% raw %}`;

function render(make: (page: Page) => string) {
  const drafted = smallArchive();
  const { pages } = planOf(drafted);
  const { words } = makeLook(drafted.archive.site);
  const drafts = pages.map((page) => page.draft());
  return { pages, files: renderDrafts(drafts, drafted.store, { render: make, words }, dir) };
}

describe("rendering a batch of pages", () => {
  test("writes each page at its path, what looks like a template in it untouched", async () => {
    const { pages, files } = render(template);
    const written = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(written).toHaveLength(files.flat().length);
    for (const { path } of pages) {
      expect(await readFile(join(dir, path), "utf8")).toBe(
        `<!doctype html><title>${path}</title>{{ page }} {% raw %}`,
      );
    }
  });

  test("puts an article's data beside its page", () => {
    const { pages, files } = render(template);
    pages.forEach(({ kind, path }, index) => {
      const expected = kind === "article" ? [path, path.replace(/html$/, "json")] : [path];
      expect(files[index]?.map((file) => file.path)).toEqual(expected);
    });
  });

  test("names the page that could not be made, and why", () => {
    const cause = new Error("no such field");
    const failing = (page: Page): string => {
      if (page.path === "articles/visit.html") throw cause;
      return template(page);
    };
    let failure: unknown;
    try {
      render(failing);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(PageError);
    expect(failure).toMatchObject({
      path: "articles/visit.html",
      cause,
      message: "The page articles/visit.html could not be made: no such field",
    });
  });
});
