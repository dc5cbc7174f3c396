import { describe, expect, it } from "vitest";
import type { Block } from "../../src/article/block.ts";
import { findQuotationSpans } from "../../src/article/quotation-spans.ts";

function found(text: string): string[] {
  const blocks: Block[] = [...text.matchAll(/.+/gu)].map((line) => ({
    kind: "paragraph",
    start: line.index,
    end: line.index + line[0].length,
  }));
  return findQuotationSpans(text, blocks).spans.map((span) => text.slice(span.start, span.end));
}

describe("findQuotationSpans", () => {
  it.each([
    ["a “b c” d", ["b c"]],
    ["قال ”كذا وكذا“ ثم", ["كذا وكذا"]],
    ["قال “كذا وكذا“ ثم", ["كذا وكذا"]],
    ['قال "كذا وكذا» ثم', ["كذا وكذا"]],
    ["dit « bonjour » puis", ["bonjour"]],
    ["er sagte „ja doch“ laut", ["ja doch"]],
    ["قال «إن “الحوار” هو الحل»", ["إن “الحوار” هو الحل", "الحوار"]],
    ['وذكرت و"القدس العربي" أن', ["القدس العربي"]],
    ['דובר צה"ל אמר: "לא נעצור"', ["לא נעצור"]],
    ['ב"הארץ" נכתב', ["הארץ"]],
    ["It's the dogs' bowl, he said", []],
    ["he said ‘the students’ demands’ were", ["the students’ demands"]],
    ['a 6" pipe', []],
    ["«أول فقرة\nثاني فقرة» ثم", ["أول فقرة\nثاني فقرة"]],
    ["“one\n“two”", ["one", "two"]],
    ["“never closed\nnext", ["never closed"]],
  ])("reads %s", (text, expected) => expect(found(text)).toEqual(expected));

  it("reports a quotation that is never closed", () => {
    const text = "a “b c";
    expect(findQuotationSpans(text, [{ kind: "paragraph", start: 0, end: text.length }]).problems).toEqual([
      { ruleId: "quotes/unclosed", start: 2 },
    ]);
  });
});
