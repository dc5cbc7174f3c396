import type { Article, Range, Speaker } from "../../src/model/article.ts";
import type { GoldArticle, GoldSpeaker } from "./parse-gold.ts";

/** Whether a speaker found is the one of the gold: linked to the same entity, or named by one of its names. */
export function isSpeaker(
  gold: GoldSpeaker | null,
  found: Speaker | null,
  goldArticle: GoldArticle,
  article: Article,
): boolean {
  if (gold === null || found === null) return gold === null && found === null;
  const goldEntity = goldArticle.entities.find(({ key }) => key === gold.entity);
  const entity = article.entities.find(({ id }) => id === found.entity);
  if (
    goldEntity !== undefined &&
    entity !== undefined &&
    sharesMention(goldEntity.mentions, entity.mentions)
  ) {
    return true;
  }
  const names = [...gold.names, ...(goldEntity?.mentions.map(({ text }) => text) ?? [])];
  return names.some((name) => foldName(name) === foldName(found.name));
}

/**
 * As `isSpeaker`, but a name of which too much or too little was taken is right as well, as long as it touches no
 * other entity: it tells a wrong person from a right person with wrong edges.
 */
export function touchesSpeaker(
  gold: GoldSpeaker | null,
  found: Speaker | null,
  goldArticle: GoldArticle,
  article: Article,
): boolean {
  if (isSpeaker(gold, found, goldArticle, article)) return true;
  const entity = article.entities.find(({ id }) => id === found?.entity);
  if (gold?.entity == null || entity === undefined) return false;
  const touched = goldArticle.entities.filter(({ mentions }) =>
    mentions.some((one) => entity.mentions.some((other) => one.start < other.end && other.start < one.end)),
  );
  return touched.length === 1 && touched[0]?.key === gold.entity;
}

/** Whether more than half of the shorter list's mentions stand in the other. */
function sharesMention(one: readonly Range[], other: readonly Range[]): boolean {
  const spans = new Set(other.map(spanOf));
  const shared = one.filter((mention) => spans.has(spanOf(mention))).length;
  return shared * 2 > Math.min(one.length, other.length);
}

/** Makes the spellings of one name alike: marks, case, hamza and ya forms, the article ال. For comparing only. */
function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200b-\u200f]/gu, "")
    .toLowerCase()
    .replace(/[ىیے]/gu, "ي")
    .replace(/ک/gu, "ك")
    .replace(/ة/gu, "ه")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:ال|the )/u, "");
}

function spanOf({ start, end }: Range): string {
  return `${start}-${end}`;
}
