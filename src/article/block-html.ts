import type { Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { longestRow } from "../seeds/markdown-limits.ts";

const schema: typeof defaultSchema = {
  ...defaultSchema,
  clobberPrefix: "",
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), "q", "bdi", "time"],
  attributes: {
    ...defaultSchema.attributes,
    a: ["href", "ariaLabel", "className", "dataCard", "dataType", "id", ["rel", "external", "noopener"]],
    q: ["className", "dataSpeaker", "id"],
    time: ["dateTime"],
    span: ["dataEdtf"],
    input: [["disabled", true], ["type", "checkbox"], "checked"],
    "*": ["id", "dir", "lang"],
  },
  protocols: { href: ["http", "https", "mailto"] },
};

const renderer = unified()
  .use(remarkRehype, {
    handlers: { text: (_state, node: { value: string }) => ({ type: "text", value: node.value }) },
  })
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** The HTML of any mdast tree, sanitized. */
export function treeHtml(tree: Root): string {
  widenTables(tree);
  return renderer.stringify(renderer.runSync(tree));
}

/** A table's rows are shown up to the columns of its head, as GFM has it: the head gets as many as the longest row, for no cell's text may be lost. */
function widenTables(node: Nodes): void {
  if (node.type === "table") {
    const columns = longestRow(node);
    const { align } = node;
    if (align && align.length < columns)
      node.align = [...align, ...Array<null>(columns - align.length).fill(null)];
  } else if ("children" in node) for (const child of node.children) widenTables(child);
}

/**
 * The HTML of blocks of an article. Headings and paragraphs that hold nothing but text, emphasis, plain links and marks of ours are
 * written straight away, as `treeHtml` would write them; it takes twelve times as long (0.6 ms an article).
 */
export function blocksHtml(blocks: readonly RootContent[]): string {
  return blocks
    .map((block) => simpleBlock(block) ?? treeHtml({ type: "root", children: [block] }))
    .join("\n");
}

/** The HTML of a paragraph of mere text, with the sign that links to it. */
export function paragraphHtml(id: string, dir: string | undefined, text: string, permalink: string): string {
  const direction = dir === undefined ? "" : ` dir="${dir}"`;
  const sign = `<a class="permalink" href="#${id}" aria-label="${escapeAttribute(permalink)}"></a>`;
  return `<p id="${id}"${direction}>${escapeText(text)}${sign}</p>`;
}

function simpleBlock(block: RootContent): string | null {
  return block.type === "heading" || block.type === "paragraph" ? leafHtml(block) : null;
}

/** The HTML of a heading or paragraph; null where it holds something that needs the whole pipeline. */
function leafHtml(block: Heading | Paragraph): string | null {
  const inner = inlineHtml(block.children);
  if (inner === null) return null;
  const name = block.data?.hName ?? (block.type === "heading" ? `h${block.depth}` : "p");
  return element(name, block.data?.hProperties, inner);
}

function inlineHtml(nodes: readonly PhrasingContent[]): string | null {
  let html = "";
  for (const node of nodes) {
    if (node.type === "text") html += escapeText(node.value);
    else if (node.type === "emphasis" || node.type === "strong") {
      const inner = inlineHtml(node.children);
      if (inner === null) return null;
      const name = node.data?.hName ?? (node.type === "emphasis" ? "em" : "strong");
      html += element(name, node.data?.hProperties, inner);
    } else if (node.type === "link" && simpleAddress.test(node.url) && (node.title ?? null) === null) {
      const inner = inlineHtml(node.children);
      if (inner === null) return null;
      html += element("a", { href: node.url, ...node.data?.hProperties }, inner);
    } else return null;
  }
  return html;
}

/** An address that leads where it says, with nothing in it to be percent-encoded or escaped: of the web, or a path in the site. */
const simpleAddress = /^(?:https?:\/\/(?:[\w.~:/?#@!$()*+,;=-]|%[\dA-Fa-f]{2})+|[\w./#-]+)$/;

/** As HTML writes the properties that marks and blocks of ours have; none of their values is an address out of a text. */
const attributeNames: Readonly<Record<string, string>> = {
  className: "class",
  dataSpeaker: "data-speaker",
  dataType: "data-type",
  dataCard: "data-card",
  dataEdtf: "data-edtf",
  dateTime: "datetime",
  ariaLabel: "aria-label",
};

function element(name: string, properties: Readonly<Record<string, unknown>> = {}, inner: string): string {
  let attributes = "";
  for (const key in properties) {
    const value = properties[key];
    const written = Array.isArray(value) ? value.join(" ") : String(value);
    attributes += ` ${attributeNames[key] ?? key}="${escapeAttribute(written)}"`;
  }
  return `<${name}${attributes}>${inner}</${name}>`;
}

function escapeText(text: string): string {
  return text.replace(/[<&]/g, reference);
}

function escapeAttribute(value: string): string {
  return value.replace(/["&'`]/g, reference);
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
