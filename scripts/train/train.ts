import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeWeights } from "../../src/article/tagger/weights.ts";
import { loadDictionary } from "../../src/languages/ar/dictionary.ts";
import { readTrainingData } from "./articles.ts";
import { compileLists } from "./lists.ts";
import { trainModel } from "./model.ts";
import { defaultOptions } from "./options.ts";

/*
 * Trains the built-in recognizer of Arabic names on all the data and writes its weights:
 * `npx tsx scripts/train/train.ts --data DIR [--out FILE]`. The same data give the same bytes.
 */

const { values } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } });
if (values.data === undefined) {
  console.error("Name the folder that holds newsfane/, aqmar/ and wojood-sample/: --data DIR");
  process.exit(2);
}
const out = values.out ?? new URL("../../src/languages/ar/model/names.weights", import.meta.url);
const { training } = await readTrainingData(values.data, null);
const bytes = writeWeights(
  trainModel(training, compileLists(), loadDictionary(), defaultOptions, console.error),
);
writeFileSync(out, bytes);
console.error(`${bytes.length} bytes written`);
