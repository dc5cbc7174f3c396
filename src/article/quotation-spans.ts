import type { Range } from "../model/article.ts";
import type { Block } from "./block.ts";
import { digit, type Mark, type Role, readMarks } from "./quote-marks.ts";

/** What stands between a pair of quotation marks, the marks and the white space beside them left out. */
export interface QuotationSpan extends Range {
  /** With the marks; offsets into the text. */
  outer: Range;
  /** Index of the span that holds it, or null. */
  parent: number | null;
}

/** A mark without its counterpart. `start` is its offset in the text. */
export interface QuotationProblem {
  ruleId: "quotes/unclosed" | "quotes/unopened";
  start: number;
}

interface Pair {
  open: Mark;
  /** Null: it ends at `end` without a mark. */
  close: Mark | null;
  end: number;
}

/** A quotation left open is closed by a stray mark at most this many paragraphs on. */
const reach = 8;

/** No text has quotations in quotations to this depth; marks that would open more are characters like others. */
const deepest = 16;

/** Pairs the marks of one paragraph. */
function pairMarks(list: readonly Mark[], text: string): { pairs: Pair[]; open: Mark[]; stray: Mark[] } {
  const pairs: Pair[] = [];
  const stack: Mark[] = [];
  const stray: Mark[] = [];
  list.forEach((mark, index) => {
    const target = partnerOf(stack, mark);
    const role = roleOf(mark, stack, target, text, list, index);
    if (role === "open") {
      if (stack.length < deepest) stack.push(mark);
    } else if (role === "either") return;
    else if (target >= 0) {
      const opened = stack[target];
      // Marks opened inside and never closed end where the one around them does.
      for (const inner of stack.splice(target).slice(1)) {
        if (inner.weight === "double") pairs.push({ open: inner, close: null, end: mark.start });
      }
      if (opened !== undefined) pairs.push({ open: opened, close: mark, end: mark.start });
    } else if (mark.weight === "double") stray.push(mark);
  });
  return { pairs, open: stack.filter((mark) => mark.weight === "double"), stray };
}

/** The place in the stack of the mark that this one would close: its own kind first, then any of its weight. */
function partnerOf(stack: readonly Mark[], mark: Mark): number {
  for (let at = stack.length - 1; at >= 0; at -= 1) {
    const open = stack[at];
    if (open !== undefined && kindOf(open.character) === kindOf(mark.character)) return at;
  }
  for (let at = stack.length - 1; at >= 0; at -= 1) {
    if (stack[at]?.weight === mark.weight) return at;
  }
  return -1;
}

function kindOf(character: string): string {
  if ("“”„‟".includes(character)) return "curly";
  if ("«»".includes(character)) return "guillemet";
  if ("‹›".includes(character)) return "angle";
  if ("‘’‛'".includes(character)) return "single";
  return "straight";
}

function roleOf(
  mark: Mark,
  stack: readonly Mark[],
  target: number,
  text: string,
  list: readonly Mark[],
  index: number,
): Role {
  const partner = stack[target];
  if (mark.weight === "single" && kindOf(mark.character) === "single") {
    if (mark.spacing === "open" && mark.shape !== "close") return "open";
    if (mark.spacing === "open") return partner === undefined ? "open" : "close";
    if (partner !== undefined && isPossessive(mark, list, index, text)) return "either";
    // After a digit a straight mark closes what another straight one opened; else it says feet or minutes.
    if (mark.character === "'" && digit.test(text[mark.start - 1] ?? "") && partner?.character !== "'")
      return "either";
    return partner === undefined ? "either" : "close";
  }
  if (mark.shape === "open") {
    if (partner === undefined)
      return mark.spacing === "close" && stack.length === 0 && index > 0 ? "close" : "open";
    if (mark.spacing === "close") return "close";
    // ”…“: opened by a closing mark, so closed by an opening one.
    return partner.shape === "close" &&
      kindOf(partner.character) === kindOf(mark.character) &&
      mark.spacing !== "open"
      ? "close"
      : "open";
  }
  if (mark.shape === "close") {
    if (partner === undefined) return mark.spacing === "open" ? "open" : "close";
    return mark.spacing === "open" && partner.shape === "close" ? "open" : "close";
  }
  if (partner === undefined) {
    if (mark.spacing === "open") return "open";
    if (mark.spacing === "close" || digit.test(text[mark.start - 1] ?? "")) return "close";
    return "open";
  }
  return mark.spacing === "open" ? "open" : "close";
}

