import { describe, expect, test } from "vitest";
import { stemsOf } from "../../../src/article/tagger/clitics.ts";

describe("stemsOf", () => {
  test("gives every reading with particles", () => {
    expect(stemsOf("وبموسكو")).toEqual([
      { particles: 1, folded: "بموسكو" },
      { particles: 2, folded: "موسكو" },
    ]);
  });

  test("gives the article back its alef after ل", () => {
    expect(stemsOf("للامم")).toEqual([{ particles: 1, folded: "الامم" }]);
    expect(stemsOf("وللامم")[1]).toEqual({ particles: 2, folded: "الامم" });
  });

  test("leaves short words and other letters alone", () => {
    expect(stemsOf("ولد")).toEqual([]);
    expect(stemsOf("موسكو")).toEqual([]);
  });
});
