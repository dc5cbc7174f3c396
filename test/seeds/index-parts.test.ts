import fc from "fast-check";
import { expect, test } from "vitest";
import { readIndexFile } from "../../src/seeds/index-file.ts";
import { partIndex } from "../../src/seeds/index-parts.ts";

const line = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((at) => `- [خبر ${at}](a${at}.txt)`),
  fc.constantFrom(
    "  - date: 2021-01-26",
    "",
    "## عنوان",
    "نص عادي.",
    "> اقتباس",
    "- بند بلا رابط",
    "* [آخر](b.txt)",
    "1. [رقم](c.txt)",
    "    رمز",
    "<!-- تعليق -->",
    "===",
    "---",
    "| a | b |",
    "| - | - |",
  ),
);

/** Where everything stands, and what it says; not the offsets within a part. */
function told(content: string): string {
  const { value, problems } = readIndexFile(content);
  return JSON.stringify([value, problems], (key, part: unknown) =>
    key === "position" || key === "spread" ? undefined : part,
  );
}

test("an index read in parts says what it says read as a whole", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 200, maxLength: 700 }), (lines) => {
      const content = lines.join("\n");
      // A definition of a reference keeps it in one part.
      const whole = `${content}\n\n[zz]: x\n`;
      expect(partIndex(whole)).toHaveLength(1);
      expect(told(content)).toBe(told(whole).replace(/,?\{"type":"definition"[^}]*\}/u, ""));
    }),
    { numRuns: 25 },
  );
});

test("an index of very many articles is parted", () => {
  const content = "- [خبر](a.txt)\n  - date: 2021-01-26\n".repeat(1000);
  expect(partIndex(content).length).toBeGreaterThan(10);
  expect(
    partIndex(content)
      .map((part) => part.content)
      .join(""),
  ).toBe(content);
});
