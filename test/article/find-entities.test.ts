import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/article/block.ts";
import { type CandidateName, findEntities } from "../../src/article/find-entities.ts";
import { foldArabic } from "../../src/languages/ar/fold.ts";
import { arabicNames } from "../../src/languages/ar/names.ts";
import { englishNames } from "../../src/languages/en/names.ts";
import { persianNames } from "../../src/languages/fa/names.ts";
import { hebrewNames } from "../../src/languages/he/names.ts";
import type { NameLanguage } from "../../src/languages/name-language.ts";
import { urduNames } from "../../src/languages/ur/names.ts";
import type { Entity } from "../../src/model/article.ts";

const foldCase = (word: string): string =>
  word
    .normalize("NFC")
    .replace(/[\u0591-\u05c7]/gu, "")
    .toLowerCase();

function find(text: string, names: NameLanguage, candidates?: CandidateName[]): Entity[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") blocks.push({ kind: "paragraph", start, end: start + line.length });
    start += line.length + 1;
  }
  const spans = [...text.matchAll(/[“«"]([^”»"]*)[”»"]/gu)].map((match) => ({
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }));
  const fold = names.lang === "en" || names.lang === "he" ? foldCase : foldArabic;
  return findEntities({
    text,
    blocks,
    spans,
    names,
    fold,
    ...(candidates ? { recognize: () => candidates } : {}),
  });
}

const types = { P: "Person", L: "Place", O: "Organization", E: "Event", T: "Thing" } as const;

interface Case {
  text: string;
  expected: string[];
}

/** Reads `{P:name}` brackets off a fixture's articles. */
function readCases(lang: string): Case[] {
  const lines = readFileSync(`test/fixtures/mentions/${lang}.txt`, "utf8").split("\n");
  const articles = lines
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .trim()
    .split(/\n{2,}/u);
  return articles.map((article) => {
    let text = "";
    const expected: string[] = [];
    for (const part of article.split(/(\{[PLOET]:[^}]*\})/u)) {
      const marked = /^\{([PLOET]):([^}]*)\}$/u.exec(part);
      const name = marked?.[2];
      if (marked === null || name === undefined) text += part;
      else {
        // The pattern allows no other letter.
        const type = types[marked[1] as keyof typeof types];
        expected.push(`${text.length}-${text.length + name.length} ${type}`);
        text += name;
      }
    }
    return { text, expected };
  });
}

function scoreOf(lang: string, names: NameLanguage): number {
  let right = 0;
  let all = 0;
  for (const { text, expected } of readCases(lang)) {
    const found = find(text, names).flatMap(({ type, mentions }) =>
      mentions.map(({ start, end }) => `${start}-${end} ${type}`),
    );
    const wanted = new Set(expected);
    right += found.filter((mention) => wanted.has(mention)).length;
    all += found.length + expected.length;
  }
  return (2 * right) / all;
}

test.each([
  ["ar", arabicNames(), 0.94],
  ["en", englishNames(), 0.94],
  ["fa", persianNames(), 0.82],
  ["he", hebrewNames(), 0.9],
  ["ur", urduNames(), 0.9],
] as const)("%s paragraphs have their mentions, span and type exact", (lang, names, least) => {
  expect(scoreOf(lang, names)).toBeGreaterThanOrEqual(least);
});

describe("the seed", () => {
  const entities = find(readFileSync("seeds/putin-biden-first-call.txt", "utf8"), arabicNames());

  test.each([
    ["Person", "فلاديمير بوتين", 4],
    ["Person", "جو بايدن", 7],
    ["Person", "أليكسي نافالني", 4],
    ["Person", "دونالد ترامب", 1],
    ["Person", "دميتري بيسكوف", 1],
    ["Place", "روسيا", 7],
    ["Place", "الولايات المتحدة", 5],
    ["Place", "موسكو", 4],
    ["Place", "واشنطن", 4],
    ["Place", "أوكرانيا", 2],
    ["Organization", "الكرملين", 2],
    ["Organization", "البيت الأبيض", 2],
    ["Organization", "فرانس برس", 1],
    ["Organization", "سفارة الولايات المتحدة في موسكو", 1],
    ["Organization", "الخارجية الأمريكية", 1],
    ["Thing", "معاهدة ستارت", 2],
  ])("names the %s %s %i times", (type, name, times) => {
    const found = entities.filter((entity) => entity.name === name);
    expect(found.map((entity) => [entity.type, entity.mentions.length])).toEqual([[type, times]]);
  });
});

