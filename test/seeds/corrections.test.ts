import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { Article } from "../../src/model/article.ts";
import type { Problem } from "../../src/model/problem.ts";
import { findSeedFiles } from "../../src/seeds/discover.ts";
import { readSource } from "../../src/seeds/read-source.ts";

let seedsDir: string;
beforeEach(async () => {
  seedsDir = await mkdtemp(join(tmpdir(), "warraq-corrections-"));
});
afterEach(async () => {
  await rm(seedsDir, { recursive: true, force: true });
});

const site = {
  title: "أرشيف",
  lang: "ar",
  dir: "rtl",
  declaresLang: true,
  url: null,
  description: null,
} as const;

/** Reads and parses a text with a file of corrections beside it. */
async function parse(
  text: string,
  sideFile?: string,
): Promise<{ article: Article | null; problems: Problem[] }> {
  await writeFile(join(seedsDir, "call.txt"), text);
  if (sideFile !== undefined) await writeFile(join(seedsDir, "call.annotations.yml"), sideFile);
  const source = await readSource(seedsDir, { path: "call.txt", metadata: {}, place: null }, site);
  if (source.value === null) return { article: null, problems: source.problems };
  const parsed = parseArticle(source.value);
  const problems = [...source.problems, ...parsed.problems].filter(({ ruleId }) =>
    ruleId.startsWith("corrections/"),
  );
  return { article: parsed.value.article, problems };
}

const text =
  "قال زرياب الغندور أمس إن «الأسعار سترتفع قريبا جدا». وسكت الغندور بعدها في بيروت.\n\nوغادر لزرياب الغندور ولد.\n";

function namesOf(article: Article | null): string[] {
  return (article?.entities ?? []).map(({ type, name, id, mentions }) => {
    return `${type} ${name} (${id}): ${mentions.map((mention) => mention.text).join(", ")}`;
  });
}

describe("names", () => {
  test("an editor's name is found wherever it stands, particles outside, with other forms of it", async () => {
    const { article, problems } = await parse(
      text,
      "organizations:\n  - name: زرياب الغندور\n    mentions: [الغندور]\n",
    );
    expect(problems).toEqual([]);
    expect(namesOf(article)).toContain(
      "Organization زرياب الغندور (زرياب-الغندور): زرياب الغندور, الغندور, زرياب الغندور",
    );
    const [mention] = article?.entities.find(({ type }) => type === "Organization")?.mentions ?? [];
    expect(mention?.provenance).toEqual({ method: "editor", id: "editor/name", score: 1 });
  });

  test("an id keeps people of one name apart", async () => {
    const { article } = await parse(text, "people:\n  - name: زرياب الغندور\n    id: zeryab-1950\n");
    expect(article?.entities.map(({ id }) => id)).toContain("zeryab-1950");
  });

  test("front matter may list names", async () => {
    const { article } = await parse(`---\ndate: 2021-01-26\nthings: [الأسعار]\n---\n${text}`);
    expect(namesOf(article)).toContain("Thing الأسعار (الأسعار): الأسعار");
    expect(article?.published).toBe("2021-01-26");
  });

  test("what is no name is taken away, also only where certain words stand beside it", async () => {
    const city = (await parse(text)).article?.entities.find(({ name }) => name === "بيروت");
    expect(city).toBeDefined();
    expect(namesOf((await parse(text, "remove: [بيروت]\n")).article).join()).not.toContain("بيروت");
    const beside = `remove:\n  - exact: بيروت\n    prefix: "إلى "\n`;
    const { article, problems } = await parse(text, beside);
    expect(namesOf(article).join()).toContain("بيروت");
    expect(problems).toMatchObject([
      { ruleId: "corrections/no-match", path: "call.annotations.yml", line: 2 },
    ]);
  });

  test("a name holds when other lines of the text change", async () => {
    const side = "people: [زرياب الغندور]\n";
    const before = namesOf((await parse(text, side)).article);
    const after = namesOf((await parse(`فقرة جديدة في أول النص لا اسم فيها أبدا.\n\n${text}`, side)).article);
    expect(after).toEqual(before);
  });
});

