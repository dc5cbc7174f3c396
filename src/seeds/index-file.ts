import type { Nodes, Root, RootContent } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { errorAt, type Outcome, type Problem } from "../model/problem.ts";
import { slugOf } from "../model/slug.ts";
import { indexName } from "./discover.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type IndexItem, isIndexList, type PlaceOf, readItems } from "./index-items.ts";
import { partIndex } from "./index-parts.ts";
import { growsTooMuch, isTooDeep, type MarkdownRefusal, refuseMarkdown } from "./markdown-limits.ts";
import type { MetadataLine } from "./metadata.ts";

/** A heading of INDEX.md with what stands under it, its items not looked up yet. */
export interface IndexSection {
  id: string;
  /** Null before the first heading. */
  title: string | null;
  level: number;
  introduction: RootContent[];
  items: IndexItem[];
}

export interface IndexFile {
  settings: MetadataLine[];
  introduction: RootContent[];
  sections: IndexSection[];
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const refusals = {
  "too-deep": {
    reason: "lists, quotes or emphasis lie so deep within each other that it is not read",
    remedy: "write it flatter",
  },
  "too-costly": {
    reason:
      "there are so many marks, changes of lists and quotes, or references to long addresses that it is not read",
    remedy: "part it into headings with a list each, or name whole folders",
  },
} as const;
const comment = /^\s*<!--[\s\S]*-->\s*$/;

/** Reads INDEX.md: its settings, and its headings with their prose and items. */
export function readIndexFile(text: string): Outcome<IndexFile> {
  const matter = readFrontMatter(text, indexName);
  const problems: Problem[] = [...matter.problems];
  const { content, firstLine, lines } = matter.value;
  const placeOf: PlaceOf = (node) => ({
    path: indexName,
    line: (node.position?.start.line ?? 1) + firstLine - 1,
    column: node.position?.start.column ?? 1,
  });
  const index: IndexFile = { settings: lines, introduction: [], sections: [] };
  const tree = parseParts(content);
  if ("refused" in tree) {
    const place = { path: indexName, line: firstLine + tree.before, column: 1 };
    const { reason, remedy } = refusals[tree.refused];
    problems.push(errorAt(place, `index/${tree.refused}`, reason, remedy));
    return { value: index, problems };
  }
  const ids = new Map<string, number>();
  for (const node of tree.children) {
    if (node.type === "html" && comment.test(node.value)) continue;
    if (node.type === "heading") {
      const title = plainText(withoutComments(node)).trim();
      index.sections.push({
        id: uniqueId(title, ids),
        title,
        level: node.depth,
        introduction: [],
        items: [],
      });
    } else if (node.type === "list" && isIndexList(node)) {
      if (index.sections.length === 0) {
        index.sections.push({
          id: uniqueId("articles", ids),
          title: null,
          level: 2,
          introduction: [],
          items: [],
        });
      }
      // One by one: a call takes no very many arguments.
      for (const item of readItems(node, placeOf, problems)) index.sections.at(-1)?.items.push(item);
    } else {
      (index.sections.at(-1)?.introduction ?? index.introduction).push(node);
    }
  }
  return { value: index, problems };
}

/** Parses an index part by part; which part is refused and why, where one is. */
function parseParts(content: string): Root | { refused: MarkdownRefusal; before: number } {
  const tree: Root = { type: "root", children: [] };
  for (const part of partIndex(content)) {
    const { before } = part;
    const refused = refuseMarkdown(part.content);
    if (refused !== null) return { refused, before };
    const parsed: Root = parser.parse(part.content);
    if (isTooDeep(parsed)) return { refused: "too-deep", before };
    if (growsTooMuch(parsed, part.content.length)) return { refused: "too-costly", before };
    moveDown(parsed, before);
    const last = tree.children.at(-1);
    const [first, ...rest] = parsed.children;
    if (part.continues && last?.type === "list" && last.ordered !== true && first?.type === "list") {
      for (const item of first.children) last.children.push(item);
      for (const node of rest) tree.children.push(node);
    } else for (const node of parsed.children) tree.children.push(node);
  }
  return tree;
}

function moveDown(node: Nodes, lines: number): void {
  if (node.position !== undefined) {
    node.position.start.line += lines;
    node.position.end.line += lines;
  }
  if ("children" in node) for (const child of node.children) moveDown(child, lines);
}

function withoutComments<T extends RootContent>(node: T): T {
  if (!("children" in node)) return node;
  const children = node.children.filter((child) => child.type !== "html" || !comment.test(child.value));
  return { ...node, children };
}

/**
 * Two collections of one title are told apart by a number, in the order of the file.
 * @param taken the ids that there are, and the last number that was given for each
 */
function uniqueId(title: string, taken: Map<string, number>): string {
  const base = slugOf(title) || "collection";
  let id = base;
  let number = taken.get(base) ?? 1;
  while (taken.has(id)) {
    number += 1;
    id = `${base}-${number}`;
  }
  taken.set(base, number);
  taken.set(id, taken.get(id) ?? 1);
  return id;
}
