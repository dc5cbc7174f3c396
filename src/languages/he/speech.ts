import { type Gender, type SpeechLanguage, type SpeechWord, words } from "../speech-language.ts";

/** What Hebrew says about reported speech. */
export const hebrewSpeech: SpeechLanguage = {
  subject: "around",
  words: new Map<string, SpeechWord>([
    ...words(`אמר אמרה אמרו אומר אומרת אומרים הוסיף הוסיפה הוסיפו הדגיש הדגישה הדגישו ציין ציינה ציינו הבהיר הבהירה הבהירו הודיע הודיעה הודיעו מסר מסרה מסרו טען טענה טענו טוען טוענת
      הצהיר הצהירה הצהירו הזהיר הזהירה הזהירו כתב כתבה כתבו צייץ צייצה הגיב הגיבה הגיבו סיפר סיפרה סיפרו השיב השיבה השיבו שאל שאלה הסביר הסבירה הסבירו קרא קראה האשים האשימה כינה כינתה תיאר תיארה
      גינה גינתה דרש דרשה התחייב התחייבה הבטיח הבטיחה הבטיחו סבור סבורה סבורים תקף תקפה תקפו התנגד התנגדה התנגדו העריך העריכה העריכו אישר אישרה אישרו הכחיש הכחישה התעקש התעקשה שיבח שיבחה ביקר ביקרה מתח מתחה פסק פסקה קבע קבעה קבעו הכריז הכריזה הכריזו התלונן התלוננה נזכר נזכרה צעק צעקה לחש לחשה צחק צחקה מספר מספרת מסביר מסבירה מוסיף מוסיפה מזהיר מזהירה מציין מציינת כותב כותבת טענו נכתב נמסר סיכם סיכמה איים איימה`).map(
      (word): [string, SpeechWord] => [word, "verb"],
    ),
    ...words("לדברי לפי לטענת להערכת").map((word): [string, SpeechWord] => [word, "source"]),
  ]),
  doubtful: new Set(),
  phrases: new Map<string, SpeechWord>([
    ["על פי", "source"],
    ["כך לדברי", "source"],
    ["לדבריו של", "source"],
  ]),
  verbClitics: ["ו", "ש"],
  prepositionClitics: new Set(["ל", "ב", "כ", "מ"]),
  caseEndings: new Set(),
  nounPrefixes: [
    { text: "וה", definite: true, preposition: false },
    ...words("מה וב").map((text) => ({ text, definite: true, preposition: true })),
    { text: "ה", definite: true, preposition: false },
    { text: "ו", definite: false, preposition: false },
    ...words("ל ב כ מ").map((text) => ({ text, definite: false, preposition: true })),
  ],
  articles: new Set(),
  newcomers: new Set(),
  complementizers: new Set(words("כי")),
  prepositions: new Set(words("עם אחרי לפני במהלך על אל את היום אתמול בעקבות לאחר מול בשיחה בראיון בהודעה")),
  asides: new Set(),
  whats: new Set(),
  from: new Set(),
  pronouns: new Set(words("הוא היא הם הן")),
  genders: new Map<string, Gender>([
    ...words(
      "הוא אמר אומר הוסיף הדגיש ציין הבהיר הודיע מסר טען טוען הצהיר הזהיר כתב הגיב סיפר השיב שאל הסביר",
    ).map((word): [string, Gender] => [word, "masculine"]),
    ...words(
      "היא אמרה אומרת הוסיפה הדגישה ציינה הבהירה הודיעה מסרה טענה טוענת הצהירה הזהירה כתבה הגיבה סיפרה השיבה שאלה הסבירה",
    ).map((word): [string, Gender] => [word, "feminine"]),
  ]),
  subjectMarkers: new Set(),
  linkers: new Set(),
  institutionClitics: new Set(["ב", "מ"]),
  anonymous: new Set(words("אחד אחת")),
  openers: new Set(words("אך אבל אולם")),
  general: new Set(),
  nationality: null,
  roles: new Set(
    words(
      'דובר דוברת נשיא נשיאת שר שרת ראש מנכ"ל מנכ"לית יו"ר גורם גורמים מקור מקורות בכיר קצין מפקד שגריר שופט ח"כ מזכיר ראשת יועץ מאמן פרקליט מאמנת נהג נהגת תושב תושבת תושבים פקיד פקידה עד עדה ניצול חוקר חוקרת רופא רופאה מורה שחקן שחקנית סמנכ"ל סמנכ"לית עו"ד ד"ר מנהל מנהלת חבר חברת נציג נציגה דיירת דייר אב אם אח אחות עובד עובדת סטודנט יוזם יוזמת דוברות ארכאולוג קצינת מפקדת שופטת שרה',
    ),
  ),
  statements: new Set(words("הודעה דוח מכתב ציוץ הצהרה")),
  institutions: new Set(words("חברה משרד ארגון מועדון מפלגה אוניברסיטה בנק מוזיאון עמותה רשות עירייה ועדה")),
  agencies: new Set(words("סוכנות עיתון ערוץ רויטרס אתר")),
  naming: new Set(
    words("סרט ספר רומן סדרה תוכנית שיר אלבום פרס מבצע פרויקט כותרת בשם המכונה עיתון סיסמה מגזין שם"),
  ),
  frames: null,
  abbreviations: new Set(),
};
