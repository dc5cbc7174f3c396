import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("Warraq's own package.json is missing: install it again");
  return findRoot(parent);
}

/** Compiled code stands one folder deeper than its sources, so the root is looked for and not counted to. */
const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The path of a file of this package: word lists, weights, style sheets, fonts. */
export function packageFile(path: string): string {
  return join(root, path);
}
