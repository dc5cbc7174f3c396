import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogEntry, recordOf } from "../../src/archive/catalog-entry.ts";
import { findContexts } from "../../src/archive/context.ts";
import { gather as gatherEntries } from "../../src/archive/gather.ts";
import { numberArticles } from "../../src/archive/order.ts";
import type { Archive } from "../../src/model/archive.ts";
import type { Article, Entity, EntityType } from "../../src/model/article.ts";
import type { Seeds } from "../../src/model/seeds.ts";
import { byRule } from "../by-rule.ts";

const seeds: Seeds = {
  hasSideFiles: false,
  recognizer: null,
  site: { title: "أرشيف", lang: "ar", dir: "rtl", declaresLang: true, url: null, description: null },
  introduction: [],
  collections: [
    {
      id: "news",
      title: "أخبار",
      kind: "listed",
      level: 2,
      introduction: [],
      items: [
        { kind: "article", path: "c.txt" },
        { kind: "folder", title: "مجلد", paths: ["a.txt", "b.txt", "c.txt"] },
      ],
    },
  ],
  entries: [],
};

interface GatheredArticle {
  path: string;
  article: Article;
}

function gather(of: Seeds, articles: readonly GatheredArticle[]): Archive {
  return gatherEntries(
    of,
    articles.map(({ path, article }) =>
      catalogEntry({ article, body: { type: "root", children: [] } }, path),
    ),
    numberArticles(articles.map(({ article }) => article)),
  );
}

/** An article of one paragraph in which each name is mentioned wherever it stands. */
function articleOf(
  id: string,
  published: string | null,
  text: string,
  names: [name: string, type: EntityType][] = [],
  quotes: Article["quotes"] = [],
): GatheredArticle {
  const entities = names.map(([name, type]): Entity => {
    const start = text.indexOf(name);
    return {
      id: name,
      type,
      name,
      mentions: [{ start, end: start + name.length, text: name, provenance: byRule }],
    };
  });
  const article: Article = {
    id,
    lang: "ar",
    dir: "rtl",
    headline: id,
    published,
    updated: null,
    source: null,
    sourceUrl: null,
    authors: [],
    tags: [],
    summary: null,
    text,
    sections: [{ heading: null, start: 0, end: text.length, paragraphs: [{ start: 0, end: text.length }] }],
    quotes,
    entities,
    dates: [],
    periods: [],
    sha256: "0".repeat(64),
  };
  return { path: `${id}.txt`, article };
}

function speech(
  text: string,
  start: number,
  end: number,
  speaker: { name: string; entity: string | null } | null,
) {
  const attributed = speaker === null ? null : { ...speaker, provenance: byRule };
  const said = { start, end, text: text.slice(start, end), provenance: byRule };
  return { ...said, kind: "speech" as const, speaker: attributed };
}

const three = [
  articleOf("a", "2020-05-01", "زارت سلمى مدينة نابلس", [
    ["سلمى", "Person"],
    ["نابلس", "Place"],
  ]),
  articleOf("b", null, "في نابلس", [["نابلس", "Place"]]),
  articleOf("c", "2021-05-01", "عادت سلمى إلى نابلس", [
    ["سلمى", "Person"],
    ["نابلس", "Place"],
  ]),
];

test("articles are newest first, undated ones last", () => {
  expect(gather(seeds, three).articles.map(({ id }) => id)).toEqual(["c", "a", "b"]);
});

test("a collection has its items in the order of INDEX.md, a folder in date order, each article once", () => {
  const { collections, articles } = gather(seeds, three);
  expect(collections[0]?.articles.map((article) => articles[article]?.id)).toEqual(["c", "a", "b"]);
});

