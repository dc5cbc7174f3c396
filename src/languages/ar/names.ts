import { once } from "../../once.ts";
import type { CliticReading, NameHead, NameLanguage } from "../name-language.ts";
import { readNameLists } from "../name-lists.ts";
import { kindsOf, loadDictionary, wordKinds } from "./dictionary.ts";

const particles = "وفبلك";

const verbKind = 1 << wordKinds.indexOf("verb");
/** Begin a clause and no name. */
const negations: ReadonlySet<string> = new Set(["لن", "لم", "لا", "ليس", "ليست", "قد", "سوف"]);

/** ل + ال loses the alef: للامم is ل + الامم. */
function splitClitics(folded: string): CliticReading[] {
  const readings: CliticReading[] = [];
  for (let length = 1; length <= 2 && folded.length - length >= 2; length += 1) {
    const particle = folded.charAt(length - 1);
    if (!particles.includes(particle)) break;
    if (length === 2 && !"وف".includes(folded.charAt(0))) break;
    const rest = folded.slice(length);
    readings.push({ length, folded: particle === "ل" && rest.startsWith("ل") ? `ا${rest}` : rest });
  }
  return readings;
}

const heads = [
  {
    id: "ar/name/ministry",
    example: "وزارة التربية والتعليم",
    words: ["وزارة"],
    type: "Organization",
    takes: "phrase",
    joins: true,
  },
  {
    id: "ar/name/institution",
    example: "هيئة قناة السويس",
    words: [
      ...["هيئة", "جامعة", "بنك", "مصرف", "اتحاد", "وكالة", "منظمة", "جمعية", "مؤسسة"],
      ...["معهد", "كلية", "أكاديمية", "نقابة", "دائرة", "مستشفى", "رابطة", "بلدية"],
      ...["برلمان", "مفوضية", "مديرية", "دار", "بورصة", "بعثة", "شبكة", "لجنة", "مدرسة", "مجمع", "كنيسة"],
    ],
    type: "Organization",
    takes: "phrase",
    joins: true,
  },
  {
    id: "ar/name/embassy",
    example: "سفارة الولايات المتحدة في موسكو",
    words: ["سفارة", "قنصلية"],
    type: "Organization",
    takes: "phrase",
    seat: ["في", "لدى"],
  },
  {
    id: "ar/name/court",
    example: "محكمة الاستئناف بالرباط",
    words: ["محكمة", "المحكمة"],
    type: "Organization",
    takes: "phrase",
    seat: ["ب"],
  },
  {
    id: "ar/name/council",
    example: "مجلس النواب اللبناني",
    words: ["مجلس", "ديوان", "صندوق", "مركز", "جهاز", "ائتلاف", "تحالف"],
    type: "Organization",
    takes: "phrase",
  },
  {
    id: "ar/name/the-institution",
    example: "المحكمة الاتحادية العليا",
    words: [
      ...["البنك", "المصرف", "الهيئة", "المجلس", "الاتحاد", "اللجنة", "المنظمة", "المؤسسة", "الجمعية"],
      ...[
        "المعهد",
        "المركز",
        "الوكالة",
        "الشركة",
        "الجامعة",
        "المفوضية",
        "الحزب",
        "الرابطة",
        "النقابة",
        "المرصد",
      ],
      ...["الإدارة", "الأمانة", "الدائرة", "الغرفة", "الشبكة", "القيادة"],
      ...["الأكاديمية", "المكتب", "الكلية", "الجبهة", "الخطوط", "الديوان", "الصندوق", "البورصة", "المديرية"],
    ],
    type: "Organization",
    takes: "phrase",
  },
  {
    id: "ar/name/party",
    example: "حزب الله",
    words: ["حزب", "كتائب", "ألوية", "جبهة", "قوات", "لواء", "شرطة", "طيران"],
    type: "Organization",
    takes: "proper",
  },
  {
    id: "ar/name/media",
    example: "صحيفة الصباح الجديد",
    words: ["صحيفة", "جريدة", "مجلة", "قناة", "إذاعة"],
    type: "Organization",
    takes: "label",
    everyday: true,
  },
  {
    id: "ar/name/of-kind",
    example: "شركة زين",
    words: [
      ...["شركة", "شركتي", "حركة", "تنظيم", "جماعة", "موقع"],
      ...["مجموعة", "تلفزيون", "منصة", "ميليشيا", "مصنع"],
    ],
    type: "Organization",
    takes: "label",
  },
  {
    id: "ar/name/club",
    example: "ضيفه إشبيلية",
    words: ["نادي", "فريق", "غريمه", "ضيفه", "مضيفه", "منافسه", "ضيفها", "فريقه"],
    type: "Organization",
    takes: "label",
    club: true,
  },
  {
    id: "ar/name/place-of-kind",
    example: "محافظة المنيا",
    words: [
      ...[
        "مدينة",
        "مدينتي",
        "محافظة",
        "ولاية",
        "إقليم",
        "بلدة",
        "قرية",
        "قريتي",
        "جزيرة",
        "مقاطعة",
        "منطقة",
        "حي",
      ],
      ...["ضاحية", "العاصمة", "مديرية", "بلدتي", "قضاء", "ريف", "منتجع"],
    ],
    type: "Place",
    takes: "label",
  },
  {
    id: "ar/name/facility",
    example: "مطار القاهرة الدولي",
    words: [
      ...[
        "مطار",
        "ميناء",
        "ملعب",
        "استاد",
        "إستاد",
        "ستاد",
        "معبر",
        "مخيم",
        "متحف",
        "مسجد",
        "جامع",
        "كاتدرائية",
      ],
      ...[
        "ميدان",
        "ساحة",
        "شارع",
        "جسر",
        "سد",
        "نهر",
        "جبل",
        "جبال",
        "بحر",
        "بحيرة",
        "خليج",
        "مضيق",
        "وادي",
        "صحراء",
      ],
      ...[
        "قصر",
        "قاعة",
        "مسرح",
        "حديقة",
        "محمية",
        "قلعة",
        "برج",
        "سجن",
        "حقل",
        "شبه جزيرة",
        "قاعدة",
        "هضبة",
        "جزر",
      ],
    ],
    type: "Place",
    takes: "phrase",
  },
  {
    id: "ar/name/event",
    example: "مهرجان كان السينمائي",
    words: [
      ...[
        "مهرجان",
        "معرض",
        "مؤتمر",
        "قمة",
        "منتدى",
        "كأس",
        "دوري",
        "بطولة",
        "أولمبياد",
        "مونديال",
        "حرب",
        "معركة",
      ],
      ...["ثورة", "إعصار", "رالي", "ماراثون", "سباق", "موسم", "عاصفة", "بينالي", "ملتقى"],
    ],
    type: "Event",
    takes: "phrase",
  },
  {
    id: "ar/name/work",
    example: "معاهدة ستارت",
    words: [
      ...["معاهدة", "اتفاقية", "اتفاق", "فيروس", "صاروخ", "سفينة", "مبادرة", "بروتوكول"],
      ...["لقاح", "ميثاق", "مرض", "وسام", "متحور", "مسبار", "قانون"],
    ],
    type: "Thing",
    takes: "proper",
  },
  {
    id: "ar/name/prize",
    example: "جائزة نوبل للسلام",
    words: ["جائزة", "جوائز"],
    type: "Thing",
    takes: "phrase",
  },
  {
    id: "ar/name/quoted-thing",
    example: "حملة «شتاء دافئ»",
    words: [
      ...["حملة", "مشروع", "مجموعته", "مجموعتها", "مقاله", "مقالها", "قصيدته", "قصيدتها", "ديوانه"],
      ...["نظام", "غواصة", "فرقاطة", "طائرة", "هاتف", "قصة", "قصته", "قصتها"],
      ...["ديوانها", "قمر", "لوحة", "لعبة", "أغنيتها", "أغنيته", "ألبومه", "ألبومها", "مسرحيته", "مسرحيتها"],
    ],
    type: "Thing",
    takes: "quoted",
  },
  {
    id: "ar/name/operation",
    example: "عملية «عاصفة الحزم»",
    words: ["عملية"],
    type: "Event",
    takes: "quoted",
  },
  {
    id: "ar/name/title-of-work",
    example: "رواية «عزازيل»",
    words: [
      ...[
        "رواية",
        "فيلم",
        "كتاب",
        "مسلسل",
        "أغنية",
        "مسرحية",
        "ديوان",
        "تطبيق",
        "برنامج",
        "كتابه",
        "روايته",
        "فيلمه",
      ],
      ...["ألبوم", "قصيدة", "ناقلة", "مركبة", "يخت", "روايتها", "كتابها", "فيلمها"],
    ],
    type: "Thing",
    takes: "label",
  },
] as const satisfies readonly NameHead[];

