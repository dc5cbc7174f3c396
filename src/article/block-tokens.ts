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
