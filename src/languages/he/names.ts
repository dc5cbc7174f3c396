import type { CliticReading, KnownName, NameHead, NameLanguage } from "../name-language.ts";
import { readForms, readWords } from "../word-list.ts";

const heads = [
  {
    id: "he/name/institution",
    example: "משרד החוץ",
    words: [
      "משרד",
      "אוניברסיטת",
      "בנק",
      "שגרירות",
      "מועצת",
      "ועדת",
      "מפלגת",
      "רשות",
      "מכון",
      "מרכז",
      "איגוד",
      "ארגון",
      "סוכנות",
      "עיריית",
      "התאחדות",
      "קופת",
    ],
    type: "Organization",
    takes: "phrase",
  },
  {
    id: "he/name/of-kind",
    example: "עיתון הארץ",
    words: ["עיתון", "חברת", "קבוצת", "ערוץ", "תנועת", "רשת", "העיתון"],
    type: "Organization",
    takes: "label",
  },
  {
    id: "he/name/place",
    example: "נמל התעופה בן גוריון",
    words: ["נמל", "אצטדיון", "כיכר", "רחוב", "נהר", "הר", "ים", "מפרץ", "רצועת", "גשר", "מוזיאון", "היכל"],
    type: "Place",
    takes: "phrase",
  },
  {
    id: "he/name/place-of-kind",
    example: "העיר באר שבע",
    words: ["העיר", "בעיר", "היישוב", "הכפר", "הקיבוץ", "המושב"],
    type: "Place",
    takes: "label",
  },
  {
    id: "he/name/event",
    example: "מלחמת לבנון",
    words: ["מלחמת", "פסטיבל", "גביע", "אליפות", "ליגת", "ועידת", "מבצע"],
    type: "Event",
    takes: "phrase",
  },
  {
    id: "he/name/thing",
    example: "פרס נובל",
    words: ["פרס", "אמנת", "נגיף", "הסכם", "הסכמי"],
    type: "Thing",
    takes: "proper",
  },
] as const satisfies readonly NameHead[];

const listed = (type: KnownName["type"], name: string): KnownName[] =>
  readForms(`he/words/${name}.txt`).map((forms) => ({ type, forms }));

const particles = "ובלכמש";

/** Up to three particles (ו ב ל כ מ ש); the article after ש, מ, ו stays with the word. */
function splitClitics(folded: string): CliticReading[] {
  const readings: CliticReading[] = [];
  for (let length = 1; length <= 3 && folded.length - length >= 2; length += 1) {
    if (!particles.includes(folded.charAt(length - 1))) break;
    readings.push({ length, folded: folded.slice(length) });
  }
  return readings;
}

export const hebrewNames: NameLanguage = {
  lang: "he",
  known: [
    ...listed("Place", "places"),
    ...listed("Organization", "organizations"),
    ...listed("Event", "events"),
    ...listed("Person", "people"),
    ...listed("Place", "countries"),
    ...listed("Place", "cities"),
  ],
  weakNames: readWords("he/words/weak-names.txt"),
  givenNames: [...readWords("he/words/given-names.txt"), ...readWords("he/words/given-names-made.txt")],
  weakGivenNames: readWords("he/words/weak-given-names.txt"),
  nameParticles: ["בן", "בר", "אבו", "ואן", "פון", "דה", "אל"],
  commonWords: readWords("he/words/common.txt"),
  nationalities: readWords("he/words/nationalities.txt"),
  titles: readWords("he/words/titles.txt"),
  roleWords: readWords("he/words/role-words.txt"),
  heads,
  phraseWords: readWords("he/words/phrase-words.txt"),
  constructs: [],
  phraseStops: ["היום", "אתמול", "מחר", "האחרון", "האחרונה", "הבא"],
  placeOpeners: ["סן", "ניו", "בית", "באר", "תל", "כפר", "קריית", "גבעת"],
  statal: [],
  notBeforeStatal: [],
  splitClitics,
  isDefinite: (folded) => folded.length > 3 && folded.startsWith("ה"),
  isAdjective: (folded) => folded.startsWith("ה") && /(?:י|ית|ים|ות)$/u.test(folded),
  withoutArticle: (folded) => (folded.length > 3 && folded.startsWith("ה") ? folded.slice(1) : folded),
  endings: ["ים", "ות", "ה", "ו", "ת", "י"],
  conjunction: "",
  purpose: "",
  seatFollows: true,
  soundOf: (folded) => folded,
  commonGiven: (folded) => folded.length < 3,
  capitals: false,
  endingLength: () => 0,
};
