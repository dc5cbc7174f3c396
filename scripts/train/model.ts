import { marginalize, transitionCount, transitionOffset, wholeText } from "../../src/article/tagger/chain.ts";
import { type FirstReading, gatherEvidence } from "../../src/article/tagger/evidence.ts";
import { dictionaryBit, type WordProfile } from "../../src/article/tagger/features.ts";
import { gapCount } from "../../src/article/tagger/gaps.ts";
import { labelCount, outside } from "../../src/article/tagger/labels.ts";
import { readHints } from "../../src/article/tagger/proposals.ts";
import { sharedKeysOf } from "../../src/article/tagger/shared-keys.ts";
import type { Weights } from "../../src/article/tagger/weights.ts";
import { type Dictionary, kindsOf } from "../../src/languages/ar/dictionary.ts";
import { hashText } from "../../src/languages/hash.ts";
import { createRandom } from "../random.ts";
import type { Corpus } from "./corpus.ts";
import { type Example, scoreExample, type TrainedModel, type TrainingOptions, trainCrf } from "./crf.ts";
import {
  createProfiler,
  eachFeature,
  hideWords,
  type PreparedText,
  particleCases,
  prepareText,
  unseenSeed,
} from "./examples.ts";
import { packLists, packRows } from "./pack.ts";
import { trainParticles } from "./particle-model.ts";
import type { RenderedText } from "./rendering.ts";

/** An article to learn from, in each of the ways in which it may be written. */
export interface TrainingArticle {
  corpus: Corpus["name"];
  renderings: RenderedText[];
}

export interface ModelOptions extends TrainingOptions {
  /** A feature that occurs in fewer articles' renderings is not learned. */
  minimum: number;
  /** How many rows are kept, the largest first. */
  rows: number;
  /** How much the score of standing outside of names is lowered in the end: finds more names, a few wrong ones with them. */
  boldness: number;
  /** How much an article counts, by its corpus. */
  weights: Readonly<Record<Corpus["name"], number>>;
  /** Whether half of the readings have some words hidden, so that unseen names are found. */
  hide: boolean;
  /** How many models are fitted, each by chances of its own, and averaged. */
  fits: number;
  /** Into how many parts the articles are cut to learn from first readings of texts that the first reader has not seen; 0 for none. */
  folds: number;
}

/** Corpora other than this project's own news have weights of their own on top of the common ones, which are left behind in the end. */
const domains: Readonly<Record<Corpus["name"], number>> = {
  newswire: 1,
  encyclopedia: 2,
  archive: 3,
  news: 0,
};

/** Trains a tagger's weights; the same ones for the same articles and options. */
export function trainModel(
  articles: readonly TrainingArticle[],
  lists: ReadonlyMap<number, number>,
  dictionary: Dictionary,
  options: ModelOptions,
  report: (line: string) => void,
): Weights {
  const listsOf = (folded: string) =>
    (lists.get(hashText(folded, 1) >>> 0) ?? 0) | (kindsOf(dictionary, folded) << dictionaryBit);
  const profile = createProfiler(listsOf);
  const hider = { unseen: createProfiler(listsOf, unseenSeed), random: createRandom(options.seed) };
  const texts = articles.map(({ corpus, renderings }) => ({
    corpus,
    prepared: renderings
      .map((rendering) => prepareText(rendering, profile))
      .filter(({ words }) => words.length > 0),
  }));
  const evidence = new Map<PreparedText, Uint8Array>();
  for (let fold = 0; fold < options.folds; fold += 1) {
    const others = texts.filter((_, index) => index % options.folds !== fold);
    const reader = fitModel(
      others,
      new Map(),
      { ...options, epochs: Math.ceil(options.epochs / 2) },
      hider,
      report,
    );
    for (const { prepared } of texts.filter((_, index) => index % options.folds === fold)) {
      for (const text of prepared)
        evidence.set(text, gatherEvidence(sharedKeysOf(text.words), readFirst(text, reader)));
    }
    report(`first reading ${fold + 1} of ${options.folds}`);
  }
  const fits = Array.from({ length: options.fits }, (_, fit) => {
    const { unseen } = hider;
    const seed = options.seed + fit;
    const own = { unseen, random: createRandom(seed) };
    return fitModel(texts, evidence, { ...options, seed }, own, report);
  });
  const { ids, model } = averageOf(fits);
  const transitions = embolden(model.transitions, options.boldness);
  const cases = texts.flatMap(({ prepared }) => prepared.flatMap(particleCases));
  return {
    ...packRows(model.rows, ids, options.rows),
    transitions,
    ...packLists(lists),
    ...trainParticles(cases),
  };
}

