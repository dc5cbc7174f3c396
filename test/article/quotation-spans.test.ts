import fc from "fast-check";
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
    ["a 6' wall", []],
    ["he called it 'Vision 2030' again", ["Vision 2030"]],
    [`ב"צ'ק" ריק`, ["צ'ק"]],
    ["«أول فقرة\nثاني فقرة» ثم", ["أول فقرة\nثاني فقرة"]],
    ["“one\n“two”", ["one", "two"]],
    ["“never closed\nnext", ["never closed"]],
  ])("reads %s", (text, expected) => expect(found(text)).toEqual(expected));

  it("gives spans inside their paragraphs' range, nested or apart, for any marks and letters", () => {
    const pieces = fc.constantFrom(..."“”„«»‹›‘’'\"", "a", "م", "ה", "7", " ", ".", "،", "\n");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (list) => {
        const text = list.join("");
        const blocks: Block[] = [...text.matchAll(/.+/gu)].map((line) => ({
          kind: "paragraph",
          start: line.index,
          end: line.index + line[0].length,
        }));
        const { spans } = findQuotationSpans(text, blocks);
        spans.forEach((span, index) => {
          expect(blocks.some(({ start, end }) => start <= span.outer.start && span.outer.start < end)).toBe(
            true,
          );
          expect(blocks.some(({ start, end }) => start < span.outer.end && span.outer.end <= end)).toBe(true);
          expect(span.outer.start).toBeLessThan(span.start);
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(span.outer.end);
          for (const other of spans.slice(index + 1)) {
            const apart = other.outer.start >= span.outer.end;
            const within = other.outer.start >= span.start && other.outer.end <= span.end;
            expect(apart || within).toBe(true);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it("reports a quotation that is never closed", () => {
    const text = "a “b c";
    expect(findQuotationSpans(text, [{ kind: "paragraph", start: 0, end: text.length }]).problems).toEqual([
      { ruleId: "quotes/unclosed", start: 2 },
    ]);
  });
});
