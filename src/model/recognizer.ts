import * as z from "zod";
import { EntityType } from "./article.ts";

/** A token-classification model that the archive's editor names, in place of the built-in recognizer. */
export const RecognizerFolder = z.object({
  /** Absolute. */
  path: z.string(),
  /** What annotations say of their origin: the folder's own name. */
  id: z.string(),
});
export type RecognizerFolder = z.infer<typeof RecognizerFolder>;

/** A name that such a model found: whole words, attached particles not yet taken off. Offsets as an article's. */
export const RecognizedName = z.object({
  start: z.number(),
  end: z.number(),
  type: EntityType,
  /** From 0 to 1: the lowest probability that the model gives one of the name's words. */
  score: z.number(),
});
export type RecognizedName = z.infer<typeof RecognizedName>;

/** The files of a model's folder, as `optimum-cli export onnx` writes them; of the models the first that is there. */
export const recognizerFiles = {
  config: "config.json",
  tokenizer: "tokenizer.json",
  tokenizerConfig: "tokenizer_config.json",
  models: ["model_quantized.onnx", "onnx/model_quantized.onnx", "model.onnx", "onnx/model.onnx"],
} as const;

/** What runs such a model; not installed by itself. */
export const recognizerPackages = ["onnxruntime-web", "@huggingface/tokenizers"] as const;
