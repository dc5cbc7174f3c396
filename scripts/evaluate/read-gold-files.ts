import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome, Problem } from "../../src/model/problem.ts";
import { type GoldArticle, parseGold } from "./parse-gold.ts";

/** `dev` may be looked at when rules are mended, `test` may not. */
export const splits = ["dev", "test"] as const;
export type Split = (typeof splits)[number];

export interface GoldFile {
  /** Below the gold folder, such as `dev/ar-01-flood.gold.txt`. */
  path: string;
  split: Split;
  gold: GoldArticle;
}

/** Reads all gold articles below a folder, in the order of their paths, with the problems of their marks. */
export async function readGoldFiles(folder: string): Promise<Outcome<GoldFile[]>> {
  const value: GoldFile[] = [];
  const problems: Problem[] = [];
  for (const split of splits) {
    const names = (await readdir(join(folder, split))).filter((name) => name.endsWith(".gold.txt")).sort();
    for (const name of names) {
      const path = `${split}/${name}`;
      const parsed = parseGold(await readFile(join(folder, path), "utf8"), path);
      problems.push(...parsed.problems);
      if (parsed.value !== null) value.push({ path, split, gold: parsed.value });
    }
  }
  return { value, problems };
}
