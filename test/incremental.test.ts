import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type BuildCounts, type BuildOptions, build } from "../src/build.ts";
import { digestFile, listFiles } from "../src/publish/files.ts";
import { verifySite } from "../src/publish/manifest.ts";

let dir: string;
let seeds: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-incremental-"));
  seeds = join(dir, "seeds");
  mkdirSync(seeds);
});
afterEach(() => rmSync(dir, { recursive: true }));

async function buildTo(
  out: string,
  books: Pick<BuildOptions, "booksInThread" | "spareFrom"> = { booksInThread: false },
): Promise<BuildCounts> {
  const outDir = join(dir, out);
  const progress = (): void => {};
  const result = await build({
    seedsDir: seeds,
    outDir,
    baseUrl: null,
    force: false,
    progress,
    ...books,
  });
  if (result.kind !== "built") throw new Error(JSON.stringify(result));
  return result.counts;
}

async function bytesOf(out: string): Promise<Record<string, string>> {
  const root = join(dir, out);
  return Object.fromEntries((await listFiles(root)).map((path) => [path, digestFile(join(root, path))]));
}

/** A site that was built once and then again is the same as one that was not built before. */
async function expectAsCold(out: string): Promise<void> {
  const cold = mkdtempSync(join(dir, "cold-"));
  await buildTo(`${cold.slice(dir.length + 1)}/dist`);
  expect(await bytesOf(out)).toEqual(await bytesOf(`${cold.slice(dir.length + 1)}/dist`));
  expect(await verifySite(join(dir, out))).toEqual([]);
}

const people = ["محمود درويش", "فدوى طوقان", "سميح القاسم"];
const places = ["رام الله", "حيفا", "بيروت"];

function writeArticle(name: string, edition: number): void {
  const person = people[edition % people.length];
  const place = places[(edition >> 1) % places.length];
  const path = join(seeds, `${name}.md`);
  mkdirSync(dirname(path), { recursive: true });
  const date = `20${10 + (edition % 3)}-0${1 + (edition % 9)}-11`;
  writeFileSync(
    path,
    `---\ntitle: خبر ${name} ${edition}\ndate: ${date}\n---\n\nوصل ${person} إلى ${place} أمس. وقال ${person}: «هذا هو القول رقم ${edition} هنا».\n\nواقرأ [الخبر](../news/a.md).\n`,
  );
}

type Change =
  | { kind: "write"; name: string; edition: number }
  | { kind: "remove"; name: string }
  | { kind: "rename"; name: string; to: string }
  | { kind: "index"; title: string };

const name = fc.constantFrom("news/a", "news/b", "news/c", "old/d", "old/e");
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("write" as const), name, edition: fc.nat({ max: 20 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("rename" as const), name, to: name }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("index" as const), title: fc.constantFrom("أخبار", "أرشيف") }),
  },
);

function apply(one: Change): void {
  if (one.kind === "write") writeArticle(one.name, one.edition);
  else if (one.kind === "index") {
    writeFileSync(
      join(seeds, "INDEX.md"),
      `---\ntitle: ${one.title}\nlang: ar\n---\n\n## الكل\n\n- [كلها](.)\n`,
    );
  } else {
    const path = join(seeds, `${one.name}.md`);
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return;
    if (one.kind === "remove") rmSync(path);
    else {
      mkdirSync(dirname(join(seeds, one.to)), { recursive: true });
      renameSync(path, join(seeds, `${one.to}.md`));
    }
  }
}

test("whatever is written, renamed and taken away, the site is as if built anew", async () => {
  const steps = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 5 });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), fc.constantFrom(0, 1_000), async (builds, inThread, spareFrom) => {
      run += 1;
      rmSync(seeds, { recursive: true });
      mkdirSync(seeds);
      writeArticle("news/kept", 1);
      for (const changes of builds) {
        changes.forEach(apply);
        await buildTo(`run${run}/dist`, { booksInThread: inThread, spareFrom });
      }
      await expectAsCold(`run${run}/dist`);
    }),
    { numRuns: 14 },
  );
}, 300_000);

/** What can become of a file of the cache. */
type Damage = { file: number } & (
  | { kind: "flip"; at: number; bit: number }
  | { kind: "cut"; at: number }
  | { kind: "append" | "empty" | "remove" | "double" | "zeros" | "old" }
);

const damage: fc.Arbitrary<Damage> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("flip" as const),
      file: fc.nat({ max: 9 }),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bit: fc.nat({ max: 7 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("cut" as const),
      file: fc.nat({ max: 9 }),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom("append", "empty", "remove", "double", "zeros", "old"),
      file: fc.nat({ max: 9 }),
    }),
  },
);

/** @param old a folder with the file as an earlier build left it */
function spoil(cache: string, one: Damage, old: string): void {
  const names = readdirSync(cache).sort();
  const name = names[one.file % names.length];
  if (name === undefined) return;
  const path = join(cache, name);
  const bytes = readFileSync(path);
  if (one.kind === "flip" && bytes.length > 0) {
    const at = Math.floor(one.at * bytes.length);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << one.bit), at);
    writeFileSync(path, bytes);
  } else if (one.kind === "cut") truncateSync(path, Math.floor(one.at * bytes.length));
  else if (one.kind === "append") appendFileSync(path, "x");
  else if (one.kind === "empty") truncateSync(path);
  else if (one.kind === "remove") rmSync(path);
  else if (one.kind === "double") appendFileSync(path, bytes);
  else if (one.kind === "zeros") writeFileSync(path, Buffer.alloc(bytes.length));
  else if (existsSync(join(old, name))) writeFileSync(path, readFileSync(join(old, name)));
}

