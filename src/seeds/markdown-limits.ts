import type { Definition, Nodes, Root, Table } from "mdast";

/** Why Markdown is not read as such. */
export type MarkdownRefusal = "too-deep" | "too-costly";

/** Lists in lists, quotes in quotes, emphasis in emphasis: what goes on the tree goes by its depth, and calls have an end. */
const deepest = 100;

/*
 * The parser takes the square of some things, which no text that somebody wrote has many of. They are counted before it begins; what they cost was
 * measured, in nanoseconds.
 */

/** Each word looks back for whether it may begin an address. A mark of emphasis looks back at all the marks that its paragraph has; so does a bracket that closes, the longer the more of them are open. */
const cost = {
  emphasis: 20,
  bracket: 14,
  openBracket: 56,
  pipe: 6,
  scanned: 20,
  address: 20,
  inBrackets: 0.4,
  underline: 190,
  container: 190,
} as const;
/** What such things may cost together: half a second for 100 KB. */
const mostCost = { atAll: 3e8, perCharacter: 3000 } as const;

const line = /([^\r\n]*)(?:\r\n|[\r\n]|$)/gu;
/** The marks of quotes and list items before a line's own text. */
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/u;
const listMark = /[-+*]|\d+[.)]/gu;
const quoteMark = />/gu;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/u;
const blockOfHtml =
  /^ {0,3}<\/?(?:table|thead|tbody|tr|td|th|div|p|h[1-6]|ul|ol|li|dl|center|section|details|summary|figure)[\s>]/iu;
/** The line below the head of a table. */
const delimiters = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;
/** What is looked for the end of up to that of the paragraph: HTML, and an address with a title. */
const scanned = /<(?!https?:)[!?/\p{L}]|\]\([^\s()]{0,200}[ \t]+["'(]/gu;
const inlineMark = /[*_~]+|`+|[[\]&<\\!]/gu;

/** Whether Markdown would take too long to parse, or lies too deep; null when it does neither. Linear. */
export function refuseMarkdown(content: string): MarkdownRefusal | null {
  const paragraph = countInline();
  let inlineCost = 0;
  let underlines = 0;
  let changes = 0;
  let within = "";
  /** How far the list items that a line may be in are indented. */
  let indents: number[] = [];
  let afterBlank = true;
  let before = "";
  let isLazy = false;
  let inTable = false;
  let inHtml = false;
  const endParagraph = (): void => {
    inlineCost += paragraph.cost();
    paragraph.reset();
  };
  for (const [, written = ""] of content.matchAll(line)) {
    if (written.trim() === "") {
      endParagraph();
      afterBlank = true;
      isLazy = false;
      inTable = false;
      inHtml = false;
      continue;
    }
    // Also within a paragraph; up to the next blank line it is taken as it is.
    inHtml ||= blockOfHtml.test(written);
    if (inHtml) {
      afterBlank = false;
      continue;
    }
    const marks = containers.exec(written)?.[0] ?? "";
    const lists = marks.match(listMark)?.length ?? 0;
    const quotes = marks.match(quoteMark)?.length ?? 0;
    if (lists + quotes > deepest) return "too-deep";
    if (marks !== "") {
      isLazy = false;
      // Where a container ends, or begins within others.
      const kind = marks.replace(/\d+/gu, "1");
      if (kind !== within || (afterBlank && quotes > 0)) changes += Math.max(1, quotes);
      changes += Math.max(0, lists - 1);
      within = kind;
      if (lists > 0) {
        const indent = marks.search(/[^ \t]/u);
        indents = indents.filter((outer) => outer < indent);
        indents.push(indent);
        if (indents.length > deepest) return "too-deep";
      }
    } else if ((within !== "" && !/^[ \t]/u.test(written)) || isLazy) {
      // A line of a paragraph in containers whose marks it leaves out: all of them are looked through for each.
      isLazy = !afterBlank;
      changes += 1;
      within = "";
      indents = [];
    }
    // Each row of a table stands for itself.
    // A row of nothing but dashes underlines a heading.
    inTable ||=
      !underline.test(written) && delimiters.test(written) && countCells(written) === countCells(before);
    before = written;
    if (lists > 0 || inTable || written.startsWith("#")) endParagraph();
    else if (!afterBlank && underline.test(written)) underlines += 1;
    paragraph.add(written.slice(marks.length));
    if (paragraph.depth() > deepest) return "too-deep";
    afterBlank = false;
  }
  endParagraph();
  const total = inlineCost + cost.underline * underlines ** 2 + cost.container * changes ** 2;
  return total > mostCost.atAll + mostCost.perCharacter * content.length ? "too-costly" : null;
}

function countCells(row: string): number {
  const bare = row.trim().replace(/^\|/u, "").replace(/\|$/u, "");
  return bare.match(/(?<!\\)\|/gu)?.length ?? 0;
}

/** Counts the marks of a paragraph, line by line. */
function countInline() {
  let marks = 0;
  let characters = 0;
  let scans = 0;
  /** Where brackets that are open began, and the longest stretch in such; each word in it looks back for them. */
  let openedAt = 0;
  let stretch = 0;
  /** Code ends with as many backticks as it begins with. */
  let ticks = new Set<number>();
  let emphasis = 0;
  let closed = 0;
  let piped = 0;
  let nested = nesting();
  let brackets = nesting();
  return {
    reset: (): void => {
      marks = 0;
      characters = 0;
      scans = 0;
      openedAt = 0;
      stretch = 0;
      ticks = new Set();
      emphasis = 0;
      closed = 0;
      piped = 0;
      nested = nesting();
      brackets = nesting();
    },
    add: (text: string): void => {
      if (text.includes("|")) piped += 1;
      const from = characters;
      characters += text.length;
      scans += text.match(scanned)?.length ?? 0;
      for (const { 0: mark, index } of text.matchAll(inlineMark)) {
        marks += 1;
        if (mark.startsWith("`")) ticks.add(mark.length);
        else if (mark === "[") {
          if (!brackets.isOpen()) openedAt = from + index;
          brackets.open();
        } else if (mark === "]") {
          closed += 1;
          if (brackets.isOpen()) stretch = Math.max(stretch, from + index - openedAt);
          brackets.close();
        } else if (/[*_~]/u.test(mark)) {
          emphasis += 1;
          const opens = /\S/u.test(text.charAt(index + mark.length));
          const closes = /\S/u.test(text.charAt(index - 1));
          if (closes && (!opens || nested.isOpen())) nested.close(mark.length);
          else if (opens) nested.open(mark.length);
        }
      }
    },
    depth: (): number => nested.deepest(),
    cost: (): number =>
      cost.emphasis * emphasis * marks +
      closed * (cost.bracket * marks + cost.openBracket * brackets.deepest()) +
      cost.pipe * piped ** 2 +
      cost.scanned * (scans + ticks.size) * characters +
      cost.address * marks * (characters / 4) +
      cost.inBrackets * Math.max(stretch, brackets.isOpen() ? characters - openedAt : 0) ** 2,
  };
}