test("an editor tells who speaks, or that nobody is told to, or that it is a term", async () => {
  const quote = (yaml: string) => `quotes:\n  - exact: الأسعار سترتفع قريبا جدا\n${yaml}`;
  const spoken = await parse(text, quote("    speaker: محافظ المصرف\n"));
  expect(spoken.article?.quotes[0]).toMatchObject({
    kind: "speech",
    speaker: { name: "محافظ المصرف", entity: null, provenance: { method: "editor" } },
  });
  const silent = await parse(text, quote("    speaker: null\n"));
  expect(silent.article?.quotes[0]).toMatchObject({ kind: "speech", speaker: null });
  const term = await parse(text, quote("    kind: term\n"));
  expect(term.article?.quotes[0]).toMatchObject({ kind: "term", speaker: null });
});

test("an editor's speaker is the entity of that name", async () => {
  const side =
    "people: [زرياب الغندور]\nquotes:\n  - exact: الأسعار سترتفع قريبا جدا\n    speaker: زرياب الغندور\n";
  const { article } = await parse(text, side);
  expect(article?.quotes[0]?.speaker).toMatchObject({ name: "زرياب الغندور", entity: "زرياب-الغندور" });
});

test("an editor dates words, and says that words are no date", async () => {
  const dated = await parse(
    `---\ndate: 2021-01-26\n---\n${text}`,
    "dates:\n  - exact: بعدها\n    value: 2021-02\n",
  );
  expect(dated.article?.dates.map((date) => [date.text, date.value])).toEqual([
    ["أمس", "2021-01-25"],
    ["بعدها", "2021-02"],
  ]);
  const undated = await parse(
    `---\ndate: 2021-01-26\n---\n${text}`,
    "dates:\n  - exact: أمس\n    value: null\n",
  );
  expect(undated.article?.dates).toEqual([]);
});

test("words that the text does not have any more are reported with their place", async () => {
  const side =
    "people:\n  - اسم غائب\nquotes:\n  - exact: قول غائب\ndates:\n  - exact: يوم غائب\n    value: 2020\n";
  const { problems } = await parse(text, side);
  expect(problems.map(({ severity, ruleId, line, column }) => [severity, ruleId, line, column])).toEqual([
    ["warning", "corrections/no-match", 2, 5],
    ["warning", "corrections/no-match", 4, 5],
    ["warning", "corrections/no-match", 6, 5],
  ]);
});

test.each([
  ["poeple: [سلمى]\n", 1],
  ["people:\n  - nom: سلمى\n", 2],
  ["dates:\n  - exact: أمس\n    value: yesterday\n", 3],
  ["people:\n  - name: سلمى\n    id: ../x\n", 3],
  ["people: [\n", 2],
])("a file of corrections that cannot be read is an error with its place: %j", async (side, line) => {
  const { article, problems } = await parse(text, side);
  expect(article).toBeNull();
  expect(problems[0]).toMatchObject({ severity: "error", path: "call.annotations.yml", line });
});

test("a file of corrections without its text is reported", async () => {
  await writeFile(join(seedsDir, "call.txt"), text);
  await writeFile(join(seedsDir, "cal.annotations.yml"), "people: []\n");
  const { problems } = await findSeedFiles(seedsDir);
  expect(problems).toMatchObject([{ ruleId: "corrections/orphan", path: "cal.annotations.yml" }]);
});

test("the corrections of the examples hold", async () => {
  const site = {
    title: "أرشيف",
    lang: "ar",
    dir: "rtl",
    declaresLang: true,
    url: null,
    description: null,
  } as const;
  const entitiesOf = async (path: string) => {
    const { value } = await readSource("examples/seeds", { path, metadata: {}, place: null }, site);
    if (value === null) throw new Error(`${path} was not read`);
    const { value: parsed, problems } = parseArticle(value);
    expect(problems.filter(({ ruleId }) => ruleId.startsWith("corrections/"))).toEqual([]);
    return parsed.article.entities;
  };
  expect(await entitiesOf("2024/sidon-mayor-leaves.txt")).toContainEqual(
    expect.objectContaining({ id: "sidon-sea-castle", type: "Place", name: "القلعة البحرية" }),
  );
  const names = (await entitiesOf("2019/comet.md")).map(({ type, name }) => `${type}: ${name}`);
  expect(names).toContain("Organization: مرصد الواحة");
  expect(names).not.toContain("Thing: الزيارات");
});
