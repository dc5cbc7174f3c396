import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadRecognizer } from "../../../src/article/recognizer/neural-recognizer.ts";
import { readPlainText } from "../../../src/article/text-blocks.ts";
import { Article } from "../../../src/model/article.ts";
import { readSeeds } from "../../../src/seeds/read-seeds.ts";
import { writeTinyModel } from "./tiny-model.ts";

/** Names that no list and no rule of the program knows, in a vocabulary that the model alone has. */
const words = {
  زخروف: "B-PERS",
  وزخروف: "B-PERS",
  القنفش: "I-PERS",
  لتمرقة: "B-LOC",
  تمرقة: "B-LOC",
  شرنقاش: "B-ORG",
  Zorblat: "B-PERS",
  Quimby: "I-PERS",
} as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "warraq-model-"));
  await writeTinyModel(join(folder, "tiny-ner"), words);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function namesIn(text: string, model = "tiny-ner"): Promise<string[]> {
  const recognize = await loadRecognizer({ path: join(folder, model), id: model });
  const { blocks } = readPlainText(text);
  return (await recognize(text, blocks)).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
}

describe("a model of the editor's", () => {
  test("finds its names at their offsets in the text, marks and all", async () => {
    expect(await namesIn("قال زَخْروف القنفش، في تمرقة.\n\nعاد وزخروف إلى «شرنقاش».")).toEqual([
      "Person زَخْروف القنفش",
      "Place تمرقة",
      "Person وزخروف",
      "Organization شرنقاش",
    ]);
  });

  test("a mark, or the end of a paragraph, ends a name", async () => {
    expect(await namesIn("جاء زخروف. القنفش هنا\n\nالقنفش وحده")).toEqual([
      "Person زخروف",
      "Person القنفش",
      "Person القنفش",
    ]);
  });

  test("a text longer than the model takes is read in parts, none of it left out", async () => {
    await writeTinyModel(join(folder, "short-sighted"), words, 24);
    const text = `${"كلام كثير جدا ".repeat(40)}زخروف القنفش ${"وكلام بعد ذلك ".repeat(30)}تمرقة`;
    expect(await namesIn(text, "short-sighted")).toEqual(["Person زخروف القنفش", "Place تمرقة"]);
    expect(await namesIn(`${text}\n\n${text}`, "short-sighted")).toHaveLength(4);
  });

  test("a sure answer has a score near one", async () => {
    const recognize = await loadRecognizer({ path: join(folder, "tiny-ner"), id: "tiny-ner" });
    const { blocks } = readPlainText("زخروف");
    const [name] = await recognize("زخروف", blocks);
    expect(name?.score).toBeGreaterThan(0.8);
    expect(name?.score).toBeLessThanOrEqual(1);
  });
});

const run = promisify(execFile);
const warraq = (...args: string[]) => run(process.execPath, ["lib/bin/cli.js", ...args]);

describe("the setting in INDEX.md", () => {
  test("a build has the model's names, without their particles, and says where they come from", async () => {
    const seeds = join(folder, "seeds");
    await mkdir(seeds);
    await writeTinyModel(join(seeds, "models/tiny-ner"), words);
    await writeFile(join(seeds, "models/tiny-ner/vocab.txt"), "كلمة\n");
    await writeFile(
      join(seeds, "INDEX.md"),
      "---\ntitle: أرشيف\nlang: ar\nrecognizer: models/tiny-ner\n---\n\n- [خبر](a.txt)\n- [News](b.txt)\n  - lang: en\n",
    );
    await writeFile(
      join(seeds, "a.txt"),
      "وصل زخروف القنفش إلى المدينة مساء أمس ثم سافر.\n\nوعاد وزخروف القنفش من تمرقة وسافر لتمرقة.\n",
    );
    await writeFile(join(seeds, "b.txt"), "The visitor met Zorblat Quimby on the old bridge yesterday.\n");
    const out = join(folder, "dist");
    await warraq("build", "--seeds", seeds, "--out", out);
    const arabic = Article.parse(JSON.parse(await readFile(join(out, "articles/a.json"), "utf8")));
    const shown = arabic.entities.map(
      ({ type, mentions }) => `${type}: ${mentions.map((m) => m.text).join(", ")}`,
    );
    expect(shown).toEqual(["Person: زخروف القنفش, زخروف القنفش", "Place: تمرقة, تمرقة"]);
    expect(arabic.entities[0]?.mentions[0]?.provenance).toMatchObject({ method: "model", id: "tiny-ner" });
    const english = Article.parse(JSON.parse(await readFile(join(out, "articles/b.json"), "utf8")));
    expect(english.entities.map(({ name }) => name)).toContain("Zorblat Quimby");
    // The model's own list of words is no article.
    expect((await readFile(join(out, "data/articles.ndjson"), "utf8")).trim().split("\n")).toHaveLength(2);
  });

  test("a folder without a model is an error with its place and what to do", async () => {
    const seeds = join(folder, "wrong");
    await mkdir(seeds);
    await writeFile(join(seeds, "INDEX.md"), "---\ntitle: أرشيف\nrecognizer: nowhere\n---\n");
    await writeFile(join(seeds, "a.txt"), "نص\n");
    const { problems } = await readSeeds(seeds);
    const [problem] = problems.filter(({ severity }) => severity === "error");
    expect(problem).toMatchObject({ ruleId: "recognizer/folder", path: "INDEX.md", line: 3 });
    expect(problem?.reason).toContain("config.json, tokenizer.json, model.onnx are missing");
  });
});
