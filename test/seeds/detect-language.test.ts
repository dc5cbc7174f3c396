import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { renderBody } from "../../src/article/render-body.ts";
import { detectLanguages } from "../../src/seeds/detect-language.ts";
import { readSource } from "../../src/seeds/read-source.ts";

let seedsDir: string;
beforeEach(async () => {
  seedsDir = await mkdtemp(join(tmpdir(), "warraq-language-"));
});
afterEach(async () => {
  await rm(seedsDir, { recursive: true, force: true });
});

const texts = {
  ar: "أعلنت الحكومة اليوم أنها ستزيد الأجور في مطلع العام المقبل.",
  fa: "دولت امروز اعلام کرد که دستمزدها را از آغاز سال آینده افزایش می‌دهد.",
  ur: "حکومت نے آج اعلان کیا کہ اگلے سال کے آغاز سے تنخواہیں بڑھائی جائیں گی۔",
  he: "הממשלה הודיעה היום כי תעלה את השכר בתחילת השנה הבאה.",
  en: "The government said today that wages would rise at the start of next year.",
  fr: "Le gouvernement a annoncé jeudi que les salaires augmenteront au début de l'année prochaine.",
  tr: "Hükümet bugün ücretlerin gelecek yılın başında artacağını duyurdu.",
  ru: "Правительство сообщило сегодня, что зарплаты вырастут в начале следующего года.",
};

describe("detectLanguages", () => {
  test.each(Object.entries(texts))("tells %s where nothing is declared", async (lang, text) => {
    expect((await detectLanguages(text, undefined, "ar", false)).lang).toBe(lang);
  });

  test("keeps to the archive's language as long as the script can be its own", async () => {
    expect((await detectLanguages(texts.fa, undefined, "ar", true)).lang).toBe("ar");
    expect((await detectLanguages(texts.en, undefined, "ar", true)).lang).toBe("en");
  });

  test("what is declared holds, and so does the archive's language where there is nothing to tell from", async () => {
    expect((await detectLanguages(texts.en, "tr", "ar", false)).lang).toBe("tr");
    expect((await detectLanguages("12 — 14", undefined, "fa", false)).lang).toBe("fa");
  });
});

async function read(text: string) {
  await writeFile(join(seedsDir, "a.txt"), text);
  const site = {
    title: "أرشيف",
    lang: "ar",
    dir: "rtl",
    declaresLang: true,
    url: null,
    description: null,
  } as const;
  return await readSource(seedsDir, { path: "a.txt", metadata: {}, place: null }, site);
}

test("a text in another script than the archive's is read in its own language, with a warning that says how to declare it", async () => {
  const { value, problems } = await read(texts.en);
  expect(value).toMatchObject({ lang: "en", dir: "ltr" });
  expect(problems).toMatchObject([{ severity: "warning", ruleId: "seeds/language", path: "a.txt", line: 1 }]);
  expect((await read(texts.ar)).problems).toEqual([]);
});

test("each paragraph is read in its own language, and its page says so", async () => {
  const english = "Judge Anna Brown said on Tuesday: “We will not wait another year.”";
  const { value } = await read(
    `${texts.ar}\n\n${english}\n\nوقال الوزير سمير حداد: «لن ننتظر سنة أخرى أبدا».\n`,
  );
  if (value === null) throw new Error("the text was not read");
  const parsed = parseArticle({ ...value, published: "2021-01-28" }).value;
  const { quotes, dates, entities } = parsed.article;
  expect(quotes.map((quote) => quote.speaker?.name)).toEqual(["Anna Brown", "سمير حداد"]);
  expect(dates.map((date) => date.text)).toContain("Tuesday");
  expect(entities.map(({ name }) => name)).toEqual(["Anna Brown", "سمير حداد"]);
  expect(parsed.article.sections[0]?.paragraphs.map(({ lang }) => lang)).toEqual([
    undefined,
    "en",
    undefined,
  ]);
  const { html } = renderBody(parsed, {
    entity: () => ({ href: "x.html", card: "" }),
    link: (url) => url,
    permalink: String,
  });
  expect(html).toMatch(/<p id="p2" dir="ltr" lang="en">/);
});

test("a language without a pack gets its structure and its quotations, and nothing made up", async () => {
  await writeFile(
    join(seedsDir, "a.txt"),
    "Serikat pekerja menolak rancangan itu.\n\nMenteri berkata, “Kami tidak akan menunggu tahun ini, saya berjanji” kepada wartawan.\n",
  );
  const site = {
    title: "x",
    lang: "id",
    dir: "ltr",
    declaresLang: true,
    url: null,
    description: null,
  } as const;
  const { value } = await readSource(seedsDir, { path: "a.txt", metadata: {}, place: null }, site);
  if (value === null) throw new Error("the text was not read");
  const { article } = parseArticle(value).value;
  expect(article.lang).toBe("id");
  expect(article.quotes).toMatchObject([{ kind: "speech", speaker: null }]);
  expect([article.entities, article.dates]).toEqual([[], []]);
});
