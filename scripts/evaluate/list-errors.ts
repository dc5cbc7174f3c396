import type { Article, Range } from "../../src/model/article.ts";
import { isSpeaker } from "./match-speaker.ts";
import type { GoldArticle } from "./parse-gold.ts";

/** Each thing that was missed, made up, or named otherwise than a linguist did, with the words around it. */
export function listErrors(gold: GoldArticle, article: Article): string[] {
  const lines: { at: number; line: string }[] = [];
  const compare = (
    task: string,
    expected: ReadonlyMap<string, string>,
    found: ReadonlyMap<string, string>,
  ): void => {
    for (const [span, label] of expected) {
      const got = found.get(span);
      if (got === undefined) lines.push(describe(gold.text, span, `${task} missed: ${label}`));
      else if (got !== label) lines.push(describe(gold.text, span, `${task}: ${label}, found ${got}`));
    }
    for (const [span, label] of found) {
      if (!expected.has(span)) lines.push(describe(gold.text, span, `${task} made up: ${label}`));
    }
  };
  compare(
    "heading",
    labelled(gold.headings, () => ""),
    labelled(
      article.sections.flatMap(({ heading }) => heading ?? []),
      () => "",
    ),
  );
  const goldLabels = labelled(gold.quotes, (quote) =>
    quote.kind === "term" ? "term" : `speech of ${quote.speaker?.names[0] ?? "nobody"}`,
  );
  compare(
    "quote",
    goldLabels,
    labelled(article.quotes, (found) => {
      if (found.kind === "term") return "term";
      const quote = gold.quotes.find(({ start, end }) => start === found.start && end === found.end);
      const right = quote?.kind === "speech" && isSpeaker(quote.speaker, found.speaker, gold, article);
      const label = goldLabels.get(`${found.start}-${found.end}`);
      return right && label !== undefined ? label : `speech of ${found.speaker?.name ?? "nobody"}`;
    }),
  );
  compare("mention", typesOf(gold.entities), typesOf(article.entities));
  compare(
    "date",
    labelled(gold.dates, ({ value }) => value),
    labelled(article.dates, ({ value }) => value),
  );
  return lines.sort((a, b) => a.at - b.at).map(({ line }) => line);
}

function labelled<T extends Range>(ranges: readonly T[], label: (range: T) => string): Map<string, string> {
  return new Map(ranges.map((range) => [`${range.start}-${range.end}`, label(range)]));
}

function typesOf(entities: readonly { type: string; mentions: Range[] }[]): Map<string, string> {
  return new Map(entities.flatMap(({ type, mentions }) => [...labelled(mentions, () => type)]));
}

function describe(text: string, span: string, what: string): { at: number; line: string } {
  const [start = 0, end = 0] = span.split("-").map(Number);
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 20);
  const context = `${before}⟦${text.slice(start, end)}⟧${after}`.replaceAll("\n", " ⏎ ");
  return { at: start, line: `${what}   …${context}…` };
}
