import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { formatProblem } from "../../src/model/problem.ts";
import type { SourceDocument } from "../../src/model/source.ts";
import { findDuplicateIds } from "../../src/seeds/duplicate-ids.ts";
import { readSeeds } from "../../src/seeds/read-seeds.ts";
import { readSource } from "../../src/seeds/read-source.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-seeds-"));
});

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
}

/** Everything read, and the problems as the user sees them. */
async function read() {
  const { value: seeds, problems } = await readSeeds(dir);
  const documents: SourceDocument[] = [];
  for (const entry of seeds.entries) {
    const source = await readSource(dir, entry, seeds.site);
    problems.push(...source.problems);
    if (source.value !== null) documents.push(source.value);
  }
  problems.push(...findDuplicateIds(documents));
  return { seeds, documents, problems: problems.map((problem) => formatProblem(problem, "seeds")) };
}

async function readOne(files: Record<string, string | Uint8Array>): Promise<SourceDocument | undefined> {
  await write(files);
  const { documents } = await read();
  return documents[0];
}

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const utf16 = (text: string, ...mark: number[]): Uint8Array => {
  const little = Buffer.from(text, "utf16le");
  return Buffer.concat([Buffer.from(mark), mark[0] === 0xfe ? little.swap16() : little]);
};

describe("INDEX.md", () => {
  const whole = `---
title: أرشيف الأخبار
lang: ar
url: https://example.org/news
description: وصف
---
مقدمة **الصفحة**.

<!-- ملاحظة للمحرر -->

- [قبل العناوين](z.txt)

## العلاقات الدولية <!-- تعليق -->

عنها.

* قائمة
* لا روابط فيها

- [عنوان *الخبر*](2021/call.txt)
  - date: 2021-01-26
  - updated: ٢٠٢١-٠١-٢٧
  - source: وكالة: الأنباء
  - source-url: https://example.org/a
  - author: أحمد
  - author: منى
  - lang: ar
  - tags: روسيا، واشنطن, نزع السلاح
  - summary: ملخص
  - id: المكالمة-الأولى
- [مجلد](2020/)

### فرع

- [نمط](**/*.md)
- [الأول ثانيةً](2021/call.txt)
`;
  const files = {
    "INDEX.md": whole,
    "z.txt": "ز",
    "2021/call.txt": "م",
    "2020/b.txt": "ب",
    "2020/a/c.md": "ج",
    "README.md": "x",
  };

  test("gives the site's settings", async () => {
    await write(files);
    expect((await read()).seeds.site).toEqual({
      title: "أرشيف الأخبار",
      lang: "ar",
      dir: "rtl",
      declaresLang: true,
      url: "https://example.org/news/",
      description: "وصف",
    });
  });

  test("gives collections, their prose, and their items in order", async () => {
    await write(files);
    const { collections, introduction } = (await read()).seeds;
    expect(introduction).toHaveLength(1);
    expect(
      collections.map(({ id, title, level, introduction: prose, items }) => ({
        id,
        title,
        level,
        prose: prose.length,
        items,
      })),
    ).toEqual([
      { id: "articles", title: null, level: 2, prose: 0, items: [{ kind: "article", path: "z.txt" }] },
      {
        id: "العلاقات-الدولية",
        title: "العلاقات الدولية",
        level: 2,
        prose: 2,
        items: [
          { kind: "article", path: "2021/call.txt" },
          { kind: "folder", title: "مجلد", paths: ["2020/a/c.md", "2020/b.txt"] },
        ],
      },
      {
        id: "فرع",
        title: "فرع",
        level: 3,
        prose: 0,
        items: [
          { kind: "folder", title: "نمط", paths: ["2020/a/c.md"] },
          { kind: "article", path: "2021/call.txt" },
        ],
      },
    ]);
  });

  test("gives an article all its metadata", async () => {
    await write({
      ...files,
      "INDEX.md": whole.replace("[الأول ثانيةً](2021/call.txt)", "[عنوان الخبر](2021/call.txt)"),
    });
    const { documents, problems } = await read();
    expect(problems).toEqual([]);
    expect(documents.find(({ path }) => path === "2021/call.txt")).toMatchObject({
      id: "المكالمة-الأولى",
      headline: "عنوان الخبر",
      published: "2021-01-26",
      updated: "2021-01-27",
      source: "وكالة: الأنباء",
      sourceUrl: "https://example.org/a",
      authors: ["أحمد", "منى"],
      tags: ["روسيا", "واشنطن", "نزع السلاح"],
      summary: "ملخص",
    });
  });

  test("is not needed: a folder with texts is an archive", async () => {
    await write({ "b.txt": "ب", "a.md": "أ" });
    const { seeds, problems } = await read();
    expect(problems).toEqual([]);
    expect(seeds.site.lang).toBe("ar");
    expect(seeds.collections).toMatchObject([
      { kind: "listed", items: [{ kind: "folder", paths: ["a.md", "b.txt"] }] },
    ]);
  });

  test("an article that no line reaches is published under a collection for unlisted ones, with a warning", async () => {
    await write({ "INDEX.md": "## أخبار\n\n- [أ](a.txt)\n", "a.txt": "أ", "b.txt": "ب" });
    const { seeds, problems, documents } = await read();
    expect(documents).toHaveLength(2);
    expect(seeds.collections[1]).toMatchObject({
      kind: "unlisted",
      title: null,
      items: [{ paths: ["b.txt"] }],
    });
    expect(problems).toMatchInlineSnapshot(`
      [
        "seeds/b.txt:1:1: warning: no line of INDEX.md reaches this article; add a line such as "- [headline](file)", or one for its folder, to INDEX.md [index/unlisted]",
      ]
    `);
  });

  test("a file is found however its name is normalized and escaped", async () => {
    await write({ "INDEX.md": "- [أ](%D8%A2%20b.txt)\n", [`${"آ".normalize("NFD")} b.txt`]: "نص" });
    const { problems, documents } = await read();
    expect(problems).toEqual([]);
    expect(documents[0]?.id).toBe("آ-b");
  });
});

