import { foldArabic } from "../ar/fold.ts";
import { type Gender, type SpeechLanguage, type SpeechWord, words } from "../speech-language.ts";

const folded = (list: string): string[] => words(list).map(foldArabic);
const phrases = (kind: SpeechWord, list: readonly string[]): [string, SpeechWord][] =>
  list.map((phrase) => [folded(phrase).join(" "), kind]);

/** What Persian says about reported speech. */
export const persianSpeech: SpeechLanguage = {
  subject: "before",
  words: new Map<string, SpeechWord>([
    ...folded(
      "گفت می‌گفت می‌گویند می‌افزاید می‌نویسد می‌دهد داد پاسخ فریاد نامید دانست شمرد گفته گفتند می‌گوید گوید گویند افزود افزودند نوشت نوشته نوشتند خواند پرسید خواست تأکید تاکید تصریح اظهار اعلام بیان هشدار ابراز خاطرنشان یادآور توصیف متهم محکوم توییت",
    ).map((word): [string, SpeechWord] => [word, "verb"]),
  ]),
  doubtful: new Set(),
  phrases: new Map(
    phrases("source", [
      "به گفته",
      "به گفتهٔ",
      "به نقل از",
      "بنا به گفته",
      "بر اساس گفته",
      "از قول",
      "به قول",
      "بر اساس بیانیه",
      "از زبان",
      "بنا بر گفته",
      "به باور",
      "به عقیده",
    ]),
  ),
  verbClitics: [],
  prepositionClitics: new Set(),
  caseEndings: new Set(),
  nounPrefixes: [],
  articles: new Set(),
  newcomers: new Set(),
  complementizers: new Set(folded("که")),
  prepositions: new Set(folded("در با از به روز پس پیش درباره برای امروز دیروز ضمن طی")),
  asides: new Set(),
  whats: new Set(),
  from: new Set(folded("از")),
  pronouns: new Set(folded("او وی آنها آنان ایشان این")),
  genders: new Map<string, Gender>(),
  subjectMarkers: new Set(),
  linkers: new Set(),
  institutionClitics: new Set(),
  anonymous: new Set(folded("یک یکی")),
  openers: new Set(folded("اما ولی همچنین سپس")),
  general: new Set(),
  nationality: null,
  roles: new Set(
    folded(
      "سخنگو سخنگوی رئیس رئیس‌جمهور رئیس‌جمهوری وزیر نخست‌وزیر مقام مقامات منبع نماینده معاون سفیر فرمانده دبیر مدیر رهبر مشاور وکیل استاندار شهردار کارگردان بازیگر سرمربی مربی کاپیتان استاد پژوهشگر کارشناس تحلیلگر شاهد ساکن کشاورز فروشنده راننده پزشک دکتر نویسنده شاعر قاضی دادستان وکیل متهم",
    ),
  ),
  statements: new Set(folded("بیانیه بیانیه‌ای بیانیه‌ای گزارش نامه پیام توییت اطلاعیه")),
  institutions: new Set(
    folded("شرکت وزارت سازمان باشگاه حزب اتحادیه دانشگاه دولت بانک موزه دادگاه شورا کمیته"),
  ),
  agencies: new Set(folded("خبرگزاری روزنامه شبکه تلویزیون رویترز ایسنا ایرنا فارس تسنیم مهر")),
  naming: new Set(
    folded(
      "فیلم کتاب رمان سریال برنامه ترانه آلبوم جایزه عنوان نام شعار هشتگ روزنامه مجله عملیات پروژه طرح موسوم معروف نمایشگاه جشنواره",
    ),
  ),
  frames: null,
  abbreviations: new Set(),
};
