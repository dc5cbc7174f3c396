import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArticleRef } from "../../src/model/archive.ts";
import type { Page } from "../../src/model/page.ts";
import { findCollisions } from "../../src/site/collisions.ts";
import { type Growth, paginate } from "../../src/site/planned-page.ts";
import { planSite } from "../../src/site/write-site.ts";
import {
  call,
  type DraftedArchive,
  draftArchive,
  draftArticle,
  manyArticles,
  planOf,
  smallArchive,
  viewOf,
} from "./fixture.ts";

async function viewAll(drafted: DraftedArchive): Promise<Map<string, Page>> {
  return new Map(planOf(drafted).pages.map((page) => [page.path, viewOf(drafted, page)]));
}

async function pageOf<K extends Page["kind"]>(
  drafted: DraftedArchive,
  path: string,
  kind: K,
): Promise<Extract<Page, { kind: K }>> {
  const page = (await viewAll(drafted)).get(path);
  if (page?.kind !== kind) throw new Error(`${path} is ${page?.kind}`);
  return page as Extract<Page, { kind: K }>; // its kind was just compared
}

describe("the pages of an archive", () => {
  test("are all that the output contract lists", () => {
    const paths = planOf(smallArchive()).pages.map(({ path }) => path);
    expect([...paths].sort()).toEqual(
      [
        "404.html",
        "articles/call.html",
        "articles/summit.html",
        "articles/undated.html",
        "articles/visit.html",
        "collections/all.html",
        "dates/2019-06-16.html",
        "dates/2019-06.html",
        "dates/2019.html",
        "dates/2021-01-26.html",
        "dates/2021-01.html",
        "dates/2021-02-03.html",
        "dates/2021-02.html",
        "dates/2021.html",
        "dates/index.html",
        "events/index.html",
        "index.html",
        "organizations/index.html",
        "people/index.html",
        "people/فلاديمير-بوتين.html",
        "places/geneva.html",
        "places/index.html",
        "places/موسكو.html",
        "quotes/index.html",
        "quotes/دميتري-بيسكوف.html",
        "quotes/فلاديمير-بوتين.html",
        "search.html",
        "things/index.html",
      ].sort(),
    );
  });

  test("know their own path and kind", async () => {
    const drafted = smallArchive();
    for (const planned of planOf(drafted).pages) {
      const page = viewOf(drafted, planned);
      expect([page.path, page.kind]).toEqual([planned.path, planned.kind]);
    }
  });

  test("link to nothing that is not planned, whatever a view names", async () => {
    const pages = await viewAll(smallArchive());
    const named = JSON.stringify([...pages.values()]).matchAll(/"path":"([^"]+\.html)"/g);
    for (const [, path = ""] of named) expect(pages.has(path), path).toBe(true);
  });

  test("leave empty parts out of the navigation", async () => {
    const home = await pageOf(smallArchive(), "index.html", "home");
    expect(home.sections.map(({ name }) => name)).toEqual(["dates", "people", "places", "quotes", "search"]);
    const empty = await pageOf(draftArchive({ articles: [] }), "index.html", "home");
    expect(empty.sections.map(({ name }) => name)).toEqual(["search"]);
  });

  test("load no article but their own", () => {
    const drafted = smallArchive();
    const loaded: string[] = [];
    const store = {
      ...drafted.store,
      loadPublished: (ref: ArticleRef) => {
        const published = drafted.store.loadPublished(ref);
        loaded.push(published.record.id);
        return published;
      },
    };
    const { pages } = planOf(drafted);
    for (const page of pages.filter(({ kind }) => kind !== "article")) viewOf({ store }, page);
    expect(loaded).toEqual([]);
    for (const page of pages.filter(({ path }) => path === "articles/call.html")) viewOf({ store }, page);
    expect(loaded).toEqual(["call"]);
  });
});

