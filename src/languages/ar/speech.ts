import { type Gender, type SpeechLanguage, type SpeechWord, words } from "../speech-language.ts";
import { foldArabic } from "./fold.ts";

const folded = (list: string): string[] => words(list).map(foldArabic);

/** Perfect and imperfect stem of verbs that report speech: «قال/قول» makes قالت and يقولون. */
const verbs = `
  قال/قول أكد/ؤكد أضاف/ضيف أوضح/وضح شدد/شدد صرح/صرح اعتبر/عتبر رأى/رى رأ/رى ذكر/ذكر لفت/لفت أشار/شير نوه/نوه تابع/تابع أردف/ردف استطرد/ستطرد
  زعم/زعم ادعى/دعي أعلن/علن أبلغ/بلغ أخبر/خبر كشف/كشف بين/بين كتب/كتب غرد/غرد علق/علق رد/رد أجاب/جيب سأل/سأل تساءل/تساءل حذر/حذر هدد/هدد
  توعد/توعد تعهد/تعهد وعد/عد دعا/دعو دع/دعو طالب/طالب ناشد/ناشد حث/حث أدان/دين ندد/ندد انتقد/نتقد استنكر/ستنكر رحب/رحب هنأ/هنئ وصف/صف أسمى/سمي أسم/سمي سمى/سمي سم/سمي
  اتهم/تهم نفى/نفي نف/نفي أقر/قر اعترف/عترف أعرب/عرب عبر/عبر توقع/توقع استبعد/ستبعد ختم/ختم اختتم/ختتم خاطب/خاطب أفاد/فيد روى/روي رو/روي حكى/حكي حك/حكي
  هاجم/هاجم قلل/قلل جدد/جدد كرر/كرر استدرك/ستدرك واصل/واصل مضى/مضي هتف/هتف صاح/صيح همس/همس برر/برر دافع/دافع شكر/شكر أشاد/شيد أثنى/ثني أثن/ثني تمنى/تمني تمن/تمني نصح/نصح
  اقترح/قترح نبه/نبه ألمح/لمح لمح/لمح أصر/صر تحدث/تحدث نشر/نشر خلص/خلص استغرب/ستغرب أسف/أسف عزا/عزو وجه/وجه طمأن/طمئن استهجن/ستهجن أجمل/جمل لخص/لخص شرح/شرح فسر/فسر حمل/حمل ذكر/ذكر ضحك/ضحك مازح/مازح استذكر/ستذكر تذكر/تذكر استهل/ستهل ناقش/ناقش رفض/رفض أيد/ؤيد تمسك/تمسك بدا/بدو
  ردد/ردد احتج/حتج سخر/سخر اشتكى/شتكي صرخ/صرخ تنبأ/تنبأ رجح/رجح اشترط/شترط أوصى/وصي استنتج/ستنتج اكتفى/كتفي أنكر/نكر فند/فند جزم/جزم استرسل/سترسل أفصح/فصح تحفظ/تحفظ
`;
const perfectEndings = words("ت ا تا وا ن ه ها هم ته تها تهم وه وها وهم");
const imperfectEndings = words("ون ان ن ه ها هم ونه ونها");

/** Masculine singular of participles that go on with the subject: مضيفا, مضيفة, مضيفين. */
const participles = `مضيف مشير مؤكد موضح مشدد معتبر لافت منوه مبين محذر متهم داعي داع مطالب متابع مردف قائل معلن كاشف واصف معرب معبر مهدد متوعد متعهد مستطرد مستدرك ذاكر منبه
  زاعم نافي ناف معلق مستنكر منتقد منددد مندد مدين مجدد مرحب متسائل مستغرب متوقع مبرر مستبعد مختتم مذكر مصرح مجيب مخاطب ملمح معترف مقر مشيد`;

const lexicon = new Map<string, SpeechWord>();
const genders = new Map<string, Gender>(
  folded("هو قوله بقوله").map((word): [string, Gender] => [word, "masculine"]),
);
for (const word of folded("هي قولها بقولها")) genders.set(word, "feminine");
for (const pair of words(verbs)) {
  const [perfect = "", stem = ""] = pair.split("/");
  for (const ending of ["", ...perfectEndings]) lexicon.set(foldArabic(perfect + ending), "verb");
  genders.set(foldArabic(`${perfect}ت`), "feminine");
  genders.set(foldArabic(perfect), "masculine");
  genders.set(foldArabic(`ت${stem}`), "feminine");
  genders.set(foldArabic(`ي${stem}`), "masculine");
  for (const person of ["ي", "ت", "ن", "أ"]) {
    for (const ending of ["", ...imperfectEndings]) lexicon.set(foldArabic(person + stem + ending), "verb");
  }
}
for (const participle of words(participles)) {
  for (const ending of ["ا", "ة", "ين", "ون", "ات", "اً"])
    lexicon.set(foldArabic(participle + ending), "participle");
  genders.set(foldArabic(`${participle}ة`), "feminine");
}
for (const word of folded("نقلت نقل تنقل ينقل نسبت نسب اقتبست نقلا ناقلا ناقلة")) lexicon.set(word, "relay");
for (const word of folded("حسب بحسب وفق وفقا طبقا حسبما وفقما كماقال")) lexicon.set(word, "source");
// Words that look like a verb of speech and seldom are one.
for (const word of folded(
  "بين تبين بينها بينهم بينه بينا بينت وعد نشر تعد يعد نعد رد ردا رده ردها ردت ترد صف صفه وجهه وجها وجهها عبر عبره عبرها سمه سمها اسم اسمه اسمها اسمهم اسما اسمت رؤى كتبه كتبها كتبا ذكره ذكرها ذكرا حثا كشفا دعا شكرا شكره اسفا اسف ختما نفس علنا مضي دعت مضت يمضي تضيفه تعرب تجد نشرت تنشر ينشر نري تري رات توجه يوجه وجهت تشكر تتحدث يتحدث تحدث تحدثت تحدثوا وجه",
))
  lexicon.delete(word);
