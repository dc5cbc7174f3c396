import { marginalize, transitionCount, transitionOffset, wholeText } from "../../src/article/tagger/chain.ts";
import { labelCount } from "../../src/article/tagger/labels.ts";
import { createRandom, shuffle } from "../random.ts";

/** A sentence as the trainer sees it. */
export interface Example {
  /** Row ids of the features, all words one after the other. */
  features: Int32Array;
  /** Where the features of word `i` begin; one entry more than words. */
  offsets: Int32Array;
  labels: Uint8Array;
  gaps: Uint8Array;
  /** How much it counts. */
  weight: number;
}

export interface TrainingOptions {
  epochs: number;
  rate: number;
  /** Strength of the L2 penalty. */
  decay: number;
  /** Share of the features that are left out at random, so that no single one is relied on. */
  dropout: number;
  seed: number;
}

export interface TrainedModel {
  /** `labelCount` weights a row. */
  rows: Float32Array;
  transitions: Float32Array;
}

/**
 * Fits a linear-chain CRF; of the variants of an example, each epoch takes one at random. By stochastic gradient steps (AdaGrad), averaged over the second half of the epochs.
 * @param report is told the mean log-likelihood of each epoch
 */
export function trainCrf(
  examples: readonly (readonly Example[])[],
  rowCount: number,
  options: TrainingOptions,
  report: (epoch: number, likelihood: number) => void,
): TrainedModel {
  const random = createRandom(options.seed);
  const rows = new Float32Array(rowCount * labelCount);
  const transitions = new Float32Array(transitionCount);
  const squares = new Float32Array(rows.length).fill(1e-2);
  const transitionSquares = new Float32Array(transitionCount).fill(1);
  const sum = new Float64Array(rows.length);
  const transitionSum = new Float64Array(transitionCount);
  const order = examples.map((_, index) => index);
  const expTransitions = new Float64Array(transitionCount).fill(1);
  let averaged = 0;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    let likelihood = 0;
    let words = 0;
    for (const index of order) {
      const variants = examples[index] ?? [];
      const example = variants[Math.floor(random() * variants.length)];
      if (example === undefined) continue;
      likelihood += step(
        example,
        rows,
        transitions,
        squares,
        transitionSquares,
        expTransitions,
        options,
        random,
      );
      words += example.labels.length;
    }
    const shrink = 1 - options.decay;
    for (let at = 0; at < rows.length; at += 1) rows[at] = (rows[at] ?? 0) * shrink;
    report(epoch, likelihood / words);
    if (epoch * 2 >= options.epochs) {
      for (let at = 0; at < rows.length; at += 1) sum[at] = (sum[at] ?? 0) + (rows[at] ?? 0);
      for (let at = 0; at < transitionCount; at += 1) {
        transitionSum[at] = (transitionSum[at] ?? 0) + (transitions[at] ?? 0);
      }
      averaged += 1;
    }
  }
  return {
    rows: Float32Array.from(sum, (value) => value / averaged),
    transitions: Float32Array.from(transitionSum, (value) => value / averaged),
  };
}

function step(
  example: Example,
  rows: Float32Array,
  transitions: Float32Array,
  squares: Float32Array,
  transitionSquares: Float32Array,
  expTransitions: Float64Array,
  options: TrainingOptions,
  random: () => number,
): number {
  const { offsets, labels, gaps, weight } = example;
  const count = labels.length;
  const features = options.dropout > 0 ? drop(example.features, options.dropout, random) : example.features;
  const scores = scoreExample(features, offsets, rows);
  const expected = new Map<number, number>();
  const marginals = new Float64Array(scores.length);
  const stretch = wholeText(scores, gaps, count);
  const logTotal = marginalize(stretch, expTransitions, marginals, (transition, probability) => {
    expected.set(transition, (expected.get(transition) ?? 0) + probability);
  });
  let gold = 0;
  for (let index = 0; index < count; index += 1) {
    const label = labels[index] ?? 0;
    gold += scores[index * labelCount + label] ?? 0;
    if (index > 0) {
      const transition = transitionOffset(gaps[index] ?? 0) + (labels[index - 1] ?? 0) * labelCount + label;
      gold += transitions[transition] ?? 0;
      expected.set(transition, (expected.get(transition) ?? 0) - 1);
    }
  }
  for (const [transition, difference] of expected) {
    const gradient = -difference * weight;
    const square = (transitionSquares[transition] ?? 0) + gradient * gradient;
    transitionSquares[transition] = square;
    const value = (transitions[transition] ?? 0) + (options.rate * gradient) / Math.sqrt(square);
    transitions[transition] = value;
    expTransitions[transition] = Math.exp(value);
  }
  const gradient = new Float64Array(labelCount);
  for (let index = 0; index < count; index += 1) {
    const here = index * labelCount;
    let largest = 0;
    for (let label = 0; label < labelCount; label += 1) {
      const value = ((labels[index] === label ? 1 : 0) - (marginals[here + label] ?? 0)) * weight;
      gradient[label] = value;
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest < 1e-3) continue;
    for (let at = offsets[index] ?? 0; at < (offsets[index + 1] ?? 0); at += 1) {
      const row = (features[at] ?? 0) * labelCount;
      if (row < 0) continue;
      for (let label = 0; label < labelCount; label += 1) {
        const value = gradient[label] ?? 0;
        if (value < 1e-4 && value > -1e-4) continue;
        const square = (squares[row + label] ?? 0) + value * value;
        squares[row + label] = square;
        rows[row + label] = (rows[row + label] ?? 0) + (options.rate * value) / Math.sqrt(square);
      }
    }
  }
  return gold - logTotal;
}

/** The scores of an example's labels, `labelCount` a word. */
export function scoreExample(features: Int32Array, offsets: Int32Array, rows: Float32Array): Float32Array {
  const scores = new Float32Array((offsets.length - 1) * labelCount);
  for (let index = 0; index + 1 < offsets.length; index += 1) {
    const here = index * labelCount;
    for (let at = offsets[index] ?? 0; at < (offsets[index + 1] ?? 0); at += 1) {
      const row = (features[at] ?? 0) * labelCount;
      if (row < 0) continue;
      for (let label = 0; label < labelCount; label += 1) {
        scores[here + label] = (scores[here + label] ?? 0) + (rows[row + label] ?? 0);
      }
    }
  }
  return scores;
}

function drop(features: Int32Array, share: number, random: () => number): Int32Array {
  return features.map((feature) => (random() < share ? -1 : feature));
}
