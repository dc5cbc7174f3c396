import type { ArticleRecord, Mentions } from "../model/archive.ts";
import { forEachSharing } from "./mentions.ts";
import { compareOldestFirst } from "./order.ts";

/** Two articles tell of one event when they share so many entities, none of which half the archive mentions, … */
const minShared = 3;
const mostArticles = 60;
/** … and appeared within so many days of each other. */
const longestPause = 45;
/** A chain that grows longer is a subject and not a story. */
const longestStory = 40;

/**
 * Articles of the same event, chained through time: each continues the latest earlier one that shares enough with it.
 * @returns by article id, the ids of its story, oldest first
 */
export function chainStories(mentions: Mentions): Map<string, readonly string[]> {
  const { articles, numberOf } = mentions;
  const counts = new Uint16Array(articles.length);
  const stories = new Map<string, string[]>();
  const dated = articles.filter(({ published }) => published !== null).sort(compareOldestFirst);
  for (const record of dated) {
    const { id, published, lang } = record;
    const here = numberOf(id);
    const touched: number[] = [];
    forEachSharing(mentions, here, mostArticles, (other) => {
      if (counts[other] === 0) touched.push(other);
      counts[other] = (counts[other] ?? 0) + 1;
    });
    let latest: ArticleRecord | undefined;
    for (const number of touched) {
      const count = counts[number] ?? 0;
      counts[number] = 0;
      const other = articles[number];
      if (count < minShared || other === undefined || other.lang !== lang) continue;
      if (compareOldestFirst(other, record) > 0) continue;
      const pause = daysBetween(other.published, published);
      if (pause === null || pause > longestPause) continue;
      if (latest === undefined || compareOldestFirst(latest, other) < 0) latest = other;
    }
    if (latest === undefined) continue;
    const story = stories.get(latest.id) ?? [latest.id];
    if (story.length >= longestStory || story.includes(id)) continue;
    story.push(id);
    stories.set(latest.id, story);
    stories.set(id, story);
  }
  return stories;
}

/** From one day to another, negative when it is earlier; null when one is unknown. */
function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
