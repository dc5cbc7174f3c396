/** What a word does in a sentence that reports speech. */
export type SpeechWord =
  /** Says: «قال», "said". */
  | "verb"
  /** Says on, by the same subject: «مضيفا», "adding". */
  | "participle"
  /** Passes on what another said, who stands after `from`: «نقلت». */
  | "relay"
  /** Says whose words they are, before the speaker: «بحسب», "according to"'s first word. */
  | "source"
  /** The same, after the speaker: «کے مطابق». */
  | "source-after";

/** Of a speaker, as the words that go with him tell it. */
export type Gender = "masculine" | "feminine";

/** Words that tell that a verb's subject stands before it. Folded. */
export interface SubjectFrames {
  /** «كان الوزير قد قال»: begin the clause, the subject behind them. */
  auxiliaries: ReadonlySet<string>;
  /** Stand between such a subject and its verb: «قد». */
  perfect: ReadonlySet<string>;
  /** «أما الوزير فقال»: name the subject ahead of its verb. */
  topics: ReadonlySet<string>;
  /** What is written onto the verb behind a topic: «ف». */
  topicClitic: string;
  /** «الوزير الذي قال»: bind a verb to the noun before them. */
  relatives: ReadonlySet<string>;
  /** Stems of verbs whose object is spoken to or of, and may be taken for the subject: «خاطب القاضي». */
  addressing: ReadonlySet<string>;
}

/** What a language pack says about reported speech. All words are as the pack's `fold` makes them. */
export interface SpeechLanguage {
  /** Where the subject of a speech verb stands by default. */
  subject: "after" | "before" | "around";
  words: ReadonlyMap<string, SpeechWord>;
  /** Those of `words` that report speech only with a name or a role behind them: «رد», else "mentioned". */
  doubtful: ReadonlySet<string>;
  /** Sources of several words, folded, a space between: «على حد قول», "according to". */
  phrases: ReadonlyMap<string, SpeechWord>;
  /** Letters written onto the next word that may stand before a verb: «و». Longest first. */
  verbClitics: readonly string[];
  /** Clitics before a name that make it no subject: «ل». */
  prepositionClitics: ReadonlySet<string>;
  /** Endings behind a name's apostrophe that make it no subject: «da». */
  caseEndings: ReadonlySet<string>;
  /** What may be written onto a noun before it, longest first: «وال». */
  nounPrefixes: readonly { text: string; definite: boolean; preposition: boolean }[];
  /** Articles that are words: "the". */
  articles: ReadonlySet<string>;
  /** Those of them before somebody who is new: "a". */
  newcomers: ReadonlySet<string>;
  /** Begin what is said: «أن», "that". */
  complementizers: ReadonlySet<string>;
  /** End a subject: «خلال», "with". */
  prepositions: ReadonlySet<string>;
  /** Lead from an unnamed speaker to how or where he speaks, when no definite noun follows: «في». */
  asides: ReadonlySet<string>;
  /** Between a source's word and the verb of him who said it: «لما». */
  whats: ReadonlySet<string>;
  /** Before the speaker of a relayed saying: «عن». */
  from: ReadonlySet<string>;
  pronouns: ReadonlySet<string>;
  /** Verbs and pronouns that agree with a speaker of one gender: «أضافت», "she". */
  genders: ReadonlyMap<string, Gender>;
  /** Stands right behind a subject: «نے». */
  subjectMarkers: ReadonlySet<string>;
  /** Bind a subject to what follows, at its end: «کا». */
  linkers: ReadonlySet<string>;
  /** Clitics that may stand before an institution that speaks: «ב». */
  institutionClitics: ReadonlySet<string>;
  /** Begin the name of somebody unnamed: «أحد», "one". */
  anonymous: ReadonlySet<string>;
  /** Words before a subject that are no part of it: «لكن». */
  openers: ReadonlySet<string>;
  /** Adjectives of relation that say no nationality: «رسمي». */
  general: ReadonlySet<string>;
  /** What an adjective of nationality looks like, folded; null when form does not tell. */
  nationality: RegExp | null;
  /** Who may speak without a name: «متحدث», "spokesman". Without the article. */
  roles: ReadonlySet<string>;
  /** What speaks for its author: «بيان», "statement". Without the article. */
  statements: ReadonlySet<string>;
  /** Common nouns that stand for the institution last named: "the company". Without the article. */
  institutions: ReadonlySet<string>;
  /** Those who pass speech on: «وكالة», "newspaper", names of agencies. Without the article. */
  agencies: ReadonlySet<string>;
  /** Words before a quotation that is a name or a title: «فيلم», "titled". Without the article. */
  naming: ReadonlySet<string>;
  /** How a subject may stand before its verb where subjects follow by default; null where they do not. */
  frames: SubjectFrames | null;
  /** Abbreviations whose full stop ends no sentence. */
  abbreviations: ReadonlySet<string>;
}

/** Splits a list written as words with white space between. */
export function words(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== "");
}
