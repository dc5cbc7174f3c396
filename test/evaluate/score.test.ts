import { describe, expect, it } from "vitest";
import { type GoldArticle, parseGold } from "../../scripts/evaluate/parse-gold.ts";
import { formatReport } from "../../scripts/evaluate/report.ts";
import { addScores, measures, type Score, scoreArticle } from "../../scripts/evaluate/score.ts";
import type { Annotation, Article, EntityType, Quote } from "../../src/model/article.ts";
import { byRule } from "../by-rule.ts";

const marked = `---
lang: en
published: 2021-01-26
people:
  ann: [Ann Lee, Lee]
places:
  oslo: Oslo
speakers:
  aide: [an aide]
---
# In [[Oslo|oslo]]
[[Ann Lee|ann]] said [[today|2021-01-26]]: “{{ann|We like “{{term|ink}}” here}}”.
“{{aide|No one does}}”, an aide told [[Lee|ann]]. “{{?|Who knows that}}”.
`;

function goldArticle(): GoldArticle {
  const { value, problems } = parseGold(marked, "a");
  if (value === null || problems.length > 0) throw new Error("the gold is wrong");
  return value;
}

/** Where `words` stand in the text, the nth time. */
function at(text: string, words: string, nth = 1): Annotation {
  let start = -1;
  for (let time = 0; time < nth; time += 1) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length, text: words, provenance: byRule };
}

/** An extractor that is right in everything, to be spoilt by each test. */
function rightArticle(): Article {
  const { text } = goldArticle();
  const speech = (words: string, speaker: string | null, entity: string | null = null): Quote => ({
    ...at(text, words),
    kind: "speech",
    speaker: speaker === null ? null : { name: speaker, entity, provenance: byRule },
  });
  return {
    id: "a",
    lang: "en",
    dir: "ltr",
    headline: "",
    published: "2021-01-26",
    updated: null,
    source: null,
    sourceUrl: null,
    authors: [],
    tags: [],
    summary: null,
    text,
    sections: [{ heading: at(text, "In Oslo"), start: 0, end: text.length, paragraphs: [] }],
    quotes: [
      speech("We like “ink” here", "Ann Lee", "ann-lee"),
      { ...at(text, "ink"), kind: "term", speaker: null },
      speech("No one does", "An aide"),
      speech("Who knows that", null),
    ],
    entities: [
      { id: "ann-lee", type: "Person", name: "Ann Lee", mentions: [at(text, "Ann Lee"), at(text, "Lee", 2)] },
      { id: "oslo", type: "Place", name: "Oslo", mentions: [at(text, "Oslo")] },
    ],
    dates: [{ ...at(text, "today"), value: "2021-01-26" }],
    periods: [],
    sha256: "",
  };
}

function scoreOf(spoil: (article: Article) => void): Score {
  const article = rightArticle();
  spoil(article);
  return scoreArticle(goldArticle(), article);
}

function replaceEntity(type: EntityType, start: number): (article: Article) => void {
  return (article) => {
    article.entities[1] = {
      id: "x",
      type,
      name: "x",
      mentions: [{ start, end: start + 4, text: "Oslo", provenance: byRule }],
    };
  };
}

