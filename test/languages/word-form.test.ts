import { expect, test } from "vitest";
import { formsOf, rememberOfForm } from "../../src/languages/word-form.ts";

test("a word has one form, and what is worked out of it is worked out once and kept apart from all else", () => {
  const formOf = formsOf((word) => word.toLowerCase());
  let lengths = 0;
  const lengthOf = rememberOfForm(({ text }) => {
    lengths += 1;
    return text.length;
  });
  const upperOf = rememberOfForm(({ text }) => text.toUpperCase());
  for (const word of ["Reuters", "reuters", "said", "Reuters"]) {
    const form = formOf(word);
    expect(formOf(word)).toBe(form);
    expect([form.text, form.folded]).toEqual([word, word.toLowerCase()]);
    expect([upperOf(form), lengthOf(form)]).toEqual([word.toUpperCase(), word.length]);
  }
  expect(lengths).toBe(3);
});

test("two ways of folding have forms of their own", () => {
  const lower = formsOf((word) => word.toLowerCase());
  const upper = formsOf((word) => word.toUpperCase());
  expect([lower("Kyiv").folded, upper("Kyiv").folded]).toEqual(["kyiv", "KYIV"]);
});

test("more words than are kept give what they would give", () => {
  const formOf = formsOf((word) => `${word}.`);
  const doubled = rememberOfForm(({ folded }) => folded + folded);
  const early = formOf("0");
  doubled(early);
  for (let word = 0; word <= 50_000; word += 1) doubled(formOf(String(word)));
  // The one that is no longer kept and the one that is now.
  expect([doubled(early), doubled(formOf("0")), doubled(formOf("50000"))]).toEqual([
    "0.0.",
    "0.0.",
    "50000.50000.",
  ]);
});