test("an entity is gathered over all its articles, newest first", () => {
  const { entities, numberOf } = gather(seeds, three);
  expect(entities.get("نابلس")).toMatchObject({
    mentions: 3,
    articles: ["c", "a", "b"].map(numberOf),
    type: "Place",
  });
  const contexts = three.flatMap(({ article }) => findContexts(article).get("نابلس") ?? []);
  expect(contexts.map(({ article, before, text }) => `${article}: ${before}[${text}]`)).toEqual([
    "a: زارت سلمى مدينة [نابلس]",
    "b: في [نابلس]",
    "c: عادت سلمى إلى [نابلس]",
  ]);
});

test("a context is cut at words and says so", () => {
  const long = `${"كلمة ".repeat(40)}نابلس ${"كلمة ".repeat(40)}`.trim();
  const { article } = articleOf("a", null, long, [["نابلس", "Place"]]);
  const context = findContexts(article).get("نابلس")?.[0];
  expect(context?.before).toMatch(/^…(كلمة )+$/u);
  expect(context?.after).toMatch(/^( كلمة)+…$/u);
});

test("where articles disagree on what a name is, most of them decide", () => {
  const articles = [
    articleOf("a", null, "واشنطن", [["واشنطن", "Person"]]),
    articleOf("b", null, "واشنطن", [["واشنطن", "Place"]]),
    articleOf("c", null, "واشنطن", [["واشنطن", "Place"]]),
  ];
  expect(gather(seeds, articles).entities.get("واشنطن")?.type).toBe("Place");
});

test("a speaker's quotes are in time order; terms and unknown speakers are on nobody's page", () => {
  const text = "قالت سلمى: «نعم لا ربما غدا»";
  const said = (id: string, published: string | null) =>
    articleOf(
      id,
      published,
      text,
      [["سلمى", "Person"]],
      [
        speech(text, 12, 27, { name: "سلمى", entity: "سلمى" }),
        speech(text, 12, 15, { name: "متحدث باسم الشرطة", entity: null }),
        speech(text, 12, 14, null),
        { kind: "term", start: 12, end: 14, text: text.slice(12, 14), speaker: null, provenance: byRule },
      ],
    );
  const { speakers } = gather(seeds, [said("b", null), said("a", "2021-01-01"), said("c", "2020-01-01")]);
  expect([...speakers.keys()].sort()).toEqual(["سلمى", "متحدث-باسم-الشرطة"]);
  expect(speakers.get("سلمى")?.quotes.map(({ article, fragment }) => `${article}#${fragment}`)).toEqual([
    "c#q1",
    "a#q1",
    "b#q1",
  ]);
  expect(speakers.get("متحدث-باسم-الشرطة")?.entity).toBeNull();
});

test("articles that share two entities are related, and the reason is given", () => {
  const { related, numberOf } = gather(seeds, three);
  expect(related[numberOf("a")]).toEqual([{ article: numberOf("c"), shared: ["سلمى", "نابلس"] }]);
  expect(related[numberOf("b")]).toEqual([]);
});

test("an article's summary is the editor's, or its first paragraph", () => {
  const { article, path } = articleOf("a", null, `${"كلمة ".repeat(80)}.`);
  const { summary } = recordOf(article, path);
  expect(summary).toMatch(/^(كلمة )+كلمة…$/u);
  expect(summary.length).toBeLessThanOrEqual(221);
  expect(recordOf({ ...article, summary: "موجز" }, path).summary).toBe("موجز");
});

test("the order in which articles come changes nothing", () => {
  const whole = gather(seeds, three);
  fc.assert(
    fc.property(fc.shuffledSubarray(three, { minLength: 3 }), (shuffled) => {
      const other = gather(seeds, shuffled);
      expect(other.articles).toEqual(whole.articles);
      expect([...other.entities]).toEqual([...whole.entities]);
      expect([...other.speakers]).toEqual([...whole.speakers]);
      expect(other.related).toEqual(whole.related);
      expect(other.quotes).toEqual(whole.quotes);
      expect(other.links).toEqual(whole.links);
      expect(other.collections).toEqual(whole.collections);
    }),
  );
});
