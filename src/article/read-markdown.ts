import type { Definition, Parents, PhrasingContent, Root, Text } from "mdast";
import {
  collectDefinitions,
  growsTooMuch,
  isTooDeep,
  type MarkdownRefusal,
  refuseMarkdown,
} from "../seeds/markdown-limits.ts";
import type { Block } from "./block.ts";
import { parseMarkdown } from "./markdown-tree.ts";

/** A text's plain characters, its leaf blocks over them, and its tree, whose pieces of text know their offsets. */
export interface Body {
  text: string;
  blocks: Block[];
  /** Null for a plain text, whose blocks are all that there is of it. */
  tree: Root | null;
}

const comment = /^<!--[\s\S]*-->$/;
const lineBreak = /^<br\s*\/?>$/i;

/**
 * Reads a Markdown article (CommonMark and GFM). The plain text is every character that the page shows: blocks parted by
 * line feeds, cells of a table row by tabs. HTML in the source is shown as the characters it is written in, never run;
 * its comments are not shown. An image becomes its description, linked to where it is, for the site loads nothing from elsewhere.
 * @returns why not, where it is no Markdown that anybody writes: it lies too deep, or would take too long
 */
export function readMarkdown(content: string): Body | MarkdownRefusal {
  const refusal = refuseMarkdown(content);
  if (refusal !== null) return refusal;
  const tree = parseMarkdown(content);
  if (isTooDeep(tree)) return "too-deep";
  if (growsTooMuch(tree, content.length)) return "too-costly";
  const definitions = collectDefinitions(tree);
  const blocks: Block[] = [];
  // Leaf by leaf, and joined at the end: to look at the end of one long string each time is to copy the whole of it.
  const leaves: string[] = [];
  let leafStart = 0;
  let leaf = "";

  const write = (characters: string): number => {
    const offset = leafStart + leaf.length;
    leaf += characters;
    return offset;
  };
  const writeLeaf = (kind: Block["kind"], fill: () => void): void => {
    leaf = leafStart === 0 ? "" : "\n";
    const before = leaf.length;
    fill();
    const { start, end } = trimRange(leaf, before, leaf.length);
    if (start < end) blocks.push({ kind, start: leafStart + start, end: leafStart + end });
    leaves.push(leaf);
    leafStart += leaf.length;
    leaf = "";
  };
  const writeInline = (nodes: PhrasingContent[]): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      const inline = simplify(node, definitions);
      if (inline === null) return [];
      if (inline.type === "text" || inline.type === "inlineCode") {
        return [{ ...inline, data: { ...inline.data, offset: write(inline.value) } }];
      }
      if (inline.type === "break") {
        write("\n");
        return [inline];
      }
      if ("children" in inline)
        return [{ ...inline, children: writeInline(inline.children) } as typeof inline]; // same kind, its children rewritten
      return [];
    });
  const visit = (parent: Parents): void => {
    for (const node of parent.children) {
      if (node.type === "heading" || node.type === "paragraph") {
        writeLeaf(node.type, () => {
          node.children = writeInline(node.children);
        });
      } else if (node.type === "tableRow") {
        writeLeaf("paragraph", () => {
          node.children.forEach((cell, index) => {
            if (index > 0) write("\t");
            cell.children = writeInline(cell.children);
          });
        });
      } else if (node.type === "code") {
        writeLeaf("paragraph", () => {
          node.data = { ...node.data, offset: write(node.value) };
        });
      } else if ("children" in node) {
        // Loose items keep their paragraphs, which are what a permalink points at.
        if (node.type === "list" || node.type === "listItem") node.spread = true;
        visit(node);
      }
    }
  };

  tree.children = tree.children.flatMap((node) => blockHtmlAsText(node));
  visit(tree);
  return { text: leaves.join(""), blocks, tree };
}

/** The stretch without the white space at its ends; empty when it is nothing else. */
export function trimRange(text: string, start: number, end: number): { start: number; end: number } {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return lead === part.length
    ? { start, end: start }
    : { start: start + lead, end: start + part.trimEnd().length };
}

function blockHtmlAsText(node: Root["children"][number]): Root["children"] {
  if (node.type === "html") {
    return comment.test(node.value) ? [] : [{ type: "paragraph", children: [asText(node.value)] }];
  }
  if (node.type === "definition") return [];
  if (node.type === "footnoteDefinition") {
    return [
      {
        type: "blockquote",
        // Notes may stand in notes, which would be shown nowhere.
        children: node.children.flatMap((child) => blockHtmlAsText(child)) as typeof node.children, // block content in, block content out
        data: { hProperties: { id: noteId(node.identifier) } },
      },
    ];
  }
  if (node.type === "blockquote" || node.type === "listItem") {
    return [
      { ...node, children: node.children.flatMap((child) => blockHtmlAsText(child)) as typeof node.children },
    ]; // block content in, block content out
  }
  if (node.type === "list") {
    return [
      { ...node, children: node.children.flatMap((child) => blockHtmlAsText(child)) as typeof node.children },
    ]; // items in, items out
  }
  return [node];
}

/** What a node of running text is shown as; null when it is not shown. */
function simplify(
  node: PhrasingContent,
  definitions: ReadonlyMap<string, Definition>,
): PhrasingContent | null {
  switch (node.type) {
    case "html":
      if (comment.test(node.value)) return null;
      return lineBreak.test(node.value) ? { type: "break" } : asText(node.value);
    case "image":
      return linkTo(node.url, [asText(node.alt ?? node.url)]);
    case "imageReference":
      return linkTo(definitions.get(node.identifier)?.url, [asText(node.alt ?? node.identifier)]);
    case "linkReference":
      return linkTo(definitions.get(node.identifier)?.url, node.children);
    case "footnoteReference":
      return linkTo(`#${noteId(node.identifier)}`, [asText(node.label ?? node.identifier)]);
    default:
      return node;
  }
}

function linkTo(url: string | undefined, children: PhrasingContent[]): PhrasingContent {
  return {
    type: "link",
    url: url ?? "",
    children: children.filter((child) => child.type !== "link") as Text[],
  }; // a link holds no link
}

function asText(value: string): Text {
  return { type: "text", value };
}

function noteId(identifier: string): string {
  return `note-${identifier.replace(/[^\p{L}\p{N}]+/gu, "-")}`;
}
