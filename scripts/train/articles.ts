import { fileURLToPath } from "node:url";
import { type NameType, nameTypes } from "../../src/article/tagger/labels.ts";
import type { EntityType } from "../../src/model/article.ts";
import { readGoldFiles } from "../evaluate/read-gold-files.ts";
import { type Corpus, type CorpusSentence, readCorpora } from "./corpus.ts";
import { cutArticles } from "./examples.ts";
import type { TrainingArticle } from "./model.ts";
import { countNameStarts, joinTexts, type RenderedText, renderRunning, renderSplit } from "./rendering.ts";
import { readSentences } from "./sentences.ts";
import { type Part, partition } from "./split.ts";

/** An article in both forms. */
export interface HeldBackArticle {
  /** As newspapers print it: particles and pronouns written together with their words. */
  running: RenderedText;
  /** As the corpus has it: every token between spaces. */
  split: RenderedText;
}

export interface TrainingData {
  training: TrainingArticle[];
  /** Newswire that is not in `training`. */
  heldBack: HeldBackArticle[];
}

/**
 * Reads the corpora below `data` and, with them, the development half of the gold articles and the sentences beside this file.
 * @param heldBack the tenth of the newswire that is kept from training, or null to train on all of it. With the test
 *   tenth, the development tenth is trained on; with the development tenth, the test tenth is left alone.
 */
export async function readTrainingData(
  data: string,
  heldBack: "test" | "development" | null,
): Promise<TrainingData> {
  const corpora = readCorpora(data);
  const vocabulary = countNameStarts(corpora);
  const write = (sentences: readonly CorpusSentence[]): HeldBackArticle => ({
    running: joinTexts(sentences.map((sentence) => renderRunning(sentence, vocabulary))),
    split: joinTexts(sentences.map((sentence) => renderSplit(sentence, vocabulary))),
  });
  const trainingParts: Part[] =
    heldBack === null
      ? ["train", "margin", "development", "test"]
      : heldBack === "test"
        ? ["train", "development"]
        : ["train"];
  const news = [...(await readGoldNames()), ...readSentences()].map((text) => {
    return { corpus: "news" as const, renderings: [text] };
  });
  const published = corpora.flatMap((corpus) => {
    return takeArticles(corpus, corpus.name === "newswire" ? trainingParts : null).map((sentences) => {
      const { running, split } = write(sentences);
      return { corpus: corpus.name, renderings: corpus.name === "newswire" ? [running, split] : [running] };
    });
  });
  return {
    training: [...published, ...news],
    heldBack: corpora.flatMap((corpus) => {
      return heldBack === null || corpus.name !== "newswire"
        ? []
        : takeArticles(corpus, [heldBack]).map(write);
    }),
  };
}

/** The sentences of some parts, or all, cut into articles; no article reaches over a sentence that is left out. */
function takeArticles({ name, sentences }: Corpus, parts: readonly Part[] | null): CorpusSentence[][] {
  if (parts === null) return cutArticles(name, sentences);
  const partOf = partition(sentences.length);
  const runs: CorpusSentence[][] = [];
  let open = false;
  sentences.forEach((sentence, index) => {
    const part = partOf[index];
    const taken = part !== undefined && parts.includes(part);
    if (taken && !open) runs.push([]);
    if (taken) runs.at(-1)?.push(sentence);
    open = taken;
  });
  return runs.flatMap((run) => cutArticles(name, run));
}

const goldFolder = fileURLToPath(new URL("../../test/gold", import.meta.url));

/** The Arabic gold articles that may be looked at, with the names that the tagger learns. */
async function readGoldNames(): Promise<RenderedText[]> {
  const { value: files } = await readGoldFiles(goldFolder);
  return (files ?? [])
    .filter(({ split, gold }) => split === "dev" && gold.lang === "ar")
    .map(({ gold: { text, entities } }) => {
      const names = entities.flatMap(({ type, mentions }) => {
        return isNameType(type) ? mentions.map(({ start, end }) => ({ start, end, type })) : [];
      });
      return { text, names: names.sort((one, other) => one.start - other.start) };
    });
}

function isNameType(type: EntityType): type is NameType {
  return nameTypes.some((name) => name === type);
}
