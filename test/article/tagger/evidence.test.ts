import { describe, expect, test } from "vitest";
import { gatherEvidence } from "../../../src/article/tagger/evidence.ts";
import { profileWord } from "../../../src/article/tagger/features.ts";
import { labelCount, labelOf, outside } from "../../../src/article/tagger/labels.ts";
import { sharedKeysOf } from "../../../src/article/tagger/shared-keys.ts";

const surely = 0.95;

function read(words: [string, number][]): number[] {
  const marginals = new Float64Array(words.length * labelCount);
  words.forEach(([, label], index) => {
    marginals[index * labelCount + label] = surely;
  });
  const profiles = words.map(([word]) => profileWord(word, () => 0));
  const places = Int32Array.from(words, (_, index) => index);
  return [...gatherEvidence(sharedKeysOf(profiles), { marginals, places })];
}

const surname = labelOf("Person", "last");
const digits = (code: number) => (code - 1).toString(3).padStart(4, "0");

describe("gatherEvidence", () => {
  test("says nothing of a word that occurs once", () => {
    expect(
      read([
        ["بوتين", surname],
        ["قال", outside],
      ]),
    ).toEqual([0, 0]);
  });

  test("tells a word what its other occurrences are, not what it is itself", () => {
    const [first, second] = read([
      ["بوتين", surname],
      ["بوتين", outside],
    ]);
    expect(digits(first ?? 0)).toBe("2000");
    expect(digits(second ?? 0)).toBe("0200");
  });

  test("knows a word again behind a particle", () => {
    const [, second] = read([
      ["بوتين", surname],
      ["وبوتين", outside],
    ]);
    expect(digits(second ?? 0)).toBe("0200");
  });
});
