import { remember } from "../languages/remember.ts";
import type { Gender, SpeechLanguage } from "../languages/speech-language.ts";
import type { Entity, Speaker } from "../model/article.ts";
import type { Item } from "./quote-frame.ts";

/** A noun without what is written onto it. */
export interface Noun {
  bare: string;
  definite: boolean;
  preposition: boolean;
}

/** Takes a noun's prefixes off, unless `known` has it with them (the و of «وزير» is its own). */
export function readNoun(folded: string, speech: SpeechLanguage, known?: ReadonlySet<string>): Noun {
  if (known?.has(folded)) return { bare: folded, definite: false, preposition: false };
  for (const prefix of speech.nounPrefixes) {
    if (folded.length < prefix.text.length + 2 || !folded.startsWith(prefix.text)) continue;
    const bare = folded.slice(prefix.text.length);
    if (known === undefined ? prefix.definite : known.has(bare)) {
      return { bare, definite: prefix.definite, preposition: prefix.preposition };
    }
  }
  // The accusative: «دبلوماسيا».
  if (known?.has(folded.slice(0, -1)) && folded.endsWith("ا"))
    return { bare: folded.slice(0, -1), definite: false, preposition: false };
  return { bare: folded, definite: false, preposition: false };
}

interface Introduction {
  entity: Entity;
  words: string[];
}

/** What an article has said so far of who is who. */
export interface SpeakerMemory {
  /** The words that introduced each person, the newest last. */
  introductions: Introduction[];
  /** The institution last named. */
  lastOrganization: Entity | null;
  /** The institution last named with a word, bare. */
  organizationsByWord: Map<string, Entity>;
  /** Who spoke or acted last. */
  last: Speaker | null;
  /** Whose statement is being reported. */
  statement: Speaker | null;
  /** Who spoke or was named as a person, the newest last. */
  heard: Speaker[];
  /** By the name of the speaker. */
  genders: Map<string, Gender>;
}

export function emptyMemory(): SpeakerMemory {
  return {
    introductions: [],
    lastOrganization: null,
    organizationsByWord: new Map(),
    last: null,
    statement: null,
    heard: [],
    genders: new Map(),
  };
}

export function speakerOf(entity: Entity): Speaker {
  return { name: entity.name, entity: entity.id };
}

/**
 * Whom a verb or a pronoun without a name means: who spoke last, or before him the last one whose gender agrees.
 * `word` is folded.
 */
export function recallSubject(
  memory: SpeakerMemory,
  word: string,
  speech: SpeechLanguage,
  entities: ReadonlyMap<string, Entity>,
  outer: Speaker | null = null,
): Speaker | null {
  const gender = genderOf(word, speech);
  const pronoun = speech.pronouns.has(word);
  const agrees = (speaker: Speaker): boolean => {
    if (outer !== null && gender !== undefined && pronoun && speaker.name === outer.name) return false;
    const known = memory.genders.get(speaker.name);
    if (known !== undefined) return gender === undefined || known === gender;
    const type = speaker.entity === null ? undefined : entities.get(speaker.entity)?.type;
    return gender === undefined || type === "Person" || !(pronoun && speech.genders.has(word));
  };
  if (memory.last !== null && agrees(memory.last)) return memory.last;
  for (let at = memory.heard.length - 1; at >= Math.max(0, memory.heard.length - remembered); at -= 1) {
    const speaker = memory.heard[at];
    if (speaker !== undefined && agrees(speaker)) return speaker;
  }
  return memory.last;
}

/** What a verb or a pronoun tells of its subject, the letters written onto it aside. */
export function genderOf(word: string, speech: SpeechLanguage): Gender | undefined {
  const whole = speech.genders.get(word);
  if (whole !== undefined) return whole;
  for (const clitic of speech.verbClitics) {
    const rest = word.startsWith(clitic) ? speech.genders.get(word.slice(clitic.length)) : undefined;
    if (rest !== undefined) return rest;
  }
  return undefined;
}

/** So many speakers back an implied subject is looked for. */
const remembered = 12;
/** So many introductions back the holder of a role is looked for. */
const introduced = 60;
const reach = 7;

