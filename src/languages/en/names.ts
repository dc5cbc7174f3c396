import type { KnownName, NameHead, NameLanguage } from "../name-language.ts";
import { readForms, readWords } from "../word-list.ts";

const heads = [
  {
    id: "en/name/institution",
    example: "Ministry of Finance",
    words: [
      ...["ministry", "department", "university", "college", "institute", "bank", "court", "commission", "council"],
      ...["committee", "agency", "authority", "association", "federation", "union", "organization", "organisation"],
      ...["company", "corporation", "corp", "inc", "ltd", "plc", "group", "party", "club", "school", "academy", "hospital"],
      ...["parliament", "senate", "congress", "assembly", "office", "bureau", "service", "police", "army", "navy", "times"],
      ...["post", "news", "foundation", "fund", "society", "museum of", "board", "league of", "trust", "press", "church"],
      ...["reserve", "embassy", "airlines", "airways", "motors", "united", "city council", "fc", "network", "center for"],
    ],
    type: "Organization",
    takes: "phrase",
  },
  {
    id: "en/name/place",
    example: "Heathrow Airport",
    words: [
      ...["airport", "port", "stadium", "arena", "hall", "square", "street", "road", "river", "lake", "mountain", "mount"],
      ...["island", "islands", "bay", "gulf", "sea", "ocean", "desert", "valley", "bridge", "county", "province", "state"],
      ...["district", "park", "station", "museum", "cathedral", "mosque", "tower", "palace", "beach", "hills", "coast"],
      ...["strait", "canal", "peninsula", "trafford", "strip", "avenue", "harbour", "harbor", "prison", "castle"],
    ],
    type: "Place",
    takes: "phrase",
  },
  {
    id: "en/name/event",
    example: "Cannes Film Festival",
    words: [
      ...["festival", "cup", "championship", "championships", "olympics", "games", "war", "summit", "conference", "league"],
      ...["hurricane", "cyclone", "typhoon", "storm", "revolution", "marathon", "forum", "prix", "open", "expo", "tournament"],
      ...["massacre", "uprising", "fair", "biennale"],
    ],
    type: "Event",
    takes: "phrase",
  },
  {
    id: "en/name/thing",
    example: "Paris Agreement",
    words: [
      ...["agreement", "treaty", "accord", "accords", "prize", "award", "awards", "convention", "protocol", "act"],
      ...["declaration", "programme", "program", "virus", "disease", "charter", "medal", "constitution"],
    ],
    type: "Thing",
    takes: "phrase",
  },
] as const satisfies readonly NameHead[];

const listed = (type: KnownName["type"], name: string): KnownName[] =>
  readForms(`en/words/${name}.txt`).map((forms) => ({ type, forms }));

export const englishNames: NameLanguage = {
  lang: "en",
  known: [
    ...listed("Place", "places"),
    ...listed("Organization", "organizations"),
    ...listed("Event", "events"),
    ...listed("Thing", "things"),
    ...listed("Person", "people"),
    ...listed("Place", "countries"),
    ...listed("Place", "cities"),
  ],
  weakNames: [],
  givenNames: [...readWords("en/words/given-names.txt"), ...readWords("en/words/given-names-made.txt")],
  weakGivenNames: [],
  nameParticles: ["van", "von", "de", "da", "dos", "del", "della", "bin", "ibn", "al", "el", "der", "den", "di", "la", "du"],
  commonWords: readWords("en/words/common.txt"),
  nationalities: readWords("en/words/nationalities.txt"),
  titles: readWords("en/words/titles.txt"),
  roleWords: [],
  heads,
  phraseWords: [],
  constructs: ["of", "for", "and", "on", "de", "du", "&"],
  phraseStops: readWords("en/words/stops.txt"),
  placeOpeners: [],
  statal: [],
  notBeforeStatal: [],
  splitClitics: () => [],
  isDefinite: () => false,
  isAdjective: () => false,
  withoutArticle: (folded) => folded,
  endings: [],
  conjunction: "",
  soundOf: (folded) => folded,
  commonGiven: () => false,
  capitals: true,
};
