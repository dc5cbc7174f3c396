import type { Nodes, Root } from "mdast";

const external = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** Whether an address leaves the archive, or stays on its own page. */
export function isExternal(url: string): boolean {
  return external.test(url);
}

/** The addresses of a body's links that may lead to other articles of the archive, each once, as they are written. */
export function linksOf(body: Root | null): string[] {
  const found = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === "link" && !isExternal(node.url)) found.add(node.url);
    if ("children" in node) node.children.forEach(visit);
  };
  if (body !== null) visit(body);
  return [...found];
}
