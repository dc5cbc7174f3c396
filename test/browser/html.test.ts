import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, inject, test } from "vitest";
import { Article } from "../../src/model/article.ts";
import { attribute, type Element, elementsOf, filesOf, onePageOfEachKind, textOf } from "./site-files.ts";

const sites = inject("sites");
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Long pages are made by a program: nobody reads their white space.
    "no-trailing-whitespace": "off",
    "long-title": "off",
    // A name that is not ASCII is a good id.
    "valid-id": ["error", { relaxed: true }],
  },
});

describe.each(Object.entries(sites))("the pages of %s", (_name, site) => {
  test.each(onePageOfEachKind(site))("%s is valid HTML", async (page) => {
    const report = await validator.validateFile(join(site, page));
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map((one) => `${one.line}:${one.column} ${one.message}`),
      ),
    ).toEqual([]);
  });

  const articles = filesOf(site).filter((path) => /^articles\/.*\.json$/.test(path));

  test.each(articles)("the page of %s, stripped of markup, is the article's text", (path) => {
    const article = Article.parse(JSON.parse(readFileSync(join(site, path), "utf8")));
    const elements = elementsOf(readFileSync(join(site, path.replace(/json$/, "html")), "utf8"));
    const headline = elements.find(({ tagName }) => tagName === "h1");
    const body = elements.find((element) => attribute(element, "class")?.split(" ").includes("article-body"));
    const first =
      article.text.trimStart().startsWith(article.headline) &&
      !squeeze(body).startsWith(bare(article.headline));
    expect((first ? squeeze(headline) : "") + squeeze(body)).toBe(bare(article.text));
  });
});

/** Without white space: a page's own is between elements. */
function squeeze(element: Element | undefined): string {
  return bare(element === undefined ? "" : textOf(element));
}

function bare(text: string): string {
  return text.replace(/\s+/gu, "");
}