/** «the students’ demands’»: an s before, a later mark that closes. */
function isPossessive(mark: Mark, list: readonly Mark[], index: number, text: string): boolean {
  if (!/[sS]/.test(text[mark.start - 1] ?? "") || !/^ \p{L}/u.test(text.slice(mark.end, mark.end + 2)))
    return false;
  for (let at = index + 1; at < list.length; at += 1) {
    if (list[at]?.weight === "single") return list[at]?.spacing === "close";
  }
  return false;
}

/**
 * The quotations of a text by their marks alone, nested ones as well, in text order, outer before inner. Marks of any
 * language, mixed and reversed pairs too; gershayim, apostrophes, feet and inches are left alone by the script and the
 * space around them, so no language is asked for. One that runs on over paragraphs is one span; one that is opened again
 * at each paragraph is one a paragraph; one that is never closed ends with its paragraph and is a problem. Linear.
 */
export function findQuotationSpans(
  text: string,
  blocks: readonly Block[],
): { spans: QuotationSpan[]; problems: QuotationProblem[] } {
  const pairs: Pair[] = [];
  const problems: QuotationProblem[] = [];
  let waiting: { mark: Mark; block: number; end: number } | null = null;
  const giveUp = (reopened: boolean): void => {
    if (waiting === null) return;
    pairs.push({ open: waiting.mark, close: null, end: waiting.end });
    if (!reopened) problems.push({ ruleId: "quotes/unclosed", start: waiting.mark.start });
    waiting = null;
  };
  blocks.forEach((block, index) => {
    const list = readMarks(text, block.start, block.end);
    if (waiting !== null && index - waiting.block > reach) giveUp(false);
    if (list.length === 0) return;
    const paired = pairMarks(list, text);
    const first: Mark | undefined = list[0];
    let stray = paired.stray;
    if (waiting !== null) {
      const held: { mark: Mark; block: number; end: number } = waiting;
      const closes = stray[0];
      if (
        first !== undefined &&
        first.start === block.start &&
        first.spacing === "open" &&
        first !== closes
      ) {
        giveUp(kindOf(first.character) === kindOf(held.mark.character));
      } else if (closes !== undefined) {
        pairs.push({ open: held.mark, close: closes, end: closes.start });
        stray = stray.slice(1);
        waiting = null;
      } else if (paired.open.length > 0) giveUp(false);
    }
    for (const pair of paired.pairs) {
      pairs.push(pair);
      if (pair.close === null) problems.push({ ruleId: "quotes/unclosed", start: pair.open.start });
    }
    for (const mark of stray) {
      // A lone inch mark after a number is no quotation.
      if (mark.character === '"' && digit.test(text[mark.start - 1] ?? "")) continue;
      problems.push({ ruleId: "quotes/unopened", start: mark.start });
    }
    paired.open.forEach((mark, depth) => {
      if (depth === 0 && waiting === null) waiting = { mark, block: index, end: block.end };
      else {
        pairs.push({ open: mark, close: null, end: block.end });
        problems.push({ ruleId: "quotes/unclosed", start: mark.start });
      }
    });
  });
  giveUp(false);
  problems.sort((a, b) => a.start - b.start);
  return { spans: toSpans(pairs, text), problems };
}

function toSpans(pairs: Pair[], text: string): QuotationSpan[] {
  pairs.sort((a, b) => a.open.start - b.open.start);
  const spans: QuotationSpan[] = [];
  const around: number[] = [];
  for (const pair of pairs) {
    let start = pair.open.end;
    let end = pair.end;
    while (start < end && /\s/u.test(text[start] ?? "")) start += 1;
    while (end > start && /\s/u.test(text[end - 1] ?? "")) end -= 1;
    if (start === end) continue;
    while (around.length > 0 && (spans[around[around.length - 1] ?? 0]?.outer.end ?? 0) <= pair.open.start)
      around.pop();
    // Marks that cross another pair's, «a “b» c”, are no pair of their own.
    const holder = spans[around[around.length - 1] ?? -1];
    if (holder !== undefined && (pair.close?.end ?? end) > holder.end) continue;
    spans.push({
      start,
      end,
      outer: { start: pair.open.start, end: pair.close?.end ?? end },
      parent: around[around.length - 1] ?? null,
    });
    around.push(spans.length - 1);
  }
  return spans;
}
