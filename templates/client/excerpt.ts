import { findableForms } from "../../src/languages/search-words.ts";

/** A stretch of a text, and whether it is one of the words looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}

/** About three lines on a phone. */
const excerptLength = 200;
/** How much stands before the first hit. */
const lead = 60;

interface Range {
  start: number;
  end: number;
}

/** The words of a text that a query found, by the forms of its words. Offsets into the text, in order, none overlapping. */
export function findHits(text: string, forms: readonly string[]): Range[] {
  const hits: Range[] = [];
  for (const { start, end, form } of findableForms(text)) {
    const last = hits.at(-1);
    if (last !== undefined && start < last.end) continue;
    if (forms.some((wanted) => meets(form, wanted))) hits.push({ start, end });
  }
  return hits;
}

/** The same word, its beginning while it is being typed, or another ending of it (government, governments). */
function meets(form: string, wanted: string): boolean {
  if (form === wanted) return true;
  if (wanted.length < 3) return false;
  return (
    form.startsWith(wanted) || (form.length > 3 && wanted.length - form.length < 3 && wanted.startsWith(form))
  );
}

/** Cuts a text into what was looked for and what stands between. */
export function markHits(text: string, hits: readonly Range[], from = 0, to = text.length): Piece[] {
  const pieces: Piece[] = [];
  let position = from;
  for (const { start, end } of hits) {
    if (start < from || end > to) continue;
    pieces.push(
      { text: text.slice(position, start), isHit: false },
      { text: text.slice(start, end), isHit: true },
    );
    position = end;
  }
  pieces.push({ text: text.slice(position, to), isHit: false });
  return pieces.filter((piece) => piece.text !== "");
}

/** The part of a text where most of the hits stand together, cut at words, with the hits marked in it. */
export function makeExcerpt(text: string, forms: readonly string[]): Piece[] {
  const hits = findHits(text, forms);
  const first = densest(hits);
  const from = first === undefined ? 0 : wordAfter(text, Math.max(0, first.start - lead));
  const to = wordBefore(text, from + excerptLength);
  const pieces = markHits(text, hits, from, to);
  if (from > 0) pieces.unshift({ text: "… ", isHit: false });
  if (to < text.length) pieces.push({ text: " …", isHit: false });
  return pieces;
}

function densest(hits: readonly Range[]): Range | undefined {
  let best: { hit: Range; count: number } | undefined;
  let last = 0;
  hits.forEach((hit, index) => {
    while (last < hits.length && (hits[last]?.end ?? 0) <= hit.start + excerptLength - lead) last += 1;
    if (best === undefined || last - index > best.count) best = { hit, count: last - index };
  });
  return best?.hit;
}

function wordAfter(text: string, offset: number): number {
  if (offset === 0) return 0;
  const space = text.indexOf(" ", offset - 1);
  return space === -1 ? offset : space + 1;
}

function wordBefore(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const space = text.lastIndexOf(" ", offset);
  return space === -1 ? offset : space;
}
