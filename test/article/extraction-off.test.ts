import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { readSeeds } from "../../src/seeds/read-seeds.ts";
import { readSource } from "../../src/seeds/read-source.ts";

test("with extraction off an article has what its editor states and nothing else", async () => {
  const dir = mkdtempSync(join(tmpdir(), "warraq-off-"));
  try {
    writeFileSync(join(dir, "INDEX.md"), "---\nlang: ar\nextraction: off\n---\n");
    const text =
      "---\ndate: 2021-01-26\npeople: [محمود درويش]\n---\n\nقال محمود درويش في باريس أمس: «لا شيء يعجبني هنا».\n";
    writeFileSync(join(dir, "a.txt"), text);
    const { value: seeds } = await readSeeds(dir);
    const [entry] = seeds.entries;
    if (entry === undefined) throw new Error("no article");
    const { value: source } = await readSource(dir, entry, seeds.site);
    if (source === null) throw new Error("not read");
    const { article } = parseArticle(source).value;
    expect(article.entities.map(({ name }) => name)).toEqual(["محمود درويش"]);
    expect([article.quotes, article.dates, article.periods]).toEqual([[], [], []]);
    const all = parseArticle({ ...source, extraction: undefined }).value.article;
    expect([all.quotes.length, all.dates.length]).toEqual([1, 1]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
