import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HostileArchive, hostileArchive, rulesOf } from "./archive.ts";

let archive: HostileArchive;
beforeEach(() => {
  archive = hostileArchive();
});
afterEach(() => archive.remove());

const hostile = [
  "]]>",
  "</title>",
  "<!--",
  "</script>",
  "&amp;",
  "&#0;",
  "<![CDATA[",
  "'\"",
  "<?xml ?>",
].join(" ");
const controls = "\u0001\u0008\u000b\u000c\u001f\u007f\u0085\ufffe\uffff";

/** What XML 1.0 does not allow, by itself and as a reference. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const forbiddenReference = /&#(?:x0*(?:[0-8bcBC]|1[\da-fA-F])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/;

/** Whether markup is XML 1.0 as far as its characters, its references and the nesting of its elements go. */
function expectXml(xml: string, path: string): void {
  expect(xml.isWellFormed(), path).toBe(true);
  expect(xml, path).not.toMatch(forbidden);
  const open: string[] = [];
  const bare = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "").replace(/<\?[\s\S]*?\?>/g, "");
  expect(bare, path).not.toContain("]]>");
  expect(bare, path).not.toMatch(forbiddenReference);
  expect(bare.replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi, ""), path).not.toContain("&");
  for (const [, end, name = "", closed] of bare.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end === "/") expect(open.pop(), path).toBe(name);
    else if (closed !== "/") open.push(name);
  }
  expect(open, path).toEqual([]);
  expect(bare.replace(/<\/?[\w:]+(?:\s[^<>]*?)?\/?>/g, ""), path).not.toMatch(/[<>]/);
}

test("feeds and the sitemap are XML and JSON whatever is in titles, authors, summaries and texts", async () => {
  const said = JSON.stringify(`عنوان ${hostile}${controls}`);
  archive.write(
    "a.md",
    `---\ntitle: ${said}\nauthor: ${said}\nsource: ${said}\nsummary: ${said}\ntags: [${said}]\ndate: 2021-01-26\n---\n\n${hostile} نص ${controls} هنا.\n`,
  );
  archive.write(
    "b.txt",
    `---\ndate: 2021-01-25\n---\nخبر ${hostile}${controls}\n\nنص ${controls} ${hostile} هنا.\n`,
  );
  archive.write("INDEX.md", `---\ntitle: ${said}\ndescription: ${said}\n---\n\n## ${hostile}\n\n- [.](.)\n`);
  const result = await archive.build();
  expect(result.kind).toBe("built");
  for (const path of ["feed.xml", "rss.xml", "sitemap.xml"]) expectXml(archive.read(path), path);
  expect(parseAtomFeed(archive.read("feed.xml")).entries).toHaveLength(2);
  expect(parseRssFeed(archive.read("rss.xml")).items).toHaveLength(2);
  expect(parseJsonFeed(archive.read("feed.json")).items).toHaveLength(2);
  const page = archive.read("articles/a.html");
  for (const [, data = ""] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
    expect(data).not.toMatch(/<[!/]/);
    expect(JSON.parse(data)).toBeTypeOf("object");
  }
});

test.each([
  ["front matter", '---\ntitle: "\\ud800 عنوان"\n---\n\nنص المقال هنا.\n', "front-matter/surrogate"],
  ["a list of front matter", '---\ntags: [a, "b\\udfff"]\n---\n\nنص المقال هنا.\n', "front-matter/surrogate"],
])("half a character in %s is refused with its place", async (_, content, ruleId) => {
  archive.write("a.md", content);
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(problems).toContainEqual(expect.objectContaining({ path: "a.md", line: 2, ruleId }));
});

test("half a character in a side file and in INDEX.md is refused", async () => {
  archive.write("a.txt", "عنوان\n\nنص المقال هنا.\n");
  archive.write(
    "a.annotations.yml",
    'people:\n  - name: نص\n    id: x\nquotes:\n  - exact: نص\n    speaker: "\\udc00"\n',
  );
  archive.write("INDEX.md", '---\ntitle: "\\ud83d"\n---\n');
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(rulesOf(problems)).toEqual(
    expect.arrayContaining(["corrections/surrogate", "front-matter/surrogate"]),
  );
});

test("half a character in UTF-16 is refused with its place, in texts and in INDEX.md", async () => {
  const utf16 = (text: string): Uint8Array =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  archive.write("a.txt", utf16("عنوان\n\nنص \ud800 هنا.\n"));
  archive.write("b.txt", "عنوان\n\nنص المقال هنا.\n");
  archive.write("INDEX.md", utf16("# \udc00\n"));
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(problems).toContainEqual(
    expect.objectContaining({ path: "a.txt", line: 3, ruleId: "seeds/undecodable" }),
  );
  expect(problems).toContainEqual(
    expect.objectContaining({ path: "INDEX.md", line: 1, ruleId: "seeds/undecodable" }),
  );
});
