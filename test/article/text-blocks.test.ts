import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTextBlocks } from "../../src/article/text-blocks.ts";

function headingsOf(text: string): string[] {
  return findTextBlocks(text)
    .filter(({ kind }) => kind === "heading")
    .map(({ start, end }) => text.slice(start, end));
}

const body = "وصل الوزير إلى العاصمة بعد رحلة طويلة، والتقى عدداً من المسؤولين في مقر الحكومة.";

/** A line of its own with paragraphs around it. */
const between = (line: string): string => `${body}\n${line}\n${body}\n\n${body}`;

describe("a line between paragraphs is a heading", () => {
  test.each([
    "نافالني وأوكرانيا",
    "توتر واتهامات",
    "ماذا بعد القمة؟",
    "«سيرة نهر»",
    "رد «حاسم» من طهران",
    "5 قتلى في حادث سير",
    "What comes next",
    "“Small Tides”",
    "آینده چه خواهد شد؟",
    "מה הלאה?",
    "آگے کیا ہوگا",
  ])("%s", (line) => {
    expect(headingsOf(between(line))).toEqual([line]);
  });
});

describe("a line between paragraphs is a paragraph", () => {
  test.each([
    ["that ends a sentence", "انتهت الجولة."],
    ["that exclaims", "يا لها من ليلة!"],
    ["that introduces a list", "وجاءت النتائج كالتالي:"],
    ["that goes on", "قال الوزير،"],
    ["that is an item", "- محمد سالم"],
    ["that is numbered", "1. القاهرة"],
    ["that is a dateline", "واشنطن – وكالات"],
    ["that is a byline", "كتب: أحمد سالم"],
    ["that is an English byline", "By Jane Roe"],
    ["that is a credit", "(أ ف ب)"],
    ["that is a caption", "صورة: الجسر بعد ترميمه"],
    ["that is a saying", "«لن نتراجع عن موقفنا مهما طال الزمن»"],
    ["that is a said sentence", "«انتهى كل شيء.»"],
    ["of figures", "12 34 56 78"],
    [
      "that is long",
      "أعلنت الحكومة في بيان لها أن الأسعار سترتفع ابتداء من الشهر المقبل في جميع المحافظات دون استثناء",
    ],
  ])("%s", (_name, line) => {
    expect(headingsOf(between(line))).toEqual([]);
  });
});

test("neither the first nor the last line is a heading, nor one above another heading", () => {
  expect(headingsOf(`عنوان الخبر\n${body}\n${body}\nخاتمة`)).toEqual([]);
  expect(headingsOf(`${body}\nعنوان أول\nعنوان ثان\n${body}\n${body}`)).toEqual(["عنوان ثان"]);
});

test("where most lines are short, none is a heading", () => {
  expect(headingsOf("قفا نبك\nمن ذكرى\nحبيب ومنزل\nبسقط اللوى")).toEqual([]);
});

test("a line is a paragraph, whatever its end, and empty ones part nothing more", () => {
  const text = "\n  أولى \r\n\r\n \t\r\nثانية\u2028ثالثة\r";
  expect(findTextBlocks(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "أولى",
    "ثانية",
    "ثالثة",
  ]);
});

test("blocks are in order, do not overlap, and hold every character that is not white space", () => {
  const piece = fc.constantFrom(
    "كلمة",
    " ",
    "\n",
    "\r\n",
    "\u2029",
    "«",
    "»",
    ".",
    "؟",
    "-",
    "12",
    "heading",
    "\u00a0",
    "\t",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      let from = 0;
      for (const { start, end } of findTextBlocks(text)) {
        expect(text.slice(from, start).trim()).toBe("");
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(text.slice(from).trim()).toBe("");
    }),
  );
});
