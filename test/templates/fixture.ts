import { createFormatter } from "../../src/languages/format.ts";
import { uiFor } from "../../src/languages/interfaces.ts";
import type { ArticleRecord, EntityBrief, QuoteRecord } from "../../src/model/archive.ts";
import type { EntityType } from "../../src/model/article.ts";
import { directionOf } from "../../src/model/language.ts";
import type { ArticleCard, EntityCard, Page, PeriodCount, QuoteCard } from "../../src/model/page.ts";
import { relativeHref } from "../../src/site/paths.ts";
import type { PageContext } from "../../templates/context.ts";

export function contextFor(lang: string): PageContext {
  const { lang: own, ui } = uiFor(lang);
  return {
    ui,
    format: createFormatter(own),
    href: (from, to, fragment) => relativeHref(from, to, fragment === undefined ? "" : `#${fragment}`),
    assets: { style: "assets/style.css", search: "assets/search.js" },
  };
}

const words = {
  ar: {
    title: "أرشيف الميناء",
    headline: "افتتاح الجسر <الجديد> & عودة الحركة",
    source: "وكالة المرفأ",
    author: "نزار الوادي",
    name: "رامز السنديان",
    said: "الجسر لأهل المدينة",
    heading: "ما بعد الافتتاح",
  },
  en: {
    title: "Harbor archive",
    headline: "Bridge <reopens> & traffic returns",
    source: "Harbor News",
    author: "Clara Reed",
    name: "Ramez Sindyan",
    said: "The bridge is the town's",
    heading: "What comes next",
  },
} as const;

type Lang = keyof typeof words;

function record(lang: Lang, id: string): ArticleRecord {
  const { headline, source, author } = words[lang];
  return {
    id,
    lang,
    dir: directionOf(lang),
    headline,
    published: "2021-01-26",
    updated: null,
    source,
    authors: [author],
    tags: ["one", "two"],
    summary: headline,
    words: 450,
    path: `${id}.txt`,
  };
}

function card(lang: Lang, id: string): ArticleCard {
  return { article: record(lang, id), path: `articles/${id}.html` };
}

function entity(lang: Lang, type: EntityType, id: string): EntityCard {
  const own: EntityBrief = {
    id,
    type,
    name: words[lang].name,
    lang,
    dir: directionOf(lang),
  };
  return { entity: own, path: `people/${id}.html` };
}

function quote(lang: Lang, hasSpeaker: boolean): QuoteCard {
  const own: QuoteRecord = {
    id: `bridge#q${hasSpeaker ? 1 : 2}`,
    article: "bridge",
    fragment: hasSpeaker ? "q1" : "q2",
    published: "2021-01-26",
    lang,
    dir: directionOf(lang),
    start: 0,
    end: 5,
    text: words[lang].said,
    speaker: hasSpeaker ? { name: words[lang].name, entity: "ramez" } : null,
    speakerId: hasSpeaker ? "ramez" : null,
    about: [],
  };
  const speaker = { name: words[lang].name, path: "quotes/ramez.html", lang, dir: directionOf(lang) };
  return { quote: own, article: card(lang, "bridge"), speaker: hasSpeaker ? speaker : null };
}

const years: PeriodCount[] = [
  { period: "2020", count: 0, path: null },
  { period: "2021", count: 4, path: "dates/2021.html" },
];

