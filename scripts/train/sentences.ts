import { readFileSync } from "node:fs";
import type { NameType } from "../../src/article/tagger/labels.ts";
import type { NameRange, RenderedText } from "./rendering.ts";

const types: Readonly<Record<string, NameType>> = { P: "Person", L: "Place", O: "Organization" };

/** Reads sentences.txt, one text for each run of lines; its format stands at its top. */
export function readSentences(): RenderedText[] {
  const content = readFileSync(new URL("./sentences.txt", import.meta.url), "utf8");
  const lines = content.split("\n").filter((line) => !line.startsWith("#"));
  return lines
    .join("\n")
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(readMarks);
}

function readMarks(marked: string): RenderedText {
  const names: NameRange[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(/\[\[([^|\]]*)\|([PLO])\]\]/gu)) {
    const [mark, words = "", letter = ""] = match;
    text += marked.slice(at, match.index);
    const type = types[letter];
    if (type !== undefined) names.push({ start: text.length, end: text.length + words.length, type });
    text += words;
    at = match.index + mark.length;
  }
  return { text: text + marked.slice(at), names };
}
