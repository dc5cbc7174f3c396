import { createHash } from "node:crypto";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { Article } from "../../src/model/article.ts";
import { directionOf } from "../../src/model/language.ts";
import { formatProblem } from "../../src/model/problem.ts";
import type { SourceDocument } from "../../src/model/source.ts";
import { listErrors } from "./list-errors.ts";
import type { GoldArticle } from "./parse-gold.ts";
import { readGoldFiles } from "./read-gold-files.ts";
import { formatReport, type ScoredArticle } from "./report.ts";
import { scoreArticle } from "./score.ts";

/*
 * Runs the extractor over the gold articles and prints how often it is right.
 *   --errors         lists each error of the development articles; those of the test articles stay unseen
 *   --lang ar        one language only
 */

const { values } = parseArgs({ options: { errors: { type: "boolean" }, lang: { type: "string" } } });
const folder = process.env["GOLD"] ?? fileURLToPath(new URL("../../test/gold", import.meta.url));

/** The text with no hint but its language and its day. */
function sourceOf(gold: GoldArticle, path: string): SourceDocument {
  return {
    id: path.replace(/^.*\//, "").replace(/\..*$/, ""),
    path,
    format: "text",
    content: gold.text,
    firstLine: 1,
    lang: gold.lang,
    dir: directionOf(gold.lang),
    otherLanguages: {},
    headline: null,
    published: gold.published,
    updated: null,
    source: null,
    sourceUrl: null,
    authors: [],
    tags: [],
    summary: null,
    corrections: { names: [], remove: [], quotes: [], dates: [] },
    sha256: createHash("sha256").update(gold.text).digest("hex"),
  };
}

const { value: files, problems } = await readGoldFiles(folder);
if (problems.length > 0) {
  for (const problem of problems) console.error(formatProblem(problem, relative(process.cwd(), folder)));
  process.exit(1);
}
const scored: ScoredArticle[] = [];
for (const { path, split, gold } of files) {
  if (values.lang !== undefined && values.lang !== gold.lang) continue;
  const article: Article = parseArticle(sourceOf(gold, path)).value.article;
  scored.push({ path, lang: gold.lang, split, score: scoreArticle(gold, article) });
  if (values.errors === true && split === "dev") {
    for (const line of listErrors(gold, article)) console.log(`${path}: ${line}`);
  }
}
console.log(formatReport(scored));