/** How deep pairs lie within each other, of which only the marks are seen. */
function nesting() {
  const open: number[] = [];
  let most = 0;
  return {
    isOpen: (): boolean => open.length > 0,
    open: (times = 1): void => {
      for (let time = 0; time < times; time += 2) open.push(0);
    },
    close: (times = 1): void => {
      for (let time = 0; time < times && open.length > 0; time += 2) {
        const depth = 1 + (open.pop() ?? 0);
        most = Math.max(most, depth);
        const around = open.length - 1;
        if (around >= 0) open[around] = Math.max(open[around] ?? 0, depth);
      }
    },
    deepest: (): number => most,
  };
}

/** Whether what was parsed lies deeper than calls can go; whatever opens blocks or emphasis in ways that are not counted before. */
export function isTooDeep(tree: Root): boolean {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((node): readonly Nodes[] => ("children" in node ? node.children : []));
  }
  return false;
}

/** A text that is shorter may have a few long addresses more than once, and a table with a few empty cells. */
const leastGrowth = 100_000;

/** Whether a page would be many times its source: an address that very many references write out, a table that fills its rows up to very many columns. */
export function growsTooMuch(tree: Root, length: number): boolean {
  const definitions = collectDefinitions(tree);
  const most = Math.max(leastGrowth, length);
  let grown = 0;
  const walk = (node: Nodes): void => {
    if (node.type === "linkReference" || node.type === "imageReference")
      grown += definitions.get(node.identifier)?.url.length ?? 0;
    if (node.type === "table") grown += node.children.length * longestRow(node);
    if ("children" in node && grown <= most) for (const child of node.children) walk(child);
  };
  walk(tree);
  return grown > most;
}

/** How many cells the longest row of a table has; its head may have fewer. */
export function longestRow(table: Table): number {
  return table.children.reduce((most, { children }) => Math.max(most, children.length), 0);
}

/** The addresses that references name, by label. */
export function collectDefinitions(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const walk = (node: Nodes): void => {
    // CommonMark: of two definitions of one label the first counts.
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node);
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return found;
}
