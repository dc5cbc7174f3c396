import fc from "fast-check";
import { expect, test } from "vitest";
import { isRough, roughCount } from "../../src/archive/rough-count.ts";

test("small counts are told as they are, larger ones by the step below", () => {
  expect([0, 1, 9, 10, 11, 19, 20, 49, 50, 99, 100, 1_872, 99_999, 100_000].map(roughCount)).toEqual([
    0, 1, 9, 10, 10, 10, 20, 20, 50, 50, 100, 1_000, 50_000, 100_000,
  ]);
});

test("a rough count is never above what it stands for, nor less than two fifths of it, and stays itself", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (count) => {
      const rough = roughCount(count);
      expect(rough).toBeLessThanOrEqual(count);
      expect(rough).toBeGreaterThanOrEqual(count * 0.4);
      expect(roughCount(rough)).toBe(rough);
      expect(isRough(rough)).toBe(isRough(count));
    }),
  );
});
