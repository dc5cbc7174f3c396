import { type Problem, warningAt } from "../../model/problem.ts";
import type { SiteConfig } from "../../model/seeds.ts";
import type { CheckedArticle } from "./check-archive.ts";

/** Articles of two times are so many days apart at least. */
const apart = 10 * 365;
/** An archive has a time of its own when so many of its dated articles, and this share of them, are of it. */
const enough = { articles: 10, share: 0.8 };

/** Articles that are dated outside the archive: the period that INDEX.md says, or else the time that nearly all others are of. */
export function checkDates(articles: readonly CheckedArticle[], { period }: SiteConfig): Problem[] {
  const dated = articles.flatMap(({ source, article: { published } }) =>
    published === null ? [] : [{ source, published }],
  );
  const { from, to } = period ?? timeOf(dated.map(({ published }) => published));
  const told = period === undefined ? "the others are" : "the archive's period is";
  return dated.flatMap(({ source: { path, firstLine }, published }): Problem[] => {
    const isWithin = (from === null || published >= from) && (to === null || published <= to);
    if (isWithin) return [];
    const reason = `it is dated ${published}, and ${told} from ${from ?? "the beginning"} to ${to ?? "now"}`;
    const remedy = 'mend the date, or say in INDEX.md what the archive holds, such as "period: 1990/.."';
    return [warningAt({ path, line: firstLine, column: 1 }, "check/date-outside", reason, remedy)];
  });
}

/** The first and last day of the time that nearly all are of; nulls when there is none. */
function timeOf(dates: readonly string[]): { from: string | null; to: string | null } {
  const nothing = { from: null, to: null };
  if (dates.length < enough.articles) return nothing;
  const groups: string[][] = [];
  let group: string[] = [];
  for (const date of [...dates].sort()) {
    const last = group.at(-1);
    if (last === undefined || daysBetween(last, date) > apart) {
      group = [];
      groups.push(group);
    }
    group.push(date);
  }
  const main = groups.reduce((most, one) => (one.length > most.length ? one : most));
  if (main.length < enough.articles || main.length < dates.length * enough.share) return nothing;
  return { from: main[0] ?? null, to: main.at(-1) ?? null };
}

function daysBetween(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000;
}
