import { foldForSearch } from "../search-words.ts";
import { type SpeechLanguage, type SpeechWord, words } from "../speech-language.ts";

const folded = (list: string): string[] => words(list).map(foldForSearch);
const phrases = (kind: SpeechWord, list: readonly string[]): [string, SpeechWord][] =>
  list.map((phrase) => [folded(phrase).join(" "), kind]);

/** What Turkish says about reported speech: the speaker first, the words, the verb last («Bakan, "..." dedi»). */
export const turkishSpeech: SpeechLanguage = {
  subject: "before",
  words: new Map<string, SpeechWord>([
    ...folded(
      "dedi diyor dediler demişti demiş söyledi söylüyor söylemişti açıkladı açıklıyor belirtti belirtiyor vurguladı vurguluyor kaydetti kaydetmişti ekledi ekliyor konuştu konuşmuştu uyardı bildirdi duyurdu savundu savunuyor aktardı yazdı yazıyor yazmıştı sordu yanıtladı anlattı anlatıyor hatırlattı hatırlatıyor paylaştı tanımladı nitelendirdi seslendi",
    ).map((word): [string, SpeechWord] => [word, "verb"]),
    ...folded("diyerek söyleyerek belirterek vurgulayarak ekleyerek kaydederek diyen söyleyen").map(
      (word): [string, SpeechWord] => [word, "participle"],
    ),
    ...folded("göre").map((word): [string, SpeechWord] => [word, "source-after"]),
  ]),
  doubtful: new Set(),
  phrases: new Map([
    ...phrases("verb", [
      "ifade etti",
      "ifade ediyor",
      "iddia etti",
      "dile getirdi",
      "öne sürdü",
      "ileri sürdü",
      "ifadesini kullandı",
      "ifadelerini kullandı",
      "ifadelerine yer verdi",
      "değerlendirmesinde bulundu",
      "değerlendirmesini yaptı",
      "açıklamasında bulundu",
      "açıklamasını yaptı",
      "çağrısında bulundu",
      "uyarısında bulundu",
      "yanıtını verdi",
      "cevabını verdi",
      "karşılığını verdi",
      "diye konuştu",
      "diye sordu",
      "diye yazdı",
      "şeklinde konuştu",
      "tepki gösterdi",
      "not düştü",
      "altını çizdi",
      "işaret etti",
      "dikkat çekti",
      "ilan etti",
      "itiraf etti",
      "olarak nitelendirdi",
      "olarak tanımladı",
      "olarak değerlendirdi",
      "diye bağırdı",
      "diye ekledi",
      "diye seslendi",
      "ifadelerini kullanan",
    ]),
  ]),
  verbClitics: [],
  prepositionClitics: new Set(),
  caseEndings: new Set(
    folded(
      "da de ta te dan den tan ten a e ya ye na ne ın in un ün nın nin nun nün daki deki taki teki nda nde ndan nden ndaki ndeki u ü ı i yı yi yu yü la le yla yle",
    ),
  ),
  nounPrefixes: [],
  articles: new Set(),
  newcomers: new Set(),
  complementizers: new Set(folded("ki")),
  prepositions: new Set(folded("için ile sonra önce kadar karşı olarak ise")),
  asides: new Set(),
  whats: new Set(),
  from: new Set(),
  pronouns: new Set(folded("o onlar kendisi")),
  genders: new Map(),
  subjectMarkers: new Set(),
  linkers: new Set(),
  institutionClitics: new Set(),
  anonymous: new Set(folded("bir biri")),
  openers: new Set(folded("ancak fakat ama ayrıca öte yandan ise")),
  general: new Set(),
  nationality: null,
  roles: new Set(
    folded(
      "sözcü sözcüsü bakan bakanı başbakan cumhurbaşkanı başkan başkanı müdür müdürü sekreter sekreteri vali valisi yetkili yetkilisi kaynak avukat avukatı savcı hakim yargıç vekil milletvekili büyükelçi büyükelçisi komutan komutanı lider lideri profesör uzman uzmanı araştırmacı ekonomist tanık görgü esnaf çiftçi işçi şoför sürücü öğretmen doktor hekim hemşire öğrenci taraftar kaptan antrenör hoca yazar yönetmen oyuncu müzisyen sanatçı gazeteci aktivist gönüllü yolcu anne baba oğlu kızı eşi komşu muhtar imam itfaiyeci balıkçı kadın adam analist danışman danışmanı temsilci temsilcisi",
    ),
  ),
  statements: new Set(
    folded("açıklama açıklamada bildiri bildiride rapor raporda mektup mesaj mesajda paylaşım paylaşımda"),
  ),
  institutions: new Set(
    folded(
      "şirket bakanlık kurum kulüp parti sendika üniversite hükümet örgüt dernek mahkeme komisyon kurul hastane belediye valilik savcılık",
    ),
  ),
  agencies: new Set(
    folded("ajans ajansı gazete gazetesi reuters afp ap anadolu tass bloomberg televizyon kanal"),
  ),
  naming: new Set(
    folded(
      "film filmi filminin kitap kitabı roman romanı dizi dizisi şarkı şarkısı albüm albümü adlı isimli başlıklı oyun oyunu operasyonu kampanyası projesi program programı belgesel belgeseli sergi sergisi şiir şiiri sloganı slogan etiketi olarak bilinen",
    ),
  ),
  frames: null,
  abbreviations: new Set(folded("dr prof doç av yrd op sn st vb vs bkz alb gen")),
};
