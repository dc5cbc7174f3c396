import { once } from "../../once.ts";
import { foldArabic } from "../ar/fold.ts";
import type { NameHead, NameLanguage } from "../name-language.ts";
import { plainWords, readNameLists } from "../name-lists.ts";

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
    words: ["روزنامہ", "اخبار", "جماعت", "تنظیم"],
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
  {
    id: "ur/name/ends-in-institution",
    example: "مہران الیکٹرک سپلائی کمپنی",
    words: [
      ...["یونیورسٹی", "کالج", "سکول", "اسکول", "انسٹیٹیوٹ", "اکیڈمی", "کونسل", "بورڈ", "کمیشن", "کمپنی"],
      ...["کارپوریشن", "اتھارٹی", "فاؤنڈیشن", "ٹرسٹ", "بینک", "ہسپتال", "اسپتال", "کلب", "فیڈریشن", "یونین"],
      ...[
        "اسمبلی",
        "کورٹ",
        "پارٹی",
        "موومنٹ",
        "لیگ",
        "نیوز",
        "پریس",
        "پبلیکیشنز",
        "پبلشرز",
        "گروپ",
        "ایجنسی",
      ],
      ...["ایئرلائن", "ایئرلائنز", "ریلوے", "چیمبر"],
    ],
    type: "Organization",
    takes: "before",
  },
  {
    id: "ur/name/ends-in-place",
    example: "راولپنڈی کرکٹ سٹیڈیم",
    words: ["سٹیڈیم", "اسٹیڈیم", "ایئرپورٹ", "پارک", "ٹاور", "ہال", "ہوٹل", "قلعہ"],
    type: "Place",
    takes: "before",
  },
  {
    id: "ur/name/ends-in-event",
    example: "لاہور لٹریری فیسٹیول",
    words: ["کانفرنس", "فیسٹیول", "کپ", "ٹورنامنٹ", "اولمپکس", "میراتھن"],
    type: "Event",
    takes: "before",
  },
  {
    id: "ur/name/ends-in-thing",
    example: "ریور پروٹیکشن ایکٹ",
    words: ["ایکٹ", "ایوارڈ"],
    type: "Thing",
    takes: "before",
  },
] as const satisfies readonly NameHead[];

export const urduNames = once(
  (): NameLanguage => ({
    lang: "ur",
    ...plainWords,
    ...readNameLists("ur"),
    givenPrefixes: ["سید", "میر", "پیر", "غلام", "عبدال", "شاہ", "ماہ", "گل"],
    nameParticles: ["ابو", "بن", "آل", "عبد", "فون", "دی", "میر"],
    heads,
    constructs: ["آف"],
    phraseStops: ["روز", "امروز", "دیروز", "فردا", "گذشته", "آینده"],
    placeOpeners: ["سن", "نیو", "بندر", "لس"],
    endings: ["وں", "یں", "ات"].map(foldArabic),
    commonGiven: (folded) => /^(?:محمد|علي|حسن|حسين|احمد|رضا)$/u.test(folded),
    capitals: null,
    endingLength: () => 0,
  }),
);
