import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findNearDuplicates } from "../../../src/archive/editorial/near-duplicates.ts";
import { check } from "../../../src/check.ts";
import { makeSarif } from "../../../src/model/sarif.ts";

let seedsDir: string;
beforeEach(async () => {
  seedsDir = await mkdtemp(join(tmpdir(), "warraq-editorial-"));
});
afterEach(async () => {
  await rm(seedsDir, { recursive: true, force: true });
});

async function checked(files: Record<string, string>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(seedsDir, name), text);
  const found = await check({ seedsDir, today: "2024-01-01" });
  return found
    .filter(({ ruleId }) => ruleId.startsWith("check/"))
    .map(({ path, line, column, ruleId }) => `${path}:${line}:${column} ${ruleId}`);
}

const story =
  "أعلنت بلدية الميناء أن أعمال ترميم الرصيف القديم ستبدأ في الربيع، بعد أن وافق المجلس على الكلفة التي بلغت أربعة ملايين، وقال رئيس البلدية إن الصيادين سينقلون مراكبهم إلى الحوض الجديد قبل نهاية الشهر، على أن يعودوا بعد عامين إلى أماكنهم.";

describe("what an editor would want to look at", () => {
  test("a weekday that is no such day, where it stands; one that is right is let be", async () => {
    const front = "---\ntitle: خبر\ndate: 2021-01-26\n---\n";
    expect(
      await checked({
        "wrong.txt": `${front}التقى الوزير الضيف اليوم الاثنين في العاصمة.\n`,
        "right.txt": `${front}التقى الوزير الضيف اليوم الثلاثاء في العاصمة.\n`,
        "full.md": `${front}افتتح المعرض يوم الجمعة 22 يناير 2021، وأغلق الأربعاء 24 يناير 2021.\n`,
      }),
    ).toEqual(["full.md:5:46 check/weekday", "wrong.txt:5:20 check/weekday"]);
  });

  test("a date still to come, a paragraph that stands twice, and text in a wrong encoding", async () => {
    const paragraph = "هذه فقرة طويلة بما يكفي لأن يكون تكرارها خطأ من المحرر.";
    expect(
      await checked({
        "a.txt": `---\ntitle: خبر\ndate: 2031-01-26\n---\n${paragraph}\n\nوبينهما غيرها.\n\n${paragraph}\n`,
        "b.txt": "---\ntitle: خبر آخر\n---\nقال ط§ظ„ظˆط²ظٹط± كلاما.\n",
        "c.txt": "---\ntitle: A café\nlang: en\n---\nThe cafÃ© was closed. “Really,” she said — naïvely.\n",
        "d.txt": "---\ntitle: Fine\nlang: en\n---\nÅngström, Ørsted and the café: Ø is a letter.\n",
      }),
    ).toEqual([
      "a.txt:5:1 check/future-date",
      "a.txt:9:1 check/repeated-paragraph",
      "b.txt:4:5 check/mojibake",
      "c.txt:5:8 check/mojibake",
    ]);
  });

  test("two articles that are nearly the same, and a warning that its editor accepts", async () => {
    const files = { "a.txt": `${story}\n`, "b.txt": `${story} هذا كل شيء.\n` };
    expect(await checked(files)).toEqual(["b.txt:1:1 check/near-duplicate"]);
    expect(
      await checked({
        "INDEX.md": "- [أولى](a.txt)\n- [ثانية](b.txt)\n  - accept: check/near-duplicate\n",
      }),
    ).toEqual([]);
  });

  test("a person under two spellings", async () => {
    expect(
      await checked({
        "a.txt": "قال ديمتري زاخاروفيتش أمس إن «الموقف لم يتغير أبدا».\n",
        "b.txt": "وأكد دميتري زاخاروفيتش اليوم أن «الموقف لم يتغير أبدا».\n",
        "c.txt": "وصرح ديمتري زاخاروفيتش بأن «الموقف لم يتغير أبدا».\n",
      }),
    ).toContainEqual(expect.stringMatching(/^b\.txt:1:\d+ check\/spelling$/));
  });
});

