import type { LanguagePack } from "../languages/language-pack.ts";
import { packFor } from "../languages/packs.ts";
import { foldForSearch } from "../languages/search-words.ts";
import { type Token, tokenize } from "../languages/tokens.ts";
import type { Article, DateMention, Entity, PeriodMention, Quote } from "../model/article.ts";
import type { Problem } from "../model/problem.ts";
import type { RecognizedName } from "../model/recognizer.ts";
import type { SourceDocument } from "../model/source.ts";
import { correctDates, correctNames, correctQuotes } from "./apply-corrections.ts";
import { attributeQuotes } from "./attribute-quotes.ts";
import type { Block } from "./block.ts";
import { blockTokens } from "./block-tokens.ts";
import { findDates } from "./find-dates.ts";
import { type CandidateName, findEntities } from "./find-entities.ts";
import { findPeriods } from "./find-periods.ts";
import { nameRecognizer, ruleProvenance } from "./provenance.ts";
import type { QuotationSpan } from "./quotation-spans.ts";
import { trimParticles } from "./recognizer/trim-particles.ts";
import { loadTagger } from "./tagger/name-tagger.ts";
import type { Proposal } from "./tagger/proposals.ts";

/** What a model that the archive's editor named has found in an article. */
export interface RecognizedNames {
  /** Of the model. */
  id: string;
  names: readonly RecognizedName[];
}

/** The blocks of one language, and what knows it. */
interface Part {
  blocks: Block[];
  pack: LanguagePack | undefined;
}

/** Finds an article's names, quotes, dates and periods, each block read by its own language's pack, and lets its editor's corrections win. */
export function annotate(
  { lang, published, corrections, extraction }: SourceDocument,
  text: string,
  blocks: readonly Block[],
  spans: readonly QuotationSpan[],
  problems: Problem[],
  recognized: RecognizedNames | null = null,
): Pick<Article, "entities" | "quotes" | "dates" | "periods"> {
  const parts = partsOf(blocks, lang);
  if (extraction === "off") {
    const pack = packFor(lang);
    const entities = correctNames(text, [], corrections, pack, problems);
    const quotes = correctQuotes(text, [], corrections, entities, problems);
    return { entities, quotes, dates: correctDates(text, [], corrections, problems), periods: [] };
  }
  const named = joinEntities(
    parts.flatMap(({ blocks: own, pack }) =>
      pack === undefined ? [] : findNames(text, own, spans, pack, recognized),
    ),
  );
  const only = parts.length === 1 ? parts[0]?.pack : packFor(lang);
  const entities = correctNames(text, named, corrections, only, problems);
  const attributed = joinQuotes(
    parts,
    spans,
    parts.map((part) => readQuotes(text, part.blocks, spans, entities, part.pack)),
  );
  const quotes = correctQuotes(text, attributed, corrections, entities, problems);
  const datesFound = parts.flatMap(({ blocks: own, pack }): DateMention[] =>
    pack === undefined ? [] : findDates({ text, blocks: own, published, dates: pack.dates, fold: pack.fold }),
  );
  const dates = correctDates(text, inTextOrder(datesFound), corrections, problems);
  const periods = parts.flatMap(({ blocks: own, pack }): PeriodMention[] =>
    pack === undefined
      ? []
      : findPeriods({ text, blocks: own, published, dates: pack.dates, fold: pack.fold, known: dates }),
  );
  return {
    entities,
    quotes,
    dates,
    periods: inTextOrder(periods),
  };
}

function inTextOrder<T extends { start: number }>(mentions: readonly T[]): T[] {
  return [...mentions].sort((one, other) => one.start - other.start);
}

function partsOf(blocks: readonly Block[], lang: string): Part[] {
  const byLanguage = new Map<string, Block[]>([[lang, []]]);
  for (const block of blocks) {
    const own = byLanguage.get(block.lang ?? lang);
    if (own === undefined) byLanguage.set(block.lang ?? lang, [block]);
    else own.push(block);
  }
  return [...byLanguage].map(([tag, own]) => ({ blocks: own, pack: packFor(tag) }));
}

/** One entity for those of one id that several languages name; in the order of their first mention. */
function joinEntities(found: readonly Entity[]): Entity[] {
  const byId = new Map<string, Entity>();
  for (const entity of found) {
    const same = byId.get(entity.id);
    if (same === undefined) byId.set(entity.id, entity);
    else {
      const mentions = [...same.mentions, ...entity.mentions].sort((one, other) => one.start - other.start);
      byId.set(entity.id, { ...same, mentions });
    }
  }
  const startOf = ({ mentions }: Entity): number => mentions[0]?.start ?? 0;
  return [...byId.values()].sort((one, other) => startOf(one) - startOf(other));
}

/** Each quotation as the language of its block reads it. */
function joinQuotes(
  parts: readonly Part[],
  spans: readonly QuotationSpan[],
  readings: readonly Quote[][],
): Quote[] {
  const [first = []] = readings;
  if (parts.length === 1) return first;
  return spans.flatMap(({ start }, index): Quote[] => {
    const part = parts.findIndex(({ blocks }) =>
      blocks.some((block) => block.start <= start && start <= block.end),
    );
    return readings[Math.max(0, part)]?.slice(index, index + 1) ?? [];
  });
}

function findNames(
  text: string,
  blocks: readonly Block[],
  spans: readonly QuotationSpan[],
  { tag, names, fold }: LanguagePack,
  recognized: RecognizedNames | null,
): Entity[] {
  const input = { text, blocks, spans, names, fold };
  const tokens = (): Token[] => blocks.flatMap((block) => blockTokens(text, block, fold));
  if (recognized !== null) {
    const own = recognized.names.filter(({ start }) =>
      blocks.some((block) => block.start <= start && start < block.end),
    );
    const recognize = (proposals: readonly Proposal[]): CandidateName[] =>
      trimParticles(own, tokens(), proposals, names);
    return nameRecognizer(findEntities({ ...input, recognize }), recognized.id);
  }
  if (tag !== "ar") return findEntities(input);
  return findEntities({ ...input, recognize: (proposals) => loadTagger().tag(tokens(), text, proposals) });
}

/** Without a pack nobody can tell who speaks: a quotation of a sentence's length is speech, a shorter one a term. */
function readQuotes(
  text: string,
  blocks: readonly Block[],
  spans: readonly QuotationSpan[],
  entities: readonly Entity[],
  pack: LanguagePack | undefined,
): Quote[] {
  if (pack !== undefined) {
    return attributeQuotes({ text, blocks, spans, entities, speech: pack.speech, fold: pack.fold });
  }
  return spans.map(({ start, end }): Quote => {
    const quoted = text.slice(start, end);
    const kind = tokenize(text, start, end, foldForSearch).length >= 3 ? "speech" : "term";
    const provenance = ruleProvenance("quote/length");
    return { kind, start, end, text: quoted, speaker: null, provenance };
  });
}