for (const word of folded("دعا دعت تحدث تحدثت ينقل كشف نشرت بينت وجهت رأت رأى عبر عبرت وصف ردت رد"))
  if (!["عبر", "رد", "ينقل"].includes(word)) lexicon.set(word, "verb");
// «ورد» is "was mentioned" as often as "and replied".
const doubtful = folded("رد عبر");
for (const word of doubtful) lexicon.set(word, "verb");
for (const word of folded("ترى يرى القول بالقول")) lexicon.set(word, "verb");
// Verbs of a clause about a statement: «في بيان نشرته الصحيفة».
for (const word of folded("نشرته نشرتها نشره نشرها نشروه كتبته كتبتها أعلنه أعلنته أعلنتها أعلنها"))
  lexicon.delete(word);

/** Perfect and imperfect forms of verbs that take whom they speak to, or of, as their object. */
const addressing = folded("خاطب سأل أبلغ أخبر اتهم هنأ ناشد حث طمأن انتقد هاجم شكر حمل").flatMap((verb) => [
  verb,
  `${verb}ت`,
]);

const roles =
  folded(`متحدث متحدثة ناطق ناطقة رئيس رئيسة وزير وزيرة مسؤول مسؤولة مسؤولون مسؤولين مصدر مصادر مدير مديرة أمين أمينة قائد نائب نائبة سفير سفيرة مبعوث مبعوثة
    محافظ عمدة ملك أمير ولي مستشار مستشارة محام محامي محامية قاض قاضي مدع مدعي مرشح مرشحة زعيم زعيمة عضو مدرب لاعب حاكم سكرتير سيناتور جنرال بابا شيخ إمام دبلوماسي ضابط كاتب كاتبة محلل باحث باحثة خبير خبيرة ممثل ممثلة مفوض مفوضة رئيسا موظف موظفة ناخب ناخبة طالب طالبة مواطن مواطنة مواطنون ناج ناجية ناجون ناجين شاهد شاهدة شهود نازح نازحة لاجئ لاجئة ساكن سكان مزارع مزارعة فلاح فلاحة صياد سائق تاجر تجار عامل عاملة معلم معلمة طبيب طبيبة ممرض ممرضة مهندس مهندسة أستاذ أستاذة مؤرخ ناقد ناشط ناشطة ناشطون متظاهر متظاهرة والد والدة أم أب زوج زوجة ابن ابنة جد جدة جار جارة حفيد مرشد بحار خياط خباز مزارعون متقاعد متقاعدة مؤلف مؤلفة مخرج مخرجة رسام رسامة مغن مغنية فنان فنانة عازف صحافي صحافية صحفي صحفية مراسل راو مصمم مصممة نجل شقيق أرملة صاحب صاحبة مالك متطوع متطوعة مسعف جندي عقيد عميد لواء رائد نقيب حاج بائع زبون مشجع قبطان هداف حارس عالم عالمة اقتصادي مراقب مراقبون نقيب منسق منسقة مفتش مشرف مشرفة مؤسس موفد نائبة قائدة زعيمة دبلوماسية`);
for (const role of [
  ...roles,
  ...folded(
    "هيئة وزارة شبكة منظمة مفوضية لجنة سفارة شركة رئاسة وكالة حكومة حركة جمعية مؤسسة جامعة جماعة رابطة نقابة بلدية إدارة مديرية شرطة دائرة محكمة صحيفة خارجية قناة",
  ),
]) {
  if (role.endsWith("ه")) genders.set(role, "feminine");
}
for (const word of folded(
  "حزب اتحاد مجلس مكتب مركز بنك مصرف جيش نادي معهد تيار ائتلاف تحالف برنامج صندوق ديوان مرصد جهاز",
))
  genders.set(word, "masculine");

