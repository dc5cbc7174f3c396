import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { readManifest, verifySite } from "../../src/publish/manifest.ts";
import { createDigester } from "../../src/site/digest.ts";
import { SourceChangedError, writeSources } from "../../src/site/write-sources.ts";
import { noEarlierSite, planOf, smallArchive } from "./fixture.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-sources-"));
  mkdirSync(join(dir, "seeds"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const text = "وصل الوزير أحمد سالم إلى عمّان أمس.\r\n\r\nوقال: «جئنا لنسمع».\r\n";
/** What an editor's programs write: a mark of byte order, front matter, lines ended as on Windows, UTF-16, an encoding of old. */
const files: Record<string, Uint8Array> = {
  "bom.md": Buffer.from(`\ufeff---\ntitle: خبر\ndate: 2021-01-26\n---\n\n${text}`),
  "folder/utf16.txt": Buffer.from(`\ufeff${text}`, "utf16le"),
  "old.txt": Buffer.from([
    0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1, 0x0d, 0x0a, 0x0d, 0x0a, 0xe6, 0xd5, 0xe1, 0x2e,
  ]),
};

function write(settings: string): void {
  mkdirSync(join(dir, "seeds/folder"), { recursive: true });
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(dir, "seeds", path), bytes);
  const items = "- [خبر](bom.md)\n- [خبر](folder/utf16.txt)\n- [خبر](old.txt)\n  - encoding: windows-1256\n";
  writeFileSync(join(dir, "seeds/INDEX.md"), `---\ntitle: أرشيف\n${settings}---\n\n## أخبار\n\n${items}`);
}

async function buildTo(out: string): Promise<string> {
  const outDir = join(dir, out, "dist");
  const seedsDir = join(dir, "seeds");
  const result = await build({
    seedsDir,
    outDir,
    baseUrl: null,
    force: false,
    search: false,
    progress: () => {},
  });
  expect(result).toMatchObject({ kind: "built" });
  return outDir;
}

const published = {
  "bom.md": "articles/bom.source.md",
  "folder/utf16.txt": "articles/folder-utf16.source.txt",
  "old.txt": "articles/old.source.txt",
};

test("each article's file stands beside its page byte for byte, with the digest that the page shows", async () => {
  write("publish-sources: true\n");
  const site = await buildTo("one");
  const manifest = await readManifest(site);
  for (const [path, at] of Object.entries(published)) {
    const bytes = readFileSync(join(site, at));
    expect(bytes.equals(files[path] ?? Buffer.alloc(0)), path).toBe(true);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(manifest?.get(at)).toBe(sha256);
    const page = readFileSync(join(site, at.replace(/\.source\..*/, ".html")), "utf8");
    expect(page).toContain(sha256);
    expect(page).toMatch(
      new RegExp(`<a href="${at.slice("articles/".length)}" download[^>]*>الملف الأصلي كما هو</a>`),
    );
    const data = readFileSync(join(site, at.replace(/\.source\..*/, ".json")), "utf8");
    expect(JSON.parse(data).sha256).toBe(sha256);
  }
  expect(await verifySite(site)).toEqual([]);
});

test("files are not published unless INDEX.md says so, and go when it does not any more", async () => {
  write("");
  const site = await buildTo("one");
  expect(existsSync(join(site, "articles/old.source.txt"))).toBe(false);
  expect(readFileSync(join(site, "articles/old.html"), "utf8")).not.toContain("download");
  write("publish-sources: true\n");
  await buildTo("one");
  expect(existsSync(join(site, "articles/old.source.txt"))).toBe(true);
  write("publish-sources: no\n");
  await buildTo("one");
  expect(existsSync(join(site, "articles/old.source.txt"))).toBe(false);
  expect(readFileSync(join(site, "articles/old.html"), "utf8")).not.toContain("download");
});

test("a file that changed is published as it is now, also when only its bytes changed and not its text", async () => {
  write("publish-sources: true\n");
  const site = await buildTo("one");
  const changed = Buffer.concat([files["bom.md"] ?? Buffer.alloc(0)]).subarray(3);
  writeFileSync(join(dir, "seeds/bom.md"), changed);
  await buildTo("one");
  expect(readFileSync(join(site, "articles/bom.source.md")).equals(changed)).toBe(true);
  const cold = await buildTo("two");
  expect(readFileSync(join(site, "manifest-sha256.txt"), "utf8")).toBe(
    readFileSync(join(cold, "manifest-sha256.txt"), "utf8"),
  );
});

test("a file that was written to or taken away while the site was built is not published under the digest of another", async () => {
  const drafted = smallArchive();
  const { catalogue } = planOf(drafted);
  const { archive } = catalogue;
  const publishing = {
    ...catalogue,
    archive: { ...archive, site: { ...archive.site, publishSources: true } },
  };
  const given = {
    ...drafted,
    catalogue: publishing,
    seedsDir: join(dir, "seeds"),
    outDir: join(dir, "dist"),
    helper: noEarlierSite,
    digester: createDigester(""),
  };
  await expect(writeSources(given)).rejects.toThrow(SourceChangedError);
  for (const { path } of archive.articles.values()) writeFileSync(join(dir, "seeds", path), "غير ذلك");
  await expect(writeSources(given)).rejects.toThrow(/changed while the site was built/);
});

test("a value that is none is told of", async () => {
  write("publish-sources: maybe\n");
  const seedsDir = join(dir, "seeds");
  const outDir = join(dir, "dist");
  const { kind, problems } = await build({
    seedsDir,
    outDir,
    baseUrl: null,
    force: false,
    progress: () => {},
  });
  expect(kind).toBe("input-wrong");
  expect(problems).toContainEqual(expect.objectContaining({ ruleId: "index/publish-sources", line: 3 }));
});
