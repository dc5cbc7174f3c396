import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWords, tokenize } from "../../src/languages/tokens.ts";

const letter = String.raw`[\p{L}\p{N}]`;
const inner = String.raw`[\p{L}\p{M}\p{N}\u0640\u200c\u200d]`;
const joiner = String.raw`(?:['’׳״](?=\p{L})|(?<=[\u05d0-\u05ea])["”](?=[\u05d0-\u05ea]))`;
/** What a word is, said once more. */
const word = new RegExp(`${letter}(?:${inner}|${joiner})*`, "gu");

const pieces = fc.oneof(
  fc.constantFrom(..."اأبملو ةـًّ‌‍'’׳״\"”אבצל1٢۳é-–.،\n«»x𝒜𐎀😀"),
  fc.constantFrom("\ud835", "\udc9c", "\u0301", 'صه"ל', 'צה"ל', "ג׳ורג׳"),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((found) => found.join(""));

describe("tokenize", () => {
  test("finds what the expression of a word finds, in any part of a text", () => {
    fc.assert(
      fc.property(texts, fc.nat(20), fc.nat(20), (text, skipped, cut) => {
        const start = Math.min(skipped, text.length);
        const end = Math.max(start, text.length - cut);
        const part = text.slice(start, end);
        const expected = [...part.matchAll(word)].map(({ 0: found, index }) => [start + index, found]);
        const tokens = tokenize(text, start, end, (written) => written);
        expect(tokens.map((token) => [token.start, token.text])).toEqual(expected);
        expect(tokens.every((token) => token.end === token.start + token.text.length)).toBe(true);
        expect(countWords(text, start, end)).toBe(expected.length);
      }),
      { numRuns: 2000 },
    );
  });
});
