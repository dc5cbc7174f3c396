import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseArticle } from "../../../src/article/parse-article.ts";
import { uiFor } from "../../../src/languages/interfaces.ts";
import { casesOf, suffixLength } from "../../../src/languages/tr/endings.ts";
import { readSource } from "../../../src/seeds/read-source.ts";

let seedsDir: string;
beforeAll(async () => {
  seedsDir = await mkdtemp(join(tmpdir(), "warraq-turkish-"));
});
afterAll(async () => {
  await rm(seedsDir, { recursive: true, force: true });
});

test("a text whose language nobody says is read as Turkish, names without their cases", async () => {
  await writeFile(
    join(seedsDir, "sel.txt"),
    [
      "Sel suları köyü bastı",
      "",
      "Samsun Valisi Cemil Aydoğan, dün Çarşamba ilçesinde “Kayıp kimse yok, yollar yarın açılacak” dedi. Aydoğan'ın sözlerine göre Orman Bakanlığının ekipleri Kızılırmak Köprüsü'nde çalışıyor.",
      "",
      "Ankara'ya dönen bir yetkili ise “Hasar büyük, dayanışma daha da büyük” diye konuştu.",
      "",
    ].join("\n"),
  );
  const site = {
    title: "Arşiv",
    lang: "ar",
    dir: "rtl",
    declaresLang: false,
    url: null,
    description: null,
  } as const;
  const { value: source, problems } = await readSource(
    seedsDir,
    { path: "sel.txt", metadata: {}, place: null },
    site,
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(source?.lang).toBe("tr");
  if (source === null) return;
  const { article } = parseArticle({ ...source, published: "2024-05-14" }).value;
  const names = article.entities.map(({ type, mentions }) => `${type}: ${mentions.map((m) => m.text)}`);
  expect(names).toContain("Person: Cemil Aydoğan,Aydoğan");
  expect(names).toContain("Organization: Orman Bakanlığının");
  expect(names).toContain("Place: Kızılırmak Köprüsü");
  expect(names).toContain("Place: Ankara");
  expect(article.quotes.map(({ kind, speaker }) => `${kind}: ${speaker?.name}`)).toEqual([
    "speech: Cemil Aydoğan",
    "speech: bir yetkili",
  ]);
  expect(article.dates.map(({ text, value: day }) => `${text} ${day}`)).toContain("dün 2024-05-13");
});

test("the interface speaks Turkish", () => {
  expect(uiFor("tr-TR").ui.sections.search).toBe("Arama");
});

test("the cases of a compound follow its vowels", () => {
  expect(casesOf("bakanlığı")).toContain("bakanlığının");
  expect(casesOf("üniversitesi")).toContain("üniversitesinden");
  expect(casesOf("ödülü")).toContain("ödülünü");
  expect(casesOf("kurulu")).toContain("kurulunda");
});

test.each([
  ["Ankara'da", 3],
  ["TBMM’nin", 4],
  ["Ankara", 0],
  ["'da", 0],
])("%s has an ending of %i", (word, length) => {
  expect(suffixLength(word)).toBe(length);
});
