import { readFileSync } from "node:fs";
import { readWords } from "../../src/languages/word-list.ts";
import { createRandom } from "../random.ts";

/** An article of the corpus, in no program's own format yet. */
export interface CorpusArticle {
  /** `2011/00042`, without an ending. */
  path: string;
  headline: string;
  /** `YYYY-MM-DD` */
  date: string;
  tag: string;
  /** Parted by empty lines when they are written. */
  paragraphs: string[];
}

export interface CorpusOptions {
  articles: number;
  /** Whether paragraphs have emphasis, links and headings in them, as some of a Markdown archive's do. */
  markdown: boolean;
}

const years = { first: 2005, count: 20 };
/** As an archive's index of subjects has them. */
const tags = Array.from({ length: 50 }, (_, index) => `موضوع ${index + 1}`);
const months = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" ");

interface Pools {
  P: readonly string[];
  L: readonly string[];
  O: readonly string[];
  words: readonly string[];
  sentences: readonly string[];
}

/**
 * Arabic news of about 420 words (4.4 KB) an article: sentences with names in them from the training texts, each name put in
 * place of another of its kind, sentences of common words, quotations and dates. Each article has a cast of its own, and who is in
 * it follows Zipf's law, so that some people are everywhere and most in a handful of articles. The same options give the same articles.
 */
export function* makeCorpus({ articles, markdown }: CorpusOptions): Iterable<CorpusArticle> {
  const pools = readPools(articles);
  for (let index = 0; index < articles; index += 1) yield makeArticle(index, pools, markdown);
}

function readPools(articles: number): Pools {
  const random = createRandom(7);
  const given = readWords("ar/words/given-names.txt");
  const families = readWords("ar/words/given-names-made.txt").map((name) => `ال${name}`);
  const people = new Set<string>();
  // An archive twice as large knows more people, though not twice as many.
  const wanted = Math.round(40 * Math.sqrt(articles));
  while (people.size < wanted) people.add(`${pick(given, random)} ${pick(families, random)}`);
  const training = readFileSync(new URL("../train/sentences.txt", import.meta.url), "utf8").split("\n");
  return {
    P: [...people],
    L: readWords("ar/words/places.txt"),
    O: readWords("ar/words/organizations.txt"),
    words: readWords("ar/words/common.txt"),
    sentences: training.filter((line) => line !== "" && !line.startsWith("#")),
  };
}

function makeArticle(index: number, pools: Pools, markdown: boolean): CorpusArticle {
  const random = createRandom(1_000 + index);
  const cast = {
    P: Array.from({ length: 3 }, () => pickByZipf(pools.P, random)),
    L: Array.from({ length: 3 }, () => pickByZipf(pools.L, random)),
    O: Array.from({ length: 2 }, () => pickByZipf(pools.O, random)),
  };
  const date = new Date(
    Date.UTC(years.first + (index % years.count), Math.floor(random() * 12), 1 + Math.floor(random() * 28)),
  );
  const named = (): string =>
    pick(pools.sentences, random).replace(/\[\[[^|\]]*\|([PLO])\]\]/gu, (_, type: "P" | "L" | "O") =>
      pick(cast[type], random),
    );
  const plain = (words: number): string =>
    Array.from({ length: words }, () => pick(pools.words, random)).join(" ");
  const quoted = (): string => `وقال ${pick(cast.P, random)} إن «${plain(9)}».`;
  const dated = (): string =>
    `وجرى ذلك في ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}.`;
  const paragraphs: string[] = [];
  for (let paragraph = 0; paragraph < 10; paragraph += 1) {
    const sentences = [named(), `${plain(12)}.`, paragraph % 3 === 0 ? quoted() : `${plain(10)}.`];
    if (paragraph === 4) sentences.push(dated());
    paragraphs.push(markdown ? marked(paragraph, sentences) : sentences.join(" "));
  }
  const year = String(date.getUTCFullYear());
  return {
    path: `${year}/${String(index).padStart(6, "0")}`,
    headline: `${cast.P[0]} في ${cast.L[0]}: ${plain(4)}`,
    date: date.toISOString().slice(0, 10),
    tag: pick(tags, random),
    paragraphs,
  };
}

/** Markup in two paragraphs of ten, a heading before one. */
function marked(paragraph: number, [first = "", ...rest]: string[]): string {
  const all = [first, ...rest].join(" ");
  if (paragraph === 3) return `**${first}** ${rest.join(" ")}`;
  if (paragraph === 6) return `## ${rest[0] ?? ""}\n\n${first} [${rest[1] ?? ""}](https://example.org/)`;
  return all;
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** The n-th item about 1/n times as often as the first. */
function pickByZipf<T>(items: readonly T[], random: () => number): T {
  const rank = Math.floor(items.length ** random()) - 1;
  return items[Math.min(items.length - 1, rank)] ?? pick(items, random);
}
