import type { KnownName, NameHead, NameLanguage } from "../languages/name-language.ts";
import { rememberOfForm, type WordForm } from "../languages/word-form.ts";

/** A node of the tree of known names, a folded word an edge. */
export interface NameNode {
  next: Map<string, NameNode>;
  name: KnownName | undefined;
  /** The name is an everyday word too. */
  weak: boolean;
}

export type Strength = "no" | "weak" | "strong";

/** What the lists say of a folded word, or of what is left of it without its particles. */
export interface WordSense {
  /** How many letters of the folded word are attached particles. */
  particles: number;
  folded: string;
  node: NameNode | undefined;
  given: Strength;
  /** Never part of an unknown name. */
  common: boolean;
  nameParticle: boolean;
  nationality: boolean;
  title: boolean;
  role: boolean;
  head: NameHead | undefined;
  /** The head that a definite noun is (السفينة «…»). */
  headWithoutArticle: NameHead | undefined;
  definite: boolean;
  adjective: boolean;
  phrase: boolean;
  construct: boolean;
  stop: boolean;
  placeOpener: boolean;
  statal: boolean;
}

/** All that the lists say of a word as it is written. */
export interface WordReading {
  /** Whole first, then with attached particles taken off. */
  senses: readonly WordSense[];
  whole: WordSense;
  /** The first sense that is a head, and the first that names an institution with an adjective of nationality. */
  headed: WordSense | undefined;
  statal: WordSense | undefined;
  /** Whether a known name begins with it, in any of its senses. */
  beginsName: boolean;
}

export interface Lexicon {
  language: NameLanguage;
  fold: (word: string) => string;
  readingOf: (form: WordForm) => WordReading;
  /** Whether a clause has its subject right behind a folded word. */
  opensClause: (folded: string) => boolean;
}

const compiled = new WeakMap<NameLanguage, Lexicon>();

/** The lists of a language in the form that they are looked up in; made once a language. */
export function lexiconOf(language: NameLanguage, fold: (word: string) => string): Lexicon {
  const known = compiled.get(language);
  if (known !== undefined && known.fold === fold) return known;
  const made = compileLexicon(language, fold);
  compiled.set(language, made);
  return made;
}

/** Letters of each part of a given name that is written as one word, at least. */
const shortestPart = 3;

/** Tells given names that are put together of a prefix or a given name and another given name. */
function compoundGiven(
  { givenPrefixes }: NameLanguage,
  fold: (word: string) => string,
  given: ReadonlySet<string>,
  weakGiven: ReadonlySet<string>,
): (folded: string) => boolean {
  if (givenPrefixes === null) return () => false;
  const prefixes = new Set(givenPrefixes.map(fold));
  const isName = (part: string): boolean =>
    part.length >= shortestPart && (given.has(part) || weakGiven.has(part));
  return (folded) => {
    const letters = folded.replace(/\u200c/gu, "");
    for (let at = 2; at <= letters.length - shortestPart; at += 1) {
      const first = letters.slice(0, at);
      if ((prefixes.has(first) || isName(first)) && isName(letters.slice(at))) return true;
    }
    return false;
  };
}

