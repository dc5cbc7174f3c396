import { hash } from "node:crypto";
import { parseArticle, readStructure } from "../article/parse-article.ts";
import { loadRecognizer, type NeuralRecognizer } from "../article/recognizer/neural-recognizer.ts";
import type { ParsedArticle } from "../model/article.ts";
import type { Outcome, Problem } from "../model/problem.ts";
import type { RecognizerFolder } from "../model/recognizer.ts";
import type { SeedEntry, SiteConfig } from "../model/seeds.ts";
import type { SourceDocument } from "../model/source.ts";
import { readSource } from "../seeds/read-source.ts";
import { encodeArticle } from "./article-store.ts";
import type { Ordered } from "./order.ts";
import { describeRecord, type Packed } from "./pack.ts";

/** What articles are read with, beside their own files. */
export interface ReadSettings {
  seedsDir: string;
  site: SiteConfig;
  /** Whether there may be corrections beside texts. */
  hasSideFiles: boolean;
  /** The model that finds names in place of the built-in recognizer. */
  recognizer: RecognizerFolder | null;
  /** Changes whenever the program or the model does: what an earlier one made is then not used. */
  version: string;
}

export interface Batch {
  settings: ReadSettings;
  /** `known` is the key of the article that an earlier build made of a file of this name. */
  entries: readonly { entry: SeedEntry; known: string | null }[];
}

/** What became of an entry. */
export interface ReadEntry {
  /** Of reading the file. */
  problems: Problem[];
  article: {
    key: string;
    /** Ids of rules whose warnings its editor lets stand. */
    accepted: readonly string[];
    /** The article in `bytes`, and what was found wrong in it; null where it is the one known. */
    parsed: { record: Packed; order: Ordered; problems: Problem[] } | null;
  } | null;
}

export interface ReadBatch {
  entries: ReadEntry[];
  /** The articles that were parsed, as `encodeArticle` makes them, one after another. */
  bytes: Uint8Array;
}

const loaded = new Map<string, Promise<NeuralRecognizer>>();

/** What a worker thread runs: reads and parses a batch of articles, in their order. A model is loaded once a thread. */
export async function readBatch({ settings, entries }: Batch): Promise<ReadBatch> {
  const read: ReadEntry[] = [];
  const stored: Uint8Array[] = [];
  for (const { entry, known } of entries) {
    const { value: source, problems } = await readSource(
      settings.seedsDir,
      entry,
      settings.site,
      settings.hasSideFiles,
    );
    if (source === null) {
      read.push({ problems, article: null });
      continue;
    }
    const key = keyOf(source, entry, settings);
    const { accepted = [] } = source;
    if (key === known) {
      read.push({ problems, article: { key, accepted, parsed: null } });
      continue;
    }
    const outcome = await parse(source, settings.recognizer);
    const parts = encodeArticle(outcome.value, source.path);
    stored.push(...parts);
    const { published, id } = outcome.value.article;
    const parsed = { record: describeRecord(parts), order: { published, id }, problems: outcome.problems };
    read.push({ problems, article: { key, accepted, parsed } });
  }
  return { entries: read, bytes: Buffer.concat(stored) };
}

async function parse(
  source: SourceDocument,
  folder: RecognizerFolder | null,
): Promise<Outcome<ParsedArticle>> {
  if (folder === null) return parseArticle(source);
  const recognize = await (loaded.get(folder.path) ?? load(folder));
  const { text, blocks } = readStructure(source);
  return parseArticle(source, { id: folder.id, names: await recognize(text, blocks) });
}

function load(folder: RecognizerFolder): Promise<NeuralRecognizer> {
  const recognizer = loadRecognizer(folder);
  loaded.set(folder.path, recognizer);
  return recognizer;
}

/** Everything that a parsed article is made of, as a digest; its text by that of the file, and how that is decoded. */
function keyOf(
  { content: _, ...source }: SourceDocument,
  { metadata }: SeedEntry,
  { recognizer, version }: ReadSettings,
): string {
  const made = [version, recognizer?.id ?? null, metadata.encoding ?? null, source];
  return hash("sha256", JSON.stringify(made), "base64url");
}
