import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, marginalize, transitionCount, wholeText } from "../../../src/article/tagger/chain.ts";
import { gapCount } from "../../../src/article/tagger/gaps.ts";
import { labelCount, labelOf, mayEnd, mayFollow, outside } from "../../../src/article/tagger/labels.ts";

// Within the margin beyond which a label is not weighed.
const score = fc.double({ min: -2, max: 2, noNaN: true });

/** Scores of up to four words, with the gaps before them and the scores of pairs. */
const chains = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    scores: fc.array(score, { minLength: count * labelCount, maxLength: count * labelCount }),
    gaps: fc.array(fc.nat(gapCount - 1), { minLength: count + 1, maxLength: count + 1 }),
    pairs: fc.array(score, { minLength: labelCount ** 2, maxLength: labelCount ** 2 }),
  }),
);

function lay({ scores, gaps, pairs }: { scores: number[]; gaps: number[]; pairs: number[] }) {
  const transitions = new Float32Array(transitionCount);
  for (let gap = 0; gap < gapCount; gap += 1) transitions.set(pairs, gap * pairs.length);
  return { scores: Float32Array.from(scores), gaps: Uint8Array.from(gaps), transitions };
}

/** Every allowed sequence with its score, counted out. */
function enumerate(
  count: number,
  scores: Float32Array,
  pairs: Float32Array,
): { labels: number[]; score: number }[] {
  let all: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let index = 0; index < count; index += 1) {
    all = all.flatMap(({ labels, score }) => {
      const last = labels.at(-1);
      return Array.from({ length: labelCount }, (_, label) => label)
        .filter((label) => mayFollow(last ?? outside, label))
        .map((label) => ({
          labels: [...labels, label],
          score:
            score +
            (scores[index * labelCount + label] ?? 0) +
            (last === undefined ? 0 : (pairs[last * labelCount + label] ?? 0)),
        }));
    });
  }
  return all.filter(({ labels }) => mayEnd(labels.at(-1) ?? outside));
}

describe("decode", () => {
  test("finds the best of all allowed sequences", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const { scores, gaps, transitions } = lay(chain);
        const labels = new Uint8Array(chain.count);
        decode(wholeText(scores, gaps, chain.count), transitions, labels);
        const found = [...labels];
        const all = enumerate(chain.count, scores, transitions);
        const best = Math.max(...all.map(({ score: total }) => total));
        const own = all.find(({ labels }) => labels.join() === found.join());
        expect(own?.score).toBeCloseTo(best, 3);
      }),
      { numRuns: 60 },
    );
  });
});

describe("marginalize", () => {
  test("gives each label the share of the sequences that have it", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const { scores, gaps, transitions } = lay(chain);
        const labels = new Float64Array(scores.length);
        const stretch = wholeText(scores, gaps, chain.count);
        const logTotal = marginalize(stretch, Float64Array.from(transitions, Math.exp), labels, () => {});
        const all = enumerate(chain.count, scores, transitions);
        const total = all.reduce((sum, sequence) => sum + Math.exp(sequence.score), 0);
        expect(logTotal).toBeCloseTo(Math.log(total), 3);
        for (let index = 0; index < chain.count; index += 1) {
          const with0 = all.filter((sequence) => sequence.labels[index] === outside);
          const share = with0.reduce((sum, sequence) => sum + Math.exp(sequence.score), 0) / total;
          expect(labels[index * labelCount + outside]).toBeCloseTo(share, 3);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("mayFollow", () => {
  test("keeps a name of one type until its last word", () => {
    expect(mayFollow(labelOf("Person", "first"), labelOf("Person", "last"))).toBe(true);
    expect(mayFollow(labelOf("Person", "first"), labelOf("Place", "last"))).toBe(false);
    expect(mayFollow(labelOf("Person", "first"), outside)).toBe(false);
    expect(mayFollow(labelOf("Person", "last"), labelOf("Person", "first"))).toBe(true);
    expect(mayFollow(outside, labelOf("Person", "inner"))).toBe(false);
  });

  test("stays a number where scores are far apart", () => {
    const count = 8;
    const scores = new Float32Array(count * labelCount).fill(-1000);
    scores[outside] = -2000;
    // Labels that nothing leads to, one after another.
    for (let index = 1; index < count; index += 1) {
      scores[index * labelCount + labelOf("Person", "inner")] = 3000;
    }
    const gaps = new Uint8Array(count + 1);
    const pairs = new Float64Array(transitionCount).fill(1);
    const labels = new Float64Array(scores.length);
    const logTotal = marginalize(wholeText(scores, gaps, count), pairs, labels, () => {});
    expect(Number.isFinite(logTotal)).toBe(true);
    for (let index = 0; index < count; index += 1) {
      const sum = labels.subarray(index * labelCount, (index + 1) * labelCount).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 6);
    }
  });
});

describe("a part of a text", () => {
  test("reads as it does in the whole, where words beside it are outside of names beyond doubt", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const { transitions } = lay(chain);
        const inner = chain.count;
        const count = inner + 2;
        const scores = new Float32Array(count * labelCount).fill(-1000);
        scores[outside] = 0;
        scores.set(chain.scores, labelCount);
        scores[(count - 1) * labelCount + outside] = 0;
        const gaps = Uint8Array.from({ length: count + 1 }, (_, index) => chain.gaps[index % inner] ?? 0);
        const expTransitions = Float64Array.from(transitions, Math.exp);
        const whole = { labels: new Uint8Array(count), shares: new Float64Array(scores.length) };
        decode(wholeText(scores, gaps, count), transitions, whole.labels);
        marginalize(wholeText(scores, gaps, count), expTransitions, whole.shares);
        const part = { labels: new Uint8Array(count), shares: new Float64Array(inner * labelCount) };
        const stretch = {
          ...{ scores: scores.slice(labelCount, -labelCount), from: 0, to: inner, gaps, shift: 1 },
          ...{ opensText: false, endsText: false },
        };
        decode(stretch, transitions, part.labels);
        marginalize(stretch, expTransitions, part.shares);
        expect([...part.labels]).toEqual([...whole.labels]);
        part.shares.forEach((share, at) => {
          expect(share).toBeCloseTo(whole.shares[labelCount + at] ?? 0, 9);
        });
      }),
      { numRuns: 60 },
    );
  });
});
