import { describe, expect, test } from "vitest";
import { findHits, makeExcerpt } from "../../templates/client/excerpt.ts";

const marked = (text: string, forms: string[]): string =>
  makeExcerpt(text, forms)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join("");

describe("an excerpt", () => {
  test("marks the whole word as it is written, for the form that was looked for", () => {
    expect(marked("تنتظر والحُكومَة الرد", ["حكومه"])).toBe("تنتظر [والحُكومَة] الرد");
  });

  test("marks a word while it is being typed, and its other endings", () => {
    expect(marked("The government’s agreement", ["gov"])).toBe("The [government’s] agreement");
    expect(marked("one agreement", ["agreements"])).toBe("one [agreement]");
    expect(marked("a gavel", ["go"])).toBe("a gavel");
  });

  test("comes from where the words stand together, cut at words", () => {
    const text = `alpha ${"filler ".repeat(60)}alpha beta ${"filler ".repeat(60)}`.trim();
    const excerpt = marked(text, ["alpha", "beta"]);
    expect(excerpt).toContain("[alpha] [beta]");
    expect(excerpt).toMatch(/^… (?:filler )+\[alpha\]/);
    expect(excerpt).toMatch(/ filler …$/);
  });

  test("is the text's beginning when no word of it was looked for", () => {
    expect(marked("short text", ["absent"])).toBe("short text");
  });

  test("never marks one stretch twice", () => {
    const hits = findHits("عبد الله عبدالله", ["عبد", "الله", "عبدالله"]);
    const ends = hits.map(({ end }) => end);
    expect(hits.slice(1).every(({ start }, index) => start >= (ends[index] ?? 0))).toBe(true);
    expect(hits).toHaveLength(3);
  });
});
