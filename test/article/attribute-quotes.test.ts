import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeQuotes } from "../../src/article/attribute-quotes.ts";
import type { Block } from "../../src/article/block.ts";
import { findQuotationSpans } from "../../src/article/quotation-spans.ts";
import { foldArabic } from "../../src/languages/ar/fold.ts";
import { arabicSpeech } from "../../src/languages/ar/speech.ts";
import { englishSpeech } from "../../src/languages/en/speech.ts";
import { persianSpeech } from "../../src/languages/fa/speech.ts";
import { hebrewSpeech } from "../../src/languages/he/speech.ts";
import type { SpeechLanguage } from "../../src/languages/speech-language.ts";
import { urduSpeech } from "../../src/languages/ur/speech.ts";
import type { Entity } from "../../src/model/article.ts";
import { byRule } from "../by-rule.ts";

const packs: Readonly<Record<string, { speech: SpeechLanguage; fold: (word: string) => string }>> = {
  ar: { speech: arabicSpeech, fold: foldArabic },
  fa: { speech: persianSpeech, fold: foldArabic },
  ur: { speech: urduSpeech, fold: foldArabic },
  he: { speech: hebrewSpeech, fold: (word) => word },
  en: { speech: englishSpeech, fold: (word) => word.toLowerCase() },
};

/** Entities from lines such as `Person: full name | surname`, mentioned wherever a form stands outside a longer one. */
function entitiesIn(text: string, lines: readonly string[]): Entity[] {
  const forms = lines.flatMap((line, id) => {
    const [type = "", names = ""] = line.split(": ");
    return names.split(" | ").map((form) => ({ form, id, type }));
  });
  forms.sort((a, b) => b.form.length - a.form.length);
  const taken: { start: number; end: number; id: number }[] = [];
  for (const { form, id } of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const end = at + form.length;
      if (/\p{L}/u.test(text[end] ?? "") || /\p{L}{2}$/u.test(text.slice(0, at))) continue;
      if (!taken.some((other) => other.start < end && at < other.end)) taken.push({ start: at, end, id });
    }
  }
  return lines.flatMap((line, id): Entity[] => {
    const [type = "", names = ""] = line.split(": ");
    const mentions = taken.filter((one) => one.id === id).sort((a, b) => a.start - b.start);
    if (mentions.length === 0) return [];
    const kind =
      (["Person", "Place", "Organization", "Event", "Thing"] as const).find((known) => known === type) ??
      "Thing";
    return [
      {
        id: `e${id}`,
        type: kind,
        name: names.split(" | ")[0] ?? "",
        mentions: mentions.map(({ start, end }) => ({
          start,
          end,
          text: text.slice(start, end),
          provenance: byRule,
        })),
      },
    ];
  });
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/\S.*/gu)].map((line) => ({
    kind: "paragraph",
    start: line.index,
    end: line.index + line[0].trimEnd().length,
  }));
}

function quotesOf(lang: string, text: string, names: readonly string[]): string[] {
  const pack = packs[lang];
  if (pack === undefined) throw new Error(`no pack ${lang}`);
  const blocks = blocksOf(text);
  const { spans } = findQuotationSpans(text, blocks);
  const quotes = attributeQuotes({ text, blocks, spans, entities: entitiesIn(text, names), ...pack });
  return quotes.map((quote) => (quote.kind === "term" ? "term" : `speech ${quote.speaker?.name ?? "-"}`));
}

describe("attributeQuotes", () => {
  it("finds who speaks in the seed article", () => {
    const text = readFileSync("seeds/putin-biden-first-call.txt", "utf8");
    const found = quotesOf("ar", text, [
      "Person: فلاديمير بوتين | بوتين",
      "Person: جو بايدن | بايدن",
      "Person: أليكسي نافالني | نافالني",
      "Person: دونالد ترامب",
      "Person: دميتري بيسكوف",
      "Place: روسيا",
      "Place: الولايات المتحدة الأمريكية | الولايات المتحدة",
      "Place: موسكو",
      "Place: واشنطن",
      "Organization: الكرملين",
      "Organization: البيت الأبيض",
      "Organization: فرانس برس",
      "Organization: سفارة الولايات المتحدة في موسكو",
      "Organization: الخارجية الأمريكية",
      "Thing: معاهدة ستارت",
    ]);
    expect(found).toEqual([
      "speech الكرملين",
      "speech الكرملين",
      "term",
      "term",
      "speech البيت الأبيض",
      "term",
      "speech سفارة الولايات المتحدة في موسكو",
      ...Array(4).fill("speech دميتري بيسكوف"),
    ]);
  });

  it("gives a quote for each span, in its words, whatever the text", () => {
    const pieces = fc.constantFrom(
      "«",
      "»",
      '"',
      "'",
      ":",
      "،",
      ". ",
      " ",
      "\n",
      "قال ",
      "إن ",
      "said ",
      "نے ",
      "کہا ",
      "he ",
      "الوزير ",
      "وفق ",
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 50 }),
        fc.constantFrom(...Object.values(packs)),
        (list, pack) => {
          const text = list.join("");
          const blocks = blocksOf(text);
          const { spans } = findQuotationSpans(text, blocks);
          const quotes = attributeQuotes({ text, blocks, spans, entities: [], ...pack });
          expect(quotes.map(({ start, end, text: words }) => [start, end, words])).toEqual(
            spans.map(({ start, end }) => [start, end, text.slice(start, end)]),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("reads the outer sixteen of a hundred thousand quotations within each other", () => {
    const depth = 100_000;
    const text = `${"قال: «كلام طويل هنا ".repeat(depth)}${"»".repeat(depth)}`;
    expect(quotesOf("ar", text, [])).toHaveLength(16);
  });

  for (const file of readdirSync("test/fixtures/quotes")) {
    const lang = file.slice(0, 2);
    for (const one of readFileSync(`test/fixtures/quotes/${file}`, "utf8").split(/^## /mu).slice(1)) {
      const [title = "", ...lines] = one.trim().split("\n");
      const names = lines.filter((line) => line.startsWith("@ ")).map((line) => line.slice(2));
      const expected = lines.filter((line) => line.startsWith("> ")).map((line) => line.slice(2));
      const text = lines.filter((line) => !/^[@>] /u.test(line)).join("\n");
      it(`${lang}: ${title}`, () => expect(quotesOf(lang, text, names)).toEqual(expected));
    }
  }
});