describe("lists longer than a page", () => {
  const many = draftArchive({ articles: manyArticles(101) });

  // The newest first: what the other pages leave over is on the first one, to which the next is added.
  test.each([
    ["collections/all", "list", [50, 50, 1]],
    ["dates/2020", "list", [51, 50]],
    ["dates/2020-05", "list", [51, 50]],
    ["dates/2020-05-06", "list", [51, 50]],
    ["people/فلاديمير-بوتين", "entity", [51, 50]],
    ["quotes/فلاديمير-بوتين", "speaker", [50, 50, 1]],
  ] as const)("%s goes on in .2.html", async (path, kind, expected) => {
    const pages = await viewAll(many);
    const parts = expected.map((_, index) => pages.get(`${path}${index === 0 ? "" : `.${index + 1}`}.html`));
    const counts = parts.map((page) => {
      if (page?.kind !== kind) throw new Error(`${path} is ${page?.kind}`);
      expect(page.pagination.paths).toHaveLength(expected.length);
      if (page.kind === "list") return page.cards.length;
      return page.kind === "entity" ? page.mentions.length : page.quotes.length;
    });
    expect(counts).toEqual(expected);
    expect(pages.has(`${path}.${expected.length + 1}.html`)).toBe(false);
  });

  test("a collection's later pages are as they were when it has an article more behind them", async () => {
    const pages = await viewAll(many);
    // The last by its date.
    const added = draftArticle({ id: "later", headline: "خبر", published: "2021-01-01", paragraphs: ["نص"] });
    const more = await viewAll(draftArchive({ articles: [...manyArticles(101), added] }));
    const totals = [1, 2, 3].map((number) => {
      const page = more.get(`collections/all${number === 1 ? "" : `.${number}`}.html`);
      return page?.kind === "list" ? page.total : undefined;
    });
    expect(totals).toEqual([102, null, null]);
    const path = "collections/all.2.html";
    expect(more.get(path)).toEqual(pages.get(path));
  });
});

describe("a list cut into pages", () => {
  const cut = (length: number, grows: Growth): number[][] => {
    const entries = Array.from({ length }, (_, index) => length - index);
    return paginate(entries, String, { grows }).map((part) => [...part.entries]);
  };
  const growths = fc.constantFrom<Growth>("in front", "behind");

  test("has every entry once, in order", () => {
    fc.assert(
      fc.property(fc.nat(400), growths, (length, grows) => {
        const pages = cut(length, grows);
        expect(pages.flat()).toEqual(Array.from({ length }, (_, index) => length - index));
        const sizes = pages.map((page) => page.length);
        if (length > 50) expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(25);
        expect(Math.max(...sizes)).toBeLessThan(75);
      }),
    );
  });

  test("has the later pages that it had before one was added in front, unless there is a page more", () => {
    fc.assert(
      fc.property(fc.nat(400), (length) => {
        const [before, after] = [cut(length, "in front"), cut(length + 1, "in front")];
        if (before.length === after.length) expect(after.slice(1)).toEqual(before.slice(1));
      }),
    );
  });
});

describe("an article's page", () => {
  test("lays links to entities, to other articles and outwards", async () => {
    const linking = draftArticle({ id: "2021/linking", headline: "خبر", paragraphs: ["نص"] });
    const children = ["../call.txt#p2", "https://example.com/", "missing.txt"].map((url) => ({
      type: "link" as const,
      url,
      children: [{ type: "text" as const, value: "هنا" }],
    }));
    linking.body = { type: "root", children: [{ type: "paragraph", children }] };
    const drafted = draftArchive({ articles: [call, linking] });
    const { bodyHtml } = await pageOf(drafted, "articles/2021/linking.html", "article");
    expect(bodyHtml.match(/href="[^#"][^"]*"/g)).toEqual([
      'href="../call.html#p2"',
      'href="https://example.com/"',
    ]);
    const page = await pageOf(drafted, "articles/call.html", "article");
    expect(page.bodyHtml).toContain(`href="../people/${encodeURIComponent("فلاديمير-بوتين")}.html"`);
  });

  test("leads to the older and the newer article of its collection", async () => {
    const page = await pageOf(smallArchive(), "articles/call.html", "article");
    expect([page.previous?.article.id, page.next?.article.id]).toEqual(["summit", "visit"]);
  });

  test("has its quotes with their speakers' pages, also those that nobody is known to have said", async () => {
    const page = await pageOf(smallArchive(), "articles/call.html", "article");
    expect(page.quotes.map(({ quote, speaker }) => [quote.fragment, speaker?.path])).toEqual([
      ["q1", "quotes/دميتري-بيسكوف.html"],
    ]);
    const english = await pageOf(smallArchive(), "articles/summit.html", "article");
    expect(english.quotes.map(({ speaker }) => speaker)).toEqual([null]);
  });

  test("has an absolute address only when the site has one", async () => {
    const page = await pageOf(smallArchive(), "articles/call.html", "article");
    expect(page.canonicalUrl).toBe("https://example.org/news/articles/call.html");
    const local = await pageOf(smallArchive({ url: null }), "articles/call.html", "article");
    expect(local.canonicalUrl).toBeNull();
  });
});

