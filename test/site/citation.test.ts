import { describe, expect, test } from "vitest";
import { citeAsBibtex } from "../../src/site/bibtex.ts";
import { type CitedWork, cite, citedWork } from "../../src/site/citation.ts";
import { arabicSite, call, draftArticle, summit } from "./fixture.ts";

const address = "https://example.org/news/articles/call.html";

function texts(work: CitedWork): string[] {
  return cite(work).map(({ text }) => text);
}

describe("a citation", () => {
  test("in English follows Chicago, APA and MLA", () => {
    expect(texts(citedWork(summit.article, { ...arabicSite, title: "News Archive" }, address))).toEqual([
      "Jane Doe. “Leaders meet in Geneva.” The Example, News Archive, June 16, 2019. https://example.org/news/articles/call.html",
      "Jane Doe. (2019, June 16). Leaders meet in Geneva. The Example. News Archive. https://example.org/news/articles/call.html",
      "Jane Doe. “Leaders meet in Geneva.” The Example, News Archive, 16 June 2019, https://example.org/news/articles/call.html.",
    ]);
  });

  test("in Arabic has Arabic punctuation and months", () => {
    expect(texts(citedWork(call.article, arabicSite, null))).toEqual([
      "ليلى حداد وسامي نور. «أول اتصال بين بوتين وبايدن». فرانس برس، أرشيف الأخبار، 26 يناير 2021. https://example.com/call?a=1&b=2",
      "ليلى حداد وسامي نور. (26 يناير 2021). أول اتصال بين بوتين وبايدن. فرانس برس. أرشيف الأخبار. https://example.com/call?a=1&b=2",
      "ليلى حداد وسامي نور. «أول اتصال بين بوتين وبايدن». فرانس برس، أرشيف الأخبار، 26 يناير 2021، https://example.com/call?a=1&b=2.",
    ]);
  });

  test("leaves out what is not known", () => {
    const bare = draftArticle({
      id: "x",
      lang: "en",
      headline: "Who knows?",
      published: null,
      paragraphs: ["."],
    });
    expect(texts(citedWork(bare.article, { ...arabicSite, title: "News Archive" }, null))).toEqual([
      "“Who knows?” News Archive, n.d.",
      "Who knows? (n.d.). News Archive.",
      "“Who knows?” News Archive.",
    ]);
  });
});

describe("a BibTeX entry", () => {
  test("keeps names and titles as they are written", () => {
    expect(citeAsBibtex(citedWork(call.article, arabicSite, address))).toBe(
      [
        "@article{call,",
        "  author = {{ليلى حداد} and {سامي نور}},",
        "  title = {{أول اتصال بين بوتين وبايدن}},",
        "  journal = {{فرانس برس}},",
        "  date = {2021-01-26},",
        "  year = {2021},",
        "  month = {1},",
        "  note = {{أرشيف الأخبار}},",
        `  url = {${address}},`,
        "  langid = {arabic},",
        "}",
      ].join("\n"),
    );
  });

  test("escapes what TeX would act on, and has an ASCII key", () => {
    const article = draftArticle({
      id: "خبر-1",
      headline: "50% of {A} & B_1 \\end $x$ #2 ~ ^",
      paragraphs: ["."],
    });
    const entry = citeAsBibtex(citedWork(article.article, arabicSite, null));
    expect(entry).toMatch(/^@article\{article-[\da-f]{10},\n/);
    expect(entry).toContain(
      String.raw`title = {{50\% of \{A\} \& B\_1 \textbackslash{}end \$x\$ \#2 \textasciitilde{} \textasciicircum{}}}`,
    );
  });
});