/** Remembers the roles that stand before and behind the names of a sentence. */
export function rememberNames(
  items: readonly Item[],
  memory: SpeakerMemory,
  speech: SpeechLanguage,
  fold: (word: string) => string,
): void {
  items.forEach((item, at) => {
    const entity = item.entity;
    if (entity === null) return;
    if (entity.type === "Organization") {
      const words = nounsOf(speech, fold)(entity.name);
      memory.lastOrganization = entity;
      for (const word of words) memory.organizationsByWord.set(word, entity);
      const gender = speech.genders.get(words[0] ?? "");
      if (gender !== undefined && !memory.genders.has(entity.name)) memory.genders.set(entity.name, gender);
      return;
    }
    if (entity.type !== "Person") return;
    const words: string[] = [];
    for (let back = at - 1; back >= 0 && at - back <= reach; back -= 1) {
      const word = items[back];
      if (word === undefined || word.kind === "quote" || word.kind === "colon" || word.speech !== null) break;
      if (
        word.entity?.type === "Person" ||
        speech.complementizers.has(word.folded) ||
        speech.prepositions.has(word.folded)
      )
        break;
      if (word.folded !== "") words.push(readNoun(word.folded, speech).bare);
    }
    const behind = items[at + 1]?.kind === "comma" ? at + 2 : at + 1;
    const role = items[behind];
    if (role?.kind === "word" && speech.roles.has(readNoun(role.folded, speech, speech.roles).bare)) {
      words.push(readNoun(role.folded, speech, speech.roles).bare);
      for (let ahead = behind + 1; ahead < behind + 5; ahead += 1) {
        const word = items[ahead];
        if (
          word === undefined ||
          (word.kind !== "word" && word.entity?.type === "Person") ||
          word.kind === "comma" ||
          word.speech !== null
        )
          break;
        if (word.folded !== "") words.push(readNoun(word.folded, speech).bare);
      }
    }
    memory.heard.push(speakerOf(entity));
    if (words.length > 0) memory.introductions.push({ entity, words });
    for (const word of words) {
      const gender = speech.roles.has(word) ? speech.genders.get(word) : undefined;
      if (gender !== undefined && !memory.genders.has(entity.name)) memory.genders.set(entity.name, gender);
    }
  });
}

const nounReaders = new WeakMap<SpeechLanguage, (name: string) => string[]>();

/** Reads the bare words of a name; each name once. */
function nounsOf(speech: SpeechLanguage, fold: (word: string) => string): (name: string) => string[] {
  const known = nounReaders.get(speech);
  if (known !== undefined) return known;
  const reader = remember((name) => name.split(/\s+/u).map((word) => readNoun(fold(word), speech).bare));
  nounReaders.set(speech, reader);
  return reader;
}

/** The person last introduced with a role: «المتحدث الروسي». `words` are bare, the head first. */
export function recallRole(
  memory: SpeakerMemory,
  words: readonly string[],
  speech: SpeechLanguage,
): Entity | null {
  const head = words[0];
  if (head === undefined) return null;
  const rest = words.slice(1);
  let best: Entity | null = null;
  let bestScore = 0;
  for (
    let at = memory.introductions.length - 1;
    at >= Math.max(0, memory.introductions.length - introduced);
    at -= 1
  ) {
    const known = memory.introductions[at];
    if (known === undefined || !known.words.includes(head)) continue;
    const shared = rest.filter((word) => known.words.includes(word)).length;
    const score = 1 + 2 * shared;
    if (score > bestScore) {
      bestScore = score;
      best = known.entity;
    }
  }
  if (bestScore === 1 && rest.length > 0) {
    // «الرئيس الأمريكي» is not the only president known, if another nationality introduced him.
    const holder = memory.introductions
      .slice(-introduced)
      .find((known) => known.entity === best && known.words.includes(head));
    const adjective = (word: string): boolean =>
      speech.nationality?.test(word) === true && !speech.general.has(word);
    if (holder?.words.some(adjective) && rest.some(adjective)) return null;
  }
  return best;
}

/** The institution last named of which this noun is a part: «الوزارة». */
export function recallOrganization(memory: SpeakerMemory, bare: string): Entity | null {
  return memory.organizationsByWord.get(bare) ?? null;
}
