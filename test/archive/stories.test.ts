import { expect, test } from "vitest";
import { findMentions } from "../../src/archive/mentions.ts";
import { chainStories } from "../../src/archive/stories.ts";
import type { ArticleRecord, EntityRecord } from "../../src/model/archive.ts";

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

function entity(id: string, articles: readonly string[]): EntityRecord {
  return {
    id,
    type: "Person",
    name: id,
    lang: "ar",
    dir: "rtl",
    otherNames: [],
    mentions: articles.length,
    articles: [...articles],
  };
}

function storiesOf(articles: readonly ArticleRecord[], shared: readonly string[][]) {
  const entities = shared.flatMap((ids, index) =>
    ["a", "b", "c"].map((name) => entity(`${name}${index}`, ids)),
  );
  return chain(articles, entities);
}

function chain(articles: readonly ArticleRecord[], entities: readonly EntityRecord[]) {
  return chainStories(findMentions(new Map(articles.map((one) => [one.id, one])), entities));
}

test("articles that share three names within weeks are one story, oldest first", () => {
  const articles = [
    article("third", "2021-03-20"),
    article("first", "2021-02-01"),
    article("second", "2021-02-20"),
  ];
  const stories = storiesOf(articles, [["first", "second", "third"]]);
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
  expect(storiesOf(articles, [["one", "later", "english", "undated"]]).size).toBe(0);
});

test("two names in common are no story", () => {
  const articles = [article("one", "2021-01-01"), article("two", "2021-01-02")];
  const entities = ["a", "b"].map((name) => entity(name, ["one", "two"]));
  expect(chain(articles, entities).size).toBe(0);
});

test("an article of the same day joins once", () => {
  const stories = storiesOf([article("a", "2021-01-01"), article("b", "2021-01-01")], [["a", "b"]]);
  expect(stories.get("a")).toEqual(["a", "b"]);
});
