import type { Mention } from "./mention.ts";

/** Words of a name at most. A longer one is none, and a page says it beside each of its short forms and quotations. */
const longestName = 60;

/** The outermost of mentions that overlap, the surer one where none is longer; in text order. */
export function keepOutermost(mentions: readonly Mention[]): Mention[] {
  const inOrder = mentions
    .filter(({ first, after }) => after - first <= longestName)
    .sort((one, other) => one.first - other.first);
  const overlap = inOrder.some(({ first }, at) => first < (inOrder[at - 1]?.after ?? 0));
  return overlap ? chooseOutermost(inOrder) : inOrder;
}

function chooseOutermost(mentions: readonly Mention[]): Mention[] {
  const ranked = [...mentions].sort(
    (one, other) =>
      other.after - other.first - (one.after - one.first) ||
      other.score - one.score ||
      one.first - other.first ||
      one.particles - other.particles,
  );
  const taken = new Set<number>();
  const kept: Mention[] = [];
  for (const mention of ranked) {
    let free = true;
    for (let at = mention.first; at < mention.after && free; at += 1) free = !taken.has(at);
    if (!free) continue;
    for (let at = mention.first; at < mention.after; at += 1) taken.add(at);
    kept.push(mention);
  }
  return kept.sort((one, other) => one.first - other.first);
}
