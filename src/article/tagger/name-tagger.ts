import { readFileSync } from "node:fs";
import { type Dictionary, kindsOf, loadDictionary } from "../../languages/ar/dictionary.ts";
import { hashText } from "../../languages/hash.ts";
import type { Token } from "../../languages/tokens.ts";
import type { Range } from "../../model/article.ts";
import { packageFile } from "../../package-file.ts";
import { decode } from "./chain.ts";
import { contextSums } from "./context-sums.ts";
import { gatherEvidence } from "./evidence.ts";
import { createEvidenceSums } from "./evidence-sums.ts";
import { dictionaryBit } from "./features.ts";
import { readGaps } from "./gaps.ts";
import { edgeRecord, inRecord, knownWords } from "./known-words.ts";
import { closes, labelCount, type NameType, opens, outside, typeOf } from "./labels.ts";
import { countParticles } from "./particles.ts";
import { isAfterName, isBeforeName, isFurtherFamilyName } from "./person-edges.ts";
import { type Proposal, readHints } from "./proposals.ts";
import { readScores, weigh } from "./reading.ts";
import { createRowTable, sumSize } from "./row-sums.ts";
import { findSharedKeys, keysOfWord, makeKeyRoom } from "./shared-keys.ts";
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

/** Makes a tagger of weights and of the dictionary that they were trained with. */
export function createNameTagger(weights: Weights, dictionary: Dictionary): NameTagger {
  const { scale } = weights;
  const table = createRowTable(weights);
  const expTransitions = Float64Array.from(weights.transitions, Math.exp);
  const listsOf = (folded: string): number => {
    const at = findHash(weights.listHashes, hashText(folded, 1));
    return (at < 0 ? 0 : (weights.listMembers[at] ?? 0)) | (kindsOf(dictionary, folded) << dictionaryBit);
  };
  const words = knownWords(table, listsOf);
  const sumContext = contextSums(table, words);
  const evidenceSums = createEvidenceSums(table, words);
  const keyRoom = makeKeyRoom();

  return {
    tag(tokens, text, proposals) {
      const count = tokens.length;
      if (count === 0) return [];
      const gaps = readGaps(tokens, text);
      const places = words.recordsOf(tokens);
      const sums = new Int32Array(count * sumSize);
      sumContext(places, gaps, readHints(tokens, proposals), sums);
      evidenceSums.addFirst(sums);
      const keys = keysOf(words.records, places);
      const shared = findSharedKeys(keys, words.keyCount, keyRoom);
      const first = readScores(sums, gaps, count, scale);
      weigh(first, expTransitions, (index) => shared.ofWords[index * keysOfWord] !== -1);
      evidenceSums.replaceFirst(sums, places, gatherEvidence(shared, first));
      const second = readScores(sums, gaps, count, scale);
      const labels = new Uint8Array(count);
      for (const stretch of second.stretches) decode(stretch, weights.transitions, labels);
      if (labels.every((label) => label === outside)) return [];
      weigh(second, expTransitions, (index) => labels[index] !== outside);
      const { records } = words;
      const wordAt = (index: number) => {
        const place = index < count ? (places[index] ?? edgeRecord) : edgeRecord;
        return { folded: tokens[index]?.folded ?? "", lists: records[place + inRecord.lists] ?? 0 };
      };
      const hashAt = (index: number): number => {
        const place = index < count ? (places[index] ?? edgeRecord) : edgeRecord;
        return records[place + inRecord.word] ?? 0;
      };
      const spans: NameSpan[] = [];
      let score = 1;
      let from = 0;
      labels.forEach((label, index) => {
        if (label === outside) return;
        if (opens(label)) {
          from = index;
          score = 1;
        }
        score = Math.min(score, second.marginals[(second.places[index] ?? 0) * labelCount + label] ?? 0);
        if (!closes(label)) return;
        const type = typeOf(label);
        const longer =
          type === "Person" &&
          index > from &&
          index + 1 < count &&
          gaps[index + 1] === 0 &&
          labels[index + 1] === outside &&
          isFurtherFamilyName(wordAt(index + 1));
        while (type === "Person" && from < index && isBeforeName(wordAt(from))) from += 1;
        let last = longer ? index + 1 : index;
        while (type === "Person" && last > from && isAfterName(wordAt(last))) last -= 1;
        const opening = tokens[from];
        const closing = tokens[last];
        if (opening === undefined || closing === undefined) return;
        const isElsewhere = (particles: number): boolean => standsElsewhere(keys, from, particles);
        const start =
          opening.start +
          countParticles(weights, wordAt(from), hashAt(from + 1), type, opening.text, isElsewhere);
        spans.push({ start, end: closing.end, type, score });
      });
      return spans;
    },
  };
}

/** The numbers of the keys of words, `keysOfWord` places a word. */
function keysOf(records: Int32Array, places: Int32Array): Int32Array {
  const keys = new Int32Array(places.length * keysOfWord);
  for (let index = 0; index < places.length; index += 1) {
    const from = (places[index] ?? edgeRecord) + inRecord.keys;
    for (let nth = 0; nth < keysOfWord; nth += 1) keys[index * keysOfWord + nth] = records[from + nth] ?? -1;
  }
  return keys;
}

/** Whether the key of a word that so many particles are taken off is another word of the text. */
function standsElsewhere(keys: Int32Array, index: number, particles: number): boolean {
  const key = keys[index * keysOfWord + particles] ?? -1;
  for (let at = 0; at < keys.length; at += keysOfWord) {
    if (keys[at] === key && at !== index * keysOfWord) return true;
  }
  return false;
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
