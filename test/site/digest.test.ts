import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDigester } from "../../src/site/digest.ts";

/** Alike enough to be mistaken for each other: short texts, digits, lists within lists. */
const value = fc.jsonValue({ maxDepth: 3 });
const leaf = fc.constantFrom<unknown>(
  "",
  "1",
  "12",
  "2",
  "[",
  "a",
  0,
  1,
  -1,
  0.5,
  null,
  true,
  false,
  undefined,
);
const near = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "1"), tie("value"), { maxKeys: 2, noNullPrototype: true }),
  ),
})).value;

function frozen<T>(what: T): T {
  if (typeof what === "object" && what !== null) {
    for (const member of Object.values(what)) frozen(member);
    Object.freeze(what);
  }
  return what;
}

test("values have one digest when they are the same, in every digester, and only then", () => {
  const digester = createDigester("version");
  fc.assert(
    fc.property(fc.oneof(value, near), fc.oneof(value, near), fc.boolean(), (one, other, areFrozen) => {
      const [first, second] = areFrozen ? [frozen(one), frozen(other)] : [one, other];
      const digest = digester.of(first);
      expect(digester.of(first)).toBe(digest);
      const copy = structuredClone(one);
      expect(createDigester("version").of(areFrozen ? frozen(copy) : copy)).toBe(digest);
      expect(createDigester("another").of(first)).not.toBe(digest);
      if (digester.of(second) === digest) expect(isDeepStrictEqual(first, second)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("what is digested while something else is written is no part of it but by its digest", () => {
  const { writer, ofWritten, digestOnce } = createDigester("");
  const write = (inner: string): string =>
    ofWritten(() => {
      writer.value("before");
      // Longer than there is room for at first.
      const number = digestOnce(() => writer.value(inner.repeat(10_000)));
      writer.value("after");
      writer.digest(number);
    });
  expect(write("a")).toBe(write("a"));
  expect(write("b")).not.toBe(write("a"));
  const known = digestOnce(() => writer.value("a".repeat(10_000)));
  expect(
    ofWritten(() => {
      writer.value("before");
      writer.value("after");
      writer.digest(known);
    }),
  ).toBe(write("a"));
});