test("whatever became of the files of the cache, the site is as if built anew", async () => {
  let run = 0;
  const buildSite = async (out: string): Promise<void> => {
    const outDir = join(dir, out);
    const options = {
      seedsDir: seeds,
      outDir,
      baseUrl: null,
      force: false,
      progress: () => {},
      spareFrom: 0,
    };
    expect((await build(options)).kind).toBe("built");
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (damages, edits) => {
        run += 1;
        const at = `damaged${run}`;
        rmSync(seeds, { recursive: true });
        mkdirSync(seeds);
        for (const [edition, name] of ["news/a", "news/b", "old/d"].entries()) writeArticle(name, edition);
        await buildSite(`${at}/dist`);
        const cache = join(dir, at, ".dist.warraq-cache");
        cpSync(cache, join(dir, at, "old"), { recursive: true });
        // Of another length, and of the same: what a build looks at first tells them apart, or does not.
        writeArticle("news/a", 11);
        writeArticle("news/c", 4);
        await buildSite(`${at}/dist`);
        for (const one of damages) if (readdirSync(cache).length > 0) spoil(cache, one, join(dir, at, "old"));
        if (edits) writeArticle("news/b", 12);
        await buildSite(`${at}/dist`);
        await buildSite(`${at}/cold/dist`);
        expect(await bytesOf(`${at}/dist`)).toEqual(await bytesOf(`${at}/cold/dist`));
        expect(await verifySite(join(dir, at, "dist"))).toEqual([]);
        // What was mended holds from then on.
        await buildSite(`${at}/dist`);
        expect(await bytesOf(`${at}/dist`)).toEqual(await bytesOf(`${at}/cold/dist`));
        rmSync(join(dir, at), { recursive: true });
      },
    ),
    { numRuns: 25 },
  );
}, 240_000);

describe("a build after another", () => {
  beforeEach(async () => {
    await cp("examples/seeds", seeds, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
  });

  test("writes what changed and nothing else", async () => {
    const cold = await buildTo("dist");
    expect(cold).toMatchObject({ parsed: cold.articles, written: cold.pages });
    const before = statSync(join(dir, "dist")).ino;
    expect(await buildTo("dist")).toEqual({ ...cold, parsed: 0, written: 0 });
    expect(statSync(join(dir, "dist")).ino).toBe(before);

    const changed = readdirSync(join(seeds, "2019")).find((file) => file.endsWith(".txt")) ?? "";
    appendFileSync(join(seeds, "2019", changed), "\nسطر جديد.\n");
    const after = await buildTo("dist");
    expect(after.parsed).toBe(1);
    expect(after.written).toBeGreaterThan(0);
    expect(after.written).toBeLessThan(cold.pages / 4);
    await expectAsCold("dist");

    rmSync(join(seeds, "sport"), { recursive: true });
    const index = readFileSync(join(seeds, "INDEX.md"), "utf8");
    writeFileSync(
      join(seeds, "INDEX.md"),
      index
        .split("\n")
        .filter((line) => !line.includes("sport/"))
        .join("\n"),
    );
    expect((await buildTo("dist")).removed).toBeGreaterThan(0);
    await expectAsCold("dist");
  }, 240_000);

  test("trusts nothing that somebody wrote to", async () => {
    await buildTo("dist");
    const page = join(dir, "dist/index.html");
    const { mtime } = statSync(page);
    appendFileSync(page, "!");
    utimesSync(page, mtime, mtime);
    expect((await buildTo("dist")).written).toBe(1);
    await expectAsCold("dist");
    rmSync(join(dir, "dist/feed.xml"));
    await buildTo("dist");
    await expectAsCold("dist");
    const pack = join(dir, ".dist.warraq-cache", "articles.1.pack");
    writeFileSync(
      pack,
      readFileSync(pack).map((byte) => byte ^ 3),
    );
    rmSync(join(dir, "dist/search.html"));
    await buildTo("dist");
    await expectAsCold("dist");
    truncateSync(join(dir, ".dist.warraq-cache/articles.ledger"), 1000);
    await buildTo("dist");
    await expectAsCold("dist");
  }, 240_000);

  test("makes the site of a ledger whose site did not come to be published", async () => {
    await buildTo("dist");
    cpSync(join(dir, "dist"), join(dir, "before"), { recursive: true, preserveTimestamps: true });
    writeArticle("news/a", 14);
    await buildTo("dist");
    // As if the build had been killed when its ledger was written, and the earlier site still stood.
    rmSync(join(dir, "dist"), { recursive: true });
    renameSync(join(dir, "before"), join(dir, "dist"));
    await buildTo("dist");
    await expectAsCold("dist");
  }, 240_000);

  test("starts again without a store that turns out to be damaged while pages are made of it", async () => {
    await buildTo("dist");
    const pack = join(dir, ".dist.warraq-cache", "articles.1.pack");
    const bytes = readFileSync(pack);
    // In the text of one article, which the catalogue needs nothing of.
    const at = bytes.indexOf('"text":"');
    bytes.writeUInt8(bytes.readUInt8(at + 20) ^ 1, at + 20);
    writeFileSync(pack, bytes);
    for (const name of readdirSync(join(dir, "dist/articles"))) rmSync(join(dir, "dist/articles", name));
    const { parsed, articles } = await buildTo("dist");
    expect(parsed).toBe(articles);
    await expectAsCold("dist");
  }, 240_000);

  test("takes the pages over that came back from a backup with other times", async () => {
    const cold = await buildTo("dist");
    for (const path of await listFiles(join(dir, "dist"))) utimesSync(join(dir, "dist", path), 1e9, 1e9);
    expect(await buildTo("dist")).toEqual({ ...cold, parsed: 0, written: 0 });
    await expectAsCold("dist");
  }, 240_000);
});
