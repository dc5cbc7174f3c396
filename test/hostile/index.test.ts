import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HostileArchive, hostileArchive, rulesOf } from "./archive.ts";

let archive: HostileArchive;
beforeEach(() => {
  archive = hostileArchive();
  archive.write("a.txt", "عنوان\n\nنص المقال هنا.\n");
});
afterEach(() => archive.remove());

test.each([
  ["quotes within each other", ">".repeat(100_000), "index/too-deep"],
  ["lists within each other", "- ".repeat(100_000), "index/too-deep"],
  [
    "lists indented ever more",
    Array.from({ length: 400 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n"),
    "index/too-deep",
  ],
  ["closing brackets", "]".repeat(100_000), "index/too-costly"],
  ["emphasis", "a* ".repeat(50_000), "index/too-costly"],
  ["headings underlined", "a\n=\n".repeat(50_000), "index/too-costly"],
  ["quotes parted by blank lines", "> a\n\n".repeat(30_000), "index/too-costly"],
  [
    "a table of many columns",
    `${"|a".repeat(3000)}|\n${"|-".repeat(3000)}|\n${"|b\n".repeat(3000)}`,
    "index/too-costly",
  ],
])("INDEX.md with %s is refused, with its place", async (_, content, ruleId) => {
  archive.write("INDEX.md", content);
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(problems).toContainEqual(expect.objectContaining({ path: "INDEX.md", line: 1, ruleId }));
});

test.each([
  "*a*a*a*a*a*a*a*a*a*a*b.txt",
  "**/**/**/**/**/a.txt",
  "?".repeat(20_000),
  "{a,b}".repeat(200),
  `${"[".repeat(5000)}a.txt`,
])("a glob that would take forever is refused: %.40s", async (glob) => {
  archive.write(`${"a".repeat(200)}.txt`, "عنوان\n\nنص المقال هنا.\n");
  archive.write("INDEX.md", `- [كل](<${glob}>)\n`);
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(problems).toContainEqual(
    expect.objectContaining({ path: "INDEX.md", line: 1, ruleId: "index/glob" }),
  );
});

test("patterns of patterns are names", async () => {
  archive.write("INDEX.md", "- [كل](<+(a|b).txt>)\n");
  expect(rulesOf((await archive.build()).problems)).toContain("index/missing-file");
});

test("very many headings of one name are told apart in time", async () => {
  archive.write("INDEX.md", "##\n".repeat(60_000));
  const problems = await archive.check();
  expect(rulesOf(problems)).not.toContain("index/too-costly");
}, 90_000);

test("headings that look like paths, devices and pages of ours name files in their folder, one each", async () => {
  const titles = [
    "../../x",
    "/etc/passwd",
    "CON",
    "index",
    "..",
    "a/b\\c",
    "nul.txt",
    "x".repeat(400),
    "\u202e",
    "index",
  ];
  archive.write(
    "INDEX.md",
    titles.map((title) => `## ${title.replaceAll("\\", "\\\\")}\n\n- [خبر](a.txt)\n`).join("\n"),
  );
  expect(await archive.build()).toMatchObject({ kind: "built" });
  const paths = [...(await archive.files()).keys()];
  for (const path of paths) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(path).not.toMatch(/(?:^|\/)\.\.?(?:\/|$)|\\|[<>:"|?*\u0000-\u001f\u202e]/);
    expect(path).not.toMatch(/(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i);
    expect(Buffer.byteLength(path.split("/").at(-1) ?? "")).toBeLessThanOrEqual(255);
  }
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  expect(existsSync(join(archive.dir, "x.html"))).toBe(false);
});

test("tags with slashes, dots and markup name no folder and are shown as they are", async () => {
  const tags = ["a/b", "../../x", "<b>", "con", "__proto__", "a\\b", "?q=1#h", "%2e%2e"];
  archive.write("b.md", `---\nid: b\ntags: ${JSON.stringify(tags)}\n---\n\n# عنوان\n\nنص المقال هنا.\n`);
  expect(await archive.build()).toMatchObject({ kind: "built" });
  expect(JSON.parse(archive.read("articles/b.json")).tags).toEqual(tags);
  expect(archive.read("articles/b.html")).not.toContain("<b>");
  expect(existsSync(join(archive.dir, "x.html"))).toBe(false);
});

test("names whose ids are one share a page, and no page is written twice", async () => {
  archive.write(
    "b.md",
    "---\npeople: [محمد علي, مُحمّد علي, Con, CON, 'a/b', 'a b', '../x']\nlang: ar\n---\n\n# خبر\n\nجاء محمد علي ثم مُحمّد علي و Con و CON و a/b و a b و ../x هنا.\n",
  );
  expect(await archive.build()).toMatchObject({ kind: "built" });
  const paths = [...(await archive.files()).keys()];
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  expect(paths.filter((path) => /^people\/con\b/i.test(path))).toEqual([]);
  expect(existsSync(join(archive.dir, "x.html"))).toBe(false);
});

test("keys of INDEX.md with markup are told and written nowhere", async () => {
  archive.write("INDEX.md", '---\n"<script>alert(1)</script>": x\n---\n\n- [خبر](a.txt)\n  - <b>x: y\n');
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(problems.every(({ path, line }) => path === "INDEX.md" && line > 0)).toBe(true);
});
