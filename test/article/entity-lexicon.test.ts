import { expect, test } from "vitest";
import { lexiconOf } from "../../src/article/entity-lexicon.ts";
import { packFor } from "../../src/languages/packs.ts";
import { formsOf } from "../../src/languages/word-form.ts";

test("what lists say of a word is the same whichever way of writing it came first", () => {
  const pack = packFor("ar");
  if (pack === undefined) throw new Error("no pack");
  const { readingOf } = lexiconOf(pack.names, pack.fold);
  const formOf = formsOf(pack.fold);
  // Tanwin stands on everyday words; folded, they are alike.
  expect(readingOf(formOf("زنبيطا")).whole.common).toBe(false);
  expect(readingOf(formOf("زنبيطًا")).whole.common).toBe(true);
  expect(readingOf(formOf("قرنبطًا")).whole.common).toBe(true);
  expect(readingOf(formOf("قرنبطا")).whole.common).toBe(false);
});