/** A page of each kind, in a site of one language that has an article of the other. */
export function pagesIn(lang: Lang, url: string | null = "https://example.org/news/"): Page[] {
  const other: Lang = lang === "ar" ? "en" : "ar";
  const { title, headline, source, author, said, heading } = words[lang];
  const dir = directionOf(lang);
  const base = {
    site: { title, lang, dir, declaresLang: true, url, description: source },
    sections: [
      { path: "dates/index.html", name: "dates" as const },
      { path: "people/index.html", name: "people" as const },
      { path: "search.html", name: "search" as const },
    ],
    lang,
    dir,
  };
  const cards = [card(lang, "bridge"), card(other, "قمة/لقاء")];
  const entities = [entity(lang, "Person", "ramez"), entity(other, "Place", "tunis")];
  const counted = entities.map((card) => ({ card, articles: 1 }));
  const quotes = [quote(lang, true), { ...quote(other, false) }];
  const pagination = { current: 2, paths: ["a.html", "b.html", "c.html"] };
  const home = { kind: "home", path: "index.html" } as const;
  return [
    {
      ...base,
      kind: "home",
      path: "index.html",
      introductionHtml: "<p>…</p>",
      collections: [
        {
          title,
          kind: "listed",
          level: 2,
          path: "collections/a.html",
          introductionHtml: "",
          cards,
          total: 9,
        },
        {
          title: null,
          kind: "unlisted",
          level: 2,
          path: "collections/b.html",
          introductionHtml: "",
          cards,
          total: 2,
        },
      ],
      totals: {
        articles: 11,
        entities: { Person: 1, Place: 2, Organization: 0, Event: 0, Thing: 0 },
        quotes: 3,
      },
      years,
      entities: counted,
    },
    {
      ...base,
      kind: "article",
      path: "articles/قمة/لقاء.html",
      article: {
        ...record(lang, "قمة/لقاء"),
        sourceUrl: "https://example.org/original",
        summary: headline,
        text: said,
        sections: [],
        quotes: [],
        entities: [],
        dates: [],
        periods: [],
        sha256: "0".repeat(64),
      },
      record: record(lang, "قمة/لقاء"),
      bodyHtml: `<p id="p1">«<q class="speech" id="q1" data-speaker="${author}">${said}</q>»<a class="permalink" href="#p1" aria-label="1"></a></p><h2 id="s1">${heading}</h2><p id="p2"><a class="entity" data-type="Person" href="../../people/ramez.html">${author}</a></p><h2 id="s2">${heading}</h2>`,
      headlineBlock: null,
      headings: [
        { id: "s1", text: heading },
        { id: "s2", text: heading },
      ],
      collections: [{ title, kind: "listed", path: "collections/a.html" }],
      quotes,
      shares: [
        { kind: "speaker", speaker: quotes[0]?.speaker ?? null, words: 7, share: 0.07 },
        { kind: "speaker", speaker: null, words: 3, share: 0.03 },
        { kind: "article", words: 90, share: 0.9 },
      ],
      entities,
      related: [{ card: card(other, "ferry"), shared: entities }],
      story: [card(lang, "bridge"), card(lang, "قمة/لقاء")],
      previous: card(lang, "bridge"),
      next: card(other, "ferry"),
      canonicalUrl: url === null ? null : `${url}articles/x.html`,
      jsonLd: '{"@type":"NewsArticle"}',
      citation: [{ style: "Chicago", text: headline }],
      exports: [{ format: "BibTeX", text: "@article{bridge}" }],
    },
    {
      ...base,
      kind: "list",
      path: "dates/2021.html",
      list: { of: "year", period: "2021" },
      breadcrumbs: [home, { kind: "section", section: "dates", path: "dates/index.html" }],
      introductionHtml: "",
      children: [{ period: "2021-01", count: 4, path: "dates/2021-01.html" }],
      calendar: {
        halves: [
          {
            weeks: 27,
            days: [
              { date: "2021-01-26", count: 4, path: "dates/2021-01-26.html", week: 4, weekday: 2, step: 4 },
            ],
            months: [{ month: "2021-01", week: 0 }],
          },
          { weeks: 27, days: [], months: [{ month: "2021-07", week: 0 }] },
        ],
      },
      otherYears: [{ period: "2019-01-26", path: "dates/2019-01-26.html", cards }],
      cards,
      total: 2,
      pagination,
    },
    {
      ...base,
      kind: "dates",
      path: "dates/index.html",
      years: [{ year: { period: "2021", count: 4, path: "dates/2021.html" }, months: years }],
      undated: 1,
    },
    {
      ...base,
      kind: "entity",
      path: "people/ramez.html",
      entity: { ...entity(lang, "Person", "ramez").entity, otherNames: [words[lang].author] },
      counts: { articles: 1, mentions: 3 },
      breadcrumbs: [home, { kind: "titled", title, path: "collections/a.html" }],
      mentions: [
        {
          card: card(lang, "bridge"),
          contexts: [
            {
              article: "bridge",
              start: 0,
              end: 5,
              before: "",
              text: author,
              after: "…",
              paragraph: 1,
              path: "articles/bridge.html",
              fragment: "p1",
            },
          ],
        },
      ],
      quotes,
      quotesPath: "quotes/ramez.html",
      totalQuotes: 7,
      coverage: years,
      saidOf: quotes,
      totalSaidOf: 2,
      span: { first: card(lang, "bridge"), last: card(other, "ferry") },
      together: [{ card: entity(other, "Place", "tunis"), articles: 2 }],
      pagination,
    },
    {
      ...base,
      kind: "entity-index",
      path: "people/index.html",
      type: "Person",
      entities: counted,
      total: 2,
      map: {
        width: 960,
        height: 520,
        land: "M0,0L9,9Z",
        points: [{ name: title, path: "places/a.html", articles: 2, x: 5, y: 5, radius: 4, label: "always" }],
        unplaced: 1,
      },
      network: {
        width: 960,
        height: 600,
        nodes: [
          { name: title, path: "people/a.html", articles: 2, x: 5, y: 5, radius: 4, label: "always" },
          { name: author, path: "people/b.html", articles: 1, x: 50, y: 50, radius: 3, label: "wide" },
        ],
        links: [{ source: 0, target: 1, articles: 1 }],
      },
      pagination,
    },
    {
      ...base,
      kind: "quotes-index",
      path: "quotes/index.html",
      speakers: [
        { name: author, lang, dir, path: "quotes/ramez.html", quotes: 2, latest: quote(lang, true) },
      ],
      total: 1,
      pagination,
    },
    {
      ...base,
      kind: "speaker",
      path: "quotes/ramez.html",
      speaker: { name: author, lang, dir },
      breadcrumbs: [home],
      entity: entity(lang, "Person", "ramez"),
      quotes,
      total: 2,
      pagination,
    },
    { ...base, kind: "search", path: "search.html" },
    { ...base, kind: "not-found", path: "404.html" },
  ];
}

/** The first page of a kind. */
export function pageOf<K extends Page["kind"]>(pages: readonly Page[], kind: K): Extract<Page, { kind: K }> {
  const found = pages.find((page): page is Extract<Page, { kind: K }> => page.kind === kind);
  if (found === undefined) throw new Error(`no page of the kind ${kind}`);
  return found;
}
