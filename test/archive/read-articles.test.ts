import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gather } from "../../src/archive/gather.ts";
import { type ReadArticles, readArticles } from "../../src/archive/read-articles.ts";
import type { ArticleRef, CatalogEntry } from "../../src/model/archive.ts";
import type { ParsedArticle } from "../../src/model/article.ts";
import { readSeeds } from "../../src/seeds/read-seeds.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-read-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

interface Read {
  articles: ParsedArticle[];
  entries: CatalogEntry[];
  problems: ReadArticles["problems"];
  parsed: number;
}

function located(found: ReadArticles): ArticleRef[] {
  const { keys, refOf } = found.located();
  return keys.map((_, article) => refOf(article));
}

async function read(seedsDir: string, cache: string, workers = 0, version = "1"): Promise<Read> {
  const { value: seeds } = await readSeeds(seedsDir);
  const cacheDir = join(dir, cache);
  const found = await readArticles({ seedsDir, seeds, cacheDir, version, progress: () => {}, workers });
  try {
    const articles = located(found).map(found.store.load);
    const entries = [...found.entries()];
    return { articles, entries, problems: found.problems, parsed: found.parsed.length };
  } finally {
    found.close();
  }
}

test("the number of threads changes nothing", async () => {
  const here = await read("examples/seeds", "none");
  expect(here.articles.length).toBeGreaterThan(30);
  expect(await read("examples/seeds", "one", 1)).toEqual(here);
  expect(await read("examples/seeds", "three", 3)).toEqual(here);
});

describe("articles of an earlier build", () => {
  let seeds: string;
  beforeEach(async () => {
    seeds = join(dir, "seeds");
    await cp("examples/seeds/2019", join(seeds, "2019"), { recursive: true });
    // What was written a moment ago may be written to again within the tick of the clock.
    await new Promise((resolve) => setTimeout(resolve, 200));
  });

  test("are taken as they are, with the problems that they had", async () => {
    writeFileSync(join(seeds, "open.txt"), "عنوان\n\nقال الوزير: «لم تغلق هذه.\n");
    const cold = await read(seeds, "cache");
    expect(cold.parsed).toBe(cold.articles.length);
    expect(cold.problems).not.toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await read(seeds, "cache")).toEqual({ ...cold, parsed: 0 });
    expect(await read(seeds, "cache")).toEqual({ ...cold, parsed: 0 });
  });

  test("are parsed again when their text, their corrections or the program changed, and no others", async () => {
    const { articles } = await read(seeds, "cache");
    const name = readdirSync(join(seeds, "2019")).find((file) => file.endsWith(".txt")) ?? "";
    writeFileSync(join(seeds, "2019", name), "نص آخر تماما.\n\nوفقرة.\n");
    expect((await read(seeds, "cache")).parsed).toBe(1);
    writeFileSync(join(seeds, "2019", name.replace(".txt", ".annotations.yml")), "people: [آخر]\n");
    expect((await read(seeds, "cache")).parsed).toBe(1);
    expect((await read(seeds, "cache")).parsed).toBe(0);
    expect((await read(seeds, "cache", 0, "2")).parsed).toBe(articles.length);
  });

  test("are not parsed again when only their times changed", async () => {
    const cold = await read(seeds, "cache");
    await cp(seeds, join(dir, "moved"), { recursive: true });
    rmSync(seeds, { recursive: true });
    await cp(join(dir, "moved"), seeds, { recursive: true });
    expect(await read(seeds, "cache")).toEqual({ ...cold, parsed: 0 });
  });

  test.each([
    ["cut short", (path: string) => truncateSync(path, readFileSync(path).length >> 1)],
    ["emptied", (path: string) => writeFileSync(path, "")],
    [
      "overwritten",
      (path: string) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte) => byte ^ 1),
        ),
    ],
    ["taken away", (path: string) => rmSync(path)],
  ])("are not trusted when a file of the cache was %s", async (_, damage) => {
    const cold = await read(seeds, "cache");
    for (const name of readdirSync(join(dir, "cache"))) {
      await cp(join(dir, "cache"), join(dir, name), { recursive: true });
      damage(join(dir, name, name));
      const again = await read(seeds, name).catch((error: Error) => error.constructor.name);
      // A build that finds the damage on its way starts again without the cache.
      if (again !== "DamagedPackError")
        expect({ ...(again as Read), parsed: 0 }).toEqual({ ...cold, parsed: 0 });
    }
  });

  test("may be followed by what a build left that was killed", async () => {
    const cold = await read(seeds, "cache");
    const pack = readdirSync(join(dir, "cache")).find((name) => name.endsWith(".pack")) ?? "";
    writeFileSync(join(dir, "cache", pack), "half an article", { flag: "a" });
    expect(await read(seeds, "cache")).toEqual({ ...cold, parsed: 0 });
  });
});

test("entries are kept together for the next build, anew when more than a hundredth is not among them", async () => {
  const seeds = join(dir, "seeds");
  mkdirSync(seeds);
  const write = (from: number, to: number, text: string): void => {
    for (let at = from; at < to; at += 1) writeFileSync(join(seeds, `${at}.txt`), `خبر ${at}\n\n${text}\n`);
  };
  const kept = (): Buffer => readFileSync(join(dir, "cache", "articles.entries"));
  const readAgain = async (): Promise<Buffer> => {
    const again = await read(seeds, "cache");
    // Those of a build that finds nothing kept.
    rmSync(join(dir, "fresh"), { recursive: true, force: true });
    expect(again.entries).toEqual((await read(seeds, "fresh")).entries);
    return kept();
  };
  write(0, 120, "قال الوزير سامر الخطيب في دمشق: «سنبني المدرسة من جديد».");
  const first = await readAgain();
  write(7, 8, "قالت ليلى الحداد في حلب: «بدأنا العمل».");
  expect(await readAgain()).toEqual(first);
  write(50, 60, "قالت ليلى الحداد في حلب: «بدأنا العمل».");
  const second = await readAgain();
  expect(second).not.toEqual(first);
  // Most of what is kept is of no use any more.
  for (let at = 20; at < 120; at += 1) rmSync(join(seeds, `${at}.txt`));
  expect((await readAgain()).length).toBeLessThan(second.length / 2);
});

test("where articles lie is told in the order in which the archive has them", async () => {
  const { value: seeds } = await readSeeds("examples/seeds");
  const cacheDir = join(dir, "order");
  for (const workers of [0, 2, 0]) {
    const found = await readArticles({
      seedsDir: "examples/seeds",
      seeds,
      cacheDir,
      version: "1",
      progress: () => {},
      workers,
    });
    try {
      const ids = located(found).map((ref) => found.store.load(ref).article.id);
      expect(gather(seeds, found.entries(), found.numbers()).articles.map(({ id }) => id)).toEqual(ids);
    } finally {
      found.close();
    }
  }
});
