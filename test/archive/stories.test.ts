import { expect, test } from "vitest";
import { findMentions } from "../../src/archive/mentions.ts";
import { newestFirst, timelineOf } from "../../src/archive/order.ts";
import { chainStories } from "../../src/archive/stories.ts";
import type { ArchivedEntity, ArticleRecord } from "../../src/model/archive.ts";

function article(id: string, published: string | null, lang = "ar"): ArticleRecord {
  return {
    id,
    lang,
    dir: "rtl",
    headline: id,
    published,
    updated: null,
    source: null,
    authors: [],
    tags: [],
    summary: "",
    words: 1,
    path: `${id}.txt`,
  };
}

function entity(id: string, articles: readonly number[]): ArchivedEntity {
  return {
    id,
    type: "Person",
    name: id,
    lang: "ar",
    dir: "rtl",
    otherNames: [],
    mentions: articles.length,
    articles,
  };
}

/** The stories of articles that all mention the same, by the id of each, as ids. */
function storiesOf(articles: readonly ArticleRecord[], names = ["a", "b", "c"]): Map<string, string[]> {
  const records = newestFirst(articles);
  const entities = names.map((name) => entity(name, [...records.keys()]));
  const stories = chainStories(records, timelineOf(records), findMentions(records.length, entities));
  const idOf = (article: number): string => records[article]?.id ?? "";
  return new Map(
    stories.flatMap((story, article) => (story.length === 0 ? [] : [[idOf(article), story.map(idOf)]])),
  );
}

test("articles that share three names within weeks are one story, oldest first", () => {
  const articles = [
    article("third", "2021-03-20"),
    article("first", "2021-02-01"),
    article("second", "2021-02-20"),
  ];
  const stories = storiesOf(articles);
  for (const id of ["first", "second", "third"]) {
    expect(stories.get(id)).toEqual(["first", "second", "third"]);
  }
});

test("a pause of months, another language and a missing date end it", () => {
  const articles = [
    article("one", "2021-01-01"),
    article("later", "2021-06-01"),
    article("english", "2021-01-02", "en"),
    article("undated", null),
  ];
  expect(storiesOf(articles).size).toBe(0);
});

test("two names in common are no story", () => {
  const articles = [article("one", "2021-01-01"), article("two", "2021-01-02")];
  expect(storiesOf(articles, ["a", "b"]).size).toBe(0);
});

test("an article of the same day joins once", () => {
  const stories = storiesOf([article("a", "2021-01-01"), article("b", "2021-01-01")]);
  expect(stories.get("a")).toEqual(["a", "b"]);
});
