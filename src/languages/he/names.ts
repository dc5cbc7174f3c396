import { once } from "../../once.ts";
import type { CliticReading, NameHead, NameLanguage } from "../name-language.ts";
import { plainWords, readNameLists } from "../name-lists.ts";

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
    words: ["עיתון", "חברת", "קבוצת", "ערוץ", "תנועת", "רשת", "העיתון", "עמותת", "תאגיד"],
    type: "Organization",
    takes: "label",
  },
  {
    id: "he/name/place",
    example: "נמל התעופה בן גוריון",
    words: [
      "נמל",
      "אצטדיון",
      "כיכר",
      "רחוב",
      "נהר",
      "הר",
      "ים",
      "מפרץ",
      "רצועת",
      "גשר",
      "מוזיאון",
      "היכל",
      "תחנת",
      "נחל",
      "שדרות",
      "שדרת",
      "מגדל",
      "מגדלי",
      "בסיס",
      "מצר",
      "עמק",
      "אגם",
      "פארק",
      "קניון",
      "טיילת",
      "כלא",
      "מחלף",
      "צומת",
      "מצודת",
      "מערת",
    ],
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

export const hebrewNames = once(
  (): NameLanguage => ({
    lang: "he",
    ...plainWords,
    ...readNameLists("he"),
    givenPrefixes: null,
    nameParticles: ["בן", "בר", "אבו", "ואן", "פון", "דה", "אל"],
    heads,
    constructs: [],
    phraseStops: ["היום", "אתמול", "מחר", "האחרון", "האחרונה", "הבא"],
    placeOpeners: ["סן", "ניו", "בית", "באר", "תל", "כפר", "קריית", "גבעת"],
    splitClitics,
    takenArticle: (particle) => ("בלכ".includes(particle) ? "ה" : ""),
    isDefinite: (folded) => folded.length > 3 && folded.startsWith("ה"),
    isAdjective: (folded) => folded.startsWith("ה") && /(?:י|ית|ים|ות)$/u.test(folded),
    withoutArticle: (folded) => (folded.length > 3 && folded.startsWith("ה") ? folded.slice(1) : folded),
    endings: ["ים", "ות", "ה", "ו", "ת", "י"],
    addressee: "ל",
    seatFollows: true,
    commonGiven: (folded) => folded.length < 3,
    capitals: null,
    endingLength: () => 0,
  }),
);
