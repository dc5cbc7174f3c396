import fc from "fast-check";
import { expect, test } from "vitest";
import { rowStore } from "../../src/publish/row-store.ts";

const text = fc.string({ unit: "grapheme", maxLength: 40 });
/** Some are longer than what is kept in one piece. */
const row = fc.option(
  fc.tuple(text, fc.constantFrom(1, 5_000, 60_000)).map(([some, times]) => some.repeat(times)),
  { nil: null },
);

test("gives each row back by its name, the last of those that one name was given", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, row), { maxLength: 30 }), (given) => {
      const store = rowStore();
      for (const [name, own] of given) store.set(name, own);
      const expected = new Map(given);
      expect([...store.names()]).toEqual([...expected.keys()]);
      expect([...store.rows()]).toEqual([...expected.values()].filter((own) => own !== null));
      for (const [name, own] of expected) {
        expect(store.has(name)).toBe(true);
        expect(store.get(name)).toBe(own);
      }
      const other = `${[...expected.keys()].join("")}x`;
      expect([store.has(other), store.get(other)]).toEqual([false, null]);
    }),
    { numRuns: 60 },
  );
});
