import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RecognizedName, RecognizerFolder } from "../../model/recognizer.ts";
import { recognizerFiles } from "../../model/recognizer.ts";
import type { Block } from "../block.ts";
import { ModelConfig, readLabels, type WordLabel } from "./model-config.ts";
import { type Piece, readPieces } from "./pieces.ts";

/** Finds the names of an article with a model that the user brought. */
export type NeuralRecognizer = (text: string, blocks: readonly Block[]) => Promise<RecognizedName[]>;

/** A model's answer over a run of pieces: a row of scores a piece. */
type Scorer = (ids: readonly number[]) => Promise<{ scores: Float32Array; width: number }>;

interface Encoder {
  /** The ids of a word's parts. */
  encode: (word: string) => number[];
  /** Ids that the model wants before and after a text. */
  before: number[];
  after: number[];
}

/**
 * Loads a model from a folder with `config.json`, `tokenizer.json` and an ONNX file. Nothing is asked of the network.
 * @throws Error when a file is not what it should be, or the packages that run the model are not installed
 */
export async function loadRecognizer({ path }: RecognizerFolder): Promise<NeuralRecognizer> {
  const config = ModelConfig.parse(JSON.parse(await readFile(join(path, recognizerFiles.config), "utf8")));
  const labels = readLabels(config);
  const encoder = await loadEncoder(path);
  const score = await loadScorer(path);
  // RoBERTa's models count their positions from 2.
  const room =
    Math.min(config.max_position_embeddings, 512) - encoder.before.length - encoder.after.length - 2;
  return async (text, blocks) => {
    const names: RecognizedName[] = [];
    for (const window of windowsOf(text, blocks, encoder, room)) {
      const ids = [...encoder.before, ...window.flatMap((piece) => piece.ids), ...encoder.after];
      const { scores, width } = await score(ids);
      names.push(...readNames(window, scores, width, encoder.before.length, labels));
    }
    return names;
  };
}

interface EncodedPiece extends Piece {
  ids: number[];
}

/** The pieces of the article in runs that the model can take, parted between blocks where that is possible. */
function* windowsOf(
  text: string,
  blocks: readonly Block[],
  { encode }: Encoder,
  room: number,
): Generator<EncodedPiece[]> {
  let window: EncodedPiece[] = [];
  let used = 0;
  for (const block of blocks) {
    const pieces = readPieces(text, block).map((piece): EncodedPiece => {
      return { ...piece, ids: encode(piece.text).slice(0, room) };
    });
    const size = pieces.reduce((sum, { ids }) => sum + ids.length, 0);
    if (used > 0 && used + size > room) {
      yield window;
      window = [];
      used = 0;
    }
    for (const piece of pieces) {
      if (used + piece.ids.length > room) {
        yield window;
        window = [];
        used = 0;
      }
      window.push(piece);
      used += piece.ids.length;
    }
  }
  if (window.length > 0) yield window;
}

/** A word has the label of its first part, as in the training of these models. */
function readNames(
  window: readonly EncodedPiece[],
  scores: Float32Array,
  width: number,
  from: number,
  labels: readonly (WordLabel | null)[],
): RecognizedName[] {
  const names: RecognizedName[] = [];
  let row = from;
  let open: RecognizedName | undefined;
  for (const { start, end, isWord, ids, opensBlock } of window) {
    const best = bestOf(scores, row * width, width);
    row += ids.length;
    const label = ids.length === 0 ? null : (labels[best.label] ?? null);
    if (opensBlock || label === null) open = undefined;
    if (label === null) continue;
    if (open === undefined || label.opens || open.type !== label.type) {
      open = undefined;
      if (!isWord) continue;
      open = { start, end, type: label.type, score: best.probability };
      names.push(open);
    } else if (isWord) {
      open.end = end;
      open.score = Math.min(open.score, best.probability);
    }
  }
  return names;
}

/** The label with the highest score, and its share of the softmax. */
function bestOf(scores: Float32Array, from: number, width: number): { label: number; probability: number } {
  let label = 0;
  for (let at = 1; at < width; at += 1) {
    if ((scores[from + at] ?? 0) > (scores[from + label] ?? 0)) label = at;
  }
  const top = scores[from + label] ?? 0;
  let sum = 0;
  for (let at = 0; at < width; at += 1) sum += Math.exp((scores[from + at] ?? 0) - top);
  return { label, probability: 1 / sum };
}

async function loadEncoder(path: string): Promise<Encoder> {
  const { Tokenizer } = await import("@huggingface/tokenizers");
  const read = async (name: string): Promise<object> => JSON.parse(await readFile(join(path, name), "utf8"));
  const settings = await read(recognizerFiles.tokenizerConfig).catch(() => ({}));
  const tokenizer = new Tokenizer(await read(recognizerFiles.tokenizer), settings);
  const encode = (word: string): number[] => tokenizer.encode(word, { add_special_tokens: false }).ids;
  const probe = "a";
  const inner = encode(probe);
  const whole = tokenizer.encode(probe).ids;
  const at = Math.max(
    0,
    whole.findIndex((_: number, start: number) => inner.every((id, index) => whole[start + index] === id)),
  );
  const known = new Map<string, number[]>();
  return {
    before: whole.slice(0, at),
    after: whole.slice(at + inner.length),
    encode: (word) => {
      let ids = known.get(word);
      if (ids === undefined) {
        ids = encode(word);
        known.set(word, ids);
      }
      return ids;
    },
  };
}

async function loadScorer(path: string): Promise<Scorer> {
  const { env, InferenceSession, Tensor } = await import("onnxruntime-web");
  env.logLevel = "error";
  // Articles are parsed in several threads at once: each has a model of its own.
  if (env.wasm !== undefined) env.wasm.numThreads = 1;
  const bytes = await readModel(path);
  const session = await InferenceSession.create(bytes, { graphOptimizationLevel: "all" });
  return async (ids) => {
    const shape = [1, ids.length];
    const tensor = (values: Iterable<number>): InstanceType<typeof Tensor> =>
      new Tensor("int64", BigInt64Array.from([...values], BigInt), shape);
    const feeds: Record<string, InstanceType<typeof Tensor>> = {};
    for (const name of session.inputNames) {
      if (name === "input_ids") feeds[name] = tensor(ids);
      else if (name === "attention_mask") feeds[name] = tensor(ids.map(() => 1));
      else feeds[name] = tensor(ids.map(() => 0));
    }
    const [answer] = Object.values(await session.run(feeds));
    if (answer === undefined || !(answer.data instanceof Float32Array)) {
      throw new Error("The model does not answer with a table of numbers: it is no token classifier.");
    }
    return { scores: answer.data, width: answer.data.length / ids.length };
  };
}

async function readModel(path: string): Promise<Uint8Array> {
  for (const name of recognizerFiles.models) {
    const bytes = await readFile(join(path, name)).catch(() => null);
    if (bytes !== null) return bytes;
  }
  throw new Error(`There is no model in ${path}.`);
}
