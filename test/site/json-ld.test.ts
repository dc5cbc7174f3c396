import { describe, expect, test } from "vitest";
import type { ArticlePage } from "../../src/model/page.ts";
import { call, draftArchive, draftArticle, planOf, smallArchive, viewOf } from "./fixture.ts";

function jsonLd(drafted: ReturnType<typeof smallArchive>, id: string): string {
  const page = planOf(drafted).pages.find(({ path }) => path === `articles/${id}.html`);
  if (page === undefined) throw new Error(`no page of ${id}`);
  return (viewOf(drafted, page) as ArticlePage).jsonLd; // the path is an article's
}

describe("an article as JSON-LD", () => {
  test("says what a NewsArticle is, was taken from and mentions", () => {
    const data = JSON.parse(jsonLd(smallArchive(), "call"));
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      url: "https://example.org/news/articles/call.html",
      headline: call.article.headline,
      inLanguage: "ar",
      datePublished: "2021-01-26",
      author: [{ "@type": "Person", name: "ليلى حداد" }, { name: "سامي نور" }],
      publisher: { "@type": "Organization", name: "فرانس برس" },
      isBasedOn: "https://example.com/call?a=1&b=2",
      mentions: [
        {
          "@type": "Place",
          name: "موسكو",
          url: expect.stringMatching(/^https:\/\/example\.org\/news\/places\/%/),
        },
        { "@type": "Person", name: "فلاديمير بوتين" },
      ],
      hasPart: [{ "@type": "Quotation", text: "نأمل في حوار <بنّاء>", creator: { name: "دميتري بيسكوف" } }],
    });
    expect(data).not.toHaveProperty("dateModified");
  });

  test("gives a quote to nobody when its speaker is not known", () => {
    expect(JSON.parse(jsonLd(smallArchive(), "summit"))).not.toHaveProperty("hasPart");
  });

  test("cannot end the script element that it stands in", () => {
    const headline = "</script><script>alert(1)</script><!-- \u2028";
    const article = draftArticle({ id: "x", headline, paragraphs: [headline] });
    const data = jsonLd(draftArchive({ articles: [article] }), "x");
    expect(data).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(data).headline).toBe(headline);
  });
});
