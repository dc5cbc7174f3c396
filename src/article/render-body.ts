import type {
  Heading,
  Link,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
  Text,
} from "mdast";
import type { Article, ParsedArticle, Range } from "../model/article.ts";
import type { Direction } from "../model/language.ts";
import { blocksHtml, paragraphHtml, treeHtml } from "./block-html.ts";
import { foreignRuns, majorityDirection } from "./direction.ts";
import { compareMarks, layMarks, type Mark } from "./lay-marks.ts";

/** What the body's page knows and the article does not. */
export interface BodyLinks {
  /** Address of an entity's page, relative to the article's own, and what its card says; null for one without a page. */
  entity: (id: string) => { href: string; card: string } | null;
  /** Where a link written in the source leads: its own address when it leaves the archive; null when it leads nowhere. */
  link: (url: string) => string | null;
  /** What a screen reader says of the sign that links to a paragraph, by its number. */
  permalink: (paragraph: number) => string;
}

export interface RenderedBody {
  /** Sanitized. The first block is left out when it is the headline itself. */
  html: string;
  headings: { id: string; text: string }[];
  /** The block that is the headline itself, for its `<h1>`, its annotations laid in; null when the headline is not in the text. */
  headline: { id: string; html: string } | null;
}

/** Renders CommonMark nodes as they are, for introductions; `link` as in `BodyLinks`. */
export function renderProse(nodes: readonly RootContent[], link: BodyLinks["link"]): string {
  if (nodes.length === 0) return "";
  const tree: Root = { type: "root", children: structuredClone([...nodes]) };
  mapLinks(tree, link);
  return treeHtml(tree);
}