describe("a source", () => {
  test("keeps every character after its front matter", async () => {
    const text = "  سطر\r\n\r\nكِتاب\u200cها \u202b«x»\u202c\r\n";
    const source = await readOne({ "a.txt": `---\r\ntitle: عنوان\r\ndate: 2021-01-26\r\n---\r\n${text}` });
    expect(source).toMatchObject({ content: text, firstLine: 5, headline: "عنوان", published: "2021-01-26" });
  });

  test("that begins with a line of dashes and nothing else is all text", async () => {
    expect((await readOne({ "a.txt": "---\nنص" }))?.content).toBe("---\nنص");
  });

  test.each<[string, Uint8Array | string]>([
    ["UTF-8", "نصّ é"],
    ["UTF-8 with a byte-order mark", "\ufeffنصّ é"],
    ["UTF-16LE", utf16("نصّ é", 0xff, 0xfe)],
    ["UTF-16BE", utf16("نصّ é", 0xfe, 0xff)],
  ])("is read in %s", async (_name, content) => {
    expect((await readOne({ "a.txt": content }))?.content).toBe("نصّ é");
  });

  test("is read in a legacy encoding that its front matter or INDEX.md declares", async () => {
    const salam = bytes(0xd3, 0xe1, 0xc7, 0xe3);
    const declared = Buffer.concat([Buffer.from("---\nencoding: windows-1256\n---\n"), salam]);
    await write({
      "a.txt": declared,
      "b.txt": salam,
      "INDEX.md": "- [أ](a.txt)\n- [ب](b.txt)\n  - encoding: windows-1256\n",
    });
    const { documents, problems } = await read();
    expect(problems).toEqual([]);
    expect(documents.map(({ content }) => content)).toEqual(["سلام", "سلام"]);
  });

  test("has an id from its path, in its own script, without marks", async () => {
    await write({ "2021/نَصّ أوّل.txt": "أ", "A_b.v2.MD": "ب" });
    expect((await read()).documents.map(({ id }) => id)).toEqual(["2021-نص-أول", "a-b-v2"]);
  });

  test("whatever its text and encoding, comes out as it went in", async () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter(
        (one) => one.trim() !== "" && !one.includes("\0") && !/^(---|\ufeff)/.test(one) && one.isWellFormed(),
      );
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (content, wide) => {
        const source = await readOne({ "a.txt": wide ? utf16(content, 0xff, 0xfe) : content });
        expect(source?.content).toBe(content);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is wrong is told with its place and its remedy", () => {
  const index = (line: string): string => `---\ntitle: أرشيف\n---\n\n- [أ](a.txt)\n${line}\n`;

  test.each<[string, Record<string, string | Uint8Array>, string]>([
    [
      "a missing file",
      { "INDEX.md": index("- [ب](2021/b.txt)") },
      'seeds/INDEX.md:6:3: error: there is no "2021/b.txt" in the seeds folder; mend the link, or put the file there [index/missing-file]',
    ],
    [
      "a misspelled file",
      { "INDEX.md": index("- [ب](aa.txt)") },
      'seeds/INDEX.md:6:3: error: there is no "aa.txt" in the seeds folder; did you mean "a.txt"? [index/missing-file]',
    ],
    [
      "a link outside",
      { "INDEX.md": index("- [ب](../b.txt)") },
      'seeds/INDEX.md:6:3: error: "../b.txt" leads out of the seeds folder; put the file into the folder and link to it there [index/outside]',
    ],
    [
      "a wrong date",
      { "INDEX.md": index("  - date: 26/1/2021") },
      'seeds/INDEX.md:6:11: error: "26/1/2021" is not an ISO 8601 date; write the date as YYYY-MM-DD, such as 2021-01-26 [metadata/date]',
    ],
    [
      "a day that is none",
      { "INDEX.md": index("  - date: 2021-02-30") },
      'seeds/INDEX.md:6:11: error: "2021-02-30" is not a day of the calendar; write the date as YYYY-MM-DD, such as 2021-01-26 [metadata/date]',
    ],
    [
      "a misspelled key",
      { "INDEX.md": index("  - sorce: x") },
      'seeds/INDEX.md:6:5: error: there is no key "sorce"; did you mean "source"? the keys are date, updated, source, source-url, author, lang, tags, summary, id, encoding, accept [metadata/unknown-key]',
    ],
    [
      "a repeated key",
      { "INDEX.md": index("  - date: 2021-01-26\n  - date: 2021-01-26") },
      'seeds/INDEX.md:7:5: error: "date" stands here twice; leave the right one and take the other away [metadata/repeated]',
    ],
    [
      "a language that is none",
      { "INDEX.md": index("  - lang: عربي") },
      'seeds/INDEX.md:6:11: error: "عربي" is not a language tag; write a BCP 47 tag: ar for Arabic, en for English, fa for Persian [metadata/lang]',
    ],
    [
      "an id that names no page",
      { "INDEX.md": index("  - id: A B/..") },
      'seeds/INDEX.md:6:9: error: "A B/.." cannot name a page; write a-b [metadata/id]',
    ],
    [
      "an address that is none",
      { "INDEX.md": index("  - source-url: javascript:alert(1)") },
      'seeds/INDEX.md:6:17: error: "javascript:alert(1)" is not a web address; write it whole, such as https://example.org/news/1 [metadata/source-url]',
    ],
    [
      "an item without a link",
      { "INDEX.md": index("- نص") },
      'seeds/INDEX.md:6:1: error: the item "نص" has no link; write it as - [headline](file.txt) [index/no-link]',
    ],
    [
      "a setting that is none",
      { "INDEX.md": "---\nlnag: ar\n---\n- [أ](a.txt)" },
      'seeds/INDEX.md:2:1: error: there is no setting "lnag"; did you mean "lang"? the settings are title, lang, url, description, recognizer, digits, months, calendar, offline, extraction, publish-sources, period [index/setting]',
    ],
    [
      "two items that disagree",
      { "INDEX.md": index("- [ب](a.txt)") },
      "seeds/INDEX.md:6:3: error: line 5 says another title of this article; let both say the same, or say it once [index/contradiction]",
    ],
    [
      "metadata of a folder",
      { "INDEX.md": "- [كل](.)\n  - date: 2021-01-26\n" },
      "seeds/INDEX.md:1:3: error: the metadata of a folder or a glob would be that of no article; give it to each article, in a line of its own or in its front matter [index/folder-metadata]",
    ],
    [
      "an empty file",
      { "b.txt": " \n\u00a0" },
      "seeds/b.txt:1:1: error: the file has no text; write the article, or take the file away [seeds/empty-file]",
    ],
    [
      "bytes of another encoding",
      { "b.txt": bytes(0xd9, 0x86, 0x0a, 0xd9, 0x86, 0xe1, 0x20) },
      'seeds/b.txt:2:2: error: the byte 0xe1 (number 6 of the text) is not UTF-8; save the file as UTF-8, or declare what it is in INDEX.md, such as "encoding: windows-1256" [seeds/undecodable]',
    ],
    [
      "UTF-16 without a mark",
      { "b.txt": bytes(0x41, 0, 0x42, 0) },
      "seeds/b.txt:1:2: error: the text has a NUL character, as files of other kinds and UTF-16 without a byte-order mark do; save it as UTF-8 text [seeds/nul]",
    ],
    [
      "invalid YAML",
      { "b.md": "---\ntitle: [\n---\nنص\n" },
      "seeds/b.md:2:9: error: Flow sequence in block collection must be sufficiently indented and end with a ]; mend the YAML; put a value that holds : or # in quotation marks [front-matter/yaml]",
    ],
    [
      "front matter that is no mapping",
      { "b.md": "---\nنص\n---\nنص\n" },
      'seeds/b.md:2:1: error: the front matter is not a list of keys and values; write lines such as "date: 2021-01-26" [front-matter/mapping]',
    ],
    [
      "front matter that runs",
      { "b.md": "---js\n{}\n---\nنص\n" },
      'seeds/b.md:1:1: error: front matter in "js" is not read: it could run code; begin the file with "---" alone and write the front matter in YAML [front-matter/language]',
    ],
    [
      "a value that is not words",
      { "b.md": "---\ntitle: {a: b}\n---\nنص\n" },
      'seeds/b.md:2:8: error: the value of "title" is not plain words; write it on one line [front-matter/value]',
    ],
    [
      "two files with one id",
      { "a.md": "نص" },
      'seeds/a.txt:1:1: error: this article\'s id "a" is that of a.md too; rename one of the files, or give it an "id" of its own [seeds/same-id]',
    ],
    [
      "a name without a letter",
      { "-.txt": "نص" },
      "seeds/-.txt:1:1: error: the file's name has no letter or digit to name its page by; give it a name with letters or digits, or an id [seeds/no-id]",
    ],
    [
      "front matter against INDEX.md",
      { "INDEX.md": index("  - date: 2021-01-26"), "a.txt": "---\ntitle: أ\ndate: 2021-01-27\n---\nنص" },
      "seeds/a.txt:3:1: warning: INDEX.md says another date, which is the one that counts; let both say the same, or say it once [metadata/contradiction]",
    ],
  ])("%s", async (_name, files, expected) => {
    await write({ "a.txt": "نص", ...files });
    expect((await read()).problems).toContain(expected);
  });

  test("a link of the file system that leaves the folder", async () => {
    await write({ "a.txt": "نص" });
    await symlink("/etc/hostname", join(dir, "b.txt"));
    const { problems, documents } = await read();
    expect(problems).toEqual([
      "seeds/b.txt:1:1: error: this link leads out of the seeds folder, or to no file; put the file itself into the folder [seeds/outside]",
    ]);
    expect(documents).toHaveLength(1);
  });

  test("a folder without a text, and no folder at all", async () => {
    expect((await read()).problems).toEqual([
      "seeds:1:1: error: the folder has no article: no .txt or .md file; put a text into it [seeds/empty]",
    ]);
    dir = join(dir, "nowhere");
    expect((await read()).problems).toEqual([
      "seeds:1:1: error: there is no such folder; name the folder that holds the texts with --seeds, or make it [seeds/missing]",
    ]);
  });

  test("front matter with aliases that explode", async () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ...[..."bcdefg"].map(
        (name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdef"[index]}`).join(",")}]`,
      ),
    ];
    await write({ "a.md": `---\n${bomb.join("\n")}\n---\nنص` });
    expect((await read()).problems).toContain(
      "seeds/a.md:2:1: error: the front matter repeats itself too often through aliases; write the values out [front-matter/aliases]",
    );
  });

  test("all at once", async () => {
    await write({
      "INDEX.md": index("- [ب](b.txt)\n- [ج](../c.txt)\n  - date: x\n  - key: y"),
      "a.txt": "",
      "d.md": "---\ndate: 1\nlang: 2\n---\n",
    });
    const { problems } = await read();
    expect(problems.filter((line) => line.includes(": error: "))).toHaveLength(8);
  });
});
