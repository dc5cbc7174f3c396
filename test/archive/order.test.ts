import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findInOrder,
  inTime,
  newestFirst,
  numberArticles,
  type Ordered,
  timelineOf,
} from "../../src/archive/order.ts";

const days = fc.constantFrom(null, "2020-05-01", "2020-05-02", "2021-01-01", "2021-12-31");
const archives = fc
  .array(days, { maxLength: 12 })
  .map((published) =>
    newestFirst(published.map((day, number) => ({ id: `n${(7 * number) % 12}`, published: day }))),
  );

/** What articles are sorted by: their day, undated ones last, then their id. */
const keyOf = ({ published, id }: Ordered): string => `${published ?? "9999"} ${id}`;

test("the newest are first, undated ones last, those of a day by their ids", () => {
  const keysOf = (articles: readonly Ordered[]): [string, string][] =>
    articles.map(({ published, id }) => [published ?? "", id]);
  fc.assert(
    fc.property(archives, (articles) => {
      const sorted = keysOf(articles).sort(([day, id], [other, otherId]) =>
        day === other ? (id < otherId ? -1 : 1) : day > other ? -1 : 1,
      );
      expect(keysOf(articles)).toEqual(sorted);
    }),
  );
});

test("a timeline has the articles oldest first, undated ones last, those of a day by their ids", () => {
  fc.assert(
    fc.property(archives, (articles) => {
      const timeline = timelineOf(articles);
      const found = Array.from(timeline.articles, (article) => articles[article]);
      expect(found).toEqual(articles.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
      expect(Array.from(timeline.articles, (article) => timeline.places[article])).toEqual([...found.keys()]);
    }),
  );
});

test("some articles stand in time as all do, each once", () => {
  fc.assert(
    fc.property(archives, fc.array(fc.nat(11)), (articles, numbers) => {
      const some = numbers.filter((number) => number < articles.length);
      const timeline = timelineOf(articles);
      expect(inTime(some, timeline)).toEqual([...timeline.articles].filter((one) => some.includes(one)));
    }),
  );
});

test("the numbers of articles are their places, in whatever order they come", () => {
  fc.assert(
    fc.property(
      archives.chain((articles) =>
        fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
      ),
      ([articles, shuffled]) => {
        expect([...numberArticles(shuffled)]).toEqual(shuffled.map((article) => articles.indexOf(article)));
      },
    ),
  );
});

test("things are found by their names, in whatever order they are asked for", () => {
  const names = ["a", "b", "c", "d"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names, "e", "f")), (asked) => {
      const find = findInOrder(names.length, (place) => names[place]);
      expect(asked.map(find)).toEqual(asked.map((name) => names.indexOf(name)));
    }),
  );
});
