import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { makeFeeds } from "../../src/site/feeds.ts";
import type { SiteFile } from "../../src/site/site-file.ts";
import { type DraftedArchive, draftArchive, draftArticle, manyArticles, smallArchive } from "./fixture.ts";

function feedsOf({ archive, refOf, store }: DraftedArchive): SiteFile[] {
  return makeFeeds(archive, refOf, store);
}

function parsed(archive: DraftedArchive) {
  const content = (path: string): string =>
    feedsOf(archive).find((file) => file.path === path)?.content ?? "";
  return {
    atom: parseAtomFeed(content("feed.xml")),
    rss: parseRssFeed(content("rss.xml")),
    json: parseJsonFeed(content("feed.json")),
  };
}

describe("the feeds", () => {
  test("have the dated articles, newest first, in all three formats", () => {
    const { atom, rss, json } = parsed(smallArchive());
    const titles = ["زيارة إلى موسكو", "أول اتصال بين بوتين وبايدن", "Leaders meet in Geneva"];
    expect(atom.entries?.map(({ title }) => title?.value)).toEqual(titles);
    expect(rss.items?.map(({ title }) => title)).toEqual(titles);
    expect(json.items?.map(({ title }) => title)).toEqual(titles);
  });

  test("give a day as its first moment in UTC, and the newest article's as their own", () => {
    const { atom, rss, json } = parsed(smallArchive());
    expect(atom.updated).toBe("2021-02-04T00:00:00.000Z");
    expect(atom.entries?.[0]).toMatchObject({
      published: "2021-02-03T00:00:00.000Z",
      updated: "2021-02-04T00:00:00.000Z",
    });
    expect(rss.items?.[0]?.pubDate).toBe("Wed, 03 Feb 2021 00:00:00 GMT");
    expect(rss.lastBuildDate).toBe("Thu, 04 Feb 2021 00:00:00 GMT");
    expect(json.items?.[1]?.date_published).toBe("2021-01-26T00:00:00.000Z");
  });

  test("write the direction into the content, in the article's language", () => {
    const { atom, rss, json } = parsed(smallArchive());
    for (const content of [
      atom.entries?.[1]?.content?.value,
      rss.items?.[1]?.description,
      json.items?.[1]?.content_html,
    ]) {
      expect(content).toMatch(/^<div lang="ar" dir="rtl"><p>أجرى/);
    }
    expect(json.items?.[2]?.content_html).toMatch(/^<div lang="en" dir="ltr">/);
  });

  test("link absolutely when the site has an address and relatively when not", () => {
    const links = ({ atom, rss, json }: ReturnType<typeof parsed>) => [
      atom.entries?.[1]?.links?.[0]?.href,
      rss.items?.[1]?.link,
      json.items?.[1]?.url,
    ];
    expect(new Set(links(parsed(smallArchive())))).toEqual(
      new Set(["https://example.org/news/articles/call.html"]),
    );
    expect(new Set(links(parsed(smallArchive({ url: null }))))).toEqual(new Set(["articles/call.html"]));
  });

  test("give every article one UUID, with or without an address, the same in each format and build", () => {
    for (const url of ["https://example.org/news/", null]) {
      const { atom, rss, json } = parsed(smallArchive({ url }));
      const ids = atom.entries?.map(({ id }) => id) ?? [];
      expect(new Set([...ids, atom.id]).size).toBe(4);
      for (const id of ids)
        expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(ids);
      expect(json.items?.map(({ id }) => id)).toEqual(ids);
      expect(feedsOf(smallArchive({ url }))).toEqual(feedsOf(smallArchive({ url })));
    }
  });

  test("survive whatever characters a text has", () => {
    const headline = `a \u0000\u000b\ufffe <b>&amp; ]]> "x" 'y' \ud800 😀`;
    const article = draftArticle({
      id: "x",
      headline,
      source: `<&"]]>`,
      tags: [`<&">`],
      paragraphs: [`${headline}.`],
    });
    const { atom, rss, json } = parsed(draftArchive({ articles: [article] }));
    const clean = `a  <b>&amp; ]]> "x" 'y'  😀`;
    expect(atom.entries?.[0]?.title?.value).toBe(clean);
    expect(rss.items?.[0]?.title).toBe(clean);
    expect(json.items?.[0]?.title).toBe(clean);
    expect(atom.entries?.[0]?.categories?.[0]?.term).toBe(`<&">`);
    expect(atom.entries?.[0]?.content?.value).toContain("&lt;b&gt;&amp;amp; ]]&gt;");
  });

  test("stop at fifty articles, and exist without any", () => {
    expect(parsed(draftArchive({ articles: manyArticles(60) })).atom.entries).toHaveLength(50);
    const empty = feedsOf(draftArchive({ articles: [] }));
    expect(empty.map(({ path }) => path)).toEqual(["feed.xml", "rss.xml", "feed.json"]);
    expect(parseAtomFeed(empty[0]?.content ?? "").updated).toBe("1970-01-01T00:00:00.000Z");
    expect(JSON.parse(empty[2]?.content ?? "").items).toEqual([]);
  });
});
