import type { Root, RootContent } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Outcome, Problem } from "../model/problem.ts";
import { slugOf } from "../model/slug.ts";
import { indexName } from "./discover.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type IndexItem, isIndexList, type PlaceOf, readItems } from "./index-items.ts";
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
  const tree: Root = parser.parse(content);
  const ids = new Set<string>();
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
      index.sections.at(-1)?.items.push(...readItems(node, placeOf, problems));
    } else {
      (index.sections.at(-1)?.introduction ?? index.introduction).push(node);
    }
  }
  return { value: index, problems };
}

function withoutComments<T extends RootContent>(node: T): T {
  if (!("children" in node)) return node;
  const children = node.children.filter((child) => child.type !== "html" || !comment.test(child.value));
  return { ...node, children };
}

/** Two collections of one title are told apart by a number, in the order of the file. */
function uniqueId(title: string, taken: Set<string>): string {
  const base = slugOf(title) || "collection";
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