/** Renders an article's body, its annotations laid in. Stripped of markup, it is the article's text. */
export function renderBody(parsed: ParsedArticle, links: BodyLinks): RenderedBody {
  const { article } = parsed;
  const marks = marksOf(article, links);
  const names = blockNames(article);
  const headings: RenderedBody["headings"] = [];
  // Blocks come in text order: a mark is met once, and is done with where it ends.
  let next = 0;
  let open: Mark[] = [];

  const layInline = (nodes: readonly PhrasingContent[], linked: boolean): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === "text") {
        const offset = node.data?.offset;
        if (offset === undefined) return [node];
        return layMarks(node.value, offset, marksAt(offset, offset + node.value.length, linked));
      }
      if (node.type === "link") {
        const url = links.link(node.url);
        const children = layInline(node.children, true);
        return url === null
          ? children
          : [{ ...node, url, data: relationOf(url), children: children as typeof node.children }]; // no link is laid within a link
      }
      if ("children" in node) return [{ ...node, children: layInline(node.children, linked) } as typeof node]; // same kind, its children laid
      return [node];
    });
  const annotationsAt = (start: number, end: number): Mark[] => {
    open = open.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark !== undefined && mark.start < end; mark = marks[next]) {
      if (mark.end > start) open.push(mark);
      next += 1;
    }
    return open.filter((mark) => mark.start < end);
  };
  const marksAt = (start: number, end: number, linked: boolean): Mark[] => {
    const found = annotationsAt(start, end).map(
      (mark): Mark => (linked && mark.element === "a" ? { ...mark, element: "span" } : mark),
    );
    return [...found, ...foreignRuns(article.text, start, end, article.dir).map(isolate)].sort(compareMarks);
  };

  const layBlock = (node: Heading | Paragraph | TableRow): Heading | Paragraph | TableRow => {
    const offset = firstOffset(node);
    const name = offset === null ? undefined : names.at(offset);
    const dir = name === undefined ? undefined : blockDirection(article, name.start, name.end);
    const id = name?.id;
    const hProperties = {
      ...(id === undefined ? {} : { id }),
      ...(dir === undefined ? {} : { dir }),
      ...(name?.lang === undefined ? {} : { lang: name.lang }),
    };
    if (node.type === "tableRow") {
      const cells = node.children.map((cell) => ({ ...cell, children: layInline(cell.children, false) }));
      return { ...node, children: cells, data: { ...node.data, hProperties } };
    }
    const children = layInline(node.children, false);
    if (node.type === "heading" && name !== undefined)
      headings.push({ id: name.id, text: article.text.slice(name.start, name.end) });
    if (name?.paragraph !== undefined) children.push(permalink(name.id, links.permalink(name.paragraph)));
    const data = { ...node.data, hProperties };
    if (node.type === "paragraph") return { ...node, children, data };
    // The page has its own h1: what the source ranks first stands beside what it ranks second.
    return { ...node, depth: node.depth === 1 ? 2 : node.depth, children, data };
  };
  /** The HTML of a paragraph of plain text that nothing is laid over: what all else here comes to, in a third of the time. */
  const bareHtml = (block: RootContent): string | null => {
    if (block.type !== "paragraph" || block.children.length > 1) return null;
    const [leaf] = block.children;
    const offset = leaf?.type === "text" ? leaf.data?.offset : undefined;
    if (leaf?.type !== "text" || offset === undefined) return null;
    const end = offset + leaf.value.length;
    // The commoner one first: what is laid over a paragraph is looked for once more when it is laid.
    if (annotationsAt(offset, end).length > 0) return null;
    if (foreignRuns(article.text, offset, end, article.dir).length > 0) return null;
    const name = names.at(offset);
    if (name?.paragraph === undefined || name.lang !== undefined) return null;
    const dir = blockDirection(article, name.start, name.end);
    return paragraphHtml(name.id, dir, leaf.value, links.permalink(name.paragraph));
  };
  const htmlOf = (blocks: readonly RootContent[]): string =>
    blocks.map((block) => bareHtml(block) ?? blocksHtml([layTree(block)])).join("\n");
  const layTree = <T extends Nodes>(node: T): T => {
    if (node.type === "heading" || node.type === "paragraph" || node.type === "tableRow") {
      return layBlock(node) as T; // the same kind of node
    }
    if (node.type === "code" && node.data?.offset !== undefined) {
      const id = names.at(node.data.offset)?.id;
      return id === undefined ? node : { ...node, data: { ...node.data, hProperties: { id, dir: "auto" } } };
    }
    if ("children" in node)
      return { ...node, children: (node as Parents).children.map((child) => layTree(child)) };
    return node;
  };

  const [first, ...rest] = parsed.body?.children ?? plainBlocks(article);
  const title = first === undefined ? null : headlineBlock(first, article, names);
  if (title === null) {
    const blocks = first === undefined ? rest : [first, ...rest];
    return { html: htmlOf(blocks), headings, headline: null };
  }
  // In an element of its own: what stands in a root by itself gets line feeds between.
  const line: Paragraph = {
    type: "paragraph",
    children: layInline(title.children, false),
    data: { hName: "span" },
  };
  const headline = { id: title.id, html: blocksHtml([line]) };
  return { html: htmlOf(rest), headings, headline };
}

/** The blocks of a plain text. */
function plainBlocks({ text, sections }: Article): (Heading | Paragraph)[] {
  const leaf = ({ start, end }: Range): Text[] => [
    { type: "text", value: text.slice(start, end), data: { offset: start } },
  ];
  return sections.flatMap(({ heading, paragraphs }): (Heading | Paragraph)[] => [
    ...(heading === null ? [] : [{ type: "heading" as const, depth: 2 as const, children: leaf(heading) }]),
    ...paragraphs.map((range) => ({ type: "paragraph" as const, children: leaf(range) })),
  ]);
}

/** The first block, where it is a heading or a paragraph that says just what the headline says. */
function headlineBlock(
  first: RootContent,
  article: Article,
  names: BlockNames,
): { id: string; children: PhrasingContent[] } | null {
  if (first.type !== "heading" && first.type !== "paragraph") return null;
  const name = names.at(firstOffset(first) ?? -1);
  if (name === undefined || article.text.slice(name.start, name.end) !== article.headline) return null;
  return { id: name.id, children: first.children };
}

