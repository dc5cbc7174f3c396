import { readFileSync } from "node:fs";
import { type Dictionary, kindsOf, loadDictionary } from "../../languages/ar/dictionary.ts";
import { hashText } from "../../languages/hash.ts";
import type { Token } from "../../languages/tokens.ts";
import type { Range } from "../../model/article.ts";
import { packageFile } from "../../package-file.ts";
import { decode, marginalize } from "./chain.ts";
import { gatherEvidence } from "./evidence.ts";
import {
  dictionaryBit,
  edge,
  evidenceFeatures,
  hintFeatures,
  joinFeatures,
  makeFeatureList,
  profileWord,
  reach,
  type WordProfile,
  wordAt,
} from "./features.ts";
import { readGaps } from "./gaps.ts";
import { closes, labelCount, type NameType, opens, outside, typeOf } from "./labels.ts";
import { countParticles, countWords } from "./particles.ts";
import { isAfterName, isBeforeName, isFurtherFamilyName } from "./person-edges.ts";
import { type Hints, type Proposal, readHints } from "./proposals.ts";
import { createRowTable, readSums, sumSize } from "./row-sums.ts";
import { findHash, readWeights, type Weights } from "./weights.ts";

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
   * @param proposals of rules and lists, in text order, none overlapping
   */
  tag(tokens: readonly Token[], text: string, proposals: readonly Proposal[]): NameSpan[];
}

const width = 2 * reach + 1;
/** Words whose sums are kept; emptied when full, so that an archive of any size needs no more memory. */
const capacity = 30_000;
/** Rows of one word that count at one distance: 5 × 40 and what joins words fit in a sum. */
const mostOwnRows = 40;

interface KnownWord extends WordProfile {
  /** Sums of the rows of the word's features, one for each distance from `-reach` to `reach`. */
  sums: Int32Array;
}

/** Makes a tagger of weights and of the dictionary that they were trained with. */
export function createNameTagger(weights: Weights, dictionary: Dictionary): NameTagger {
  const { scale } = weights;
  const table = createRowTable(weights);
  const expTransitions = Float64Array.from(weights.transitions, Math.exp);
  const words = new Map<string, KnownWord>();
  const features = makeFeatureList();

  const sumWord = (profile: WordProfile): KnownWord => {
    const sums = new Int32Array(width * sumSize);
    profile.at.forEach((values, distance) => {
      const list = { values: Int32Array.from(values), count: values.length };
      table.add(list, sums, distance * sumSize, mostOwnRows);
    });
    return { ...profile, at: [], sums };
  };
  const edgeWord = sumWord(edge);
  const listsOf = (folded: string): number => {
    const at = findHash(weights.listHashes, hashText(folded, 1));
    return (at < 0 ? 0 : (weights.listMembers[at] ?? 0)) | (kindsOf(dictionary, folded) << dictionaryBit);
  };
  const know = (folded: string): KnownWord => {
    let word = words.get(folded);
    if (word === undefined) {
      if (words.size >= capacity) words.clear();
      word = sumWord(profileWord(folded, listsOf));
      words.set(folded, word);
    }
    return word;
  };
  const sumWords = (known: readonly KnownWord[], gaps: Uint8Array, hints: Hints): Int32Array => {
    const sums = new Int32Array(known.length * sumSize);
    for (let index = 0; index < known.length; index += 1) {
      const here = index * sumSize;
      for (let distance = 0; distance < width; distance += 1) {
        const word = wordAt(known, index + distance - reach, edgeWord).sums;
        const from = distance * sumSize;
        for (let at = 0; at < sumSize; at += 1) {
          sums[here + at] = ((sums[here + at] ?? 0) + (word[from + at] ?? 0)) | 0;
        }
      }
      features.count = 0;
      joinFeatures(known, gaps, index, features);
      hintFeatures(known, gaps, hints, index, features);
      table.add(features, sums, here);
    }
    return sums;
  };
  /** The sums with what the words' other occurrences tell; without evidence those of a first reading. */
  const addEvidence = (
    sums: Int32Array,
    known: readonly KnownWord[],
    evidence: Uint8Array | null,
  ): Float32Array => {
    const all = sums.slice();
    for (let index = 0; index < known.length; index += 1) {
      features.count = 0;
      evidenceFeatures(known, evidence, index, features);
      table.add(features, all, index * sumSize);
    }
    return readSums(all, scale);
  };

  return {
    tag(tokens, text, proposals) {
      const count = tokens.length;
      if (count === 0) return [];
      const gaps = readGaps(tokens, text);
      const known = tokens.map((token) => know(token.folded));
      const sums = sumWords(known, gaps, readHints(tokens, proposals));
      const read = marginalize(addEvidence(sums, known, null), gaps, expTransitions, count).labels;
      const scores = addEvidence(sums, known, gatherEvidence(known, read));
      const labels = decode(scores, gaps, weights.transitions, count);
      if (labels.every((label) => label === outside)) return [];
      const sure = marginalize(scores, gaps, expTransitions, count).labels;
      const occurrences = countWords(known);
      const spans: NameSpan[] = [];
      let score = 1;
      let from = 0;
      labels.forEach((label, index) => {
        if (label === outside) return;
        if (opens(label)) {
          from = index;
          score = 1;
        }
        score = Math.min(score, sure[index * labelCount + label] ?? 0);
        if (!closes(label)) return;
        const type = typeOf(label);
        const next = known[index + 1];
        const longer =
          type === "Person" &&
          index > from &&
          next !== undefined &&
          gaps[index + 1] === 0 &&
          labels[index + 1] === outside &&
          isFurtherFamilyName(next);
        while (type === "Person" && from < index && isBeforeName(known[from] ?? edgeWord)) from += 1;
        let last = longer ? index + 1 : index;
        while (type === "Person" && last > from && isAfterName(known[last] ?? edgeWord)) last -= 1;
        const opening = tokens[from];
        const closing = tokens[last];
        if (opening === undefined || closing === undefined) return;
        const start = opening.start + countParticles(weights, known, occurrences, from, type, opening.text);
        spans.push({ start, end: closing.end, type, score });
      });
      return spans;
    },
  };
}

let loaded: NameTagger | undefined;

/** The built-in recognizer of Arabic names; its weights are read once. */
export function loadTagger(): NameTagger {
  loaded ??= createNameTagger(
    readWeights(readFileSync(packageFile("src/languages/ar/model/names.weights"))),
    loadDictionary(),
  );
  return loaded;
}
