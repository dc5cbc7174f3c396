import { remember } from "../languages/remember.ts";
import { formsOf } from "../languages/word-form.ts";
import type { Annotation, Entity, EntityType } from "../model/article.ts";
import { slugOf } from "../model/slug.ts";
import type { Lexicon } from "./entity-lexicon.ts";
import { fullNameOf, indexByWord } from "./entity-short-names.ts";
import type { Mention } from "./mention.ts";
import { foldedWords, surnameStart } from "./mention-short-forms.ts";
import { stemStart, type Word } from "./mention-words.ts";
import { mentionProvenance } from "./provenance.ts";

/** The same names are in article after article. */
const idOf = remember(slugOf);

interface Group {
  type: EntityType;
  mentions: Mention[];
  /** Folded words of the fullest form. */
  words: string[];
}

/** Those whom one surname or given name may mean. */
interface Bearers {
  groups: Set<Group>;
  /** Where they are named in full, in text order. */
  named: { first: number; group: Group }[];
  /** Where one of them was last named by a part of the name. */
  last?: { first: number; group: Group };
}

/** Mentions of one person, place or body become one entity; entities in order of their first mention. */
export function mergeMentions(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Entity[] {
  const groups = new Map<string, Group>();
  const bySurname = new Map<string, Bearers>();
  const put = (key: string, mention: Mention, folded: string[]): Group => {
    let group = groups.get(key);
    if (group === undefined) {
      group = { type: mention.type, mentions: [], words: folded };
      groups.set(key, group);
    }
    group.mentions.push(mention);
    if (folded.length > group.words.length) group.words = folded;
    return group;
  };
  const later: { mention: Mention; folded: string[] }[] = [];
  for (const mention of mentions) {
    const folded = foldedWords(words, mention);
    if (
      mention.type === "Person" &&
      mention.known === undefined &&
      (folded.length === 1 || mention.source === "short")
    ) {
      later.push({ mention, folded });
      continue;
    }
    const group = put(keyOf(mention, folded, lexicon), mention, folded);
    if (mention.type !== "Person") continue;
    const surname = folded.slice(surnameStart(words, mention) - mention.first).join(" ");
    for (const part of new Set([surname, folded[0] ?? "", folded.at(-1) ?? ""])) {
      let bearers = bySurname.get(part);
      if (bearers === undefined) {
        bearers = { groups: new Set(), named: [] };
        bySurname.set(part, bearers);
      }
      bearers.groups.add(group);
    }
  }
  const bearersOf = new Map<Group, Bearers[]>();
  for (const bearers of bySurname.values()) {
    bearers.named = [...bearers.groups]
      .flatMap((group) => group.mentions.map(({ first }) => ({ first, group })))
      .sort((one, other) => one.first - other.first);
    for (const group of bearers.groups) {
      const own = bearersOf.get(group);
      if (own === undefined) bearersOf.set(group, [bearers]);
      else own.push(bearers);
    }
  }
  for (const { mention, folded } of later) {
    const candidates = bySurname.get(folded.join(" "));
    const owner = candidates === undefined ? undefined : nearest(candidates, mention);
    if (owner === undefined) put(keyOf(mention, folded, lexicon), mention, folded);
    else {
      owner.mentions.push(mention);
      // They come in text order: what was named last is nearer to the next one than what was named before it.
      for (const bearers of bearersOf.get(owner) ?? []) bearers.last = { first: mention.first, group: owner };
    }
  }
  joinShortNames(words, groups);
  joinParenthesized(words, groups);
  return toEntities(text, words, [...groups.values()], lexicon);
}

/** Of several with one surname the one that was named last before, or else first after. */
function nearest({ named, last }: Bearers, { first }: Mention): Group | undefined {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.first ?? 0) > first) high = middle;
    else low = middle + 1;
  }
  const before = named[low - 1];
  if (last !== undefined && (before === undefined || last.first > before.first)) return last.group;
  return (before ?? named[low])?.group;
}

function keyOf(mention: Mention, folded: readonly string[], lexicon: Lexicon): string {
  if (mention.known !== undefined) return `known ${mention.known.type} ${mention.known.forms[0] ?? ""}`;
  const bare = folded.map((word, at) => (at === 0 ? lexicon.language.withoutArticle(word) : word));
  if (mention.type === "Person")
    return `Person ${bare.map((word) => lexicon.language.soundOf(word)).join(" ")}`;
  const head =
    mention.source === "phrase"
      ? lexicon.readingOf(formsOf(lexicon.fold)(folded[0] ?? "")).whole.head
      : undefined;
  // The kind before the name is no part of what tells two names apart: معاهدة ستارت, ستارت.
  if (head !== undefined && head.takes === "proper" && bare.length > 1)
    return `${mention.type} ${bare.slice(1).join(" ")}`;
  return `${mention.type} ${bare.join(" ")}`;
}