test("attached particles stay outside of mentions, of للأمم the first lam", () => {
  const entities = find("وأكد لموسكو وبايدن وللأمم المتحدة أن جو بايدن مستعد.", arabicNames());
  expect(entities.flatMap(({ mentions }) => mentions.map(({ text }) => text))).toEqual([
    "موسكو",
    "بايدن",
    "جو بايدن",
    "لأمم المتحدة",
  ]);
  expect(entities.map(({ name }) => name)).toEqual(["موسكو", "جو بايدن", "الأمم المتحدة"]);
});

function names(text: string): string[] {
  return find(text, arabicNames()).map(({ type, name }) => `${type} ${name}`);
}

test("a person named behind an institution's definite noun is no part of its name", () => {
  expect(names("حذّر المدير العام للمنظمة تيدروس أدهانوم غيبريسوس من الوباء.")).toEqual([
    "Person تيدروس أدهانوم غيبريسوس",
  ]);
  expect(names("قال الرئيس التنفيذي للشركة تيم كوك إن المبيعات ارتفعت.")).toEqual(["Person تيم كوك"]);
  expect(names("أعلن البنك الأهلي نتائجه.")).toEqual(["Organization البنك الأهلي"]);
});

test("an institution named after somebody is whole, with what it is for", () => {
  expect(names("عمل في جامعة الملك عبد الله للعلوم والتقنية سنتين.")).toEqual([
    "Organization جامعة الملك عبد الله للعلوم والتقنية",
  ]);
  expect(names("وزع مركز الملك سلمان للإغاثة والأعمال الإنسانية سلالاً.")).toEqual([
    "Organization مركز الملك سلمان للإغاثة والأعمال الإنسانية",
  ]);
  expect(names("نقل إلى مستشفى الملك فيصل التخصصي أمس.")).toEqual(["Organization مستشفى الملك فيصل التخصصي"]);
  expect(names("سار في شارع الشيخ زايد أمس.")).toEqual(["Place شارع الشيخ زايد"]);
});

test("what is said of a clause's subject in quotation marks is no name", () => {
  expect(names("أعلنت الناطقة أن اللقاح «متوفر في جميع المراكز الصحية».")).toEqual([]);
  expect(names("أكد أن فريقه «جاهز للتحدي الأكبر».")).toEqual([]);
  expect(names("أكد أن المشروع «مكتمل في جميع مراحله»، وشكر الحاضرين.")).toEqual([]);
  // A name, where the clause goes on, or where nothing opens one.
  expect(names("أعلنت أن اللقاح «سبوتنيك لايت» وصل أمس.")).toEqual(["Thing سبوتنيك لايت"]);
  expect(names("أعلنت أن اللقاح «سبوتنيك لايت»، الذي طورته، وصل أمس.")).toEqual(["Thing سبوتنيك لايت"]);
  expect(names("ووقّعت روايتها «غبار الموانئ البعيدة».")).toEqual(["Thing غبار الموانئ البعيدة"]);
});

test("what a noun is of stands between it and its name in quotation marks", () => {
  expect(names("كشفت عن مشروع الري «سحاب الشرق» أمس.")).toEqual(["Thing سحاب الشرق"]);
  expect(names("افتتح المعبر الحدودي «بوابة الرمال» قرب النهر.")).toEqual(["Place بوابة الرمال"]);
  expect(names("بقي المعبر الحدودي «مغلقا أمام الشاحنات».")).toEqual([]);
});