/** What Arabic says about reported speech. */
export const arabicSpeech: SpeechLanguage = {
  subject: "after",
  words: lexicon,
  doubtful: new Set(doubtful),
  phrases: new Map<string, SpeechWord>([
    ...[
      "على حد قول",
      "على حد تعبير",
      "على حد وصف",
      "على لسان",
      "كما جاء في",
      "كما ورد في",
      "من وجهة نظر",
      "في تصريح ل",
      "جاء في",
      "ورد في",
      "وجاء في",
      "وورد في",
    ].map((phrase): [string, SpeechWord] => [folded(phrase).join(" "), "source"]),
    [folded("نقلا عن").join(" "), "source"],
  ]),
  verbClitics: ["وس", "فس", "و", "ف", "س"],
  prepositionClitics: new Set(folded("ل ب ك")),
  caseEndings: new Set(),
  nounPrefixes: [
    ...words("وال فال").map((text) => ({ text, definite: true, preposition: false })),
    ...words("وبال ولل بال كال لل").map((text) => ({ text, definite: true, preposition: true })),
    { text: "ال", definite: true, preposition: false },
    ...words("و ف").map((text) => ({ text, definite: false, preposition: false })),
    ...words("ل ب ك").map((text) => ({ text, definite: false, preposition: true })),
  ],
  articles: new Set(),
  newcomers: new Set(),
  complementizers: new Set(
    folded(
      "أن إن أنه إنه أنها إنها بأن بأنه بأنها أنهم إنهم إنني أنني إننا أننا إلى بأنهم انه قوله قولها قولهم بقوله بقولها قائلا قائلة ما لماذا إنما أنما بأنما أنهما",
    ),
  ),
  prepositions: new Set(
    folded(
      "خلال مع عقب بعد قبل عن على إلى أثناء أمس اليوم الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الاثنين الإثنين عبر عند لدى لوكالة لصحيفة لقناة للصحافيين للصحفيين للصحفيين لإذاعة لموقع بشأن حول ضد تعليقا ردا فيما بينما حيث الذي التي الذين منذ حتى لكن غير تجاه بخصوص بهذا ذلك هذا كما أيضا بدوره بدورها عليه عليها فيه فيها به بها له لها لهم",
    ),
  ),
  asides: new Set(folded("في من")),
  whats: new Set(folded("لما ما")),
  from: new Set(folded("عن إلى ل")),
  pronouns: new Set(folded("هو هي هم")),
  genders: genders,
  subjectMarkers: new Set(),
  linkers: new Set(),
  institutionClitics: new Set(),
  anonymous: new Set(folded("أحد إحدى بعض أحدهم إحداهن بعضهم آخر آخرون أخرى")),
  openers: new Set(folded("لكن ولكن غير إلا بيد أما وأما كما كذلك أيضا بدوره بدورها")),
  general: new Set(folded("رسمي رسمية خارجية داخلية صحفي صحافي إعلامي أممي")),
  nationality: /^\p{Script=Arabic}{3,}(?:ي|يه)$/u,
  roles: new Set(roles),
  statements: new Set(folded("بيان بيانا تقرير رسالة تغريدة منشور وثيقة مذكرة بلاغ تصريح تصريحات")),
  institutions: new Set(
    folded(
      "شركة وزارة هيئة نادي ناد حزب نقابة جامعة حكومة منظمة فريق بنك مصرف متحف محكمة مجلس لجنة جمعية مؤسسة سفارة بلدية اتحاد مركز معهد مستشفى",
    ),
  ),
  agencies: new Set(
    folded(
      "وكالة وكالات صحيفة صحف قناة موقع شبكة إذاعة تلفزيون مجلة رويترز فرانس سبوتنيك الأناضول أسوشيتد أسوشيتدبرس تاس إنترفاكس جريدة هيئةالإذاعة نوفوستي شينخوا برس سانا واس",
    ),
  ),
  naming: new Set(
    folded(`فيلم فلم كتاب رواية مسلسل برنامج أغنية ألبوم ديوان قصيدة مسرحية جائزة مجلة صحيفة قناة موقع وكالة حملة عملية مشروع مبادرة معاهدة اتفاقية اتفاق حزب حركة تنظيم جماعة تيار شركة مؤسسة
    جمعية مهرجان معرض سفينة ناقلة صاروخ منظومة تطبيق منصة لعبة بعنوان عنوان شعار وسم هاشتاغ باسم اسم المسمى المسماة يسمى تسمى يدعى تدعى الملقب لقب بلقب المعروف المعروفة كتيبة لواء كتائب سرايا
    قانون مرسوم وثائقي قصة لوحة صفقة مقال متحف فندق مطعم سلسلة دوري كأس بطولة مسابقة بودكاست رابطة ائتلاف تحالف فرقة`),
  ),
  frames: {
    auxiliaries: new Set(folded("كان وكان كانت وكانت")),
    perfect: new Set(folded("قد")),
    topics: new Set(folded("أما وأما")),
    topicClitic: "ف",
    relatives: new Set(folded("الذي التي")),
    addressing: new Set(addressing),
  },
  abbreviations: new Set(folded("د م أ ج هـ ق ص")),
};
