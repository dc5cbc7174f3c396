import type { EntityType } from "../model/article.ts";

/** A name that a list knows: its usual form first, then the others that mean the same. */
export interface KnownName {
  type: EntityType;
  forms: readonly string[];
}

/** A common noun that stands before a name and says what it is. */
export interface NameHead {
  /** Stable, such as `ar/name/ministry`. */
  id: string;
  example: string;
  words: readonly string[];
  type: EntityType;
  /**
   * `phrase`: the head belongs to the name, which runs on through its complement (وزارة الصحة).
   * `proper`: the head belongs to the name when a proper name follows it (معاهدة ستارت).
   * `label`: the head only tells the kind of the name after it (صحيفة الأهرام).
   * `quoted`: the same, of names in quotation marks alone (حملة «…»).
   * `before`: the head ends the name (راولپنڈی کرکٹ سٹیڈیم).
   */
  takes: "phrase" | "proper" | "label" | "quoted" | "before";
  /** Whether «and» and a second noun go on with the name (وزارة التربية والتعليم). */
  joins?: boolean;
  /** Its names are of everyday words: a definite noun, alone or with another (صحيفة الصباح الجديد). */
  everyday?: boolean;
  /** The name of a place after it is that of a club (ضيفه إشبيلية). */
  club?: boolean;
  /** Words, or a particle, that take the place of its seat into the name (سفارة الولايات المتحدة في موسكو). */
  seat?: readonly string[];
}

/** A reading of a folded word as particles and the word that they are written with. */
export interface CliticReading {
  /** How many letters of the folded word are particles. */
  length: number;
  folded: string;
}

/** What a language pack knows of names. Word lists are written as texts write them; the engine folds them. */
export interface NameLanguage {
  lang: string;
  known: readonly KnownName[];
  /** Given names: one of them and the word after it are a person. */
  givenNames: readonly string[];
  /** Given names that are everyday words too: they need a title before or a name after them. */
  weakGivenNames: readonly string[];
  /** Words that are written onto a given name and make another (سیدمحمد); two given names make one too (محمدرضا). Null where none are. */
  givenPrefixes: readonly string[] | null;
  /** Words inside a person's name that take the next one with them (بن, عبد, van). */
  nameParticles: readonly string[];
  /** Words that are never part of an unknown name. */
  commonWords: readonly string[];
  /** Adjectives and nouns of nationality in all their forms. */
  nationalities: readonly string[];
  /** Titles and roles that stand before a person's name. */
  titles: readonly string[];
  /** Words inside a role between the title and the name (باسم, لشؤون). */
  roleWords: readonly string[];
  /** Known names that are everyday words too: they need a noun that tells their kind, or quotation marks. */
  weakNames: readonly string[];
  heads: readonly NameHead[];
  /** Words that a phrase name may run through although they are common. */
  phraseWords: readonly string[];
  /** Whether such a word may be the first behind its noun, where no article tells a name from an everyday phrase (دادگاه کیفری مشهد). */
  phraseWordsOpen: boolean;
  /** Indefinite nouns that a phrase name may run through (شؤون, حقوق). */
  constructs: readonly string[];
  /** Words that end a phrase name although their form would fit (الثلاثاء, الماضي). */
  phraseStops: readonly string[];
  /** Words that open a place's name of two words (سان, بيت, New). */
  placeOpeners: readonly string[];
  /** Nouns that name an institution when an adjective of nationality follows (الخارجية الأمريكية). */
  statal: readonly string[];
  /** Readings of a folded word with particles taken off, the fewest first; none for languages without. */
  splitClitics(folded: string): CliticReading[];
  /** The article that a particle takes into itself where it is written onto a word (במזרח for ב and המזרח); empty where it takes none. */
  takenArticle(particle: string): string;
  /** Whether a folded word has the definite article. */
  isDefinite(folded: string): boolean;
  /** The folded word without the definite article. */
  withoutArticle(folded: string): string;
  /** Endings of verbs and nouns that make another form of an everyday word, folded. */
  endings: readonly string[];
  /** The conjunction that is written together with the second noun of a phrase name; empty for languages without. */
  conjunction: string;
  /** Whether a country or a city right behind an institution ends its name (بانک مرکزی ایران). */
  seatFollows: boolean;
  /** Whether a folded word can be a verb, and whether it can be nothing else; never for languages where form does not tell. */
  verbness(folded: string): "verb" | "perhaps" | "no";
  /** Words right before a place's name (شمالي, ضواحي): after them a name that is an everyday word too is a name. */
  directions: readonly string[];
  /** The particle before a name in quotation marks of those whom something is told (قال ل«المدى»); empty for languages without. */
  addressee: string;
  /** The preposition, written together with a noun, that says what an institution is for; empty for languages without. */
  purpose: string;
  /** Words right behind which a clause has its subject, which is nothing without what is said of it (أن, إن); none where form does not tell. */
  clauseOpeners: readonly string[];
  /** Whether a folded word is a definite adjective in form (العربية, الدولي). */
  isAdjective(folded: string): boolean;
  /** A key that spellings of one transliterated name share (ديمتري, دميتري). */
  soundOf(folded: string): string;
  /** Whether a given name is so common that alone it does not point back to a person named before. */
  commonGiven(folded: string): boolean;
  /** How many code units at the end of a written word are no part of a name (English 's). */
  endingLength(written: string): number;
  /** How capital letters mark a name; null in a script without them. */
  capitals: CapitalRules | null;
}

/** The small words that tell what a run of capitalized words names. Folded. */
export interface CapitalRules {
  /** Stand before names of institutions and never before a person's ("the"). */
  articles: ReadonlySet<string>;
  /** Between a role and its office (Secretary of State). */
  of: ReadonlySet<string>;
  /** Join two names, and two words of one. */
  and: ReadonlySet<string>;
  /** Adjectives of parts of the world: no state's, so that they begin the names of institutions (Arab Climate Observatory). */
  regions: ReadonlySet<string>;
  /** Before a single unknown word they tell that it is a place ("in"). */
  locatives: ReadonlySet<string>;
  /** Before several they do ("at", "from"). */
  placePrepositions: ReadonlySet<string>;
}
