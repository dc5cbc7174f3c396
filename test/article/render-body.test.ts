import fc from "fast-check";
import type { Paragraph } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { type BodyLinks, renderBody, renderProse } from "../../src/article/render-body.ts";
import type { SourceDocument } from "../../src/model/source.ts";

const links: BodyLinks = {
  entity: (id) => ({ href: `../people/${id}.html`, card: "شخص" }),
  link: (url) => url,
  permalink: String,
};

const plainSource: SourceDocument = {
  id: "a",
  path: "a.txt",
  format: "text",
  content: "",
  firstLine: 1,
  lang: "ar",
  dir: "rtl",
  otherLanguages: {},
  headline: null,
  published: null,
  updated: null,
  source: null,
  sourceUrl: null,
  authors: [],
  tags: [],
  summary: null,
  corrections: { names: [], remove: [], quotes: [], dates: [] },
  sha256: "0".repeat(64),
};

function render(content: string, format: SourceDocument["format"], headline: string | null = null) {
  const path = format === "text" ? "a.txt" : "a.md";
  return renderBody(parseArticle({ ...plainSource, path, format, content, headline }).value, links);
}

const block = /<\/?(?:p|li|ul|t[dhr]|blockquote)\b[^>]*>/g;
const words = (html: string): string =>
  html
    .replace(block, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();

test("a first line that is the headline is left out of the body, with what is marked in it", () => {
  const { html, headline } = render("الوزير أحمد سالم: «لن نعود إلى الوراء أبداً»\nقال ذلك في عمّان.", "text");
  expect(words(html)).toBe("قال ذلك في عمّان.");
  expect(headline?.id).toBe("p1");
  expect(words(headline?.html ?? "")).toBe("الوزير أحمد سالم: «لن نعود إلى الوراء أبداً»");
  expect(headline?.html).toContain('id="q1"');
});

test.each([
  ["a list", "- أول\n  - ثان\n  - ثالث\n\nنص.\n", "أول ثان ثالث نص."],
  ["a quotation", "> أول\n>\n> ثان\n\nنص.\n", "أول ثان نص."],
  ["a table", "| أول | ب |\n|---|---|\n| ثان | د |\n\nنص.\n", "أول ب ثان د نص."],
])("nothing of %s that begins a text is lost", (_name, content, expected) => {
  expect(words(render(content, "markdown", "أول").html)).toBe(expected);
});

test("a quotation that is shown in pieces names its speaker once, at its end", () => {
  const { html } = render("قال أحمد سالم: «هذا *كلام* طويل _جداً_ حقاً».\n", "markdown", "ع");
  expect(html.match(/<q /g)?.length).toBeGreaterThan(2);
  expect(html.match(/data-speaker/g)).toHaveLength(1);
  expect(html).toMatch(/data-speaker="أحمد سالم">[^<]*حقاً<\/q>»/u);
});

test("links leave by http, https and mailto alone", () => {
  const { html } = render(
    "[a](javascript:alert(1)) [b](https://example.org) [c](data:text/html,x)\n",
    "markdown",
    "ع",
  );
  expect(html.match(/href="[^"#]+"/g)).toEqual(['href="https://example.org"']);
});

test("a done task stays done", () => {
  expect(render("- [x] تم\n- [ ] لم يتم\n", "markdown", "ع").html.match(/checked/g)).toHaveLength(1);
});

test("a period says what it is in EDTF, about the dates in it", () => {
  const { html } = render("عُقد بين عامي 2015 و2019.", "text", "ع");
  expect(html).toContain(
    '<span data-edtf="2015/2019">بين عامي <time datetime="2015">2015</time> و<time datetime="2019">2019</time></span>',
  );
});

test.each([
  ["a link", "[وكالة](https://example.org/a)"],
  ["an address", "<https://example.org/a>"],
  ["an address without marks", "انظر https://example.org/a هنا"],
  ["a host without marks", "انظر www.example.org هنا"],
  ["a link by reference", "[وكالة][1]\n\n[1]: https://example.org/a"],
  ["an image", "![صورة](https://example.org/a.png)"],
  ["a link in a list", "- **[وكالة](https://example.org/a)**"],
])("%s that leaves the archive gives the other page no hold on this one", (_, markdown) => {
  const { html } = render(`نص أول.\n\n${markdown}`, "markdown");
  const [anchor = ""] = /<a [^>]*href="https?:[^>]*>/i.exec(html) ?? [];
  expect(anchor).toContain('rel="external noopener"');
  const { children } = unified().use(remarkParse).parse(markdown);
  if (/\]\(/.test(markdown) && !markdown.startsWith("!"))
    expect(renderProse(children, (url) => url)).toContain('rel="external noopener"');
});

test("a link within the archive has no relation to another host", () => {
  const { html } = render("نص أول.\n\n[خبر](../b.md)", "markdown");
  expect(html).toContain('href="../b.md"');
  expect(html).not.toContain("rel=");
});

test("a paragraph of mere text is written as one with anything in it is", () => {
  const piece = fc.constantFrom(
    "خبر",
    "نص <b> & 'x' `y` \"z\"",
    "Reuters",
    "12:30",
    "שלום",
    "\u200c",
    " ",
    "َ",
    "😀",
  );
  const paragraph = fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => `م${parts.join(" ")}`);
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const { value: parsed } = parseArticle({
        ...plainSource,
        content: paragraphs.join("\n\n"),
        extraction: "off",
      });
      const { article } = parsed;
      // The same text in two pieces a paragraph, which goes the long way.
      const children = article.sections.flatMap(({ paragraphs: ranges }) =>
        ranges.map(({ start, end }): Paragraph => {
          const pieces = [
            [start, start + 1],
            [start + 1, end],
          ] as const;
          return {
            type: "paragraph",
            children: pieces.map(([from, to]) => ({
              type: "text",
              value: article.text.slice(from, to),
              data: { offset: from },
            })),
          };
        }),
      );
      fc.pre(article.sections.every(({ heading }) => heading === null));
      const long = renderBody({ article, body: { type: "root", children } }, links);
      expect(renderBody(parsed, links)).toEqual(long);
    }),
  );
});
