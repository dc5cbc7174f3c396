import { describe, expect, test } from "vitest";
import { marginSize, partition } from "../../../scripts/train/split.ts";

describe("partition", () => {
  test("holds back two tenths in blocks and keeps a margin round them", () => {
    const parts = partition(1000);
    expect(parts.filter((part) => part === "test")).toHaveLength(100);
    expect(parts.filter((part) => part === "development")).toHaveLength(100);
    expect(parts.slice(90, 100).every((part) => part === "test")).toBe(true);
    expect(parts.slice(90 - marginSize, 90).every((part) => part === "margin")).toBe(true);
    expect(parts[90 - marginSize - 1]).toBe("train");
    expect(parts[100]).toBe("margin");
  });
});
