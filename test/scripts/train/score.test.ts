import { describe, expect, test } from "vitest";
import { countNames, emptyScore, f1, precision, recall } from "../../../scripts/train/score.ts";

describe("countNames", () => {
  test("counts a name right when start, end and type are, as conlleval does", () => {
    const score = emptyScore();
    countNames(
      score,
      [
        { start: 0, end: 4, type: "Person" },
        { start: 9, end: 12, type: "Place" },
        { start: 20, end: 30, type: "Organization" },
        { start: 40, end: 44, type: "Person" },
      ],
      [
        { start: 0, end: 4, type: "Person" },
        { start: 9, end: 12, type: "Organization" },
        { start: 20, end: 28, type: "Organization" },
      ],
    );
    expect(score.all).toEqual({ gold: 4, found: 3, right: 1 });
    expect(score.Person).toEqual({ gold: 2, found: 1, right: 1 });
    expect(score.Place).toEqual({ gold: 1, found: 0, right: 0 });
    expect(score.Organization).toEqual({ gold: 1, found: 2, right: 0 });
    expect(precision(score.all)).toBeCloseTo(1 / 3);
    expect(recall(score.all)).toBeCloseTo(1 / 4);
    expect(f1(score.all)).toBeCloseTo(2 / 7);
  });

  test("counts a name that is found twice once", () => {
    const score = emptyScore();
    const name = { start: 0, end: 4, type: "Person" } as const;
    countNames(score, [name], [name, name]);
    expect(score.all).toEqual({ gold: 1, found: 2, right: 1 });
  });
});
