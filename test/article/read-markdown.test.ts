import fc from "fast-check";
import { expect, test } from "vitest";
import { type Body, readMarkdown } from "../../src/article/read-markdown.ts";

function read(content: string): Body {
  const body = readMarkdown(content);
  if (typeof body === "string") throw new Error(body);
  return body;
}

function blocksOf(content: string): string[] {
  const { text, blocks } = read(content);
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

test("blocks are headings and paragraphs over one plain text", () => {
  const content =
    "# عنوان\n\nفقرة **أولى** فيها [رابط](https://example.org).\n\n- بند\n- بند آخر\n\n> اقتباس\n";
  expect(blocksOf(content)).toEqual([
    "heading: عنوان",
    "paragraph: فقرة أولى فيها رابط.",
    "paragraph: بند",
    "paragraph: بند آخر",
    "paragraph: اقتباس",
  ]);
});

test("a table row is a block, its cells parted by tabs", () => {
  expect(blocksOf("| المدينة | العدد |\n|---|---|\n| عمّان | 12 |\n")).toEqual([
    "paragraph: المدينة\tالعدد",
    "paragraph: عمّان\t12",
  ]);
});

test("HTML in the source is text, its comments are not shown", () => {
  expect(blocksOf("<script>alert(1)</script>\n\nسطر <b>غامق</b><!-- سر -->\n\n<!-- سر -->\n")).toEqual([
    "paragraph: <script>alert(1)</script>",
    "paragraph: سطر <b>غامق</b>",
  ]);
});

test("an image is its description", () => {
  expect(blocksOf("![صورة الجسر](https://example.org/a.jpg)")).toEqual(["paragraph: صورة الجسر"]);
});

test("reference links and footnotes keep their words", () => {
  expect(
    blocksOf("انظر [التقرير][r] ثم الهامش[^1].\n\n[r]: https://example.org\n\n[^1]: نص الهامش.\n"),
  ).toEqual(["paragraph: انظر التقرير ثم الهامش1.", "paragraph: نص الهامش."]);
});

test("every piece of text in the tree stands where its offset says, whatever the source", () => {
  const piece = fc.constantFrom(
    "كلمة",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](x)",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "| ",
    "#",
    " ",
    "<b>",
    "&amp;",
    "1. ",
    "![a](b)",
    "[^1]",
    "~~",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { text, blocks, tree } = read(pieces.join(""));
      const check = (node: unknown): void => {
        if (typeof node !== "object" || node === null) return;
        if ("data" in node && "value" in node && typeof node.value === "string") {
          const data: unknown = node.data;
          if (
            typeof data === "object" &&
            data !== null &&
            "offset" in data &&
            typeof data.offset === "number"
          ) {
            expect(text.slice(data.offset, data.offset + node.value.length)).toBe(node.value);
          }
        }
        if ("children" in node && Array.isArray(node.children)) node.children.forEach(check);
      };
      check(tree);
      blocks.reduce((from, { start, end }) => {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        return end;
      }, 0);
    }),
  );
});
