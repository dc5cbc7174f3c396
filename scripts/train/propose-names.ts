import { proposeNames } from "../../src/article/find-entities.ts";
import { findQuotationSpans } from "../../src/article/quotation-spans.ts";
import type { Proposal } from "../../src/article/tagger/proposals.ts";
import { readPlainText } from "../../src/article/text-blocks.ts";
import { arabicPack } from "../../src/languages/ar/pack.ts";

/** What the rules and lists for Arabic propose in a text, as they would of an article. */
export function proposalsIn(text: string): Proposal[] {
  const { blocks } = readPlainText(text);
  const { spans } = findQuotationSpans(text, blocks);
  return proposeNames({ text, blocks, spans, names: arabicPack.names, fold: arabicPack.fold }).proposals;
}
