import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readGoldFiles } from "../../scripts/evaluate/read-gold-files.ts";

const { value: files, problems } = await readGoldFiles(fileURLToPath(new URL("../gold", import.meta.url)));

describe("the gold articles", () => {
  it("have no mark that is wrong", () => {
    expect(problems).toEqual([]);
  });

  it("are enough in each language, no more of them for the test than for development", () => {
    const count = (split: string, lang: string): number =>
      files.filter((file) => file.split === split && file.gold.lang === lang).length;
    for (const [lang, least] of Object.entries({ ar: 20, en: 5, fa: 4, he: 4, tr: 3, ur: 4 })) {
      expect(count("dev", lang), lang).toBeGreaterThanOrEqual(least);
      expect(count("test", lang), lang).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(files)("$path: ranges are the text's own, and no name holds another", ({ gold }) => {
    const mentions = gold.entities.flatMap((entity) => entity.mentions);
    for (const { start, end, text } of [...mentions, ...gold.quotes, ...gold.dates, ...gold.headings]) {
      expect(gold.text.slice(start, end)).toBe(text);
    }
    const inOrder = [...mentions].sort((a, b) => a.start - b.start);
    for (const [index, { end }] of inOrder.entries()) {
      expect(end).toBeLessThanOrEqual(inOrder[index + 1]?.start ?? gold.text.length);
    }
  });
});
