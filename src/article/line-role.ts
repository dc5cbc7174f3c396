import type { LineRole } from "./block.ts";

/** A sign by which a line shows that it is no sentence and no heading. */
export interface LineRule {
  id: string;
  role: LineRole;
  example: string;
  matches: (line: string) => boolean;
}

/** «اسم: …» with one of some words before the colon. */
function labelOf(words: readonly string[]): (line: string) => boolean {
  const label = new RegExp(`^[([]?(?:${words.join("|")})(?:\\s+[\\p{L}\\p{M}]+){0,2}\\s*[:：]`, "iu");
  // Of most lines the colon tells, and this expression takes three milliseconds before it is used first.
  return (line) => /[:：]/.test(line) && label.test(line);
}

/**
 * Words that need no colon before a name: "By Jane Roe", «بقلم أحمد علي». Not the verbal nouns «تحرير» and «إعداد», nor
 * «كتب», which begin headings as well.
 */
const bylineStart =
  /^(?:(?:By|Words by|(?:Additional )?[Rr]eporting by|Writing by|Editing by|Compiled by)\s+\p{Lu}|(?:بقلم|نوشته|نویسنده|מאת|بشکریہ)\s+\p{L})/u;

const bylineLabels = labelOf([
  "كتب",
  "كتبت",
  "بقلم",
  "إعداد",
  "ترجمة",
  "تحرير",
  "تغطية",
  "متابعة",
  "مراسل",
  "مراسلة",
  "حوار",
  "أجرى الحوار",
  "حاوره",
  "حاورها",
  "حاورته",
  "حاورتها",
  "نویسنده",
  "نوشته",
  "مترجم",
  "خبرنگار",
  "گزارش",
  "מאת",
  "כתב",
  "כתבה",
  "תרגום",
  "تحریر",
  "رپورٹ",
  "نمائندہ",
  "by",
  "words",
  "reporting",
  "writing",
  "editing",
  "author",
]);

const creditLabels = labelOf([
  "المصدر",
  "مصدر",
  "المصادر",
  "نقلا عن",
  "نقلاً عن",
  "منبع",
  "מקור",
  "ماخذ",
  "بشکریہ",
  "source",
  "sources",
  "agencies",
  "copyright",
]);

const captionLabels = labelOf([
  "صورة",
  "الصورة",
  "تصوير",
  "عدسة",
  "الصور",
  "رسم",
  "کاریکاتور",
  "عکس",
  "عکاس",
  "תמונה",
  "צילום",
  "בתמונה",
  "تصویر",
  "فوٹو",
  "photo",
  "photos",
  "photograph",
  "image",
  "picture",
  "pictured",
  "caption",
  "graphic",
  "video",
  "فيديو",
  "ویدیو",
  "ویڈیو",
]);

const noteLabels = labelOf([
  "ملاحظة",
  "ملحوظة",
  "تنويه",
  "تنبيه",
  "تصحيح",
  "تصويب",
  "توضيح",
  "تحديث",
  "اقرأ",
  "اقرأ أيضا",
  "اقرأ أيضاً",
  "للمزيد",
  "شاهد",
  "توضیح",
  "یادداشت",
  "اصلاحیه",
  "بیشتر بخوانید",
  "הערה",
  "הערת",
  "תיקון",
  "הבהרה",
  "קראו גם",
  "نوٹ",
  "وضاحت",
  "تصحیح",
  "مزید پڑھیں",
  "note",
  "editor.s",
  "editors.",
  "correction",
  "clarification",
  "update",
  "read more",
  "read also",
  "related",
]);

const agencies =
  "وكالات|الوكالات|رويترز|أ ف ب|أ\\.ف\\.ب|فرانس برس|د ب أ|أ ش أ|واس|وام|وفا|سانا|بترا|قنا|كونا|الأناضول|سبوتنيك|مراسل\\p{L}*|خاص|ایسنا|ایرنا|فارس|ایلنا|مهر|סוכנויות|רויטרס|ایجنسیاں|مانیٹرنگ|نمائندہ\\p{L}*|reuters|ap|afp|agencies|bloomberg|staff|xinhua|dpa|tass";
/** «واشنطن – وكالات», "LONDON (Reuters) -": a place, an agency, a dash, and nothing more of a sentence. */
const dateline = new RegExp(
  `^[^.،؟!:]{2,40}(?:\\s[–—-]{1,2}\\s|\\s*[/(]\\s*|[،,]\\s)\\s*["“”«]?(?:${agencies})(?![\\p{L}\\p{M}])[^.؟!]{0,30}$`,
  "iu",
);
const placeAndDash = /^[^.،,:؟!]{2,40}\s[–—-]\s*$/u;

export const lineRules: readonly LineRule[] = [
  {
    id: "line/list-item",
    role: "list-item",
    example: "• تمويل المشاريع الصغيرة",
    matches: (line) => /^(?:[-–—•*·▪●◦‣■►✓]\s*(?=\S)|[\p{N}]{1,2}\s*[.)\-–]\s|[\p{L}][.)]\s)/u.test(line),
  },
  {
    id: "line/caption",
    role: "caption",
    example: "صورة: جانب من الاجتماع",
    matches: captionLabels,
  },
  {
    id: "line/note",
    role: "note",
    example: "ملاحظة المحرر: حُدّث هذا النص",
    matches: (line) => noteLabels(line) || /^\[.*\]$/u.test(line),
  },
  {
    id: "line/credit",
    role: "credit",
    example: "(رويترز)",
    matches: (line) =>
      creditLabels(line) || /^\([^()]{1,60}\)$/u.test(line) || /^(?:©|https?:|www\.|@|#)/iu.test(line),
  },
  {
    id: "line/byline",
    role: "byline",
    example: "كتب: أحمد علي",
    matches: (line) =>
      line.length <= 80 && (bylineLabels(line) || (bylineStart.test(line) && !/[؟?]$/u.test(line))),
  },
  {
    id: "line/dateline",
    role: "dateline",
    example: "واشنطن – وكالات",
    matches: (line) => line.length <= 70 && (dateline.test(line) || placeAndDash.test(line)),
  },
  {
    id: "line/table-row",
    role: "table-row",
    example: "الأهلي\t12\t30",
    matches: (line) => isTableRow(line),
  },
];

const figure = /\p{N}/gu;

/** Columns, or more than a third of figures. */
function isTableRow(line: string): boolean {
  if (line.length > 90 || /[.؟!?]$/u.test(line)) return false;
  if (/\t|\s{3,}|\s\|\s/u.test(line)) return true;
  return (line.match(figure)?.length ?? 0) * 3 >= line.length;
}

/** What a line is when it is neither a sentence nor a heading; null when nothing says so. Linear in its length. */
export function roleOfLine(line: string): LineRole | null {
  return lineRules.find(({ matches }) => matches(line))?.role ?? null;
}