/** Archives that each have one thing for an editor to look at, and where it is found. */
const cases: Record<
  string,
  { at: string; text: string; others?: Record<string, string>; settings?: string }
> = {
  "check/weekday": { at: "a.txt:5:14", text: "التقى الوزير اليوم الاثنين ضيفه." },
  "check/future-date": { at: "a.txt:5:1", text: "---\ntitle: خبر\ndate: 2031-01-26\n---\nنص قصير هنا." },
  "check/date-outside": {
    at: "a.txt:5:1",
    text: "---\ntitle: خبر\ndate: 1921-01-26\n---\nنص قصير هنا.",
    settings: "period: 2018/2024-06\n",
  },
  "check/repeated-paragraph": {
    at: "a.txt:7:1",
    text: `${"هذه فقرة طويلة بما يكفي لأن يكون تكرارها خطأ من المحرر.\n\n".repeat(2)}`,
  },
  "check/mojibake": { at: "a.txt:5:5", text: "قال ط§ظ„ظˆط²ظٹط± كلاما." },
  "check/near-duplicate": { at: "a.txt:5:1", text: story, others: { "0.txt": `${story}\n` } },
  "check/spelling": {
    at: "a.txt:5:6",
    text: "وأكد دميتري زاخاروفيتش اليوم أن «الموقف لم يتغير أبدا».",
    others: {
      "b.txt": "قال ديمتري زاخاروفيتش أمس إن «الموقف لم يتغير أبدا».\n",
      "c.txt": "وصرح ديمتري زاخاروفيتش بأن «الموقف لم يتغير أبدا».\n",
    },
  },
  "seeds/language": {
    at: "a.txt:1:1",
    text: "The minister met his guest in the capital yesterday, and they spoke about the harbour for a long time.",
    settings: "lang: ar\n",
  },
  "quotes/unclosed": { at: "a.txt:5:11", text: "قال سالم: «جئنا لنسمع ونتعلم." },
  "quotes/unopened": { at: "a.txt:5:26", text: "قال سالم: جئنا لنسمع منهم» ونتعلم." },
  "article/no-headline": {
    at: "a.txt:4:1",
    text: `---\ndate: 2021-01-26\n---\n${story}`,
  },
};

describe.each(Object.entries(cases))("%s", (rule, { at, text, others = {}, settings = "" }) => {
  const front = "---\ntitle: خبر\ndate: 2021-01-26\n---\n";
  const whole = text.startsWith("---\n") ? text : front + text;
  const found = async (index: string, file: string): Promise<string[]> => {
    const files = { "INDEX.md": index, "a.txt": `${file}\n`, ...others };
    for (const [name, content] of Object.entries(files)) await writeFile(join(seedsDir, name), content);
    const problems = await check({ seedsDir, today: "2024-01-01" });
    return problems
      .filter(({ ruleId, path }) => ruleId === rule && path === "a.txt")
      .map(({ path, line, column, severity }) => `${path}:${line}:${column} ${severity}`);
  };
  const rest = Object.keys(others).map((name) => `- [](${name})\n`);
  const index = (accept: string, title = ""): string =>
    `---\ntitle: أرشيف\n${settings}---\n\n## أخبار\n\n${rest.join("")}- [${title}](a.txt)\n${accept}`;

  test("is found where it stands, as a warning", async () => {
    expect(await found(index(""), whole)).toEqual([`${at} warning`]);
  });

  test("is accepted in the article's line of INDEX.md", async () => {
    expect(await found(index(`  - accept: ${rule}\n`), whole)).toEqual([]);
  });

  test("is accepted in the text's own front matter", async () => {
    expect(await found(index(""), whole.replace("---\n", `---\naccept: ${rule}\n`))).toEqual([]);
  });

  test("is not accepted by accepting another", async () => {
    expect(await found(index("  - accept: check/other\n"), whole)).toEqual([`${at} warning`]);
  });
});

