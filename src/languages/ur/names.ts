import type { KnownName, NameHead, NameLanguage } from "../name-language.ts";
import { readForms, readWords } from "../word-list.ts";

const heads = [
  {
    id: "ur/name/institution",
    example: "وزارت خارجہ",
    words: ["وزارت", "جامعہ", "تحریک", "مجلس", "جمعیت", "ادارہ", "بینک", "انجمن", "حزب"],
    type: "Organization",
    takes: "phrase",
  },
  {
    id: "ur/name/of-kind",
    example: "روزنامہ جنگ",
    words: ["روزنامہ", "اخبار", "جماعت", "گروپ", "تنظیم", "کمپنی", "ایجنسی"],
    type: "Organization",
    takes: "label",
  },
  {
    id: "ur/name/place-of-kind",
    example: "شہر ملتان",
    words: ["شہر", "ضلع", "صوبہ", "صوبے", "قصبے"],
    type: "Place",
    takes: "label",
  },
] as const satisfies readonly NameHead[];

const listed = (type: KnownName["type"], name: string): KnownName[] =>
  readForms(`ur/words/${name}.txt`).map((forms) => ({ type, forms }));

export const urduNames: NameLanguage = {
  lang: "ur",
  known: [
    ...listed("Place", "places"),
    ...listed("Organization", "organizations"),
    ...listed("Event", "events"),
    ...listed("Person", "people"),
    ...listed("Place", "countries"),
    ...listed("Place", "cities"),
  ],
  weakNames: readWords("ur/words/weak-names.txt"),
  givenNames: [...readWords("ur/words/given-names.txt"), ...readWords("ur/words/given-names-made.txt")],
  weakGivenNames: readWords("ur/words/weak-given-names.txt"),
  nameParticles: ["ابو", "بن", "آل", "عبد", "فون", "دی", "میر"],
  commonWords: readWords("ur/words/common.txt"),
  nationalities: readWords("ur/words/nationalities.txt"),
  titles: readWords("ur/words/titles.txt"),
  roleWords: readWords("ur/words/role-words.txt"),
  heads,
  phraseWords: readWords("ur/words/phrase-words.txt"),
  constructs: [],
  phraseStops: ["روز", "امروز", "دیروز", "فردا", "گذشته", "آینده"],
  placeOpeners: ["سن", "نیو", "بندر", "لس"],
  statal: [],
  notBeforeStatal: [],
  splitClitics: () => [],
  isDefinite: () => false,
  isAdjective: () => false,
  withoutArticle: (folded) => folded,
  endings: ["ها", "های", "ان", "ی", "اش", "شان", "هایی"],
  conjunction: "",
  purpose: "",
  seatFollows: false,
  soundOf: (folded) => folded,
  commonGiven: (folded) => /^(?:محمد|علي|حسن|حسين|احمد|رضا)$/u.test(folded),
  capitals: false,
  endingLength: () => 0,
};
