import { stemsOf } from "../../src/article/tagger/clitics.ts";
import { evidenceFeatures, hintFeatures, joinFeatures } from "../../src/article/tagger/context-features.ts";
import {
  edge,
  type ListLookup,
  makeFeatureList,
  profileWord,
  reach,
  type WordProfile,
} from "../../src/article/tagger/features.ts";
import { readGaps } from "../../src/article/tagger/gaps.ts";
import { labelOf, outside } from "../../src/article/tagger/labels.ts";
import { type Hints, readHints } from "../../src/article/tagger/proposals.ts";
import { foldArabic } from "../../src/languages/ar/fold.ts";
import { type Token, tokenize } from "../../src/languages/tokens.ts";
import type { Corpus } from "./corpus.ts";
import { proposalsIn } from "./propose-names.ts";
import type { NameRange, RenderedText } from "./rendering.ts";

/** A text ready to learn from. */
export interface PreparedText extends RenderedText {
  words: WordProfile[];
  tokens: Token[];
  gaps: Uint8Array;
  hints: Hints;
  labels: Uint8Array;
}

/** Profiles words, each once. */
export function createProfiler(listsOf: ListLookup, seed?: number): (folded: string) => WordProfile {
  const known = new Map<string, WordProfile>();
  return (folded) => {
    let profile = known.get(folded);
    if (profile === undefined) {
      profile = profileWord(folded, listsOf, seed);
      known.set(folded, profile);
    }
    return profile;
  };
}

export function prepareText(rendered: RenderedText, profile: (folded: string) => WordProfile): PreparedText {
  const { text, names } = rendered;
  const tokens = tokenize(text, 0, text.length, foldArabic);
  return {
    text,
    names,
    tokens,
    words: tokens.map((token) => profile(token.folded)),
    gaps: readGaps(tokens, text),
    hints: readHints(tokens, proposalsIn(text)),
    labels: labelTokens(tokens, names),
  };
}

/** A seed that no word is known by. */
export const unseenSeed = 0x5eed;

/** How likely a word of a name is to be made unseen, and how likely another word: names are what is new in the news. */
const unseenNames = 0.3;
const unseenOthers = 0.1;

/** A text some of whose words are as though they had never been seen, so that their lists, form and context must do. */
export function hideWords(
  text: PreparedText,
  unseen: (folded: string) => WordProfile,
  random: () => number,
): PreparedText {
  const words = text.words.map((word, index) => {
    const chance = text.labels[index] === outside ? unseenOthers : unseenNames;
    return random() < chance ? unseen(word.folded) : word;
  });
  return { ...text, words };
}

function labelTokens(tokens: readonly Token[], names: readonly NameRange[]): Uint8Array {
  const labels = new Uint8Array(tokens.length);
  for (const name of names) {
    const first = tokens.findIndex((token) => token.end > name.start);
    if (first < 0) continue;
    let last = first;
    while ((tokens[last + 1]?.start ?? Infinity) < name.end) last += 1;
    if (first === last) labels[first] = labelOf(name.type, "only");
    else {
      labels[first] = labelOf(name.type, "first");
      labels.fill(labelOf(name.type, "inner"), first + 1, last);
      labels[last] = labelOf(name.type, "last");
    }
  }
  return labels;
}

/** Calls `add` with every feature of the word at `index`. */
export function eachFeature(
  { words, gaps, hints }: PreparedText,
  evidence: Uint8Array | null,
  index: number,
  add: (feature: number) => void,
): void {
  for (let distance = 0; distance <= 2 * reach; distance += 1) {
    const word = words[index + distance - reach] ?? edge;
    for (const feature of word.at[distance] ?? []) add(feature >>> 0);
  }
  gathered.count = 0;
  joinFeatures(words, gaps, index, gathered);
  const { group, shape, lists } = words[index] ?? edge;
  hintFeatures(group, shape, gaps, hints, index, gathered);
  evidenceFeatures(shape, lists, evidence, index, gathered);
  for (const feature of gathered.values.subarray(0, gathered.count)) add(feature >>> 0);
}

const gathered = makeFeatureList();

/** A reading of the first word of a name as particles and stem, and which reading is right. */
export interface ParticleCase {
  prepared: PreparedText;
  first: number;
  name: NameRange;
  readings: { particles: number; folded: string }[];
  right: number;
}

/** The names whose first word begins with a letter that may be a particle. */
export function particleCases(prepared: PreparedText): ParticleCase[] {
  return prepared.names.flatMap((name) => {
    const first = prepared.tokens.findIndex((token) => token.end > name.start);
    const token = prepared.tokens[first];
    const word = prepared.words[first];
    if (token === undefined || word === undefined || token.text.length !== word.folded.length) return [];
    const stems = stemsOf(word.folded);
    const readings = [{ particles: 0, folded: word.folded }, ...stems];
    const right = readings.findIndex((reading) => reading.particles === name.start - token.start);
    return stems.length === 0 || right < 0 ? [] : [{ prepared, first, name, readings, right }];
  });
}

/** How many sentences of a corpus are read as one article, where the corpus does not say where articles end. */
const articleLength: Readonly<Record<Corpus["name"], number>> = {
  newswire: 10,
  encyclopedia: 10,
  archive: 1,
  news: 1,
};

/** Runs of neighboring sentences, each about an article. */
export function cutArticles<T>(corpus: Corpus["name"], sentences: readonly T[]): T[][] {
  const size = articleLength[corpus];
  return Array.from({ length: Math.ceil(sentences.length / size) }, (_, index) => {
    return sentences.slice(index * size, (index + 1) * size);
  });
}
