import { describe, expect, test } from "vitest";
import { readHebrewLetter, readHebrewNumeral } from "../../src/article/hebrew-numeral.ts";

describe("a number in Hebrew letters", () => {
  test.each([
    ['י"ג', 13],
    ['ט"ו', 15],
    ["כ״ט", 29],
    ['תשפ"א', 781],
    ['תש"ח', 708],
    ['תת"ק', 900],
  ])("%s is %i", (word, value) => {
    expect(readHebrewNumeral(word)).toBe(value);
  });

  test.each(['צה"ל', 'ארה"ב', "שבט", "abc", "13"])("%s is none", (word) => {
    expect(readHebrewNumeral(word)).toBeNull();
  });

  test("a single letter has its value", () => {
    expect(readHebrewLetter("ט")).toBe(9);
    expect(readHebrewLetter("טו")).toBeNull();
  });
});
