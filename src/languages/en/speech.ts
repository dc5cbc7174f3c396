import { type Gender, type SpeechLanguage, type SpeechWord, words } from "../speech-language.ts";

const lexicon = new Map<string, SpeechWord>();
for (const word of words(`said says say told tells added adds stated announced declared claimed claims argued argues insisted insists explained explains warned warns noted notes wrote writes
  tweeted posted replied responded answered asked asks called calls described describes denied denies confirmed confirms reiterated stressed emphasized emphasised urged acknowledged admitted
  admits conceded recalled remarked commented observed concluded continued vowed pledged promised accused condemned denounced praised predicted complained joked testified suggested reported
  dismissed criticized criticised branded labelled labeled termed dubbed demanded shouted alleged thanked hailed laughed joked quipped shrugged describe call say tell add warn insist argue believe believes thinks maintained maintains countered read reads replied recounted recalls remembers remembered lamented cautioned defended joking whispered shouted cried yelled sighed noted announces vows pledges urges suggests ruled`))
  lexicon.set(word, "verb");
for (const word of words(
  "adding saying noting stressing insisting warning arguing calling describing claiming stating explaining telling writing accusing denouncing",
))
  lexicon.set(word, "participle");
for (const word of words("quoted cited quoting citing")) lexicon.set(word, "relay");

/** What English says about reported speech. */
export const englishSpeech: SpeechLanguage = {
  subject: "around",
  words: lexicon,
  doubtful: new Set(),
  phrases: new Map<string, SpeechWord>([
    ["according to", "source"],
    ["in the words of", "source"],
    ["quoted as saying", "verb"],
    ["found that", "verb"],
  ]),
  verbClitics: [],
  prepositionClitics: new Set(),
  caseEndings: new Set(),
  nounPrefixes: [],
  articles: new Set(["the", "a", "an", "his", "her", "their", "its"]),
  newcomers: new Set(["a", "an"]),
  complementizers: new Set(["that"]),
  prepositions: new Set(
    words(
      "with during after before on in at to about against from while when as by over who which whose since",
    ),
  ),
  asides: new Set(),
  whats: new Set(),
  from: new Set(["from", "to"]),
  pronouns: new Set(words("i we he she they it")),
  genders: new Map<string, Gender>([
    ...words("he him").map((word): [string, Gender] => [word, "masculine"]),
    ...words("she her").map((word): [string, Gender] => [word, "feminine"]),
  ]),
  subjectMarkers: new Set(),
  linkers: new Set(),
  institutionClitics: new Set(),
  anonymous: new Set(words("one another")),
  openers: new Set(words("but however meanwhile although though which while")),
  general: new Set(),
  nationality: null,
  roles: new Set(
    words(
      "spokesman spokeswoman spokesperson president minister official officials source sources director chief secretary governor mayor king prince adviser lawyer judge prosecutor senator ambassador commander leader chairman chairwoman coach professor resident witness survivor worker farmer driver teacher doctor nurse student fan supporter captain manager engineer scientist economist analyst historian curator owner activist neighbour neighbor volunteer firefighter passenger mother father brother sister wife husband daughter son diplomat aide critic author editor banker trader executive counsel attorney clerk premier chancellor prime foreign",
    ),
  ),
  statements: new Set(words("statement report letter tweet post communique memo")),
  institutions: new Set(
    words(
      "company firm ministry agency club party union university government group team bank museum court council charity organization organisation department commission committee institute hospital school network",
    ),
  ),
  agencies: new Set(words("agency newspaper reuters afp ap bloomberg xinhua tass channel")),
  naming: new Set(
    words(
      "film movie book novel song album titled entitled named called dubbed nicknamed series magazine newspaper operation campaign project treaty award documentary programme program slogan hashtag label poem play known",
    ),
  ),
  frames: null,
  abbreviations: new Set(words("mr mrs ms dr st gen col capt sen rep gov lt jr sr u s no prof j w")),
};