describe("an entity's page", () => {
  test("says where it is mentioned, what it said and who appears beside it", async () => {
    const page = await pageOf(smallArchive(), "people/فلاديمير-بوتين.html", "entity");
    expect(page.mentions.map(({ card }) => card.article.id)).toEqual(["visit", "call"]);
    expect(page.mentions[0]?.contexts[0]).toMatchObject({ path: "articles/visit.html", fragment: "p1" });
    expect(page.quotesPath).toBe("quotes/فلاديمير-بوتين.html");
    expect(page.together.map(({ card, articles }) => [card.entity.id, articles])).toEqual([["موسكو", 2]]);
    expect(page.coverage.map(({ period, count }) => [period, count])).toEqual([
      ["2021-01", 1],
      ["2021-02", 1],
    ]);
  });

  test("counts the silent years between two mentions", async () => {
    const mention = { id: "x", type: "Thing", name: "سد" } as const;
    const articles = ["2018-01-01", "2021-01-01"].map((published) =>
      draftArticle({ id: published, headline: "خبر", published, paragraphs: ["السد"], entities: [mention] }),
    );
    const page = await pageOf(draftArchive({ articles }), "things/x.html", "entity");
    expect(page.coverage.map(({ count, path }) => [count, path])).toEqual([
      [1, "dates/2018.html"],
      [0, null],
      [0, null],
      [1, "dates/2021.html"],
    ]);
  });

  test("named like a folder's own page does not take its place", async () => {
    const index = { id: "index", type: "Organization", name: "Index" } as const;
    const article = draftArticle({
      id: "a",
      lang: "en",
      headline: "A",
      paragraphs: ["Index"],
      entities: [index],
    });
    const pages = await viewAll(draftArchive({ articles: [article] }));
    expect(pages.get("organizations/index.html")?.kind).toBe("entity-index");
    expect(pages.get("organizations/index-.html")?.kind).toBe("entity");
  });
});

describe("pages that would be one file", () => {
  test.each([
    ["a.html", "a.html"],
    ["A.html", "a.html"],
    ["caf\u00e9.html", "cafe\u0301.html"],
    ["\u0622.html", "\u0627\u0653.html"],
  ])("%s and %s are refused, and both sources named", (one, other) => {
    const problems = findCollisions([
      { path: one, source: "one.txt" },
      { path: other, source: "other.txt" },
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: "error", ruleId: "site/same-path", path: "other.txt" });
    expect(problems[0]?.reason).toContain("one.txt");
  });

  test("are found in a whole plan", () => {
    const article = draftArticle({ id: "a", headline: "x", paragraphs: ["y"] });
    const items = [{ kind: "article" as const, path: "a.txt" }];
    const collections = ["News", "news"].map((id) => ({ id, title: id, items }));
    const { archive, refOf } = draftArchive({ articles: [article], collections });
    const found = planSite(archive, refOf).problems.map(({ ruleId, path }) => [ruleId, path]);
    expect(found).toEqual([["site/same-path", "INDEX.md"]]);
  });
});