const stops = [
  ...[
    "الذي",
    "التي",
    "الذين",
    "اليوم",
    "الآن",
    "الماضي",
    "الماضية",
    "المقبل",
    "المقبلة",
    "القادم",
    "القادمة",
  ],
  ...[
    "الاثنين",
    "الإثنين",
    "الثلاثاء",
    "الأربعاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الأحد",
    "الحالي",
    "الحالية",
  ],
  ...[
    "السابق",
    "السابقة",
    "الجاري",
    "الجارية",
    "الأخير",
    "الأخيرة",
    "الأسبق",
    "الراحل",
    "اللذين",
    "اللذان",
    "الليلة",
  ],
  ...[
    "المذكور",
    "نفسه",
    "الساعة",
    "الوقت",
    "الواقعة",
    "الواقع",
    "التابعة",
    "التابع",
    "اللتين",
    "المحلية",
    "المحلي",
  ],
];

const statal = [
  ...[
    "الخارجية",
    "الداخلية",
    "الدفاع",
    "الصحة",
    "المالية",
    "العدل",
    "التعليم",
    "الخزانة",
    "الكنيسة",
    "البحرية",
  ],
  ...[
    "الجيش",
    "البرلمان",
    "السفارة",
    "القنصلية",
    "الرئاسة",
    "المخابرات",
    "الاستخبارات",
    "الأرصاد",
    "الطيران",
  ],
];

