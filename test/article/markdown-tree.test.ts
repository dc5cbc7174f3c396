import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown, parseWhole } from "../../src/article/markdown-tree.ts";

/** Emphasis and links as they are written, and what looks like them. */
const pieces =
  "**محمد علي**|*نص*|_نص_|__نص__|[رابط طويل](https://a.b/c_d?e=f*g)|[a](b.html#p1)|[ a ](b)|[](b)|[a]()|[a](<b c>)|[a](b 'c')|[a](b(c)d)|[^a](b)|[www.a.b](c)|[a@b.c](d)|![a](b)|**|*|_|__|***نص***|**نص*|*نص**|** نص**|**نص **|**ن *ص* ن**|**«نص»**|**a\nb**|[a\nb](c)|[\na](b)|[a](b)[c](d)|a_b_|*a*b|a**b**|**😀**|٥".split(
    "|",
  );
const running = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom(
        ...'نص و|a b|،|: |. |, |(|)|"|«|»|!|-|–|؟|…| |  |\n|\n\n|😀|𞸀|\u064e|$|+|1. |# |#'.split("|"),
      ),
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(""));

const line = fc.oneof(
  { arbitrary: running, weight: 6 },
  fc
    .tuple(fc.constantFrom("# ", "## ", "###### ", "####### ", "#", "##  ", " # "), running)
    .map((parts) => parts.join("")),
  {
    arbitrary: fc.constantFrom("نص عادي من سطر", "Plain words, “quoted”: 3.5 (so)", "قال: «نعم»."),
    weight: 6,
  },
  fc.constantFrom(
    ..."# عنوان|## عنوان ##|- أول|- أول\n  تابع|* ثان|+ ثالث|1. واحد|12) اثنا عشر|> قول|>قول|---|***|===|| a | b |\n|---|---|\n| c | d ||**غامق** نص|_مائل_|`كود`|[رابط](https://a.b)|![صورة](x.png)|https://example.org/a|www.example.org|a@example.org|نص  \nسطر|نص\\\nسطر|    مزاح|  مزاح قليلا|a_b_c|1986\\. سنة|&amp; &lt; &copy;|[x]|[^1]|~~محذوف~~|- [x] تم|* * *|- - -|نص |  |-|+|1.|#|-نص|#نص|2015-2016|نص -|=|a|b".split(
      "|",
    ),
    ...pieces,
    "[x]: https://a.b",
    "[^1]: حاشية",
    "```\nكود\n\nآخر\n```",
    "<b>نص</b>",
    "<!-- a\n\nb -->",
    "نص\tجدولة",
    "نص \tجدولة",
    "\tنص",
    "نص\t",
    "#\tنص",
    "-\tنص",
    "1.\tنص",
    "**a**\tb\t[c](d)",
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
