import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/*
 * Makes a real token-classification model, as small as one can be: a vocabulary, and a table with a row of label scores for
 * each of its words, looked up by one Gather. The files are those of a model exported with optimum-cli.
 */

const labels = ["O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC"] as const;
export type Label = (typeof labels)[number];

/** Writes the model that gives each word its label, and every other word none, into a folder. */
export async function writeTinyModel(
  folder: string,
  words: Readonly<Record<string, Label>>,
  limit = 512,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", ...Object.keys(words)];
  const scores = vocabulary.flatMap((word) => {
    const label = words[word] ?? "O";
    return labels.map((other) => (other === label ? 4 : 0));
  });
  const config = {
    model_type: "bert",
    max_position_embeddings: limit,
    id2label: Object.fromEntries(labels.map((label, index) => [String(index), label])),
  };
  const special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"].map((content, id) => {
    return {
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    };
  });
  const tokenizer = {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: special,
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: true,
      lowercase: false,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single: [
        { SpecialToken: { id: "[CLS]", type_id: 0 } },
        { Sequence: { id: "A", type_id: 0 } },
        { SpecialToken: { id: "[SEP]", type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        "[CLS]": { id: "[CLS]", ids: [2], tokens: ["[CLS]"] },
        "[SEP]": { id: "[SEP]", ids: [3], tokens: ["[SEP]"] },
      },
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  };
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
  await writeFile(join(folder, "tokenizer.json"), JSON.stringify(tokenizer));
  await writeFile(
    join(folder, "tokenizer_config.json"),
    JSON.stringify({ tokenizer_class: "BertTokenizer" }),
  );
  await writeFile(join(folder, "model.onnx"), makeLookup(vocabulary.length, labels.length, scores));
}

/** An ONNX model (a protocol buffer): `logits = Gather(scores, input_ids)`. */
function makeLookup(rows: number, columns: number, scores: readonly number[]): Uint8Array {
  const table = new Uint8Array(Float32Array.from(scores).buffer);
  const int64 = 7;
  const float = 1;
  const ids = (name: string): Uint8Array => valueInfo(name, int64, ["batch", "sequence"]);
  const graph = [
    field(1, message([text(1, "scores"), text(1, "input_ids"), text(2, "logits"), text(4, "Gather")])),
    text(2, "tiny"),
    field(
      5,
      message([number(1, rows), number(1, columns), number(2, float), text(8, "scores"), field(9, table)]),
    ),
    field(11, ids("input_ids")),
    field(11, ids("attention_mask")),
    field(11, ids("token_type_ids")),
    field(12, valueInfo("logits", float, ["batch", "sequence", "label"])),
  ];
  return message([number(1, 8), field(7, message(graph)), field(8, message([text(1, ""), number(2, 13)]))]);
}

function valueInfo(name: string, type: number, dimensions: readonly string[]): Uint8Array {
  const shape = message(dimensions.map((dimension) => field(1, message([text(2, dimension)]))));
  return message([text(1, name), field(2, message([field(1, message([number(1, type), field(2, shape)]))]))]);
}

function message(fields: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(fields);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

function number(id: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(id << 3), ...varint(value)]);
}

function field(id: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.from([...varint((id << 3) | 2), ...varint(bytes.length)]), bytes]);
}

function text(id: number, value: string): Uint8Array {
  return field(id, new TextEncoder().encode(value));
}
