import { isScalar, type Node, visit } from "yaml";

/** Where YAML writes half of a surrogate pair as an escape ("\ud800"), which no file and no page can hold; null when it nowhere does. */
export function findLoneSurrogate(node: Node | null): number | null {
  let found: number | null = null;
  if (node === null) return found;
  visit(node, (_, part) => {
    if (!isScalar(part) || typeof part.value !== "string" || part.value.isWellFormed()) return undefined;
    found = part.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return found;
}
