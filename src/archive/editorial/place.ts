import type { ProblemPlace } from "../../model/problem.ts";
import type { SourceDocument } from "../../model/source.ts";

/** Where an offset of an article's text stands in its file; the text of Markdown is looked up by its words. */
export function placeInSource(source: SourceDocument, text: string, offset: number): ProblemPlace {
  const { path, content, firstLine } = source;
  const beside = text.slice(offset, offset + 24).split("\n")[0] ?? "";
  const at = content === text ? offset : Math.max(0, content.indexOf(beside));
  const lines = content.slice(0, at).split(/\r\n|[\n\r]/u);
  return { path, line: firstLine + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
}
