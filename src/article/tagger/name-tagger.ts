import { readFileSync } from "node:fs";
import type { Token } from "../../languages/tokens.ts";
import type { Range } from "../../model/article.ts";
import { decode, marginalize } from "./chain.ts";
import { edge, joinFeatures, profileWord, reach, type WordProfile } from "./features.ts";
import { readGaps } from "./gaps.ts";
import { hashText } from "./hash.ts";
import { closes, labelCount, type NameType, opens, outside, typeOf } from "./labels.ts";
import { countParticles } from "./particles.ts";
import { findHash, findRow, readWeights, type Weights } from "./weights.ts";

/** A name in a text. Offsets are UTF-16 code units; attached particles (و ف ب ل ك) are outside, ال is inside. */
export interface NameSpan extends Range {
  type: NameType;
  /** How sure the tagger is, from 0 to 1: the lowest probability that it gives one of the name's words. */
  score: number;
}

export interface NameTagger {
  /**
   * Finds the names among the words of a sentence, a paragraph or a whole article, in text order, none overlapping.
   * @param tokens as `tokenize` makes them with `foldArabic`
   * @param text that the tokens' offsets count in; what stands between them is read from it
   */
  tag(tokens: readonly Token[], text: string): NameSpan[];
}

const width = 2 * reach + 1;
/** Words whose sums are kept; emptied when full, so that an archive of any size needs no more memory. */
const capacity = 30_000;

interface KnownWord extends WordProfile {
  /** Sums of the rows of the word's features: `labelCount` for each distance from `-reach` to `reach`. */
  sums: Float32Array;
}

/** Makes a tagger of weights that are read. */
export function createNameTagger(weights: Weights): NameTagger {
  const expTransitions = Float64Array.from(weights.transitions, Math.exp);
  const words = new Map<string, KnownWord>();
  const edgeWord = sumWord(weights, edge);
  const listsOf = (folded: string): number => {
    const at = findHash(weights.listHashes, hashText(folded, 1));
    return at < 0 ? 0 : (weights.listMembers[at] ?? 0);
  };
  const know = (folded: string): KnownWord => {
    let word = words.get(folded);
    if (word === undefined) {
      if (words.size >= capacity) words.clear();
      word = sumWord(weights, profileWord(folded, listsOf));
      words.set(folded, word);
    }
    return word;
  };
  return {
    tag(tokens, text) {
      const count = tokens.length;
      if (count === 0) return [];
      const gaps = readGaps(tokens, text);
      const known = tokens.map((token) => know(token.folded));
      const scores = scoreWords(weights, known, gaps, edgeWord);
      const labels = decode(scores, gaps, weights.transitions, count);
      if (labels.every((label) => label === outside)) return [];
      const sure = marginalize(scores, gaps, expTransitions, count).labels;
      const spans: NameSpan[] = [];
      let score = 1;
      let first = 0;
      labels.forEach((label, index) => {
        if (label === outside) return;
        if (opens(label)) {
          first = index;
          score = 1;
        }
        score = Math.min(score, sure[index * labelCount + label] ?? 0);
        if (!closes(label)) return;
        const opening = tokens[first];
        const closing = tokens[index];
        if (opening === undefined || closing === undefined) return;
        const type = typeOf(label);
        const start = opening.start + countParticles(weights, known, first, type, opening.text);
        spans.push({ start, end: closing.end, type, score });
      });
      return spans;
    },
  };
}

function sumWord(weights: Weights, profile: WordProfile): KnownWord {
  const sums = new Float32Array(width * labelCount);
  profile.at.forEach((features, distance) => {
    for (const feature of features) addRow(weights, feature, sums, distance * labelCount);
  });
  return { ...profile, sums };
}

function addRow(weights: Weights, feature: number, sums: Float32Array, at: number): void {
  const row = findRow(weights, feature);
  if (row < 0) return;
  const from = row * labelCount;
  for (let label = 0; label < labelCount; label += 1) {
    sums[at + label] = (sums[at + label] ?? 0) + (weights.rows[from + label] ?? 0) * weights.scale;
  }
}

function scoreWords(
  weights: Weights,
  known: readonly KnownWord[],
  gaps: Uint8Array,
  edgeWord: KnownWord,
): Float32Array {
  const scores = new Float32Array(known.length * labelCount);
  let here = 0;
  const add = (feature: number) => addRow(weights, feature, scores, here);
  for (let index = 0; index < known.length; index += 1) {
    here = index * labelCount;
    for (let distance = 0; distance < width; distance += 1) {
      const { sums } = known[index + distance - reach] ?? edgeWord;
      const from = distance * labelCount;
      for (let label = 0; label < labelCount; label += 1) {
        scores[here + label] = (scores[here + label] ?? 0) + (sums[from + label] ?? 0);
      }
    }
    joinFeatures(known, gaps, index, add);
  }
  return scores;
}

let loaded: NameTagger | undefined;

/** The built-in recognizer of Arabic names; its weights are read once. */
export function loadTagger(): NameTagger {
  loaded ??= createNameTagger(readWeights(readFileSync(weightsUrl)));
  return loaded;
}

const weightsUrl = new URL("../../languages/ar/model/names.weights", import.meta.url);