/** The mean of models that were fitted to the same features: what only one of them believes counts less. */
function averageOf([first, ...others]: readonly Fitted[]): Fitted {
  if (first === undefined) throw new RangeError("Nothing was fitted.");
  const { rows, transitions } = first.model;
  for (const { model } of others) {
    model.rows.forEach((weight, at) => {
      rows[at] = (rows[at] ?? 0) + weight;
    });
    model.transitions.forEach((weight, at) => {
      transitions[at] = (transitions[at] ?? 0) + weight;
    });
  }
  const share = 1 / (1 + others.length);
  return {
    ids: first.ids,
    model: { rows: rows.map((sum) => sum * share), transitions: transitions.map((sum) => sum * share) },
  };
}

interface Hider {
  unseen: (folded: string) => WordProfile;
  random: () => number;
}

interface Fitted {
  ids: Map<number, number>;
  model: TrainedModel;
}

interface PreparedArticle {
  corpus: Corpus["name"];
  prepared: PreparedText[];
}

function fitModel(
  articles: readonly PreparedArticle[],
  evidence: ReadonlyMap<PreparedText, Uint8Array>,
  options: ModelOptions,
  hider: Hider,
  report: (line: string) => void,
): Fitted {
  const counts = new Map<number, number>();
  const count = (feature: number) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const { prepared } of articles) {
    for (const text of prepared) {
      for (let index = 0; index < text.words.length; index += 1) {
        eachFeature(text, evidence.get(text) ?? null, index, count);
      }
    }
  }
  const ids = new Map<number, number>();
  eachFeature(
    {
      text: "",
      names: [],
      words: [],
      tokens: [],
      gaps: new Uint8Array(1),
      hints: readHints([], []),
      labels: new Uint8Array(),
    },
    null,
    0,
    (feature) => {
      ids.set(feature, ids.size);
    },
  );
  for (const [feature, times] of counts) {
    if (times >= options.minimum && !ids.has(feature)) ids.set(feature, ids.size);
  }
  report(`${articles.length} articles, ${counts.size} features, ${ids.size} learned`);
  const examples = articles.map(({ corpus, prepared }) => {
    return prepared.flatMap((text) => {
      const seen = evidence.get(text) ?? null;
      const hidden = hideWords(text, hider.unseen, hider.random);
      const example = (variant: PreparedText, found: Uint8Array | null) => {
        return toExample(variant, found, ids, domains[corpus], options.weights[corpus]);
      };
      const readings = options.hide ? [text, hidden] : [text];
      return readings.flatMap((variant) => {
        return seen === null ? [example(variant, null)] : [example(variant, null), example(variant, seen)];
      });
    });
  });
  const model = trainCrf(examples, ids.size * 4, options, (epoch, likelihood) => {
    report(`epoch ${epoch + 1}: ${likelihood.toFixed(4)}`);
  });
  return { ids, model };
}

function toExample(
  text: PreparedText,
  evidence: Uint8Array | null,
  ids: ReadonlyMap<number, number>,
  domain: number,
  weight: number,
): Example {
  const features: number[] = [];
  const offsets = new Int32Array(text.words.length + 1);
  text.words.forEach((_, index) => {
    eachFeature(text, evidence, index, (feature) => {
      const id = ids.get(feature);
      if (id === undefined) return;
      features.push(id);
      if (domain > 0) features.push(id + domain * ids.size);
    });
    offsets[index + 1] = features.length;
  });
  return { features: Int32Array.from(features), offsets, labels: text.labels, gaps: text.gaps, weight };
}

/** The probabilities of a first reading, as the tagger makes it. */
function readFirst(text: PreparedText, { ids, model }: Fitted): FirstReading {
  const example = toExample(text, null, ids, 0, 1);
  const scores = scoreExample(example.features, example.offsets, model.rows);
  const expTransitions = Float64Array.from(model.transitions, Math.exp);
  const marginals = new Float64Array(scores.length);
  marginalize(wholeText(scores, text.gaps, text.words.length), expTransitions, marginals);
  return { marginals, places: Int32Array.from(text.words, (_, index) => index) };
}

function embolden(transitions: Float32Array, boldness: number): Float32Array {
  const bold = transitions.slice();
  for (let gap = 0; gap < gapCount; gap += 1) {
    for (let label = 0; label < labelCount; label += 1) {
      const at = transitionOffset(gap) + label * labelCount + outside;
      bold[at] = (bold[at] ?? 0) - boldness;
    }
  }
  return bold.subarray(0, transitionCount);
}
