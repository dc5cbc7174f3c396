import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findNearDuplicates } from "../../../src/archive/editorial/near-duplicates.ts";
import { check } from "../../../src/build.ts";
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