test("a club that lists know and the same with its nation are one", () => {
  const text = "فاز الأهلي المصري بهدفين. وقال لاعب الأهلي إن الفوز مستحق.";
  const candidates: CandidateName[] = [
    { start: 4, end: 17, type: "Organization", score: 0.9 },
    {
      start: text.lastIndexOf("الأهلي"),
      end: text.lastIndexOf("الأهلي") + 6,
      type: "Organization",
      score: 0.9,
    },
  ];
  const found = find(text, arabicNames(), candidates);
  expect(found.map(({ name, mentions }) => [name, mentions.length])).toEqual([["الأهلي المصري", 2]]);
});

test("two people of one surname stay two", () => {
  const text = "التقى بشار الأسد شقيقه ماهر الأسد. وقال ماهر الأسد إنه سعيد.";
  const people = find(text, arabicNames()).filter(({ type }) => type === "Person");
  expect(people.map(({ name }) => name)).toEqual(["بشار الأسد", "ماهر الأسد"]);
});

test("nationalities, titles and roles are no mentions", () => {
  expect(find("قال الرئيس الأمريكي للوزير الروسي إن المتحدث باسم الحكومة استقال.", arabicNames())).toEqual(
    [],
  );
});

test.each(arabicNames().heads.map((head) => [head.id, head.example, head] as const))(
  "%s: %s",
  (_, example, head) => {
    const words = example.replace(/[«»]/gu, "").split(" ");
    const text =
      head.takes === "label" || head.takes === "quoted" ? words.slice(1).join(" ") : words.join(" ");
    const found = find(`تحدثت الصحف عن ${example} أمس.`, arabicNames());
    expect(found.map((entity) => [entity.type, entity.name])).toEqual([[head.type, text]]);
  },
);

test("a tagger's name counts where no rule has found one", () => {
  const text = "سافرت زرقون إلى القاهرة.";
  const start = text.indexOf("زرقون");
  const candidate = { start, end: start + 5, type: "Person", score: 0.9 } as const;
  expect(find(text, arabicNames()).map(({ name }) => name)).toEqual(["القاهرة"]);
  expect(find(text, arabicNames(), [candidate]).map(({ name }) => name)).toEqual(["زرقون", "القاهرة"]);
});

