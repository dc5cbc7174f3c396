import matter from "gray-matter";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Corrections } from "../model/corrections.ts";
import { errorAt, type Outcome, type Problem, type ProblemPlace } from "../model/problem.ts";
import { isNameList, noCorrections, readCorrections } from "./corrections.ts";
import { findLoneSurrogate } from "./lone-surrogate.ts";
import type { MetadataLine } from "./metadata.ts";
import { readSimpleFrontMatter } from "./simple-front-matter.ts";
import { isYamlTooDeep } from "./yaml-limits.ts";

/** A file parted into its front matter and what stands after it. */
export interface FrontMatter {
  /** Key and value lines; none when the file has no front matter. */
  lines: MetadataLine[];
  /** What its lists of names say. */
  corrections: Corrections;
  /** The file's characters after the front matter: always its end, unaltered. */
  content: string;
  /** The line that `content` starts on, from 1. */
  firstLine: number;
}

const closing = /\n---[ \t]*(?:\r?\n|$)/;
/** So that no alias can grow into more than the file itself says. */
const maxAliases = 100;
/** Front matter that goes on for longer than this is something else; YAML readers take the square of some of what it may hold. */
export const largestFrontMatter = 32 * 1024;

/**
 * Takes YAML front matter off a text. Front matter in any other language (gray-matter would run `---js`) is an error,
 * and no engine but ours is ever called.
 */
export function readFrontMatter(text: string, path: string): Outcome<FrontMatter> {
  const simple = readSimpleFrontMatter(text, path);
  if (simple === null) return readYamlFrontMatter(text, path);
  const { lines, contentStart } = simple;
  const content = text.slice(contentStart);
  // Where nothing follows, not even a line feed, the last line is its own.
  const firstLine = lines.length + (text.endsWith("\n---") && content === "" ? 2 : 3);
  return { value: { lines, corrections: noCorrections, content, firstLine }, problems: [] };
}

/** The same, by the readers of YAML and whatever it holds. */
export function readYamlFrontMatter(text: string, path: string): Outcome<FrontMatter> {
  const whole: FrontMatter = { lines: [], corrections: noCorrections, content: text, firstLine: 1 };
  const firstEnd = text.startsWith("---") ? text.indexOf("\n") : -1;
  if (firstEnd < 0) return { value: whole, problems: [] };
  const close = closing.exec(text.slice(firstEnd));
  if (close === null) return { value: whole, problems: [] };
  if (firstEnd + close.index > largestFrontMatter) {
    const reason = `the front matter is longer than ${largestFrontMatter / 1024} KB`;
    const remedy = "keep to the keys that there are, and write the text below it";
    const problem = errorAt({ path, line: 1, column: 1 }, "front-matter/too-large", reason, remedy);
    return { value: whole, problems: [problem] };
  }
  const language = text.slice(3, firstEnd).trim();
  if (language !== "" && language !== "yaml") {
    const reason = `front matter in "${language}" is not read: it could run code`;
    const remedy = 'begin the file with "---" alone and write the front matter in YAML';
    return {
      value: whole,
      problems: [errorAt({ path, line: 1, column: 1 }, "front-matter/language", reason, remedy)],
    };
  }
  let source = "";
  const keep = (yaml: string): object => {
    source = yaml;
    return {};
  };
  // It is given the front matter alone: its expressions take the square of what they look through.
  const head = text.slice(0, firstEnd + close.index + close[0].length);
  const rest = matter(head, { language: "yaml", engines: { yaml: keep, js: keep, json: keep } }).content;
  const content = rest + text.slice(head.length);
  const before = text.slice(0, text.length - content.length);
  const firstLine = before.split("\n").length;
  const { lines, corrections, problems } = readLines(source, path);
  return { value: { lines, corrections, content, firstLine }, problems };
}

