import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { Article } from "../../src/model/article.ts";
import { formatProblem } from "../../src/model/problem.ts";
import { countRules, formatRules, type RuleCounts } from "./count-rules.ts";
import { goldSource } from "./gold-source.ts";
import { listErrors } from "./list-errors.ts";
import { readGoldFiles } from "./read-gold-files.ts";
import { formatReport, type ScoredArticle } from "./report.ts";
import { scoreArticle } from "./score.ts";

/*
 * Runs the extractor over the gold articles and prints how often it is right.
 *   --errors         lists each error of the development articles; those of the test articles stay unseen
 *   --lang ar        one language only
 *   --rules          how often each rule, list or model is right in the development articles
 *   --gold DIR       other articles than those of test/gold, in folders dev/ and test/
 */

const { values } = parseArgs({
  options: {
    errors: { type: "boolean" },
    lang: { type: "string" },
    rules: { type: "boolean" },
    gold: { type: "string" },
  },
});
const folder = values.gold ?? fileURLToPath(new URL("../../test/gold", import.meta.url));

const { value: files, problems } = await readGoldFiles(folder);
if (problems.length > 0) {
  for (const problem of problems) console.error(formatProblem(problem, relative(process.cwd(), folder)));
  process.exit(1);
}
const scored: ScoredArticle[] = [];
const rules: RuleCounts = new Map();
for (const { path, split, gold } of files) {
  if (values.lang !== undefined && values.lang !== gold.lang) continue;
  const article: Article = parseArticle(goldSource(gold, path)).value.article;
  scored.push({ path, lang: gold.lang, split, score: scoreArticle(gold, article) });
  if (split === "dev") countRules(gold, article, rules);
  if (values.errors === true && split === "dev") {
    for (const line of listErrors(gold, article)) console.log(`${path}: ${line}`);
  }
}
console.log(values.rules === true ? formatRules(rules) : formatReport(scored));