test("mentions of any text slice to their text, stand in order and never overlap", () => {
  const word = fc.constantFrom(
    ...[
      "الرئيس",
      "وزارة",
      "الصحة",
      "بن",
      "عبد",
      "محمد",
      "لموسكو",
      "وبوتين",
      "«",
      "»",
      "،",
      "سفارة",
      "في",
      "مصر",
    ],
    ...["كأس", "العالم", "للأمم", "المتحدة", "(", ")", "-", "قال", "\n", "مُحَمَّد", "The", "King's"],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
      const text = parts.join(" ");
      const mentions = find(text, arabicNames()).flatMap((entity) => entity.mentions);
      for (const { start, end, text: shown } of mentions) expect(text.slice(start, end)).toBe(shown);
      mentions.sort((one, other) => one.start - other.start);
      mentions.forEach((mention, at) => {
        expect(mention.start).toBeGreaterThanOrEqual(mentions[at - 1]?.end ?? 0);
      });
      const ids = find(text, arabicNames()).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test.each([
  ["Judge Saskia van der Meer-Boone spoke.", englishNames(), "Saskia van der Meer-Boone"],
  ["Then P.J. McCaffery answered.", englishNames(), "P.J. McCaffery"],
  ["Critics, al-Haddad noted, had left.", englishNames(), "al-Haddad"],
  ["سیدمحمد موسوی دیروز آمد.", persianNames(), "سیدمحمد موسوی"],
  ["ژوزمار ویرا، وزیر ورزش، دیروز آمد.", persianNames(), "ژوزمار ویرا"],
])("a person's name is whole: %s", (text, language, name) => {
  const people = find(text, language).filter(({ type }) => type === "Person");
  expect(people.map((person) => person.name)).toEqual([name]);
});

test.each([
  ["Engineer Tomas Berg of Nordic Rail added more.", ["Person: Tomas Berg", "Organization: Nordic Rail"]],
  ["Then Maria Lund of Coastal Freight agreed.", ["Person: Maria Lund", "Organization: Coastal Freight"]],
  ["A map of Tomas Berg was found.", ["Person: Tomas Berg"]],
  ["Farmer Ellen Howells moved to London.", ["Person: Ellen Howells", "Place: London"]],
])("people are named without their trade, and whom they belong to is no other person: %s", (text, told) => {
  expect(find(text, englishNames()).map(({ type, name }) => `${type}: ${name}`)).toEqual(told);
});

test("a double surname that ends in a particle is whole, and its short form means the person", () => {
  const [person, ...others] = find("אמרה רונית שקדי-בר. ואז השיבה שקדי-בר אחרת.", hebrewNames());
  expect(others).toEqual([]);
  expect(person?.mentions.map(({ text }) => text)).toEqual(["רונית שקדי-בר", "שקדי-בר"]);
});

test("a Hebrew place is known within a particle that has taken its article", () => {
  const found = find("המתיחות במזרח התיכון גוברת. הוא נולד בנגב.", hebrewNames());
  expect(found.map(({ name, mentions }) => [name, mentions.map(({ text }) => text)])).toEqual([
    ["המזרח התיכון", ["מזרח התיכון"]],
    ["הנגב", ["נגב"]],
  ]);
});

test("English nouns that tell a company's kind stand before its name or end it", () => {
  const found = (text: string): string[] =>
    find(text, englishNames()).map(({ type, name }) => `${type} ${name}`);
  expect(found("The barrier was built by engineering firm Arcadis.")).toEqual(["Organization Arcadis"]);
  expect(found("Retailer Morley said so.")).toEqual(["Organization Morley"]);
  expect(found("It is owned by Gulf Energy and Centum Investment.")).toEqual([
    "Organization Gulf Energy",
    "Organization Centum Investment",
  ]);
  expect(found("Then the Department of Energy and Climate Change agreed.")).toEqual([
    "Organization Department of Energy and Climate Change",
  ]);
  expect(found("She works at Kew Gardens now.")).toEqual(["Place Kew Gardens"]);
});

test("a part of the world begins the name of an English institution, and a nation does not", () => {
  const found = (text: string): string[] => find(text, englishNames()).map(({ name }) => name);
  expect(found("The Arab Climate Observatory warned of heat.")).toEqual(["Arab Climate Observatory"]);
  expect(found("Then the Egyptian Ministry of Health spoke.")).toEqual(["Ministry of Health"]);
  expect(found("Then an African minister left.")).toEqual([]);
});

test("a club or a company by where it is, is no person", () => {
  const found = (text: string): string[] =>
    find(text, englishNames()).map(({ type, name }) => `${type} ${name}`);
  expect(found("They beat Bristol Wolves on Sunday.")).toEqual(["Organization Bristol Wolves"]);
  expect(found("An official of Athletics Kenya agreed.")).toEqual(["Organization Athletics Kenya"]);
  expect(found("Skiers Norway left behind won.")).toEqual(["Place Norway"]);
});

test("a word without a capital is short for no English name", () => {
  const [plant] = find("Amu Power runs a coal-fired power plant.", englishNames());
  expect(plant?.mentions.map(({ text }) => text)).toEqual(["Amu Power"]);
});

test("a place named in a dateline's capitals has its usual name", () => {
  expect(find("NAIROBI (Reuters) – It rained.", englishNames()).map(({ name }) => name)).toContain("Nairobi");
});

test("both halves of a double surname mean the person", () => {
  const [person] = find("Tumelo Radebe-Nel won. Then Radebe-Nel left.", englishNames());
  expect(person?.mentions.map((mention) => mention.text)).toEqual(["Tumelo Radebe-Nel", "Radebe-Nel"]);
});