/** Reads a mapping of keys to words, each with its place in the file; `source` is what stands below the first line. */
function readLines(
  source: string,
  path: string,
): { lines: MetadataLine[]; corrections: Corrections; problems: Problem[] } {
  const corrections = noCorrections;
  const counter = new LineCounter();
  // The first line feed belongs to the opening line.
  const yaml = source.replace(/^\r?\n/, "").replaceAll("\r\n", "\n");
  if (isYamlTooDeep(yaml)) {
    const place = { path, line: 2, column: 1 };
    const reason = "lists or mappings lie too deep within each other";
    const problem = errorAt(place, "front-matter/too-deep", reason, "write the values out, one a line");
    return { lines: [], corrections, problems: [problem] };
  }
  const document = parseDocument(yaml, {
    lineCounter: counter,
    schema: "core",
    uniqueKeys: true,
    // Pretty ones copy the line that they are in, as often as there are any.
    prettyErrors: false,
    // It would print warnings by itself.
    logLevel: "error",
  });
  const place = (offset: number): ProblemPlace => {
    const { line, col } = counter.linePos(offset);
    return { path, line: line + 1, column: col };
  };
  const problems = document.errors.map((error) =>
    errorAt(
      place(error.pos[0]),
      "front-matter/yaml",
      summaryOf(error.message),
      "mend the YAML; put a value that holds : or # in quotation marks",
    ),
  );
  const half = problems.length > 0 ? null : findLoneSurrogate(document.contents);
  if (half !== null) {
    const reason = "an escape is half of a character, which no page can show";
    const remedy = "write the character itself";
    problems.push(errorAt(place(half), "front-matter/surrogate", reason, remedy));
  }
  if (problems.length > 0 || document.contents === null) return { lines: [], corrections, problems };
  try {
    document.toJS({ maxAliasCount: maxAliases });
  } catch {
    const reason = "the front matter repeats itself too often through aliases";
    return {
      lines: [],
      corrections,
      problems: [errorAt(place(0), "front-matter/aliases", reason, "write the values out")],
    };
  }
  if (!isMap(document.contents)) {
    const reason = "the front matter is not a list of keys and values";
    return {
      lines: [],
      corrections,
      problems: [errorAt(place(0), "front-matter/mapping", reason, 'write lines such as "date: 2021-01-26"')],
    };
  }
  const lines: MetadataLine[] = [];
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || isNameList(String(key.value))) continue;
    const keyPlace = place(key.range?.[0] ?? 0);
    for (const node of valuesOf(String(key.value), value)) {
      const written = isScalar(node) ? wordsOf(node) : undefined;
      const valuePlace = isNodeWithRange(node) ? place(node.range[0]) : keyPlace;
      if (written === undefined) {
        const reason = `the value of "${String(key.value)}" is not plain words`;
        problems.push(errorAt(valuePlace, "front-matter/value", reason, "write it on one line"));
      } else {
        lines.push({ key: String(key.value), value: written, keyPlace, valuePlace });
      }
    }
  }
  const named = readCorrections(document, isNameList, place);
  return { lines, corrections: named.value, problems: [...problems, ...named.problems] };
}

/** A sequence under `author` or `tags` is a value each; of tags, one value with commas. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (!isSeq(value)) return [value];
  if (key !== "tags") return value.items;
  const words = value.items.map((item) => (isScalar(item) ? wordsOf(item) : undefined));
  const [first] = value.items;
  return words.includes(undefined) || !isScalar(first)
    ? value.items
    : [Object.assign(first.clone(), { source: words.join("،"), value: words.join("،") })];
}

/** As written, so that `2021-01-26` stays a date and `1.10` a version. */
function wordsOf(node: { value: unknown; source?: string | undefined }): string | undefined {
  if (typeof node.value === "string") return node.value.trim();
  if (node.value === null) return "";
  return node.source ?? String(node.value);
}

function isNodeWithRange(node: unknown): node is Node & { range: [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

function summaryOf(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}