interface BlockName {
  id: string;
  start: number;
  end: number;
  /** Its language where it is not the article's. */
  lang?: string;
  /** Its number among the article's paragraphs, from 1; undefined for a heading. */
  paragraph?: number;
}

interface BlockNames {
  at: (offset: number) => BlockName | undefined;
}

/** `p1`, `p2` … for paragraphs and `s1`, `s2` … for headings, found by an offset that lies in them. */
function blockNames(article: Article): BlockNames {
  const found: BlockName[] = [];
  let headings = 0;
  let paragraphs = 0;
  for (const section of article.sections) {
    if (section.heading !== null) {
      headings += 1;
      found.push({ id: `s${headings}`, start: section.heading.start, end: section.heading.end });
    }
    for (const { start, end, lang } of section.paragraphs) {
      paragraphs += 1;
      found.push({
        id: `p${paragraphs}`,
        start,
        end,
        paragraph: paragraphs,
        ...(lang === undefined ? {} : { lang }),
      });
    }
  }
  return {
    at: (offset) => {
      let low = 0;
      let high = found.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((found[middle]?.end ?? 0) > offset) high = middle;
        else low = middle + 1;
      }
      return found[low];
    },
  };
}

/** Every annotation as a mark, sorted. Quotes are `q1`, `q2` … in the order of `Article.quotes`. */
function marksOf(article: Article, links: BodyLinks): Mark[] {
  const marks: Mark[] = [];
  article.quotes.forEach((quote, index) => {
    const speaker = quote.speaker === null ? {} : { lastProperties: { dataSpeaker: quote.speaker.name } };
    marks.push({
      ...span(quote),
      element: "q",
      properties: { className: [quote.kind] },
      ...speaker,
      id: `q${index + 1}`,
      depth: 0,
    });
  });
  for (const entity of article.entities) {
    const link = links.entity(entity.id);
    if (link === null) continue;
    for (const mention of entity.mentions) {
      marks.push({
        ...span(mention),
        element: "a",
        properties: { className: ["entity"], dataType: entity.type, dataCard: link.card, href: link.href },
        depth: 1,
      });
    }
  }
  for (const period of article.periods) {
    // HTML's `datetime` takes no EDTF.
    marks.push({ ...span(period), element: "span", properties: { dataEdtf: period.edtf }, depth: 2 });
  }
  for (const date of article.dates) {
    marks.push({ ...span(date), element: "time", properties: { dateTime: date.value }, depth: 3 });
  }
  return marks.sort(compareMarks);
}

function span({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}

function isolate(run: { start: number; end: number }): Mark {
  return { ...run, element: "bdi", properties: {}, depth: 4 };
}

function permalink(id: string, label: string): PhrasingContent {
  return {
    type: "emphasis",
    children: [],
    data: { hName: "a", hProperties: { className: ["permalink"], href: `#${id}`, ariaLabel: label } },
  };
}

function blockDirection(article: Article, start: number, end: number): Direction | undefined {
  const dir = majorityDirection(article.text, start, end);
  return dir === null || dir === article.dir ? undefined : dir;
}

function firstOffset(node: Nodes): number | null {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code")
    return node.data?.offset ?? null;
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const offset = firstOffset(child);
    if (offset !== null) return offset;
  }
  return null;
}

function mapLinks(node: Nodes, link: BodyLinks["link"]): void {
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (child.type === "link") {
      child.url = link(child.url) ?? "";
      child.data = relationOf(child.url);
    }
    mapLinks(child, link);
  }
}

/** The page of another host learns nothing of the one that led to it, and cannot reach it. */
function relationOf(url: string): NonNullable<Link["data"]> {
  return /^https?:/i.test(url) ? { hProperties: { rel: ["external", "noopener"] } } : {};
}
