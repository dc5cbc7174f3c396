import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EntityRecord, QuoteRecord } from "../../src/model/archive.ts";
import { Article } from "../../src/model/article.ts";
import { makeSchemas } from "../../src/site/schemas.ts";
import { writeSite } from "../../src/site/write-site.ts";
import { call, digestsOf, draftArchive, draftArticle, smallArchive, unbuilt } from "./fixture.ts";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-data-"));
  await writeSite({
    ...smallArchive(),
    ...unbuilt,
    seedsDir: "",
    outDir: dir,
    theme: null,
    version: "1",
    search: true,
    progress: () => {},
  });
});
afterAll(() => rm(dir, { recursive: true }));

async function lines(path: string): Promise<unknown[]> {
  const content = await readFile(join(dir, path), "utf8");
  expect(content.endsWith("\n")).toBe(true);
  return content
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("the archive as data", () => {
  test("has each article whole, in a file of its own and on a line", async () => {
    expect(JSON.parse(await readFile(join(dir, "articles/call.json"), "utf8"))).toEqual(call.article);
    const articles = (await lines("data/articles.ndjson")).map((line) => Article.parse(line));
    expect(articles.map(({ id }) => id)).toEqual(["visit", "call", "summit", "undated"]);
    expect(articles[1]).toEqual(call.article);
  });

  test("has every entity and every quote, also the quotes of nobody known", async () => {
    const entities = (await lines("data/entities.ndjson")).map((line) => EntityRecord.parse(line));
    expect(entities.map(({ id }) => id)).toEqual(["موسكو", "فلاديمير-بوتين", "geneva"]);
    const quotes = (await lines("data/quotes.ndjson")).map((line) => QuoteRecord.parse(line));
    expect(quotes.map(({ id, speakerId }) => [id, speakerId])).toEqual([
      ["visit#q1", "فلاديمير-بوتين"],
      ["call#q1", "دميتري-بيسكوف"],
      ["summit#q1", null],
    ]);
  });
});

test("entities have another digest whenever they are published otherwise", () => {
  const names = [
    { id: "سلمى", type: "Person", name: "سلمى" },
    { id: "سلمى", type: "Person", name: "سلمى الحاج" },
    { id: "سلمى", type: "Place", name: "سلمى" },
    { id: "نابلس", type: "Place", name: "نابلس" },
  ] as const;
  const said = {
    lang: fc.constantFrom("ar", "en"),
    also: fc.constantFrom("", "سلمى", "سلوى"),
    entities: fc.uniqueArray(fc.constantFrom(...names), { selector: ({ id }) => id, maxLength: 2 }),
  };
  const article = fc.record({ id: fc.constantFrom("a", "b", "c"), ...said });
  const articles = fc.uniqueArray(article, { selector: ({ id }) => id, minLength: 1 });
  const change = fc.oneof(...Object.entries(said).map(([field, value]) => fc.record({ [field]: value })));
  interface Sample {
    id: string;
    lang: string;
    also: string;
    entities: readonly (typeof names)[number][];
  }
  const told = (samples: readonly Sample[]) => {
    const drafted = draftArchive({
      articles: samples.map(({ entities, also, ...sample }) =>
        draftArticle({
          ...sample,
          headline: "خبر",
          paragraphs: [[...entities.map(({ name }) => name), also].join(" و ")],
          entities: entities.map((one) => ({ ...one, forms: [one.name, "سلوى"] })),
        }),
      ),
    });
    const { articles: all, entities } = drafted.archive;
    const published = [...entities.values()].map((entity) => ({
      ...entity,
      articles: entity.articles.map((number) => all[number]?.id),
    }));
    return { published: JSON.stringify(published), digest: digestsOf(drafted).entitiesDigest };
  };
  let same = 0;
  fc.assert(
    fc.property(articles, fc.array(change, { maxLength: 2 }), (some, changes) => {
      const others = some.map((sample, at) => ({ ...sample, ...changes[at] }));
      const [one, other] = [told(some), told(others)];
      expect(told(some).digest).toBe(one.digest);
      if (one.published === other.published) same += 1;
      else expect(one.digest).not.toBe(other.digest);
    }),
    { numRuns: 1_000 },
  );
  expect(same).toBeGreaterThan(0);
});

describe("the published schemas", () => {
  const schemas = new Map(makeSchemas().map(({ path, content }) => [path, JSON.parse(content)]));

  test("are one a record, and name every field of it", () => {
    expect([...schemas.keys()]).toEqual([
      "schema/article.schema.json",
      "schema/entity.schema.json",
      "schema/quote.schema.json",
    ]);
    const article = schemas.get("schema/article.schema.json");
    expect(Object.keys(article.properties)).toEqual(Object.keys(call.article));
    expect(article.required).toEqual(Object.keys(call.article));
    expect(article.properties.lang).toMatchObject({ type: "string" });
  });

  test("allow fields that are added later", () => {
    expect(JSON.stringify([...schemas.values()])).not.toContain('"additionalProperties":false');
  });
});
