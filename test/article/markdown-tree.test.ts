import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown, parseWhole } from "../../src/article/markdown-tree.ts";

const line = fc.oneof(
  {
    arbitrary: fc.constantFrom("نص عادي من سطر", "Plain words, “quoted”: 3.5 (so)", "قال: «نعم»."),
    weight: 6,
  },
  fc.constantFrom(
    ..."# عنوان|## عنوان ##|- أول|- أول\n  تابع|* ثان|+ ثالث|1. واحد|12) اثنا عشر|> قول|>قول|---|***|===|| a | b |\n|---|---|\n| c | d ||**غامق** نص|_مائل_|`كود`|[رابط](https://a.b)|![صورة](x.png)|https://example.org/a|www.example.org|a@example.org|نص  \nسطر|نص\\\nسطر|    مزاح|  مزاح قليلا|a_b_c|1986\\. سنة|&amp; &lt; &copy;|[x]|[^1]|~~محذوف~~|- [x] تم|* * *|- - -|نص |  |-|+|1.|#|-نص|#نص|2015-2016|نص -|=|a|b".split(
      "|",
    ),
    "[x]: https://a.b",
    "[^1]: حاشية",
    "```\nكود\n\nآخر\n```",
    "<b>نص</b>",
    "<!-- a\n\nb -->",
    "نص\tجدولة",
    "سطر\r\nآخر",
    "\u00a0نص\u00a0",
    "\u2028",
    "HTTPS://EXAMPLE.ORG",
    "ا\u0640ب\u200cج",
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(..."ab -+=#>*_1.)(|~:@\\`[]!&;"), maxLength: 6 }),
);
const gap = fc.constantFrom("\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n   \n\n", "\n    ");

test("a text is parsed in parts as it is parsed whole", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(line, gap), { maxLength: 8 }),
      fc.constantFrom("", "\n", " ", "\n\n", "  \n"),
      (lines, start) => {
        const content = start + lines.flat().join("");
        expect(parseMarkdown(content)).toEqual(parseWhole(content));
      },
    ),
    { numRuns: 3_000 },
  );
}, 120_000);
