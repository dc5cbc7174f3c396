import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hintFeatures, joinFeatures } from "../../../src/article/tagger/context-features.ts";
import { contextSums } from "../../../src/article/tagger/context-sums.ts";
import { edge, makeFeatureList, profileWord, reach, wordAt } from "../../../src/article/tagger/features.ts";
import { gapCount } from "../../../src/article/tagger/gaps.ts";
import { inRecord, knownWords } from "../../../src/article/tagger/known-words.ts";
import { createRowTable, sumSize } from "../../../src/article/tagger/row-sums.ts";
import { readWeights } from "../../../src/article/tagger/weights.ts";
import { formsOf } from "../../../src/languages/word-form.ts";
import { packageFile } from "../../../src/package-file.ts";

const table = createRowTable(readWeights(readFileSync(packageFile("src/languages/ar/model/names.weights"))));
const listsOf = (folded: string): number => (folded.length % 3) * 7 + (folded.startsWith("ال") ? 1 << 11 : 0);
const known = knownWords(table, listsOf);
const sumContext = contextSums(table, known);
const formOf = formsOf((folded) => folded);

const vocabulary = [
  "قال",
  "الرييس",
  "بوتين",
  "في",
  "موسكو",
  "ولبنان",
  "وزاره",
  "الصحه",
  "2021",
  "اليوم",
  "x",
];
const texts = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    words: fc.array(fc.constantFrom(...vocabulary), { minLength: count, maxLength: count }),
    gaps: fc.array(fc.oneof(fc.constant(0), fc.nat(gapCount - 1)), {
      minLength: count + 1,
      maxLength: count + 1,
    }),
    hints: fc.array(fc.oneof(fc.constant(0), fc.nat(20)), { minLength: count, maxLength: count }),
  }),
);

test("what is summed once and kept comes to what all features of a word come to", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const gaps = Uint8Array.from(text.gaps);
      const hints = { coarse: Uint8Array.from(text.hints), fine: Uint16Array.from(text.hints) };
      const words = known.recordsOf(text.words.map((word) => ({ form: formOf(word) })));
      const sums = new Int32Array(words.length * sumSize);
      sumContext(words, gaps, hints, sums);
      const profiles = text.words.map((folded) => profileWord(folded, listsOf));
      const expected = new Int32Array(sums.length);
      profiles.forEach(({ group, shape }, index) => {
        for (let distance = 0; distance <= 2 * reach; distance += 1) {
          const values = Int32Array.from(wordAt(profiles, index + distance - reach, edge).at[distance] ?? []);
          table.add({ values, count: values.length }, expected, index * sumSize);
        }
        const features = makeFeatureList();
        joinFeatures(profiles, gaps, index, features);
        hintFeatures(group, shape, gaps, hints, index, features);
        table.add(features, expected, index * sumSize);
      });
      expect([...sums]).toEqual([...expected]);
    }),
  );
});

test("words that were met before there were too many are known again", () => {
  const few = [formOf("قال"), formOf("موسكو")];
  const told = (): (number | undefined)[][] => {
    const places = known.recordsOf(few.map((form) => ({ form })));
    return Array.from(places, (place) => [
      known.records[place + inRecord.word],
      known.records[place + inRecord.ending],
    ]);
  };
  const before = told();
  known.recordsOf(Array.from({ length: 30_001 }, (_, number) => ({ form: formOf(`x${number}`) })));
  known.recordsOf([{ form: formOf("another") }]);
  expect(told()).toEqual(before);
});
