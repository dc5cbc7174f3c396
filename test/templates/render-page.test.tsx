import { HtmlValidate } from "html-validate";
import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { renderPage } from "../../templates/render-page.tsx";
import { attribute, type Element, elementsOf, textOf } from "../browser/site-files.ts";
import { contextFor, pageOf, pagesIn } from "./fixture.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // HTML lets a ">" stand in a text as it is.
    "no-raw-characters": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "valid-id": ["error", { relaxed: true }],
  },
});

function elements(page: Page, selector: (element: Element) => boolean, lang = page.lang): Element[] {
  return elementsOf(renderPage(page, contextFor(lang))).filter(selector);
}

function metaOf(page: Page): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const meta of elements(page, ({ tagName }) => tagName === "meta")) {
    const name = attribute(meta, "name") ?? attribute(meta, "property");
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), attribute(meta, "content") ?? ""]);
  }
  return found;
}

describe.each(["ar", "en"] as const)("a site in %s", (lang) => {
  const pages = pagesIn(lang);

  test.each(pages.map((page) => [page.kind, page] as const))(
    "%s: is what Preact makes of it",
    (_kind, page) => {
      const context = contextFor(lang);
      expect(renderPage(page, context)).toBe(renderPage(page, context, (node) => render(node)));
    },
  );

  test.each(pages.map((page) => [page.kind, page] as const))("%s: is valid HTML", async (_kind, page) => {
    const report = await validator.validateString(renderPage(page, contextFor(lang)));
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  test.each(pages.map((page) => [page.kind, page] as const))(
    "%s: one h1, headings that skip no rank, and no id twice",
    (_kind, page) => {
      const all = elements(page, () => true);
      const ranks = all.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
      expect(ranks.filter((rank) => rank === 1)).toEqual([1]);
      ranks.forEach((rank, index) => {
        expect(rank - (ranks[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      });
      const ids = all.flatMap((element) => attribute(element, "id") ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test.each(pages.map((page) => [page.kind, page] as const))(
    "%s: is in the site's language, with no style or script of its own",
    (_kind, page) => {
      const all = elements(page, () => true);
      const html = all.find(({ tagName }) => tagName === "html");
      expect([html && attribute(html, "lang"), html && attribute(html, "dir")]).toEqual([
        page.lang,
        page.dir,
      ]);
      for (const element of all) {
        expect(attribute(element, "style")).toBeUndefined();
        if (element.tagName !== "script" || attribute(element, "type") === "application/ld+json") continue;
        expect([page.kind, attribute(element, "src")]).toEqual(["search", "assets/search.js"]);
      }
    },
  );
});

describe("an article page", () => {
  const page = pageOf(pagesIn("ar"), "article");

  test("tells citation managers what they read", () => {
    const meta = metaOf(page);
    expect(meta.get("DC.type")).toEqual(["newspaperArticle"]);
    expect(meta.get("citation_title")).toEqual([page.article.headline]);
    expect(meta.get("citation_author")).toEqual(page.article.authors);
    expect(meta.get("citation_date")).toEqual(["2021-01-26"]);
    expect(meta.get("citation_language")).toEqual(["ar"]);
    expect(meta.get("citation_keywords")).toEqual(["one; two"]);
    expect(meta.get("citation_public_url")).toEqual([page.canonicalUrl]);
    expect(meta.get("prism.publicationName")).toEqual([page.article.source]);
    expect(meta.get("og:type")).toEqual(["article"]);
    expect(meta.has("citation_journal_title")).toBe(false);
  });

  test("has its headline as it is written when its text has none", () => {
    const [h1] = elements(page, ({ tagName }) => tagName === "h1");
    expect(h1 && textOf(h1)).toBe(page.article.headline);
  });

  test("takes over a headline that its text has, with its fragment and marks", () => {
    const own = { ...page, headlineBlock: { id: "s0", html: 'قمة <q class="speech" id="q1">عمّان</q>' } };
    const [h1] = elements(own, ({ tagName }) => tagName === "h1");
    expect(h1 && attribute(h1, "id")).toBe("s0");
    expect(h1 && textOf(h1)).toBe("قمة عمّان");
  });

  test("shows its body as it was rendered", () => {
    expect(renderPage(page, contextFor("ar"))).toContain(page.bodyHtml);
  });

  test("links to its data beside it", () => {
    const links = elements(page, ({ tagName }) => tagName === "a").map((link) => attribute(link, "href"));
    expect(links).toContain("%D9%84%D9%82%D8%A7%D8%A1.json");
  });

  test("names the canonical address only when the site knows its own", () => {
    const canonicals = (url: string | null) =>
      elements(pageOf(pagesIn("ar", url), "article"), (link) => attribute(link, "rel") === "canonical")
        .length;
    expect([canonicals("https://example.org/"), canonicals(null)]).toEqual([1, 0]);
  });
});

test("an article in another language stands in its own direction", () => {
  const headings = elements(pageOf(pagesIn("ar"), "home"), ({ tagName }) => tagName === "h3");
  const foreign = headings.filter((heading) => attribute(heading, "lang") === "en");
  expect(foreign.length).toBeGreaterThan(0);
  expect(foreign.every((heading) => attribute(heading, "dir") === "ltr")).toBe(true);
});

test("a site in a language without an interface speaks English around its own words", () => {
  const page = { ...pageOf(pagesIn("en"), "home"), lang: "de" };
  const site = { ...page.site, lang: "de" };
  const all = elements({ ...page, site }, () => true, "de");
  const html = all.find(({ tagName }) => tagName === "html");
  const h1 = all.find(({ tagName }) => tagName === "h1");
  expect([html && attribute(html, "lang"), h1 && attribute(h1, "lang")]).toEqual(["en", "de"]);
});

test("the search page has what its script looks for, in every plural form", () => {
  const page = pageOf(pagesIn("ar"), "search");
  const byId = new Map(elements(page, () => true).map((element) => [attribute(element, "id"), element]));
  expect(byId.get("search-form")?.tagName).toBe("form");
  expect(byId.get("search-input")?.tagName).toBe("input");
  const results = byId.get("search-results");
  const names = ["loading", "none", "failed", "file", "more"];
  const counts = ["zero", "one", "two", "few", "many", "other"].map((category) => `count-${category}`);
  for (const name of [...names, ...counts]) {
    expect(results && attribute(results, `data-${name}`), name).toBeTruthy();
  }
  const status = byId.get("search-status");
  expect(status && attribute(status, "role")).toBe("status");
});

describe("the page for what is not found", () => {
  const linksOf = (url: string | null) =>
    elements(pageOf(pagesIn("ar", url), "not-found"), ({ tagName }) => tagName === "a")
      .map((link) => attribute(link, "href") ?? "")
      .filter((href) => !href.startsWith("#"));

  test("has absolute links when the site knows its address, since it is shown at any", () => {
    const links = linksOf("https://example.org/news/");
    expect(links).toContain("https://example.org/news/index.html");
    expect(links.filter((href) => !href.startsWith("https://example.org/news/"))).toEqual([]);
  });

  test("has relative ones otherwise", () => {
    expect(linksOf(null)).toContain("index.html");
  });
});

test("in the network of people no point is drawn over the name of one that is lower", () => {
  const page = pageOf(pagesIn("ar"), "entity-index");
  const { network } = page;
  if (network === null) throw new Error("the page has no network");
  const points = [40, 10, 30, 20].map((y, index) => ({
    name: `${index}`,
    path: `people/${index}.html`,
    articles: 1,
    x: 5,
    y,
    radius: 4,
    label: "wide" as const,
  }));
  const drawn = elements(
    { ...page, network: { ...network, nodes: points, links: [{ source: 0, target: 1, articles: 1 }] } },
    ({ tagName }) => tagName === "circle" || tagName === "line",
  );
  const heights = drawn
    .filter(({ tagName }) => tagName === "circle")
    .map((circle) => attribute(circle, "cy"));
  expect(heights.filter((height) => ["10", "20", "30", "40"].includes(height ?? ""))).toEqual([
    "10",
    "20",
    "30",
    "40",
  ]);
  // Lines go from point to point all the same.
  const [line] = drawn.filter(({ tagName }) => tagName === "line");
  expect(line && [attribute(line, "y1"), attribute(line, "y2")]).toEqual(["40", "10"]);
});