const wordsOf = (name: string): string[] =>
  name.split(/[^\p{L}\p{M}\p{N}\u0640\u200c'’׳״"]+/u).filter((word) => word !== "");

function compileLexicon(language: NameLanguage, fold: (word: string) => string): Lexicon {
  const setOf = (words: readonly string[]): Set<string> => new Set(words.map(fold));
  const common = setOf(language.commonWords);
  const given = setOf(language.givenNames);
  const weakGiven = setOf(language.weakGivenNames);
  const isCompound = compoundGiven(language, fold, given, weakGiven);
  const finals = new Set(
    language.givenNames.concat(language.weakGivenNames).map((name) => fold(name) + name.slice(-1)),
  );
  const nameParticles = setOf(language.nameParticles);
  const nationalities = setOf(language.nationalities);
  const titles = setOf(language.titles);
  const roles = setOf(language.roleWords);
  const phrases = setOf(language.phraseWords);
  const constructs = setOf(language.constructs);
  const stops = setOf(language.phraseStops);
  const openers = setOf(language.placeOpeners);
  const statal = setOf(language.statal);
  const clauseOpeners = setOf(language.clauseOpeners);
  const heads = new Map(
    language.heads.flatMap((head) => head.words.map((word) => [fold(word), head] as const)),
  );
  const root = growTree(language, heads, fold);

  const isCommon = (folded: string): boolean => {
    if (common.has(folded) || titles.has(folded)) return true;
    const bare = language.withoutArticle(folded);
    return bare !== folded && (common.has(bare) || titles.has(bare));
  };
  const sense = (particles: number, folded: string, written: string): WordSense => {
    const final = written.slice(-1);
    const named = final !== "ى" || finals.has(folded + final);
    const isGiven = named && (given.has(folded) || (!common.has(folded) && isCompound(folded)));
    const isWeak = named && weakGiven.has(folded);
    return {
      particles,
      folded,
      node: root.next.get(folded),
      given: isWeak ? "weak" : isGiven ? "strong" : "no",
      common: isCommon(folded),
      nameParticle: nameParticles.has(folded),
      nationality: nationalities.has(folded),
      title: titles.has(folded),
      role: roles.has(folded),
      head: heads.get(folded),
      headWithoutArticle: heads.get(language.withoutArticle(folded)),
      definite: language.isDefinite(folded),
      adjective: language.isAdjective(folded),
      phrase: phrases.has(folded),
      construct: constructs.has(folded),
      stop: stops.has(folded),
      placeOpener: openers.has(folded),
      statal: statal.has(folded),
    };
  };
  return {
    language,
    fold,
    opensClause: (folded) => clauseOpeners.has(folded),
    readingOf: rememberOfForm(({ text: written, folded }) => {
      const whole = sense(0, folded, written);
      const senses = [
        whole,
        ...language.splitClitics(folded).flatMap((part) => {
          const bare = sense(part.length, part.folded, written);
          const article = language.takenArticle(folded.charAt(part.length - 1));
          const node = article === "" ? undefined : root.next.get(article + part.folded);
          // לשרון: to one of that name sooner than to the plain.
          return node === undefined || bare.given !== "no" ? [bare] : [bare, { ...bare, node }];
        }),
      ];
      if (!whole.common && whole.given === "no" && whole.node === undefined) {
        whole.common =
          /\u064b/u.test(written) ||
          senses.some((part) => part.particles > 0 && part.folded.length > 3 && part.common) ||
          inflects(language, folded, isCommon);
      }
      return {
        senses,
        whole,
        headed: senses.find(({ head }) => head !== undefined),
        statal: senses.find(({ statal: isStatal }) => isStatal),
        beginsName: senses.some(({ node }) => node !== undefined),
      };
    }),
  };
}

/** Whether a word is an everyday word with an ending of verb or noun. */
function inflects(language: NameLanguage, folded: string, isCommon: (folded: string) => boolean): boolean {
  return language.endings.some(
    (ending) =>
      folded.length - ending.length >= 3 &&
      folded.endsWith(ending) &&
      isCommon(folded.slice(0, -ending.length)),
  );
}

function growTree(
  language: NameLanguage,
  heads: ReadonlyMap<string, NameHead>,
  fold: (word: string) => string,
): NameNode {
  const root: NameNode = { next: new Map(), name: undefined, weak: false };
  const weak = new Set(language.weakNames.map((name) => wordsOf(name).map(fold).join(" ")));
  for (const name of language.known) {
    const forms = new Set(name.forms.map((form) => wordsOf(form).map(fold).join(" ")));
    for (const form of name.forms) {
      const words = wordsOf(form).map(fold);
      // «وكالة رويترز»: the kind is no part of the name when the rest is a name by itself.
      const head = words.length > 1 ? heads.get(words[0] ?? "") : undefined;
      if (
        words.length === 0 ||
        (head?.type === name.type &&
          !language.isDefinite(words[1] ?? "") &&
          forms.has(words.slice(1).join(" ")))
      )
        continue;
      let node = root;
      for (const word of words) {
        let next = node.next.get(word);
        if (next === undefined) {
          next = { next: new Map(), name: undefined, weak: false };
          node.next.set(word, next);
        }
        node = next;
      }
      // The list that stands first wins.
      if (node.name === undefined) {
        node.name = name;
        node.weak = weak.has(words.join(" "));
      }
    }
  }
  return root;
}
