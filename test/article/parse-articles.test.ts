import { expect, test } from "vitest";
import { parseArticles } from "../../src/article/parse-articles.ts";
import type { SourceDocument } from "../../src/model/source.ts";
import { readSeeds } from "../../src/seeds/read-seeds.ts";
import { readSource } from "../../src/seeds/read-source.ts";

test("the number of threads changes nothing", async () => {
  const { value: seeds } = await readSeeds("examples/seeds");
  const sources: SourceDocument[] = [];
  for (const entry of seeds.entries) {
    const { value } = await readSource("examples/seeds", entry, seeds.site);
    if (value !== null) sources.push(value);
  }
  expect(sources.length).toBeGreaterThan(30);
  const here = await parseArticles(sources, null, 0);
  expect(await parseArticles(sources, null, 1)).toEqual(here);
  expect(await parseArticles(sources, null, 3)).toEqual(here);
});
