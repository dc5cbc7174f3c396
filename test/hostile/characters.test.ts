import { afterEach, beforeEach, expect, test } from "vitest";
import { type HostileArchive, hostileArchive } from "./archive.ts";

let archive: HostileArchive;
beforeEach(() => {
  archive = hostileArchive();
});
afterEach(() => archive.remove());

test.each([
  ["overlong UTF-8", [0xc0, 0xaf]],
  ["a surrogate in UTF-8", [0xed, 0xa0, 0x80]],
  ["beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
  ["half a character", [0xd8]],
])("%s is an error with its place, and nothing is published", async (_, bytes) => {
  archive.write(
    "a.txt",
    Buffer.concat([Buffer.from("نص المقال\nهنا "), Buffer.from(bytes), Buffer.from(" نهاية\n")]),
  );
  const result = await archive.build();
  expect(result.kind).toBe("input-wrong");
  expect(result.problems[0]).toMatchObject({ path: "a.txt", line: 2 });
});

test("NUL, lone surrogates in UTF-16 and characters that are none are kept in data and harmless in pages", async () => {
  const text = "عنوان الخبر\n\nنص\u0000 مع \ufdd0 و\u{1ffff} محارف.\n";
  archive.write("a.txt", text);
  const result = await archive.build();
  if (result.kind === "built") {
    expect(JSON.parse(archive.read("articles/a.json")).text).toBe(text);
    expect(archive.read("articles/a.html")).not.toContain("\u0000");
  } else expect(result.problems[0]).toMatchObject({ path: "a.txt", line: 3 });
});

test("signs that turn the direction of a line are told, and end with what they stand in", async () => {
  archive.write("a.txt", "عنوان \u202eمقلوب\n\nنص \u2066فيه\u2069 \u202dعلامات.\n");
  archive.write("b.txt", "عنوان آخر\n\nنص عادي.\n");
  archive.write("INDEX.md", "## الكل\n\n- [.](.)\n");
  const result = await archive.build();
  expect(result.kind).toBe("built");
  const told = result.problems.filter(({ ruleId }) => ruleId === "text/bidi-control");
  expect(told.map(({ path, line, column }) => [path, line, column])).toEqual([["a.txt", 1, 7]]);
  expect(JSON.parse(archive.read("articles/a.json")).text).toContain("\u202eمقلوب");
  // In lists a headline stands in a block of its own, or in an element that isolates it.
  for (const path of ["index.html", "collections/الكل.html", "articles/b.html", "articles/a.html"]) {
    for (const [around] of archive.read(path).matchAll(/.{0,80}\u202eمقلوب.{0,12}/gsu)) {
      const isolated =
        /<(?:h1|title)[^>]*>عنوان \u202e|<h\d[^>]*><a [^>]*>عنوان \u202e|<bdi[^>]*>عنوان \u202e|="[^"]*\u202e|"[^"]*\u202e|&quot;[^&]*\u202e|[{(،] *عنوان \u202e/u;
      expect(around, path).toMatch(isolated);
    }
  }
});
