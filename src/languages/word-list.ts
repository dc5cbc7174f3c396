import { readFileSync } from "node:fs";
import { packageFile } from "../package-file.ts";

/**
 * The entries of a word list in src/languages/, each with its other forms: one entry a line, forms parted by `|`, the
 * usual form first; empty lines and lines that begin with `#` are left out.
 * @param path below src/languages/, such as `ar/words/people.txt`
 */
export function readForms(path: string): string[][] {
  const entries: string[][] = [];
  for (const line of readFileSync(packageFile(`src/languages/${path}`), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    entries.push(line.split("|").map((form) => form.trim()));
  }
  return entries;
}

/** The words of a list that has one form a line. */
export function readWords(path: string): string[] {
  return readForms(path).flat();
}
