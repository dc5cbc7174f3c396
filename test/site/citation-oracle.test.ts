import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { citeAsBibtex } from "../../src/site/bibtex.ts";
import { type CitedWork, cite } from "../../src/site/citation.ts";
import { citeAsCslJson } from "../../src/site/csl-json.ts";
import { citeAsRis } from "../../src/site/ris.ts";

/*
 * What others make of what we give them, and of the same work: citation.js with citeproc, which is not part of the program.
 */

interface Citations {
  format: (kind: string, options: object) => string;
  data: Record<string, unknown>[];
}

const require = createRequire(import.meta.url);
const { Cite }: { Cite: new (data: unknown) => Citations } = require("@citation-js/core");
require("@citation-js/plugin-csl");

const work: CitedWork = {
  id: "bridge",
  language: "en",
  author: ["Ruth Calloway"],
  title: "Bridge reopens after storm",
  "container-title": "Harbor News",
  issued: "2021-03-04",
  archive: "Harbor archive",
  URL: "https://example.org/articles/bridge.html",
};

describe("APA as citeproc writes it", () => {
  test.each([
    ["one author", work],
    ["no author", { ...work, author: [] }],
    ["no address", { ...work, URL: null }],
    ["a title that asks", { ...work, title: "Who owns the bridge?" }],
  ])("%s", (_name, cited) => {
    const reference = new Cite(JSON.parse(citeAsCslJson(cited))).format("bibliography", {
      format: "text",
      template: "apa",
      lang: "en-US",
    });
    const ours = cite(cited).find(({ style }) => style === "APA")?.text ?? "";
    expect(ours).toBe(reference.trim());
  });
});

test("CSL-JSON is read as it is meant, Arabic names whole", () => {
  const [item] = new Cite(
    JSON.parse(citeAsCslJson({ ...work, id: "قمة", language: "ar", author: ["ليلى بن عاشور"] })),
  ).data;
  expect(item).toMatchObject({
    type: "article-newspaper",
    author: [{ literal: "ليلى بن عاشور" }],
    issued: { "date-parts": [[2021, 3, 4]] },
  });
  expect(item?.["id"]).toMatch(/^article-[0-9a-f]{10}$/);
});

test("RIS has the fields of a newspaper's article, each on a line", () => {
  expect(citeAsRis({ ...work, title: "Two\nlines" }).split("\n")).toEqual([
    "TY  - NEWS",
    "TI  - Two lines",
    "AU  - Ruth Calloway",
    "T2  - Harbor News",
    "DA  - 2021/03/04",
    "PY  - 2021",
    "DP  - Harbor archive",
    "LA  - en",
    "UR  - https://example.org/articles/bridge.html",
    "ER  - ",
  ]);
});

test("BibTeX and CSL-JSON share their key", () => {
  expect(citeAsBibtex(work)).toContain(`@article{${JSON.parse(citeAsCslJson(work))[0].id},`);
});
