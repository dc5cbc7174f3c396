import { type NameType, nameTypes } from "../../src/article/tagger/labels.ts";
import type { NameRange } from "./rendering.ts";

export interface Counts {
  gold: number;
  found: number;
  right: number;
}

export type Score = Record<NameType | "all", Counts>;

export function emptyScore(): Score {
  const none = () => ({ gold: 0, found: 0, right: 0 });
  return { all: none(), Person: none(), Place: none(), Organization: none() };
}

/** Adds one text's names to a score, as conlleval counts them: a name is right when start, end and type are. */
export function countNames(score: Score, gold: readonly NameRange[], found: readonly NameRange[]): void {
  const key = (name: NameRange) => `${name.start} ${name.end} ${name.type}`;
  const wanted = new Set(gold.map(key));
  for (const name of gold) {
    score.all.gold += 1;
    score[name.type].gold += 1;
  }
  for (const name of found) {
    score.all.found += 1;
    score[name.type].found += 1;
    if (!wanted.delete(key(name))) continue;
    score.all.right += 1;
    score[name.type].right += 1;
  }
}

export function precision({ found, right }: Counts): number {
  return found === 0 ? 0 : right / found;
}

export function recall({ gold, right }: Counts): number {
  return gold === 0 ? 0 : right / gold;
}

/** The harmonic mean of precision and recall. */
export function f1({ gold, found, right }: Counts): number {
  return gold + found === 0 ? 0 : (2 * right) / (gold + found);
}

/** A Markdown table of a score. */
export function formatScore(score: Score): string {
  const rows = ["all" as const, ...nameTypes].map((type) => {
    const counts = score[type];
    const figures = [precision(counts), recall(counts), f1(counts)].map((figure) => figure.toFixed(3));
    return `| ${type} | ${figures.join(" | ")} | ${counts.gold} |`;
  });
  return ["| | precision | recall | F1 | names |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
}