/** What is left of a name when some of its words are left out is the same name, unless two names could be meant. */
function joinShortNames(words: readonly Word[], groups: Map<string, Group>): void {
  const named = [...groups].map(([key, group]) => {
    const isKnown = group.mentions.some(({ known }) => known !== undefined);
    const [mention] = group.mentions;
    const last = mention === undefined ? undefined : words[mention.after - 1];
    const isNational = last?.whole.nationality === true;
    return { key, group, isKnown, isNational, type: group.type, words: group.words };
  });
  const byWord = indexByWord(named);
  for (const short of named) {
    const full = fullNameOf(short, byWord);
    if (full === undefined) continue;
    full.group.mentions.push(...short.group.mentions);
    groups.delete(short.key);
  }
}

/** A name and its other form in parentheses after it are one: منظمة الصحة العالمية (الصحة العالمية). */
function joinParenthesized(words: readonly Word[], groups: Map<string, Group>): void {
  const owners = new Map<number, string>();
  for (const [key, group] of groups) for (const { after } of group.mentions) owners.set(after, key);
  for (const [key, group] of [...groups]) {
    for (const mention of group.mentions) {
      if (words[mention.first]?.gap !== "paren") continue;
      const owner = owners.get(mention.first);
      const full = owner === undefined || owner === key ? undefined : groups.get(owner);
      if (full === undefined || full.type !== group.type || group.type === "Place") continue;
      if (words[mention.after] !== undefined && words[mention.after]?.gap === "space") continue;
      full.mentions.push(...group.mentions);
      if (group.words.length > full.words.length) full.words = group.words;
      groups.delete(key);
      break;
    }
  }
}

function toEntities(
  text: string,
  words: readonly Word[],
  groups: readonly Group[],
  lexicon: Lexicon,
): Entity[] {
  const entities = new Map<string, Entity>();
  for (const group of groups) {
    const mentions = group.mentions
      .sort((one, other) => one.first - other.first)
      .map((mention): Annotation => {
        const first = words[mention.first];
        const start = first === undefined ? 0 : stemStart(first, mention.particles);
        const end = words[mention.after - 1]?.end ?? start;
        const provenance = mentionProvenance(mention.source, mention.score);
        return { start, end, text: text.slice(start, end), provenance };
      });
    const known = group.mentions.find((mention) => mention.known !== undefined)?.known;
    const usual = known?.forms[0];
    const shown = group.mentions.map((mention, at) => ({
      mention,
      text: restoreArticle(words, mention, mentions[at]?.text ?? "", lexicon),
    }));
    const name = nameOf(words, shown, group.type === "Place" ? known?.forms : undefined);
    const id = idOf(usual ?? name);
    if (id === "" || mentions.length === 0) continue;
    const same = entities.get(id);
    if (same === undefined) entities.set(id, { id, type: group.type, name, mentions });
    else {
      if (mentions.length > same.mentions.length) {
        same.type = group.type;
        same.name = name;
      }
      for (const mention of mentions) same.mentions.push(mention);
    }
  }
  for (const { mentions } of entities.values()) mentions.sort((one, other) => one.start - other.start);
  return [...entities.values()].sort(
    (one, other) => (one.mentions[0]?.start ?? 0) - (other.mentions[0]?.start ?? 0),
  );
}

/** The name as it stands without particles: للأمم is ل + الأمم, במזרח ב + המזרח. */
function restoreArticle(words: readonly Word[], mention: Mention, text: string, lexicon: Lexicon): string {
  if (mention.particles === 0) return text;
  const word = words[mention.first];
  const folded = word?.senses.find(({ particles }) => particles === mention.particles)?.folded;
  if (word === undefined || folded === undefined) return text;
  const taken = lexicon.language.takenArticle(word.folded.charAt(mention.particles - 1));
  if (taken !== "" && mention.known?.forms.includes(taken + text)) return taken + text;
  const missing = folded.length - (word.folded.length - mention.particles);
  return lexicon.language.isDefinite(folded) && missing > 0 ? folded.slice(0, missing) + text : text;
}

/** Words of Arabic letters with a space between, as most names are. */
const isPlain = /^[\u0621-\u063a\u0641-\u0652]+(?: [\u0621-\u063a\u0641-\u0652]+)*$/u;

/** The fullest form; a place that lists know is called by its usual form when the article has it, be it in capitals (a dateline). */
function nameOf(
  words: readonly Word[],
  shown: readonly { mention: Mention; text: string }[],
  forms: readonly string[] | undefined,
): string {
  if (forms !== undefined) {
    const usual = forms.find((form) =>
      shown.some(({ text }) => text === form || text === form.toUpperCase()),
    );
    if (usual !== undefined) return usual;
  }
  let best = "";
  let most = 0;
  for (const { mention, text } of shown) {
    // A name is given as the text has it when it has all in one line and no mark between.
    let size = mention.after - mention.first;
    for (let at = mention.first + 1; at < mention.after; at += 1) if (words[at]?.gap === "quote") size -= 0.5;
    if (size > most || (size === most && text.length > best.length)) {
      best = text;
      most = size;
    }
  }
  return isPlain.test(best) ? best : best.replace(/\s+/gu, " ").replace(/\u0640/gu, "");
}
