import type { PhrasingContent, Text } from "mdast";
import type { Range } from "../model/article.ts";

/** An element to be laid over a stretch of an article's text. */
export interface Mark extends Range {
  /** HTML element. */
  element: "a" | "q" | "time" | "bdi" | "span";
  properties: Record<string, string | string[]>;
  /** Goes on the first piece only, when a mark runs over several. */
  id?: string;
  /** Go on the last piece only: what is said after the whole of it. */
  lastProperties?: Record<string, string>;
  /** Of two marks over one stretch, the one with the lower depth stands outside. */
  depth: number;
}

/** Orders marks as `layMarks` needs them: by start, the longer first, then by depth. */
export function compareMarks(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end || a.depth - b.depth;
}

interface OpenMark {
  mark: Mark;
  children: PhrasingContent[];
}

/**
 * Lays marks over one piece of text. A mark that crosses another's end is closed and opened again, so that elements nest;
 * the characters stay as they are, in their order.
 * @param value the piece
 * @param offset where the piece starts in the article's text
 * @param marks sorted by `compareMarks`; those that do not touch the piece are passed over
 */
export function layMarks(value: string, offset: number, marks: readonly Mark[]): PhrasingContent[] {
  const end = offset + value.length;
  const top: PhrasingContent[] = [];
  let open: OpenMark[] = [];
  let position = offset;

  const children = (): PhrasingContent[] => open.at(-1)?.children ?? top;
  const advance = (to: number): void => {
    if (to > position) children().push(textOf(value.slice(position - offset, to - offset)));
    position = Math.max(position, to);
  };
  const openMark = (mark: Mark): void => {
    const piece: OpenMark = { mark, children: [] };
    const pieceEnd = open.reduce((least, { mark: outer }) => Math.min(least, outer.end), end);
    const edges = { first: position === mark.start, last: mark.end <= pieceEnd };
    children().push(elementOf(mark, piece.children, edges));
    open.push(piece);
  };
  /** Closes all that end at or before `to`, in the order of their ends. */
  const closeUntil = (to: number): void => {
    for (;;) {
      const next = open.reduce((least, { mark }) => Math.min(least, mark.end), Number.POSITIVE_INFINITY);
      if (next > to) return;
      advance(next);
      const first = open.findIndex(({ mark }) => mark.end === next);
      const reopened = open.slice(first).filter(({ mark }) => mark.end > next);
      open = open.slice(0, first);
      for (const { mark } of reopened) openMark(mark);
    }
  };

  for (const mark of marks) {
    if (mark.end <= offset || mark.start >= end || mark.start === mark.end) continue;
    const start = Math.max(mark.start, offset);
    closeUntil(start);
    advance(start);
    openMark(mark);
  }
  closeUntil(end);
  advance(end);
  return top;
}

function textOf(value: string): Text {
  return { type: "text", value };
}

/** An mdast node that mdast-util-to-hast turns into the mark's element. */
function elementOf(
  mark: Mark,
  children: PhrasingContent[],
  { first, last }: { first: boolean; last: boolean },
): PhrasingContent {
  const hProperties = {
    ...mark.properties,
    ...(last ? mark.lastProperties : {}),
    ...(first && mark.id !== undefined ? { id: mark.id } : {}),
  };
  return { type: "emphasis", children, data: { hName: mark.element, hProperties } };
}
