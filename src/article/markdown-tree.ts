import type { Nodes, PhrasingContent, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The tree of a Markdown text as remark reads it, without positions. */
export function parseWhole(content: string): Root {
  return withoutPositions(parser.parse(content));
}

/**
 * The same tree. Paragraphs and headings without any character that means something in Markdown, or with nothing but emphasis and
 * links of the plainest kind, are most of what a news archive holds: they are read here, and only what stands between them is
 * parsed by remark, which takes twenty times as long.
 */
export function parseMarkdown(content: string): Root {
  if (reachesFar.test(content)) return parseWhole(content);
  const children: RootContent[] = [];
  let markedFrom: number | null = null;
  const parseMarked = (end: number): void => {
    if (markedFrom !== null) children.push(...parseWhole(content.slice(markedFrom, end)).children);
    markedFrom = null;
  };
  let start = 0;
  const take = (end: number): void => {
    if (start === end) return;
    const part = content.slice(start, end);
    const block = readBlock(part);
    if (block === null) markedFrom ??= start;
    else {
      parseMarked(start);
      children.push(block);
    }
  };
  for (const { index, 0: blank } of content.matchAll(blankLines)) {
    take(index);
    start = index + blank.length;
  }
  take(content.length);
  parseMarked(content.length);
  return { type: "root", children };
}

/** What may change the meaning of paragraphs beyond a blank line, or is a line end of another kind: code between fences, HTML, definitions, tabs that indent. */
const reachesFar = /```|~~~|<|\]:|[\r\0\ufeff]|(?:^|[\n\t ])\t|\t(?:[\n\t ]|$)/;
const blankLines = /(?:^|\n)(?: *\n)+(?: *$)?|\n *$/g;
/** What Markdown and GFM give a meaning to within a line; addresses become links by themselves. */
const special = /[\\`*_[\]>#|~&@]|:\/\/|www\./i;
/** What a line of a paragraph neither begins nor ends with: space, marks of lists, underlines of headings. */
const specialEdge = /^(?: |[-+=]|\d{1,9}[.)])| $/m;

/** A heading of one line with a number sign, as most write it. */
const headingLine = /^(#{1,6}) +(\S.*)$/;
/**
 * Emphasis of words that begins and ends with a letter, digit or common punctuation, beside white space or common punctuation: there
 * the rules of CommonMark have one meaning alone. And a link without a title, whose address has nothing to be decoded.
 */
const simpleMarkup =
  /(?<=^|[\s"'«“‘(])(\*\*?|__?)(?=[\p{L}\p{N}"'«“‘(])([^\\`*_[\]>#|~&@]*[\p{L}\p{N}"'»”’),.;:!?،؛؟…])\1(?=$|[\s"'»”’),.;:!?،؛؟…])|(?<!!)\[([^\\`*_[\]>#|~&@^]+)\]\(([^\s()<>\\&]+)\)/gu;

/** The block that lies between blank lines; null where remark has to say what it is. */
function readBlock(part: string): RootContent | null {
  const heading = headingLine.exec(part);
  const [, signs = "", words = ""] = heading ?? [];
  const text = heading === null ? part : words;
  if (specialEdge.test(text)) return null;
  const children = readPhrasing(text);
  if (children === null) return null;
  const depth = signs.length;
  return depth === 1 || depth === 2 || depth === 3 || depth === 4 || depth === 5 || depth === 6
    ? { type: "heading", depth, children }
    : { type: "paragraph", children };
}

function readPhrasing(text: string): PhrasingContent[] | null {
  if (!special.test(text)) return [{ type: "text", value: text }];
  const nodes: PhrasingContent[] = [];
  let end = 0;
  const takeText = (to: number): boolean => {
    const value = text.slice(end, to);
    if (value !== "") nodes.push({ type: "text", value });
    return !special.test(value);
  };
  for (const { index, 0: markup, 1: signs, 2: stressed, 3: label, 4: url } of text.matchAll(simpleMarkup)) {
    const words = stressed ?? label ?? "";
    if (!takeText(index) || special.test(words)) return null;
    const children: PhrasingContent[] = [{ type: "text", value: words }];
    if (url === undefined) nodes.push({ type: signs?.length === 2 ? "strong" : "emphasis", children });
    else nodes.push({ type: "link", title: null, url, children });
    end = index + markup.length;
  }
  return takeText(text.length) ? nodes : null;
}

function withoutPositions<T extends Nodes>(node: T): T {
  delete node.position;
  if ("children" in node) for (const child of node.children) withoutPositions(child);
  return node;
}
