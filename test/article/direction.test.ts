import { expect, test } from "vitest";
import { foreignRuns, majorityDirection } from "../../src/article/direction.ts";

test.each<[string, "rtl" | "ltr" | null]>([
  ["Reuters: قال الوزير إن المفاوضات مستمرة", "rtl"],
  ["«السلام» is how the minister opened his speech", "ltr"],
  ["שלום", "rtl"],
  ["2021 – 3.5%", null],
])("%s is written %s", (text, direction) => {
  expect(majorityDirection(text, 0, text.length)).toBe(direction);
});

test("only the stretch that is asked for counts", () => {
  expect(majorityDirection("abc سلام", 4, 8)).toBe("rtl");
});

test.each<[string, "rtl" | "ltr", string[]]>([
  ["قالت شركة Apple Inc. إن هاتف iPhone 15 متاح.", "rtl", ["Apple Inc", "iPhone 15"]],
  ["راجع example.org/a_b، ثم COVID-19.", "rtl", ["example.org/a_b", "COVID-19"]],
  ['The paper "صدى البلد" and صحيفة النهار.', "ltr", ["صدى البلد", "صحيفة النهار"]],
  ["لا شيء هنا 2021", "rtl", []],
])("the runs of %s in a text written %s", (text, dir, expected) => {
  expect(foreignRuns(text, 0, text.length, dir).map(({ start, end }) => text.slice(start, end))).toEqual(
    expected,
  );
});
