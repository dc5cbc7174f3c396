/** Lists in lists and mappings in mappings: the parser calls itself for each, and where calls end the whole process does. */
const deepest = 100;
const manyMarks = /(?:[-?:][ \t]+){100}/u;

/** Whether YAML lies deeper than anybody writes. Brackets in words count too, which have their counterparts. */
export function isYamlTooDeep(yaml: string): boolean {
  let depth = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/gu)) {
    if (bracket === "[" || bracket === "{") depth += 1;
    else depth = Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return manyMarks.test(yaml);
}
