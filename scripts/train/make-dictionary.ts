import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeFilter, type WordKind, wordKinds, writeDictionary } from "../../src/languages/ar/dictionary.ts";
import { foldArabic } from "../../src/languages/ar/fold.ts";

/*
 * Makes the filters of Arabic words that the name tagger asks, from the Hunspell dictionary of the Ayaspell project
 * (`ar.dic` and `ar.aff`, version 3.2, as Debian's hunspell-ar has them):
 * `npx tsx scripts/train/make-dictionary.ts --hunspell /usr/share/hunspell`. The same files give the same bytes.
 */

const { values } = parseArgs({ options: { hunspell: { type: "string" } } });
if (values.hunspell === undefined) {
  console.error("Name the folder that holds ar.dic and ar.aff: --hunspell DIR");
  process.exit(2);
}
const folder = values.hunspell;

/** Headings of the parts of `ar.dic` and what follows them; proper names, particles and what has no heading here are left out. */
const parts: Readonly<Record<string, WordKind | null>> = {
  "#القارات": null,
  "##اسم-جامد##": "noun",
  "##المصادر###": "noun",
  "###اسم-الفاعل##": "adjective",
  "##اسم-المفعول##": "adjective",
  "##مبالغة-اسم-الفاعل##": "adjective",
  "##صفة-مشبهة##": "adjective",
  "##التفضيل##": "adjective",
  "##النسبة##": "adjective",
  "##صفات-أخرى##": "adjective",
  "#إضافة:مصادر#": "noun",
  "#إضافة:اسم-الفاعل#": "adjective",
  "#إضافة:اسم-المفعول#": "adjective",
  "#إضافة:صفات-مشبهة#": "adjective",
  "#إضافة:مختلفات،الوسيط#": "noun",
  "###مفرداتTB+مختلفات###": "noun",
  "##اﻷسماء": null,
  "verb.huns.dic": "verb",
};

const pronouns = ["ه", "ها", "هم", "نا", "هما", "كم"];
const arabicWord = /^[\u0621-\u0652]+$/u;

const words: Record<WordKind, Set<string>> = { noun: new Set(), verb: new Set(), adjective: new Set() };
const notes = readNotes(readFileSync(join(folder, "ar.aff"), "utf8"));
let kind: WordKind | null = null;
for (const line of readFileSync(join(folder, "ar.dic"), "utf8").split("\n")) {
  const [entry = "", note] = line.split("\t");
  const heading = parts[entry];
  if (heading !== undefined) kind = heading;
  const word = entry.split("/")[0] ?? "";
  if (kind === null || !arabicWord.test(word)) continue;
  // An imperative is nothing that news says, and many a name looks like one.
  if (kind === "verb" && !/pr?st/u.test(notes[Number(note) - 1] ?? "")) continue;
  for (const form of inflect(word, kind)) {
    if (form.length > 2) words[kind].add(foldArabic(form));
  }
}
const bytes = writeDictionary(wordKinds.map((each) => makeFilter(words[each])));
writeFileSync(new URL("../../src/languages/ar/model/words.bloom", import.meta.url), bytes);
for (const each of wordKinds) console.error(`${each}: ${words[each].size} forms`);
console.error(`${bytes.length} bytes written`);

/** What the numbers behind the entries stand for. */
function readNotes(affixes: string): string[] {
  const lines = affixes.split("\n").filter((line) => line.startsWith("AM "));
  return lines.slice(1).map((line) => line.slice(3));
}

/** A word with the endings that it may have; attached particles and the article are the tagger's to take off. */
function inflect(word: string, as: WordKind): string[] {
  if (as === "verb") {
    const stem = word.replace(/ى$/u, "ا");
    const future = /^[يتن]/u.test(word) ? [`س${word}`] : [];
    return [word, ...pronouns.map((pronoun) => stem + pronoun), ...future];
  }
  const stem = word.replace(/[ةى]$/u, (end) => (end === "ة" ? "ت" : "ا"));
  const forms = [word, ...pronouns.map((pronoun) => stem + pronoun), `${stem}ي`, `${stem}ان`, `${stem}ين`];
  if (word.endsWith("ة")) return [...forms, `${stem.slice(0, -1)}ات`];
  return [...forms, `${word}ا`, `${stem}ون`, `${stem}ات`, ...(as === "adjective" ? [`${word}ة`] : [])];
}
