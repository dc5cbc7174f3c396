import type { Link, List, ListItem, RootContent } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import type { Problem, ProblemPlace } from "../model/problem.ts";
import { errorAt, warningAt } from "../model/problem.ts";
import type { Metadata } from "../model/source.ts";
import { type MetadataLine, readMetadata } from "./metadata.ts";

/** An item of INDEX.md, as written: what it links to is not looked up yet. */
export interface IndexItem {
  /** The link's text. */
  title: string;
  /** Below the seeds folder, decoded. */
  target: string;
  metadata: Metadata;
  place: ProblemPlace;
}

/** Finds where a node of INDEX.md stands in the file. */
export type PlaceOf = (node: { position?: RootContent["position"] }) => ProblemPlace;

const webAddress = /^(?:https?:|mailto:|\/\/|#)/i;

/** Whether a list is items of the index: one of them begins with a link into the archive. */
export function isIndexList(list: List): boolean {
  return list.children.some((item) => {
    const link = leadingLink(item);
    return link !== undefined && !webAddress.test(link.url);
  });
}

/** Reads the items of a list of the index. */
export function readItems(list: List, placeOf: PlaceOf, problems: Problem[]): IndexItem[] {
  return list.children.flatMap((item) => readItem(item, placeOf, problems) ?? []);
}

function readItem(item: ListItem, placeOf: PlaceOf, problems: Problem[]): IndexItem | undefined {
  const link = leadingLink(item);
  if (link === undefined) {
    const remedy = "write it as - [headline](file.txt)";
    problems.push(
      errorAt(
        placeOf(item),
        "index/no-link",
        `the item "${plainText(item).slice(0, 60)}" has no link`,
        remedy,
      ),
    );
    return undefined;
  }
  const title = plainText(link).trim();
  const [paragraph, ...rest] = item.children;
  if (paragraph?.type === "paragraph" && plainText(paragraph).trim() !== title) {
    const reason = "what stands beside the link is not shown";
    problems.push(warningAt(placeOf(link), "index/beside-link", reason, 'write it below, as "- summary: …"'));
  }
  const lines: MetadataLine[] = [];
  for (const node of rest) {
    if (node.type !== "list") {
      problems.push(
        errorAt(
          placeOf(node),
          "index/not-metadata",
          "an item holds only lines of metadata",
          'write "- key: value"',
        ),
      );
      continue;
    }
    for (const nested of node.children) {
      const line = readLine(nested, placeOf);
      if (line !== undefined) lines.push(line);
      else {
        const reason = `"${plainText(nested).slice(0, 60)}" is not "key: value"`;
        problems.push(errorAt(placeOf(nested), "index/not-metadata", reason, 'write "- date: 2021-01-26"'));
      }
    }
  }
  const metadata = readMetadata(lines, false);
  problems.push(...metadata.problems);
  return { title, target: decodeTarget(link.url), metadata: metadata.value, place: placeOf(link) };
}

function leadingLink(item: ListItem): Link | undefined {
  const [paragraph] = item.children;
  if (paragraph?.type !== "paragraph") return undefined;
  const first = paragraph.children.find((node) => node.type !== "text" || node.value.trim() !== "");
  return first?.type === "link" && !isAutolink(first) ? first : undefined;
}

/** GFM makes links of bare addresses. */
function isAutolink(link: Link): boolean {
  return plainText(link) === link.url;
}

function readLine(item: ListItem, placeOf: PlaceOf): MetadataLine | undefined {
  const [paragraph] = item.children;
  if (paragraph?.type !== "paragraph" || item.children.length > 1) return undefined;
  const [, key, gap, value] = /^([\p{L}\p{N}-]+)(\s*:\s*)(.*)$/su.exec(plainText(paragraph)) ?? [];
  if (key === undefined || gap === undefined || value === undefined) return undefined;
  const keyPlace = placeOf(paragraph);
  const valuePlace = { ...keyPlace, column: keyPlace.column + key.length + gap.length };
  return { key, value: value.replace(/\s+/gu, " ").trim(), keyPlace, valuePlace };
}

function decodeTarget(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
