import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { channel } from "node:diagnostics_channel";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeSearchIndex } from "../../src/site/search-index.ts";
import { writePart } from "../../src/site/search-worker.ts";
import {
  type DraftedArchive,
  draftArchive,
  manyArticles,
  noEarlierSite,
  planOf,
  smallArchive,
} from "./fixture.ts";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-index-"));
});
afterEach(() => rm(dir, { recursive: true }));

async function index(drafted: DraftedArchive, outDir: string): Promise<void> {
  const { catalogue } = planOf(drafted);
  const progress = (): void => {};
  await writeSearchIndex({
    ...drafted,
    catalogue,
    outDir,
    helper: noEarlierSite,
    version: "1",
    search: true,
    progress,
  });
}

async function digests(root: string): Promise<Record<string, string>> {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const found: [string, string][] = [];
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    found.push([
      path.slice(root.length),
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ]);
  }
  return Object.fromEntries(found.sort());
}

describe("the search index", () => {
  test("is not waited for without end when Pagefind's process is killed", async () => {
    const spawned = channel("child_process");
    // What the system does to a process when memory is short.
    const kill = (message: unknown): void => {
      const { process: engine } = message as { process: ChildProcess }; // what Node documents of this channel
      engine.once("spawn", () => engine.kill("SIGKILL"));
    };
    spawned.subscribe(kill);
    const { catalogue, refOf, packPath } = { ...smallArchive(), ...planOf(smallArchive()) };
    const documents = [...catalogue.archive.articles.keys()].map((id) => ({
      ref: refOf(id),
      url: id,
      filters: [],
    }));
    const part = { language: "ar", documents, packPath, outDir: dir, folder: "pagefind/ar", hasEngine: true };
    await expect(writePart(part)).rejects.toThrow("Pagefind's process ended with SIGKILL");
    spawned.unsubscribe(kill);
  });

  test("is one a language, without interfaces that the site has no use for", async () => {
    await index(smallArchive(), dir);
    expect(JSON.parse(await readFile(join(dir, "pagefind/parts.json"), "utf8"))).toEqual({
      ar: ["ar"],
      en: ["en"],
    });
    for (const language of ["ar", "en"]) {
      const entry = await readFile(join(dir, "pagefind", language, "pagefind-entry.json"), "utf8");
      expect(Object.keys(JSON.parse(entry).languages)).toEqual([language]);
      const files = await readdir(join(dir, "pagefind", language));
      expect(files.filter((file) => /ui|highlight/.test(file))).toEqual([]);
    }
  });

  test("has the same bytes whenever it is made of the same archive", async () => {
    const drafted = draftArchive({ articles: manyArticles(40) });
    await index(drafted, join(dir, "one"));
    await index(drafted, join(dir, "two"));
    const one = await digests(join(dir, "one"));
    expect(Object.keys(one).length).toBeGreaterThan(40);
    expect(await digests(join(dir, "two"))).toEqual(one);
  });

  test("of an archive without articles is none", async () => {
    await index(draftArchive({ articles: [] }), dir);
    expect(await readdir(dir)).toEqual([]);
  });
});
