import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { attributeQuotes } from "../../src/article/attribute-quotes.ts";
import { findDates } from "../../src/article/find-dates.ts";
import { findEntities, proposeNames } from "../../src/article/find-entities.ts";
import { findPeriods } from "../../src/article/find-periods.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { findQuotationSpans } from "../../src/article/quotation-spans.ts";
import { loadTagger } from "../../src/article/tagger/name-tagger.ts";
import type { Proposal } from "../../src/article/tagger/proposals.ts";
import { readPlainText } from "../../src/article/text-blocks.ts";
import { packFor } from "../../src/languages/packs.ts";
import { countWords, tokenize } from "../../src/languages/tokens.ts";
import { goldSource } from "../evaluate/gold-source.ts";
import type { GoldArticle } from "../evaluate/parse-gold.ts";
import { readGoldFiles } from "../evaluate/read-gold-files.ts";

/*
 * How long extraction takes on one thread after warm-up, a step: the median of rounds over the gold articles of a language,
 * in milliseconds for 450 words. The articles are short, so that several stand in one text of about 450 words.
 *   --lang ar
 *   --rounds 15
 */

const { values } = parseArgs({ options: { lang: { type: "string" }, rounds: { type: "string" } } });
const lang = values.lang ?? "ar";
const rounds = Number(values.rounds ?? 15);
const pack = packFor(lang);
if (pack === undefined) throw new Error(`no pack for ${lang}`);

const { value: files } = await readGoldFiles(fileURLToPath(new URL("../../test/gold", import.meta.url)));
const golds = (files ?? []).map(({ gold }) => gold).filter((gold) => gold.lang === lang);
const articles = joinToLength(golds).map((gold) => {
  const source = goldSource(gold, `${lang}.txt`);
  const { text, blocks } = readPlainText(source.content);
  const { spans } = findQuotationSpans(text, blocks);
  const { entities, dates } = parseArticle(source).value.article;
  const recognize = (proposals: readonly Proposal[]) =>
    loadTagger().tag(tokenize(text, 0, text.length, pack.fold), text, proposals);
  return { source, text, blocks, spans, entities, dates, published: gold.published, recognize };
});
const words = articles.reduce((sum, { text }) => sum + countWords(text), 0);

/** Articles one after another, until a text has some 450 words. */
function joinToLength(golds: readonly GoldArticle[]): GoldArticle[] {
  const joined: GoldArticle[] = [];
  for (const gold of golds) {
    const last = joined.at(-1);
    if (last === undefined || countWords(last.text) > 380) joined.push(gold);
    else joined[joined.length - 1] = { ...last, text: `${last.text}\n\n${gold.text}` };
  }
  return joined;
}

type Sample = (typeof articles)[number];
const { names, fold, speech } = pack;
const steps: Record<string, (sample: Sample) => unknown> = {
  "blocks and headings": ({ source }) => readPlainText(source.content),
  quotations: ({ text, blocks }) => findQuotationSpans(text, blocks),
  "names, proposed by rules and lists": (sample) => proposeNames({ ...sample, names, fold }),
  "names, whole": ({ recognize, ...sample }) =>
    findEntities({ ...sample, names, fold, ...(lang === "ar" ? { recognize } : {}) }),
  speakers: (sample) => attributeQuotes({ ...sample, speech, fold }),
  dates: (sample) => findDates({ ...sample, dates: pack.dates, fold }),
  periods: (sample) => findPeriods({ ...sample, known: sample.dates, dates: pack.dates, fold }),
  "parseArticle, all of it": ({ source }) => parseArticle(source),
};

console.log(
  `${articles.length} texts, ${words} words, ${lang}; ms for 450 words, median of ${rounds} rounds`,
);
for (const [step, run] of Object.entries(steps)) {
  for (let warm = 0; warm < 5; warm += 1) articles.forEach(run);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    articles.forEach(run);
    times.push(((performance.now() - from) / words) * 450);
  }
  times.sort((one, other) => one - other);
  console.log(`${step.padEnd(36)} ${(times[rounds >> 1] ?? 0).toFixed(3)}`);
}
