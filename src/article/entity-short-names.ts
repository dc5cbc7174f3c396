import type { EntityType } from "../model/article.ts";

/** A name and the folded words of its fullest form. */
export interface NamedGroup {
  type: EntityType;
  words: readonly string[];
  /** Whether a list knows the name, so that it stands for itself. */
  isKnown: boolean;
  /** Whether an adjective of nationality ends the name (الأهلي السعودي). */
  isNational: boolean;
}

/**
 * The one fuller name that a name is short for: of a person some of its words in their order, the last or more than one
 * of the others among them (الشدياق, شميم زيدي); of an organization its first word (الوفاق البيضاوي, الوفاق). A name that lists know
 * is short for the same one with its nation alone: الأهلي stands for الأهلي السعودي where that is named.
 * @param groups as `indexByWord` makes them
 * @returns undefined when no name or more than one fits
 */
export function fullNameOf<T extends NamedGroup>(
  short: T,
  groups: ReadonlyMap<string, readonly T[]>,
): T | undefined {
  // All of its words are in a fuller name: of the names that share one, those of the word that the fewest have.
  let sharing = groups.get(short.words.at(-1) ?? "") ?? [];
  for (const word of short.words) {
    const others = groups.get(word) ?? [];
    if (others.length < sharing.length) sharing = others;
  }
  const fuller = sharing.filter(
    (group) => group !== short && isShortFor(short, group) && (!short.isKnown || isOfNation(short, group)),
  );
  const fullest = fuller.reduce<T | undefined>(
    (best, group) => (best === undefined || group.words.length > best.words.length ? group : best),
    undefined,
  );
  // Several may be meant, unless they are one name in more and less full forms.
  const isOne = fuller.every((group) => group === fullest || (fullest && isShortFor(group, fullest)));
  return isOne ? fullest : undefined;
}

/** The names that have each word, for `fullNameOf`. */
export function indexByWord<T extends NamedGroup>(groups: readonly T[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const group of groups) {
    for (const word of new Set(group.words)) {
      const sharing = index.get(word);
      if (sharing === undefined) index.set(word, [group]);
      else sharing.push(group);
    }
  }
  return index;
}

function isOfNation(short: NamedGroup, full: NamedGroup): boolean {
  return short.type === "Organization" && full.isNational && !full.isKnown;
}

function isShortFor(short: NamedGroup, full: NamedGroup): boolean {
  if (short.type !== full.type || short.words.length >= full.words.length) return false;
  if (short.type === "Organization") {
    return short.words.length === 1 && full.words.length === 2 && short.words[0] === full.words[0];
  }
  if (short.type !== "Person") return false;
  // A given name alone is somebody else's as often.
  if (short.words.length === 1 && short.words[0] === full.words[0]) return false;
  let at = 0;
  for (const word of full.words) if (word === short.words[at]) at += 1;
  return at === short.words.length;
}
