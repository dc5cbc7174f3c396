import fc from "fast-check";
import type { Heading, Paragraph, PhrasingContent } from "mdast";
import { expect, test } from "vitest";
import { blocksHtml, treeHtml } from "../../src/article/block-html.ts";

const text = fc.oneof(
  fc.constantFrom(
    "نص",
    "a < b && c > d",
    "\"quoted\" & 'so'",
    "  spaces ",
    "&amp;",
    "<script>",
    "سطر\nآخر",
    "`",
    "\u2028",
    "",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((words) => !words.includes("\0")),
);
const id = fc.constantFrom("p1", "q2");
const classes = fc.constantFrom("speech", "entity").map((name) => [name, "x"]);
/** Elements of marks, each with what the schema lets it have. */
const mark = fc.oneof(
  fc.record({ className: classes, dataCard: text, id }).map((hProperties) => ({ hName: "a", hProperties })),
  fc.record({ className: classes, dataSpeaker: text }).map((hProperties) => ({ hName: "q", hProperties })),
  fc.record({ dateTime: text, id }).map((hProperties) => ({ hName: "time", hProperties })),
  fc.constant({}),
);
const address = fc.constantFrom(
  ..."https://example.org/|http://a.b/c_d?e=f&g|https://ar.wikipedia.org/wiki/%D9%85#a|https://a.b/%zz|https://a.b/مقال|javascript:x|mailto:a@b.c|2005-1.html#p1|../a/b.html|#note-1|a:b|//a.b|https://a.b/(c)|https://a.b/'\"`c|".split(
    "|",
  ),
);
const { inline } = fc.letrec<{ inline: PhrasingContent }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    text.map((value): PhrasingContent => ({ type: "text", value })),
    fc
      .tuple(fc.array(tie("inline"), { maxLength: 3 }), mark)
      .map(([children, data]): PhrasingContent => ({ type: "emphasis", children, data })),
    fc
      .array(tie("inline"), { maxLength: 2 })
      .map((children): PhrasingContent => ({ type: "strong", children })),
    fc
      .tuple(
        address,
        fc.array(text, { maxLength: 2 }),
        fc.constantFrom(undefined, null, "عنوان"),
        fc.boolean(),
      )
      .map(([url, words, title, leavesSite]): PhrasingContent => {
        const children = words.map((value) => ({ type: "text" as const, value }));
        const data = leavesSite ? { hProperties: { rel: ["external", "noopener"] } } : {};
        return { type: "link", url, data, children, ...(title === undefined ? {} : { title }) };
      }),
  ),
}));
const block = fc
  .tuple(
    fc.array(inline, { maxLength: 4 }),
    fc.boolean(),
    fc.record({ id, dir: fc.constantFrom("rtl", "ltr") }),
  )
  .map(([children, isHeading, hProperties]): Heading | Paragraph => {
    const data = { hProperties };
    return isHeading ? { type: "heading", depth: 3, children, data } : { type: "paragraph", children, data };
  });

test("blocks of text, emphasis, links and marks are written as the whole pipeline writes them", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      expect(blocksHtml(blocks)).toBe(treeHtml({ type: "root", children: blocks }));
    }),
    { numRuns: 2_000 },
  );
});
