import fc from "fast-check";
import { expect, test } from "vitest";
import { readFrontMatter, readYamlFrontMatter } from "../../src/seeds/front-matter.ts";
import { readSimpleFrontMatter } from "../../src/seeds/simple-front-matter.ts";

const words = fc
  .array(
    fc.constantFrom(
      ..."خبر عاجل News 2021-01-26 1.10 0x1F 1e3 null Null ~ true yes NO .inf -1 + - ? | > ! % @ & * ' \" \\ # : , ، [a] {b} https://example.org/a?b=c#d 12:30 a: b key: — « » … é é ١٢ a\u200cb \u00a0 \u200f \t \u2028 <b> = $ ^ `".split(
        " ",
      ),
      " ",
      "  ",
      " #",
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));
const plain = fc.constantFrom("خبر عاجل", "2021-01-26", "News: x", "a, b، c", "e.g. 10% #1", "https://a.b/c");
const value = fc.oneof(
  { arbitrary: plain, weight: 4 },
  words,
  words.map((text) => `"${text}"`),
  words.map((text) => `'${text}'`),
  fc.string({ maxLength: 8 }),
);
const line = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.constantFrom("title", "date", "tags", "id"), value)
      .map(([key, words]) => `${key}: ${words}`),
    weight: 6,
  },
  fc
    .tuple(
      fc.constantFrom("title", "date", "tags", "id", "people", "author", "x", "Title", "a-b", "null"),
      fc.constantFrom(": ", ":  ", ":", " : "),
      value,
    )
    .map((parts) => parts.join("")),
  fc.constantFrom("", " ", "# comment", "- item", "  continued", "...", "---", "--- ", "---x"),
);

test("front matter of plain words is read as the readers of YAML read it", () => {
  let simple = 0;
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 3 }),
      fc.constantFrom("\n---\n", "\n---\n", "\n---\n", "\n---", "\n--- \n", "\n---\r\n", "\n---x\n", ""),
      fc.constantFrom("", "نص", "\nنص\n", "\r\nنص", "---\nنص"),
      (lines, end, content) => {
        const text = `---\n${lines.join("\n")}${end}${content}`;
        if (readSimpleFrontMatter(text, "a.txt") !== null) simple += 1;
        expect(readFrontMatter(text, "a.txt")).toEqual(readYamlFrontMatter(text, "a.txt"));
      },
    ),
    { numRuns: 5_000 },
  );
  expect(simple).toBeGreaterThan(200);
});