describe("scoreArticle", () => {
  it("gives full marks to an extractor that is right", () => {
    const score = scoreOf(() => undefined);
    expect(score).toMatchObject({
      headings: { right: 1, found: 1, gold: 1 },
      "quote spans": { right: 4, found: 4, gold: 4 },
      "speech or term": { right: 4, found: 4, gold: 4 },
      speaker: { right: 3, found: 3, gold: 3 },
      mentions: { right: 3, found: 3, gold: 3 },
      Person: { right: 2, found: 2, gold: 2 },
      Event: { right: 0, found: 0, gold: 0 },
      merging: { right: 1, found: 1, gold: 1 },
      dates: { right: 1, found: 1, gold: 1 },
    });
  });

  it("counts a span that is off by one as made up and as missed", () => {
    expect(scoreOf(replaceEntity("Place", 4)).mentions).toEqual({ right: 2, found: 3, gold: 3 });
    expect(scoreOf(({ quotes }) => quotes.splice(0, 1))["quote spans"]).toEqual({
      right: 3,
      found: 3,
      gold: 4,
    });
  });

  it("counts a right span of a wrong type as wrong in both types", () => {
    const score = scoreOf(replaceEntity("Organization", 3));
    expect(score.mentions).toEqual({ right: 2, found: 3, gold: 3 });
    expect(score.Place).toEqual({ right: 0, found: 0, gold: 1 });
    expect(score.Organization).toEqual({ right: 0, found: 1, gold: 0 });
  });

  it("counts the same mention found twice once", () => {
    const score = scoreOf(({ entities, text }) => entities[1]?.mentions.push(at(text, "Oslo")));
    expect(score.mentions).toEqual({ right: 3, found: 3, gold: 3 });
  });

  it("asks for the kind and the speaker only where the span is right", () => {
    const score = scoreOf(({ quotes }) => quotes.splice(0, 2));
    expect(score["speech or term"]).toEqual({ right: 2, found: 2, gold: 2 });
    expect(score.speaker).toEqual({ right: 2, found: 2, gold: 2 });
  });

  it("holds a speech taken for a term to have the wrong speaker, even when nobody is known to have said it", () => {
    const score = scoreOf((article) => {
      article.quotes[3] = { ...at(article.text, "Who knows that"), kind: "term", speaker: null };
    });
    expect(score["speech or term"].right).toBe(3);
    expect(score.speaker).toEqual({ right: 2, found: 3, gold: 3 });
  });

  it("knows a speaker by entity or by name, however it is spelt", () => {
    const says = (name: string, entity: string | null): number =>
      scoreOf(({ quotes }) => {
        const first = quotes[0];
        if (first?.kind === "speech") first.speaker = { name, entity, provenance: byRule };
      }).speaker.right;
    expect(says("LEE", null)).toBe(3);
    expect(says("somebody", "ann-lee")).toBe(3);
    expect(says("Oslo", "oslo")).toBe(2);
    expect(says("an aide", null)).toBe(2);
  });

  it("tells a right speaker with wrong edges from a wrong speaker", () => {
    const score = scoreOf(({ entities, quotes, text }) => {
      entities[0] = { id: "ann", type: "Person", name: "Ann", mentions: [at(text, "Ann")] };
      const first = quotes[0];
      if (first?.kind === "speech") first.speaker = { name: "Ann", entity: "ann", provenance: byRule };
    });
    expect(score.speaker.right).toBe(2);
    expect(score["speaker, edges aside"].right).toBe(3);
    const wrong = scoreOf(({ quotes }) => {
      const first = quotes[0];
      if (first?.kind === "speech") first.speaker = { name: "Oslo", entity: "oslo", provenance: byRule };
    });
    expect(wrong["speaker, edges aside"].right).toBe(2);
  });

  it("counts pairs of mentions that are wrongly parted and wrongly joined", () => {
    const joined = scoreOf((article) => {
      const [ann, oslo] = article.entities;
      if (ann !== undefined && oslo !== undefined) ann.mentions.push(...oslo.mentions);
      article.entities.splice(1, 1);
    });
    expect(joined.merging).toEqual({ right: 1, found: 3, gold: 1 });
    const parted = scoreOf((article) => {
      const last = article.entities[0]?.mentions.pop();
      if (last !== undefined)
        article.entities.push({ id: "b", type: "Person", name: "Lee", mentions: [last] });
    });
    expect(parted.merging).toEqual({ right: 0, found: 0, gold: 1 });
    expect(parted.mentions.right).toBe(3);
  });

  it("counts a date with the wrong value as wrong", () => {
    const score = scoreOf(({ dates, text }) => {
      dates[0] = { ...at(text, "today"), value: "2021-01-27" };
    });
    expect(score.dates).toEqual({ right: 0, found: 1, gold: 1 });
  });

  it("refuses an article whose text was altered", () => {
    expect(() =>
      scoreOf((article) => {
        article.text = article.text.trim();
      }),
    ).toThrow("altered the text");
  });
});

describe("measures", () => {
  it("adds up over articles and is null where there is nothing to measure", () => {
    const score = scoreOf(({ dates }) => dates.pop());
    const sum = addScores([score, scoreOf(() => undefined)]);
    expect(measures(sum.dates)).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
    expect(measures(score.Event)).toEqual({ precision: null, recall: null, f1: null });
    expect(measures(score.dates)).toEqual({ precision: null, recall: 0, f1: 0 });
  });
});

describe("formatReport", () => {
  it("sets development and test side by side for each language and for all", () => {
    const score = scoreOf(({ dates }) => dates.pop());
    const report = formatReport([
      { path: "dev/a", lang: "en", split: "dev", score: scoreOf(() => undefined) },
      { path: "test/b", lang: "en", split: "test", score },
      { path: "test/c", lang: "ar", split: "test", score },
    ]);
    expect(report).toContain("### en (1 dev, 1 test)");
    expect(report).toContain("| dates | 1.000 | 1.000 | 1.000 | 1 | – | 0.000 | 0.000 | 1 |");
    expect(report).toContain("### all languages (1 dev, 2 test)");
    expect(report).toContain("| Event | – | – | – | 0 | – | – | – | 0 |");
  });
});
