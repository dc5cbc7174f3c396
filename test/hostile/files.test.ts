import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HostileArchive, hostileArchive, rulesOf } from "./archive.ts";

let archive: HostileArchive;
beforeEach(() => {
  archive = hostileArchive();
  writeFileSync(join(archive.dir, "secret.txt"), "كلمة السر\n\nسرية جدا.\n");
});
afterEach(() => archive.remove());

async function expectNoSecret(): Promise<void> {
  for (const [path, content] of await archive.files().catch(() => new Map<string, string>()))
    expect(content, path).not.toContain("سرية جدا");
}

test.each([
  "../secret.txt",
  "x/../../secret.txt",
  "/etc/passwd",
  "..%2Fsecret.txt",
  "file:///etc/passwd",
  "..\\secret.txt",
])("INDEX.md reaches no file outside the folder: %s", async (target) => {
  archive.write("a.txt", "نص المقال هنا.\n");
  archive.write("INDEX.md", `- [سر](<${target}>)\n`);
  const result = await archive.build();
  expect(result.kind).toBe("input-wrong");
  // What a path with \\ names is told by the list of files alone: there is none of that name.
  expect(rulesOf(result.problems)).toContain(target.includes("\\") ? "index/missing-file" : "index/outside");
  await expectNoSecret();
});

test("links of the file system that lead out are refused, and folders that are links not entered", async () => {
  archive.write("a.txt", "نص المقال هنا.\n");
  symlinkSync(join(archive.dir, "secret.txt"), join(archive.dir, "seeds/link.txt"));
  expect(rulesOf((await archive.build()).problems)).toContain("seeds/outside");
  await expectNoSecret();
  symlinkSync(archive.dir, join(archive.dir, "seeds/folder"));
  expect(rulesOf((await archive.build()).problems)).toContain("seeds/linked-folder");
});

test("a side file that is a link out of the folder is not read", async () => {
  archive.write("a.txt", "نص المقال هنا.\n");
  writeFileSync(join(archive.dir, "secret.yml"), "سر: سرية جدا\n");
  symlinkSync(join(archive.dir, "secret.yml"), join(archive.dir, "seeds/a.annotations.yml"));
  const { problems } = await archive.build();
  expect(JSON.stringify(problems)).not.toContain("سر:");
  expect(rulesOf(problems)).toContain("seeds/outside");
});

test("an INDEX.md that is a link out of the folder is not read", async () => {
  archive.write("a.txt", "نص المقال هنا.\n");
  writeFileSync(join(archive.dir, "outer.md"), "---\ntitle: سرية جدا\n---\n");
  symlinkSync(join(archive.dir, "outer.md"), join(archive.dir, "seeds/INDEX.md"));
  const { problems } = await archive.build();
  expect(rulesOf(problems)).toContain("seeds/outside");
  await expectNoSecret();
});

test("what is no file (a pipe, a folder called .txt) is not waited for", async () => {
  archive.write("a.txt", "نص المقال هنا.\n");
  mkdirSync(join(archive.dir, "seeds/folder.txt"));
  execFileSync("mkfifo", [join(archive.dir, "seeds/pipe.txt")]);
  const from = performance.now();
  await archive.build();
  expect(performance.now() - from).toBeLessThan(10_000);
});

test("no id names a file outside articles/, one that Windows reserves, or one that no disk takes", async () => {
  const ids = [
    "../../x",
    "/etc/x",
    "a/../../b",
    "con",
    "COM1",
    "nul",
    "x".repeat(300),
    "م".repeat(200),
    "a\u0000b",
    "trailing.",
    "...",
  ];
  for (const id of ids) {
    archive.write("a.md", `---\nid: ${JSON.stringify(id)}\n---\n\nنص المقال هنا.\n`);
    const result = await archive.build();
    if (result.kind === "built") {
      const paths = [...(await archive.files()).keys()].filter((path) => path.startsWith("articles/"));
      expect(paths, id).not.toContain(`articles/${id}.html`);
      for (const path of paths)
        expect(Buffer.byteLength(path.split("/").at(-1) ?? ""), id).toBeLessThanOrEqual(255);
    } else expect(result.problems.length, id).toBeGreaterThan(0);
  }
  expect(() => execFileSync("test", ["-e", join(archive.dir, "x.html")])).toThrow();
});

test("ids that differ in case, accents' encoding or look alone are told apart or refused", async () => {
  archive.write("a.md", "---\nid: café\n---\n\nنص المقال هنا.\n");
  archive.write("b.md", "---\nid: cafe\u0301\n---\n\nنص المقال هنا.\n");
  expect((await archive.build()).kind).toBe("input-wrong");
  archive.write("b.md", "---\nid: CAFÉ\n---\n\nنص المقال هنا.\n");
  expect((await archive.build()).kind).toBe("input-wrong");
  archive.write("a.md", "---\nid: paypal\n---\n\nنص المقال هنا.\n");
  archive.write("b.md", "---\nid: pаypal\n---\n\nنص المقال هنا.\n");
  const { problems } = await archive.build();
  expect(rulesOf(problems)).toContain("seeds/look-alike");
});
