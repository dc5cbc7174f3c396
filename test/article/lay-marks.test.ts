import fc from "fast-check";
import type { Nodes } from "mdast";
import { expect, test } from "vitest";
import { compareMarks, layMarks, type Mark } from "../../src/article/lay-marks.ts";

const text = "قال الرئيس: «سنعود إلى موسكو غداً» Reuters.";

function mark(start: number, end: number, element: Mark["element"], id?: string): Mark {
  return { start, end, element, properties: {}, depth: 0, ...(id === undefined ? {} : { id }) };
}

function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** `<q>…<a>…</a>…</q>` */
function sketch(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type !== "emphasis") return textOf(node);
      const id = node.data?.hProperties?.["id"];
      return `<${node.data?.hName}${id === undefined ? "" : `#${id}`}>${sketch(node.children)}</${node.data?.hName}>`;
    })
    .join("");
}

test("a mark inside another is nested in it", () => {
  expect(sketch(layMarks("0123456789", 100, [mark(102, 108, "q"), mark(104, 106, "a")]))).toBe(
    "01<q>23<a>45</a>67</q>89",
  );
});

test("a mark that crosses another's end is closed and opened again", () => {
  expect(sketch(layMarks("0123456789", 0, [mark(2, 6, "q", "x"), mark(4, 8, "a", "y")]))).toBe(
    "01<q#x>23<a#y>45</a></q><a>67</a>89",
  );
});

test("a mark that began before the piece does not bear its id twice", () => {
  expect(sketch(layMarks("56789", 5, [mark(2, 7, "q", "x")]))).toBe("<q>56</q>789");
});

test("whatever the marks, the characters and their order stay, and every mark covers its own stretch", () => {
  const stretch = fc
    .tuple(fc.nat(text.length + 10), fc.nat(text.length + 10))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), fc.nat(10), (stretches, offset) => {
      const marks = stretches.map(
        ([start, end], index): Mark => ({
          ...mark(start, end, "q", `m${index}`),
          properties: { key: String(index) },
        }),
      );
      marks.sort(compareMarks);
      const laid = layMarks(text, offset, marks);
      expect(laid.map(textOf).join("")).toBe(text);
      for (const one of marks) {
        const covered = coveredBy(laid, one.properties["key"]);
        const expected = text.slice(Math.max(0, one.start - offset), Math.max(0, one.end - offset));
        expect(covered).toBe(expected);
      }
    }),
  );
});

/** The text within all elements of one mark. */
function coveredBy(nodes: readonly Nodes[], key: unknown): string {
  return nodes
    .map((node) => {
      if (!("children" in node)) return "";
      const own = node.type === "emphasis" ? node.data?.hProperties?.["key"] : undefined;
      return own === key ? textOf(node) : coveredBy(node.children, key);
    })
    .join("");
}
