import { describe, expect, test } from "vitest";
import { gapKinds, readGaps } from "../../../src/article/tagger/gaps.ts";
import { foldArabic } from "../../../src/languages/ar/fold.ts";
import { tokenize } from "../../../src/languages/tokens.ts";

function kinds(text: string): string[] {
  const gaps = readGaps(tokenize(text, 0, text.length, foldArabic), text);
  return [...gaps].map((gap) => gapKinds[gap] ?? "");
}

describe("readGaps", () => {
  test("names what stands between words", () => {
    expect(kinds("قال، ثم (رد): «نعم». لا")).toEqual([
      "stop",
      "comma",
      "opening parenthesis",
      "closing parenthesis",
      "stop",
      "stop",
    ]);
  });

  test("lets straight marks open and close in turn, anew on each line", () => {
    expect(kinds('هو "نعم" قال "لا\nهي "نعم"')).toEqual([
      "stop",
      "opening quote",
      "closing quote",
      "opening quote",
      "stop",
      "opening quote",
      "stop",
    ]);
  });
});
