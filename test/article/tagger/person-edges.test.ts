import { describe, expect, test } from "vitest";
import { profileWord } from "../../../src/article/tagger/features.ts";
import { isBeforeName, isFurtherFamilyName } from "../../../src/article/tagger/person-edges.ts";

const [given, surname, title, nationality, common] = [1, 4, 32, 256, 2048];

function profile(word: string, lists: number) {
  return profileWord(word, () => lists);
}

describe("isFurtherFamilyName", () => {
  test("takes a known family name, and a rare word of its form", () => {
    expect(isFurtherFamilyName(profile("العازمي", 0))).toBe(true);
    expect(isFurtherFamilyName(profile("الطراونه", surname))).toBe(true);
  });

  test("takes no nationality, title or common word", () => {
    expect(isFurtherFamilyName(profile("المصري", surname | nationality))).toBe(false);
    expect(isFurtherFamilyName(profile("القاضي", title))).toBe(false);
    expect(isFurtherFamilyName(profile("التالي", common))).toBe(false);
    expect(isFurtherFamilyName(profile("قال", 0))).toBe(false);
  });
});

describe("isBeforeName", () => {
  test("tells a title from a given name", () => {
    expect(isBeforeName(profile("الدكتور", title))).toBe(true);
    expect(isBeforeName(profile("امير", title | given))).toBe(false);
    expect(isBeforeName(profile("زكريا", given))).toBe(false);
  });
});
