import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { largestText } from "../../src/seeds/read-file.ts";
import { type HostileArchive, hostileArchive, rulesOf } from "./archive.ts";

let archive: HostileArchive;
beforeEach(() => {
  archive = hostileArchive();
});
afterEach(() => archive.remove());

const megabyte = 2 ** 20;

function seen(text: string): string {
  return text.replace(/\s/gu, "");
}

test.each(["a.txt", "a.md", "INDEX.md", "b.annotations.yml"])(
  "a line of 200 MB in %s is refused before it is read",
  async (path) => {
    archive.write("b.txt", "نص المقال هنا.\n");
    archive.write(path, "");
    // A file that has its size and no content: were it read, it would be refused for its NUL characters.
    truncateSync(join(archive.dir, "seeds", path), 200 * megabyte);
    const { kind, problems } = await archive.build();
    expect(kind).toBe("input-wrong");
    expect(problems).toContainEqual(
      expect.objectContaining({ path, line: 1, column: 1, ruleId: "seeds/too-large" }),
    );
    expect(rulesOf(problems)).not.toContain("seeds/nul");
  },
);

test("a text of the largest size that is taken is one line and whole", async () => {
  const text = "نص ".repeat(Math.floor(largestText / 5));
  archive.write("a.txt", `${text}\n`);
  archive.write("INDEX.md", "---\nextraction: off\n---\n");
  expect(await archive.build()).toMatchObject({ kind: "built" });
  expect(JSON.parse(archive.read("articles/a.json")).text).toBe(`${text}\n`);
}, 120_000);

test.each(["a.txt", "a.md"])("a million headings in %s are refused where they are too many", async (path) => {
  archive.write(path, "#\n".repeat(1_000_000));
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(problems).toContainEqual(
    expect.objectContaining({ path, line: 100_001, column: 1, ruleId: "seeds/too-many-lines" }),
  );
});

test("a hundred thousand marks, quotes and lists within each other are kept, in text and Markdown", async () => {
  const count = 100_000;
  const texts = {
    quotes: `${">".repeat(count)} نص`,
    lists: `${"- ".repeat(count)}نص`,
    numbers: `${"1. ".repeat(count)}نص`,
    marks: `${"«".repeat(count)}نص${"»".repeat(count)}`,
    straight: `${'"'.repeat(count)}نص`,
    brackets: `${"[".repeat(count)}نص${"]".repeat(count)}`,
    emphasis: `${"*a **b ".repeat(count / 10)}نص${" b** a*".repeat(count / 10)}`,
    links: `${"[".repeat(count)}نص${"](u)".repeat(count)}`,
    stepped: Array.from({ length: 1400 }, (_, depth) => `${"  ".repeat(depth)}- نص`).join("\n"),
  };
  for (const [name, text] of Object.entries(texts)) {
    archive.write(`t/${name}.txt`, `عنوان\n\n${text}\n`);
    archive.write(`m/${name}.md`, `عنوان\n\n${text}\n`);
  }
  const result = await archive.build();
  expect(result.kind).toBe("built");
  for (const [name, text] of Object.entries(texts)) {
    for (const folder of ["t", "m"]) {
      const article = JSON.parse(archive.read(`articles/${folder}-${name}.json`));
      // Markdown's own line feeds between blocks are not the source's.
      expect(seen(article.text) === seen(`عنوان${text}`), `${folder}/${name}`).toBe(true);
    }
  }
  expect(rulesOf(result.problems)).toEqual(
    expect.arrayContaining(["markdown/too-costly", "markdown/too-deep"]),
  );
}, 120_000);

test("a table that would fill very many rows up to very many columns, and addresses written out very often, are text", async () => {
  const columns = 3000;
  const table = `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${"|b\n".repeat(3000)}`;
  const references = `[a]: https://example.org/${"c".repeat(50_000)}\n\n${"[a]\n\n".repeat(2000)}`;
  archive.write("table.md", table);
  archive.write("references.md", references);
  const result = await archive.build();
  expect(result.kind).toBe("built");
  expect(archive.read("articles/table.html").length).toBeLessThan(3 * megabyte);
  expect(archive.read("articles/references.html").length).toBeLessThan(3 * megabyte);
  expect(JSON.parse(archive.read("articles/table.json")).text).toBe(table);
});

test("pipes in place of INDEX.md and of side files are no files, and nothing waits for them", async () => {
  archive.write("a.txt", "نص المقال هنا.\n");
  const pipes = ["INDEX.md", "a.annotations.yml"];
  for (const path of pipes) execFileSync("mkfifo", [join(archive.dir, "seeds", path)]);
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  for (const path of pipes)
    expect(problems).toContainEqual(expect.objectContaining({ path, ruleId: "seeds/no-file" }));
});

test("a pipe among the texts is told of, and devices behind links are refused", async () => {
  archive.write("a.txt", "نص المقال هنا.\n");
  execFileSync("mkfifo", [join(archive.dir, "seeds/pipe.txt")]);
  const first = await archive.build();
  expect(first.kind).toBe("built");
  expect(first.problems).toContainEqual(
    expect.objectContaining({ path: "pipe.txt", ruleId: "seeds/no-file", severity: "warning" }),
  );
  for (const path of ["zero.txt", "a.annotations.yml", "INDEX.md"])
    symlinkSync("/dev/zero", join(archive.dir, "seeds", path));
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  for (const path of ["zero.txt", "a.annotations.yml", "INDEX.md"])
    expect(problems).toContainEqual(expect.objectContaining({ path, ruleId: "seeds/outside" }));
});

test("a side file behind a link that leads out is not opened", async () => {
  archive.write("a.txt", "نص المقال هنا.\n");
  writeFileSync(join(archive.dir, "secret.yml"), "secretkey: x\n");
  symlinkSync(join(archive.dir, "secret.yml"), join(archive.dir, "seeds/a.annotations.yml"));
  const { problems } = await archive.build();
  expect(JSON.stringify(problems)).not.toContain("secretkey");
});

test("a side file with a name as long as a book is refused", async () => {
  archive.write("a.txt", "عنوان\n\nنص المقال هنا.\n");
  archive.write("a.annotations.yml", `people:\n  - name: ${"ن".repeat(10_000)}\n    mentions: [نص]\n`);
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(rulesOf(problems)).toContain("corrections/form");
});

test("a side file of more corrections than a text can have is refused", async () => {
  archive.write("a.txt", "عنوان\n\nنص المقال هنا.\n");
  archive.write("a.annotations.yml", `people:\n${"  - نص\n".repeat(1001)}`);
  const { kind, problems } = await archive.build();
  expect(kind).toBe("input-wrong");
  expect(problems).toContainEqual(
    expect.objectContaining({ path: "a.annotations.yml", line: 1, ruleId: "corrections/too-many" }),
  );
});
