import { packFor } from "../../languages/packs.ts";
import type { Archive, ArchivedEntity } from "../../model/archive.ts";
import type { Article } from "../../model/article.ts";
import { type Problem, warningAt } from "../../model/problem.ts";
import type { SourceDocument } from "../../model/source.ts";
import { checkArticle } from "./check-article.ts";
import { checkDates } from "./check-dates.ts";
import { findNearDuplicates } from "./near-duplicates.ts";
import { placeInSource } from "./place.ts";

export interface CheckedArticle {
  source: SourceDocument;
  article: Article;
}

/**
 * What an editor would want to look at in an archive: warnings only, none of which a build needs.
 * @param today `YYYY-MM-DD`
 */
export function checkArchive(
  archive: Archive,
  articles: readonly CheckedArticle[],
  today: string,
): Problem[] {
  return [
    ...articles.flatMap(({ source, article }) => checkArticle(source, article, today)),
    ...checkDates(articles, archive.site),
    ...checkDuplicates(articles),
    ...checkSpellings(archive, articles),
  ];
}

function checkDuplicates(articles: readonly CheckedArticle[]): Problem[] {
  const byId = new Map(articles.map((one) => [one.article.id, one]));
  const texts = articles.map(({ article: { id, lang, text } }) => ({ id, lang, text }));
  return findNearDuplicates(texts).flatMap(({ first, second, share }): Problem[] => {
    const other = byId.get(first);
    const here = byId.get(second);
    if (other === undefined || here === undefined) return [];
    const place = { path: here.source.path, line: here.source.firstLine, column: 1 };
    const reason = `the text is nearly that of ${other.source.path} (${Math.round(share * 100)}% alike)`;
    const remedy = "keep one of them, or say which is the later version with updated:";
    return [warningAt(place, "check/near-duplicate", reason, remedy)];
  });
}

/** People whose names sound alike and are two entities: ديمتري and دميتري. */
function checkSpellings(archive: Archive, articles: readonly CheckedArticle[]): Problem[] {
  const bySound = new Map<string, ArchivedEntity[]>();
  for (const record of archive.entities.values()) {
    const pack = packFor(record.lang);
    if (pack === undefined || record.type !== "Person") continue;
    const words = record.name.split(/\s+/u);
    if (words.length < 2) continue;
    const sound = `${record.lang} ${words.map((word) => pack.names.soundOf(pack.fold(word))).join(" ")}`;
    const known = bySound.get(sound);
    if (known === undefined) bySound.set(sound, [record]);
    else known.push(record);
  }
  const byId = new Map(articles.map((one) => [one.article.id, one]));
  return [...bySound.values()].flatMap(([usual, ...others]): Problem[] => {
    if (usual === undefined) return [];
    return others.flatMap((record): Problem[] => {
      const found = byId.get(archive.articles[record.articles.at(-1) ?? -1]?.id ?? "");
      const entity = found?.article.entities.find(({ id }) => id === record.id);
      if (found === undefined || entity === undefined) return [];
      const place = placeInSource(found.source, found.article.text, entity.mentions[0]?.start ?? 0);
      const reason = `"${record.name}" may be "${usual.name}", who has a page of another spelling`;
      const remedy = `let them be one in a file of corrections: people: [{name: ${record.name}, id: ${usual.id}}]`;
      return [warningAt(place, "check/spelling", reason, remedy)];
    });
  });
}
