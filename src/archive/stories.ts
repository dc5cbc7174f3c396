import type { Archive, ArchivedArticle, ArticleNumber, Mentions, Timeline } from "../model/archive.ts";
import { forEachSharing } from "./mentions.ts";

/** Two articles tell of one event when they share so many entities, none of which half the archive mentions, … */
const minShared = 3;
const mostArticles = 60;
/** … and appeared within so many days of each other. */
const longestPause = 45;
/** A chain that grows longer is a subject and not a story. */
const longestStory = 40;

const none: readonly ArticleNumber[] = [];

/** Articles of the same event, chained through time: each continues the latest earlier one that shares enough with it. */
export function chainStories(
  articles: readonly ArchivedArticle[],
  timeline: Timeline,
  mentions: Mentions,
): Archive["stories"] {
  const stories: (readonly ArticleNumber[])[] = articles.map(() => none);
  if (mentions.entities.length === 0) return stories;
  const counts = new Uint16Array(articles.length);
  const placeOf = (article: ArticleNumber): number => timeline.places[article] ?? 0;
  for (const here of timeline.articles) {
    const record = articles[here];
    if (record === undefined || record.published === null) continue;
    const touched: ArticleNumber[] = [];
    forEachSharing(mentions, here, mostArticles, (other) => {
      if (counts[other] === 0) touched.push(other);
      counts[other] = (counts[other] ?? 0) + 1;
    });
    let latest: ArticleNumber | undefined;
    for (const number of touched) {
      const count = counts[number] ?? 0;
      counts[number] = 0;
      const other = articles[number];
      if (count < minShared || other === undefined || other.lang !== record.lang) continue;
      if (placeOf(number) > placeOf(here)) continue;
      const pause = daysBetween(other.published, record.published);
      if (pause === null || pause > longestPause) continue;
      if (latest === undefined || placeOf(latest) < placeOf(number)) latest = number;
    }
    if (latest === undefined) continue;
    const story = stories[latest] ?? none;
    const longer = story.length === 0 ? [latest, here] : [...story, here];
    if (longer.length > longestStory) continue;
    for (const article of longer) stories[article] = longer;
  }
  return stories;
}

/** From one day to another, negative when it is earlier; null when one is unknown. */
function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