describe("a date outside the archive", () => {
  const dated = (date: string): string =>
    `---\ntitle: خبر ${date}\ndate: ${date}\n---\nنص قصير هنا ${date}.\n`;
  const files = (dates: readonly string[]): Record<string, string> =>
    Object.fromEntries(dates.map((date) => [`${date}.txt`, dated(date)]));
  const years = Array.from({ length: 12 }, (_, index) => `${2008 + index}-05-17`);

  test("is one far from nearly all others, where INDEX.md says no period", async () => {
    expect(await checked(files([...years, "1921-01-26"]))).toEqual(["1921-01-26.txt:5:1 check/date-outside"]);
  });

  test("is none in an archive of two times, and none of few articles", async () => {
    expect(await checked(files(["1921-01-26", ...years.slice(0, 5)]))).toEqual([]);
    const old = years.map((year) => year.replace("20", "19"));
    expect(await checked(files([...years, ...old]))).toEqual([]);
  });

  test("is one before or after the period that INDEX.md says, to the day", async () => {
    const own = files(["2018-01-31", "2018-02-01", "2020-02-29", "2020-03-01"]);
    const index = (period: string): string => `---\ntitle: أرشيف\nperiod: ${period}\n---\n\n- [](.)\n`;
    expect(await checked({ ...own, "INDEX.md": index("2018-02/2020-02") })).toEqual([
      "2018-01-31.txt:5:1 check/date-outside",
      "2020-03-01.txt:5:1 check/date-outside",
    ]);
    expect(await checked({ "INDEX.md": index("2018/2020") })).toEqual([]);
    expect(await checked({ "INDEX.md": index("2018-02-01 / ..") })).toEqual([
      "2018-01-31.txt:5:1 check/date-outside",
    ]);
    expect(await checked({ "INDEX.md": index("../2019") })).toHaveLength(2);
  });

  test.each(["2018", "2020/2018", "2018-13/2020", "2018-02-30/2020", "yes/no", "/"])(
    "cannot be told by the period %s",
    async (period) => {
      await writeFile(join(seedsDir, "a.txt"), dated("2020-01-01"));
      await writeFile(join(seedsDir, "INDEX.md"), `---\nperiod: ${period}\n---\n\n- [](a.txt)\n`);
      const found = await check({ seedsDir, today: "2024-01-01" });
      expect(found.map(({ ruleId, line }) => `${line} ${ruleId}`)).toContain("2 index/period");
    },
  );
});

describe("nearly the same", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 80, maxLength: 120 });

  test("is every text of its own copy, and none of another text", () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        fc.pre(one.filter((word) => other.includes(word)).length < 20);
        const texts = [
          { id: "one", lang: "en", text: one.join(" ") },
          { id: "other", lang: "en", text: other.join(" ") },
          { id: "copy", lang: "en", text: [...one, "and", "more"].join(" ") },
        ];
        expect(findNearDuplicates(texts).map(({ first, second }) => [first, second])).toEqual([
          ["one", "copy"],
        ]);
      }),
      { numRuns: 30 },
    );
  });
});

test("SARIF names rule, file, line and column", () => {
  const sarif = JSON.parse(
    makeSarif(
      [
        {
          severity: "warning",
          ruleId: "check/weekday",
          path: "2021/خبر.txt",
          line: 5,
          column: 2,
          reason: "no",
          remedy: "mend it",
        },
      ],
      "seeds/",
      "1.2.3",
    ),
  );
  expect(sarif.version).toBe("2.1.0");
  expect(sarif.runs[0].results[0]).toMatchObject({
    ruleId: "check/weekday",
    level: "warning",
    message: { text: "no; mend it" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "seeds/2021/%D8%AE%D8%A8%D8%B1.txt" },
          region: { startLine: 5, startColumn: 2 },
        },
      },
    ],
  });
});