/** A title in its forms: with the article, feminine, dual, and with whose title it is (رئيستها). */
function inflectTitle(title: string): string[] {
  const feminine = title.endsWith("ة") ? title : `${title}ة`;
  const owned = [title, `${feminine.slice(0, -1)}ت`].filter((stem) => !stem.endsWith("ة"));
  return [
    ...[title, `ال${title}`, feminine, `ال${feminine}`, `${title}ان`, `ال${title}ان`, `ال${title}ين`],
    ...owned.flatMap((stem) => [`${stem}ه`, `${stem}ها`, `${stem}هم`]),
  ];
}

/** A nationality in its forms: الروسي, روسية, الروسيون, الروسيين, الروسيتان and the noun of the people where it is the stem. */
function inflectNationality(word: string): string[] {
  return ["", "ة", "ون", "ين", "ان", "تان", "تين", "ات"].flatMap((ending) => [
    word + ending,
    `ال${word}${ending}`,
  ]);
}

export const arabicNames = once((): NameLanguage => {
  const lists = readNameLists("ar");
  return {
    lang: "ar",
    ...lists,
    nationalities: [
      ...lists.nationalities.flatMap(inflectNationality),
      ...[
        "الروس",
        "روس",
        "العرب",
        "عرب",
        "الأمريكان",
        "الأتراك",
        "الأكراد",
        "الإنجليز",
        "الألمان",
        "الهنود",
        "اليهود",
      ],
    ],
    titles: lists.titles.flatMap(inflectTitle),
    givenPrefixes: null,
    heads,
    constructs: [
      ...[
        "شؤون",
        "حقوق",
        "أمن",
        "علوم",
        "فنون",
        "تنمية",
        "مكافحة",
        "إدارة",
        "كرة",
        "أنباء",
        "قضايا",
        "دعم",
        "رعاية",
      ],
      ...[
        "سوق",
        "أبطال",
        "أمم",
        "ملك",
        "نزع",
        "حظر",
        "خفض",
        "سوق",
        "رأس",
        "عدم",
        "وقف",
        "ذوي",
        "استئناف",
        "أمناء",
      ],
      ...["قناة", "مدينة", "صندوق", "رجال", "شمال", "جنوب", "غرب", "شرق", "وسط", "دول"],
    ],
    phraseStops: stops,
    placeOpeners: [
      ...[
        "سان",
        "سانت",
        "سانتا",
        "نيو",
        "بورت",
        "لوس",
        "لاس",
        "خان",
        "بيت",
        "دير",
        "تل",
        "رأس",
        "عين",
        "جبل",
        "وادي",
        "لو",
        "لا",
      ],
      ...["كفر", "أبو", "أم", "بني", "سيدي", "بئر", "باب", "قصر", "حي", "عزبة", "الملك", "الأمير", "الشيخ"],
    ],
    statal,
    splitClitics,
    takenArticle: () => "",
    isDefinite: (folded) => folded.length > 3 && folded.startsWith("ال"),
    withoutArticle: (folded) => (folded.length > 4 && folded.startsWith("ال") ? folded.slice(2) : folded),
    endings: ["ها", "هم", "هما", "نا", "وا", "ون", "ين", "ان", "ات", "ه", "ت", "ا"],
    conjunction: "و",
    verbness: (folded) => {
      if (negations.has(folded)) return "verb";
      const kinds = kindsOf(loadDictionary(), folded);
      return (kinds & verbKind) === 0 ? "no" : kinds === verbKind ? "verb" : "perhaps";
    },
    directions: [
      ...["شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "ضواحي", "ضاحية", "أهالي"],
      ...["سكان", "ريف", "بمدينة", "لمدينة", "ومدينة", "بمحافظة", "وشرق", "وغرب"],
    ],
    addressee: "ل",
    purpose: "ل",
    clauseOpeners: ["أن", "إن", "بأن", "لأن", "كأن", "وأن", "وإن", "وبأن", "ولأن", "لكن", "ولكن"],
    seatFollows: false,
    phraseWordsOpen: false,
    isAdjective: (folded) => folded.startsWith("ال") && /(?:ي|يه)$/u.test(folded) && folded.length > 4,
    // Long vowels are written or not, and sounds that Arabic lacks are written in several ways.
    soundOf: (folded) =>
      folded.length < 4
        ? folded
        : folded.charAt(0) +
          folded
            .slice(1)
            .replace(/[اويءه]/gu, "")
            .replace(/[جقك]/gu, "غ")
            .replace(/ط/gu, "ت")
            .replace(/ص/gu, "س"),
    commonGiven: (folded) =>
      folded.length < 3 || /^(?:محمد|احمد|محمود|علي|عبد|حسن|حسين|ابراهيم|يوسف|خالد|عمر|سان)$/u.test(folded),
    capitals: null,
    endingLength: () => 0,
  };
});
