import { type Split, splits } from "./read-gold-files.ts";
import { addScores, measures, type Score, tasks } from "./score.ts";

export interface ScoredArticle {
  path: string;
  lang: string;
  split: Split;
  score: Score;
}

/** The scores as Markdown: a table a language, then all together; development and test side by side. */
export function formatReport(articles: readonly ScoredArticle[]): string {
  const languages = [...new Set(articles.map(({ lang }) => lang))].sort();
  const parts = languages.map((lang) =>
    formatTable(
      lang,
      articles.filter((article) => article.lang === lang),
    ),
  );
  if (languages.length > 1) parts.push(formatTable("all languages", articles));
  return `${parts.join("\n\n")}\n`;
}

function formatTable(title: string, articles: readonly ScoredArticle[]): string {
  const sides = splits.map((split) => articles.filter((article) => article.split === split));
  const sums = sides.map((side) => addScores(side.map(({ score }) => score)));
  const size = splits.map((split, index) => `${sides[index]?.length ?? 0} ${split}`).join(", ");
  const head = splits.map((split) => ` P ${split} | R ${split} | F1 ${split} | n ${split} |`).join("");
  const rows = tasks.map((task) => {
    const cells = sums.map((sum) => {
      const { precision, recall, f1 } = measures(sum[task]);
      return ` ${formatShare(precision)} | ${formatShare(recall)} | ${formatShare(f1)} | ${sum[task].gold} |`;
    });
    return `| ${task} |${cells.join("")}`;
  });
  const rule = `| --- |${" ---: |".repeat(splits.length * 4)}`;
  return [`### ${title} (${size})`, "", `| task |${head}`, rule, ...rows].join("\n");
}

function formatShare(share: number | null): string {
  return share === null ? "–" : share.toFixed(3);
}
