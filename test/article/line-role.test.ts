import { describe, expect, test } from "vitest";
import type { LineRole } from "../../src/article/block.ts";
import { lineRules, roleOfLine } from "../../src/article/line-role.ts";
import { findTextBlocks } from "../../src/article/text-blocks.ts";

test.each(lineRules.map((rule) => [rule.id, rule.role, rule.example] as const))(
  "%s: %s",
  (_id, role, example) => {
    expect(roleOfLine(example)).toBe(role);
  },
);

test("each rule has an id of its own", () => {
  expect(new Set(lineRules.map(({ id }) => id)).size).toBe(lineRules.length);
});

describe("a line with a role", () => {
  test.each<[LineRole, string]>([
    ["dateline", "واشنطن – وكالات"],
    ["dateline", "القاهرة - رويترز"],
    ["dateline", "الرباط / مراسل خاص"],
    ["dateline", "LONDON (Reuters) -"],
    ["dateline", "WASHINGTON — AP"],
    ["dateline", "ירושלים – סוכנויות"],
    ["dateline", "تهران - ایسنا"],
    ["byline", "كتب: أحمد سالم"],
    ["byline", "بقلم سارة خالد"],
    ["byline", "إعداد وتحرير: منى علي"],
    ["byline", "By Jane Roe"],
    ["byline", "Reporting by John Doe; editing by Jane Roe"],
    ["byline", "מאת דנה לוי"],
    ["byline", "نویسنده: مریم احمدی"],
    ["byline", "تحریر: علی رضا"],
    ["credit", "(أ ف ب)"],
    ["credit", "المصدر: وكالة الأنباء"],
    ["credit", "Source: Agencies"],
    ["note", "Editor's note: this story was updated."],
    ["note", "ملاحظة: حُدّث النص في الثامنة مساء"],
    ["note", "تصحيح: ورد في نسخة سابقة اسم آخر"],
    ["note", "[تحديث]"],
    ["caption", "صورة: جانب من الاجتماع"],
    ["caption", "Photo: The bridge after the flood"],
    ["caption", "صورة أرشيفية: ملعب المدينة"],
    ["caption", "צילום: דוברות המשטרה"],
    ["caption", "عکس: خبرگزاری"],
    ["list-item", "• تمويل المشاريع"],
    ["list-item", "- محمد سالم"],
    ["list-item", "1. القاهرة"],
    ["list-item", "٢- بغداد"],
    ["list-item", "3) Beirut"],
    ["table-row", "الأهلي\t12\t30"],
    ["table-row", "1.25   1.30   1.41"],
    ["table-row", "2021 | 45 | 12"],
  ])("%s: %s", (role, line) => {
    expect(roleOfLine(line)).toBe(role);
  });
});

describe("a line without one", () => {
  test.each([
    "الوزير: لن أستقيل",
    "ماذا قال الدفاع؟",
    "By the river",
    "By whom was it built?",
    "Bylaws and by-products",
    "تصوير الفيلم في المغرب",
    "مصدر القلق",
    "5 قتلى في حادث سير",
    "واشنطن - موسكو: عودة إلى الحوار",
    "وصل الوزير إلى العاصمة - كما قال مرافقوه - بعد رحلة طويلة.",
    "כתב אישום נגד השר",
    "Source of the trouble",
    "کتاب سال",
  ])("%s", (line) => {
    expect(roleOfLine(line)).toBeNull();
  });
});

test("a paragraph of a text bears its role, running text none", () => {
  const body = "وصل الوزير إلى العاصمة بعد رحلة طويلة، والتقى عدداً من المسؤولين في مقر الحكومة.";
  const text = `واشنطن – وكالات\n${body}\nصورة: جانب من الاجتماع\n${body}`;
  expect(findTextBlocks(text).map(({ kind, role }) => [kind, role])).toEqual([
    ["paragraph", "dateline"],
    ["paragraph", undefined],
    ["paragraph", "caption"],
    ["paragraph", undefined],
  ]);
});

describe("headings in articles", () => {
  const lead = "وصل الوزير إلى العاصمة بعد رحلة طويلة، والتقى عدداً من المسؤولين في مقر الحكومة.";
  const headings = (text: string): string[] =>
    findTextBlocks(text)
      .filter(({ kind }) => kind === "heading")
      .map(({ start, end }) => text.slice(start, end));

  test("a short article may have one heading", () => {
    expect(headings(`عنوان الخبر\n${lead}\nرد الفعل\n${lead}`)).toEqual(["رد الفعل"]);
  });

  test("the line under a headline that stands in the text is none", () => {
    expect(headings(`عنوان الخبر\nسارة خالد\n${lead}\n${lead}\nرد الفعل\n${lead}`)).toEqual(["رد الفعل"]);
  });

  test("lines of a list without marks are none", () => {
    expect(headings(`${lead}\nالقاهرة\nبيروت\nدمشق\n${lead}\n${lead}\n${lead}`)).toEqual([]);
  });
});
