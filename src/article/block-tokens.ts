import { type Token, tokenize } from "../languages/tokens.ts";
import type { Block } from "./block.ts";

interface Known {
  text: string;
  fold: (word: string) => string;
  tokens: readonly Token[];
}

const known = new WeakMap<Block, Known>();

/** The words of a block as `tokenize` finds them: found once, however many steps ask for them. */
export function blockTokens(text: string, block: Block, fold: (word: string) => string): readonly Token[] {
  const before = known.get(block);
  if (before !== undefined && before.text === text && before.fold === fold) return before.tokens;
  const tokens = tokenize(text, block.start, block.end, fold);
  known.set(block, { text, fold, tokens });
  return tokens;
}

/** The words between two places of a text, those of the blocks that hold them where there is one. */
export function tokensBetween(
  text: string,
  blocks: readonly Block[],
  from: number,
  to: number,
  fold: (word: string) => string,
): readonly Token[] {
  if (from >= to) return [];
  const block = blockAt(blocks, from);
  if (block === undefined || from < block.start || to > block.end) return tokenize(text, from, to, fold);
  const tokens = blockTokens(text, block, fold);
  if (from === block.start && to === block.end) return tokens;
  const first = firstEndingAfter(tokens, from);
  const after = firstEndingAfter(tokens, to);
  // A place within a word makes another word of its part.
  const isCut = (tokens[first]?.start ?? from) < from || (tokens[after]?.start ?? to) < to;
  return isCut ? tokenize(text, from, to, fold) : tokens.slice(first, after);
}

/** The last block that begins at a place or before it. */
function blockAt(blocks: readonly Block[], place: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

function firstEndingAfter(tokens: readonly Token[], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
