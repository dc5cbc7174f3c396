import type { ModelOptions } from "./model.ts";

/** What the shipped weights are trained with; chosen on the development tenth. */
export const defaultOptions = {
  epochs: 20,
  rate: 0.1,
  decay: 0.01,
  dropout: 0.4,
  seed: 7,
  minimum: 4,
  rows: 200_000,
  boldness: 1,
  weights: { newswire: 1, encyclopedia: 1, archive: 1, news: 2 },
  hide: true,
  folds: 3,
  fits: 4,
} as const satisfies ModelOptions;
