import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Paths of all files of a site, with `/` between their parts. */
export function filesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .sort();
}

export function pagesOf(site: string): string[] {
  return filesOf(site).filter((path) => path.endsWith(".html"));
}

/** One page of each kind, the busiest that has several. */
export function onePageOfEachKind(site: string): string[] {
  const kinds = new Map<string, string>();
  for (const path of pagesOf(site)) {
    const [folder, name] = path.includes("/") ? path.split("/") : ["", path];
    const kind =
      folder === "" || name === "index.html"
        ? path
        : `${folder}/${folder === "dates" ? (name ?? "").length : ""}`;
    const size = readFileSync(join(site, path)).length;
    const known = kinds.get(kind);
    if (known === undefined || size > readFileSync(join(site, known)).length) kinds.set(kind, path);
  }
  return [...kinds.values()].sort();
}

export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if ("tagName" in node) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
