import type { Range } from "../../model/article.ts";
import type { Block } from "../block.ts";

/** A word, or a mark between words, as such models see a text. Offsets as an article's. */
export interface Piece extends Range {
  text: string;
  isWord: boolean;
  /** Whether it is the first of its block. */
  opensBlock: boolean;
}

/** A run of letters, numbers and their marks; or any other single character that is not white space. */
const piece = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640\u200c\u200d]*|\P{White_Space}/gu;
const isWord = /^[\p{L}\p{N}]/u;

/** The words and marks of a block, in order. Every character that is not white space is in one of them. */
export function readPieces(text: string, { start, end }: Block): Piece[] {
  return [...text.slice(start, end).matchAll(piece)].map((match, index) => {
    const from = start + match.index;
    const [found] = match;
    return {
      start: from,
      end: from + found.length,
      text: found,
      isWord: isWord.test(found),
      opensBlock: index === 0,
    };
  });
}
