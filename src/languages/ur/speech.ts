import { foldArabic } from "../ar/fold.ts";
import { type Gender, type SpeechLanguage, type SpeechWord, words } from "../speech-language.ts";

const folded = (list: string): string[] => words(list).map(foldArabic);
const phrases = (kind: SpeechWord, list: readonly string[]): [string, SpeechWord][] =>
  list.map((phrase) => [folded(phrase).join(" "), kind]);

/** What Urdu says about reported speech. */
export const urduSpeech: SpeechLanguage = {
  subject: "before",
  words: new Map<string, SpeechWord>(
    folded(
      "کہا کہتے کہتی کہنا بتایا پوچھا لکھا فرمایا بولے بولا بولیں دہرایا سراہا ٹویٹ کہتا کہیں چلایا پکارا مانا سنایا",
    ).map((word) => [word, "verb"]),
  ),
  doubtful: new Set(),
  phrases: new Map([
    ...phrases("source-after", ["کے مطابق", "کے بقول"]),
    ...phrases("verb", [
      "زور دیا",
      "واضح کیا",
      "اعلان کیا",
      "خبردار کیا",
      "دعوی کیا",
      "قرار دیا",
      "بیان کیا",
      "مطالبہ کیا",
      "جواب دیا",
      "اظہار کیا",
      "تصدیق کی",
      "تردید کی",
      "مذمت کی",
      "ادا کیا",
      "اعتراف کیا",
      "الزام لگایا",
      "امید ظاہر",
      "تحریر کیا",
      "تنبیہ کی",
    ]),
  ]),
  verbClitics: [],
  prepositionClitics: new Set(),
  caseEndings: new Set(),
  nounPrefixes: [],
  articles: new Set(),
  newcomers: new Set(),
  complementizers: new Set(folded("کہ")),
  prepositions: new Set(folded("میں سے پر کو دوران ساتھ")),
  asides: new Set(),
  whats: new Set(),
  from: new Set(),
  pronouns: new Set(folded("انہوں انھوں اس وہ ان اُس اُن")),
  genders: new Map<string, Gender>(),
  subjectMarkers: new Set(folded("نے")),
  linkers: new Set(folded("کا کی کے نے")),
  institutionClitics: new Set(),
  anonymous: new Set(folded("ایک")),
  openers: new Set(folded("لیکن مگر تاہم جبکہ")),
  general: new Set(),
  nationality: null,
  roles: new Set(
    folded(
      "ترجمان صدر وزیر وزیراعظم سربراہ حکام اہلکار ذرائع سفیر چیئرمین گورنر وکیل رہنما ڈائریکٹر سیکریٹری کمانڈر تاجر کسان ڈرائیور ڈاکٹر استاد طالب عینی شاہد رہائشی کپتان کوچ جج ماہر نقاد شاعر ادیب مصنف",
    ),
  ),
  statements: new Set(folded("بیان رپورٹ خط پیغام ٹویٹ اعلامیہ اعلامیے")),
  institutions: new Set(folded("کمپنی وزارت ادارہ ادارے جماعت بینک کلب یونیورسٹی تنظیم عدالت کمیٹی")),
  agencies: new Set(folded("ایجنسی اخبار روئٹرز چینل")),
  naming: new Set(
    folded("فلم کتاب ناول ڈرامہ پروگرام نعرہ عنوان اخبار رسالہ منصوبہ منصوبے آپریشن گانا نظم بعنوان"),
  ),
  frames: null,
  abbreviations: new Set(),
};
