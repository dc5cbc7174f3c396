import { parseArgs } from "node:util";
import { createNameTagger, type NameTagger } from "../../src/article/tagger/name-tagger.ts";
import { type Dictionary, loadDictionary } from "../../src/languages/ar/dictionary.ts";
import { foldArabic } from "../../src/languages/ar/fold.ts";
import { tokenize } from "../../src/languages/tokens.ts";
import { type HeldBackArticle, readTrainingData } from "./articles.ts";
import { compileLists } from "./lists.ts";
import { type ModelOptions, trainModel } from "./model.ts";
import { defaultOptions } from "./options.ts";
import { proposalsIn } from "./propose-names.ts";
import { countNames, emptyScore, f1, formatScore, type Score } from "./score.ts";

/*
 * Trains without a tenth of the newswire and scores what the tagger finds in it:
 * `npx tsx scripts/train/evaluate.ts --data DIR [--part test|development] [--ablate]`.
 * With --ablate it also trains without one means at a time, to show what each brings.
 */

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    part: { type: "string", default: "test" },
    ablate: { type: "boolean", default: false },
  },
});
if (values.data === undefined || (values.part !== "test" && values.part !== "development")) {
  console.error("usage: tsx scripts/train/evaluate.ts --data DIR [--part test|development] [--ablate]");
  process.exit(2);
}
const { training, heldBack } = await readTrainingData(values.data, values.part);
const lists = compileLists();
const listsWithoutCommon = compileLists((name) => name !== "common-words");
const newswireOnly = training.filter(({ corpus }) => corpus === "newswire");

interface Variant {
  title: string;
  articles?: typeof training;
  lists?: ReadonlyMap<number, number>;
  dictionary?: Dictionary;
  options?: Partial<ModelOptions>;
}

const ablations: readonly Variant[] = [
  { title: "without word lists", lists: new Map() },
  { title: "without the list of common words", lists: listsWithoutCommon },
  { title: "without the dictionary", dictionary: [] },
  { title: "without the second reading", options: { folds: 0 } },
  { title: "without the other corpora", articles: newswireOnly },
  { title: "without hidden words", options: { hide: false } },
];

const full = score({ title: "as shipped" });
console.log(`## Running text\n\n${formatScore(full.running)}\n`);
console.log(`## The corpus's own tokens\n\n${formatScore(full.split)}\n`);
if (values.ablate) {
  const columns = ["all", "Person", "Place", "Organization"] as const;
  console.log(`| running text, F1 | ${columns.join(" | ")} |\n| --- | --- | --- | --- | --- |`);
  const print = (title: string, { running }: Scores) => {
    console.log(`| ${title} | ${columns.map((type) => f1(running[type]).toFixed(3)).join(" | ")} |`);
  };
  print("as shipped", full);
  for (const variant of ablations) print(variant.title, score(variant));
}

interface Scores {
  running: Score;
  split: Score;
}

function score(variant: Variant): Scores {
  const options = { ...defaultOptions, ...variant.options };
  const dictionary = variant.dictionary ?? loadDictionary();
  const articles = variant.articles ?? training;
  const weights = trainModel(articles, variant.lists ?? lists, dictionary, options, console.error);
  const tagger = createNameTagger(weights, dictionary);
  return { running: scoreForm(tagger, "running"), split: scoreForm(tagger, "split") };
}

function scoreForm(tagger: NameTagger, form: keyof HeldBackArticle): Score {
  const total = emptyScore();
  for (const { [form]: article } of heldBack) {
    const tokens = tokenize(article.text, 0, article.text.length, foldArabic);
    countNames(total, article.names, tagger.tag(tokens, article.text, proposalsIn(article.text)));
  }
  return total;
}
