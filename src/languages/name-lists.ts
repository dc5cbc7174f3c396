import { existsSync } from "node:fs";
import type { EntityType } from "../model/article.ts";
import { packageFile } from "../package-file.ts";
import type { KnownName, NameLanguage } from "./name-language.ts";
import { readForms, readWords } from "./word-list.ts";

/** The lists of names by what they name; of two that have a name the first counts. */
const knownLists: readonly (readonly [list: string, type: EntityType])[] = [
  ["places", "Place"],
  ["organizations", "Organization"],
  ["events", "Event"],
  ["things", "Thing"],
  ["people", "Person"],
  ["countries", "Place"],
  ["cities", "Place"],
];

type ListedParts =
  | "known"
  | "weakNames"
  | "givenNames"
  | "weakGivenNames"
  | "nameParticles"
  | "commonWords"
  | "nationalities"
  | "titles"
  | "roleWords"
  | "phraseWords";

/** What the word lists of a language say of names (`src/languages/<lang>/words/*.txt`); a list that it does without is empty. */
export function readNameLists(lang: string): Pick<NameLanguage, ListedParts> {
  const path = (list: string): string => `${lang}/words/${list}.txt`;
  const exists = (list: string): boolean => existsSync(packageFile(`src/languages/${path(list)}`));
  const words = (list: string): string[] => (exists(list) ? readWords(path(list)) : []);
  const known = knownLists.flatMap(([list, type]): KnownName[] =>
    exists(list) ? readForms(path(list)).map((forms) => ({ type, forms })) : [],
  );
  return {
    known,
    weakNames: words("weak-names"),
    givenNames: [...words("given-names"), ...words("given-names-made")],
    weakGivenNames: words("weak-given-names"),
    nameParticles: words("name-particles"),
    commonWords: words("common"),
    nationalities: words("nationalities"),
    titles: words("titles"),
    roleWords: words("role-words"),
    phraseWords: words("phrase-words"),
  };
}

type PlainParts =
  | "statal"
  | "splitClitics"
  | "takenArticle"
  | "isDefinite"
  | "isAdjective"
  | "withoutArticle"
  | "conjunction"
  | "verbness"
  | "directions"
  | "addressee"
  | "purpose"
  | "clauseOpeners"
  | "seatFollows"
  | "phraseWordsOpen"
  | "soundOf";

/** What there is to say of the words of a language without an article or particles written into them; a pack says what its own has otherwise. */
export const plainWords: Pick<NameLanguage, PlainParts> = {
  statal: [],
  splitClitics: () => [],
  takenArticle: () => "",
  isDefinite: () => false,
  isAdjective: () => false,
  withoutArticle: (folded) => folded,
  conjunction: "",
  verbness: () => "no",
  directions: [],
  addressee: "",
  purpose: "",
  clauseOpeners: [],
  seatFollows: false,
  phraseWordsOpen: false,
  soundOf: (folded) => folded,
};
