import type { SpeechLanguage } from "../languages/speech-language.ts";
import type { Entity, Speaker } from "../model/article.ts";
import type { Item } from "./quote-frame.ts";
import {
  genderOf,
  readNoun,
  recallOrganization,
  recallRole,
  recallSubject,
  type SpeakerMemory,
  speakerOf,
} from "./speaker-memory.ts";

/** A word of a sentence that reports speech, and who speaks by it. */
export interface Cue {
  /** Index of its item. */
  at: number;
  /** The items from its first to behind its last that belong to it, its subject with it. */
  from: number;
  to: number;
  kind: "verb" | "participle" | "relay" | "source" | "colon";
  joined: boolean;
  speaker: Speaker | null;
  /** Its subject stands beside it. */
  explicit: boolean;
  /** Its subject is one who passes speech on. */
  passing: boolean;
}

export interface Subject {
  speaker: Speaker | null;
  passing: boolean;
  /** Index behind its last item. */
  to: number;
}

/** A subject is looked for in this many items. */
const width = 18;

export interface CueContext {
  text: string;
  speech: SpeechLanguage;
  memory: SpeakerMemory;
  /** By id. */
  entities: ReadonlyMap<string, Entity>;
  /** Who utters the words that are being read; he is no "she" of his own. */
  outer?: Speaker | null;
  /** Who the sentence begins with. */
  opener?: Speaker | null;
}

/** All the cues of a sentence, in order. */
export function readCues(items: readonly Item[], context: CueContext): Cue[] {
  const cues: Cue[] = [];
  let previous: Speaker | null = null;
  const opener = sentenceSubject(items, context);
  context.opener = opener?.speaker ?? null;
  items.forEach((item, at) => {
    if (item.speech === null) return;
    const last = cues[cues.length - 1];
    // Words inside «نقلت … عن … قوله» start no report of their own.
    if (last?.kind === "relay" && at < last.to) return;
    const found = readCue(items, at, context, cues);
    if (found === null) return;
    if (!found.explicit) {
      found.speaker =
        agreeing(previous, item.folded, context) ??
        (opener !== null && opener.to <= at ? agreeing(opener.speaker, item.folded, context) : null) ??
        recallSubject(context.memory, item.folded, context.speech, context.entities);
    } else if (found.speaker !== null && found.kind === "verb") {
      const gender = genderOf(item.folded, context.speech);
      if (gender === "feminine" || (gender !== undefined && !context.memory.genders.has(found.speaker.name)))
        context.memory.genders.set(found.speaker.name, gender);
    }
    if (found.speaker !== null && !found.passing) context.memory.heard.push(found.speaker);
    if (found.speaker !== null && !(found.passing && previous !== null)) previous = found.speaker;
    cues.push(found);
  });
  return cues;
}

/** The speaker, unless the word agrees with another gender. */
function agreeing(speaker: Speaker | null, word: string, context: CueContext): Speaker | null {
  if (speaker === null) return null;
  const known = context.memory.genders.get(speaker.name);
  const gender = genderOf(word, context.speech);
  return known !== undefined && gender !== undefined && known !== gender ? null : speaker;
}

function readCue(items: readonly Item[], at: number, context: CueContext, cues: readonly Cue[]): Cue | null {
  const { speech } = context;
  const item = items[at];
  if (item === undefined || item.speech === null) return null;
  const base = {
    at,
    from: at,
    to: at + 1,
    joined: item.joined,
    speaker: null,
    explicit: false,
    passing: false,
  };
  const found = (kind: Cue["kind"], subject: Subject | null, from = at): Cue =>
    subject === null
      ? { ...base, kind, from }
      : {
          ...base,
          kind,
          from,
          to: Math.max(at + 1, subject.to),
          speaker: subject.speaker,
          explicit: true,
          passing: subject.passing,
        };
  switch (item.speech) {
    case "participle":
      return found("participle", null);
    case "source": {
      const subject = subjectAfter(items, at + 1, context, true);
      return subject === null ? null : found("source", subject);
    }
    case "source-after": {
      const start = clauseStart(items, at, speech);
      const subject = subjectIn(items, start, at, context, false);
      return subject === null ? null : { ...found("source", subject, start), to: at + 1 };
    }
    case "relay": {
      for (let next = at + 1; next < Math.min(items.length, at + width); next += 1) {
        const word = items[next];
        if (word === undefined || word.kind === "colon") break;
        const attached =
          word.kind === "name" &&
          [...speech.from].some((from) => from.length === 1 && word.clitic.endsWith(from));
        if (!attached && !speech.from.has(word.folded)) continue;
        const subject = subjectAfter(items, attached ? next : next + 1, context, true);
        if (subject !== null) return found("relay", subject);
      }
      const subject = subjectAfter(items, at + 1, context, false);
      return subject === null ? found("relay", null) : { ...found("relay", subject), passing: true };
    }
    case "verb": {
      const after = (): Cue | null => {
        const subject = subjectAfter(items, at + 1, context, false);
        return subject === null ? null : found("verb", subject);
      };
      const before = (): Cue | null => {
        const marked = markedSubject(items, at, context);
        if (marked !== null) return { ...found("verb", marked.subject, marked.from), to: at + 1 };
        const start = clauseStart(items, at, speech);
        if (start >= at) return null;
        const subject = subjectIn(items, start, at, context, false);
        return subject === null ? null : { ...found("verb", subject, start), to: at + 1 };
      };
      if (speech.subject === "after") {
        const subject = after();
        if (subject !== null) return subject;
        // Subject first, at the head of the sentence: inside what is said, another's verb starts no new report.
        return (
          (!item.joined && cues.length === 0 && clauseStart(items, at, speech) === 0 ? before() : null) ??
          found("verb", null)
        );
      }
      if (speech.subject === "before") return before() ?? found("verb", null);
      const quoteBefore =
        items[at - 1]?.kind === "quote" ||
        (items[at - 1]?.kind === "comma" && items[at - 2]?.kind === "quote");
      return (quoteBefore ? after() : (before() ?? after())) ?? found("verb", null);
    }
  }
}

/** The subject that a word behind it marks as one («نے»), also with what is said between it and the verb. */
function markedSubject(
  items: readonly Item[],
  at: number,
  context: CueContext,
): { subject: Subject; from: number } | null {
  const { speech } = context;
  if (speech.subjectMarkers.size === 0) return null;
  for (let marker = at - 1; marker >= Math.max(0, at - width); marker -= 1) {
    const item = items[marker];
    if (item === undefined || item.speech !== null || item.kind === "colon") return null;
    if (item.kind !== "word" || !speech.subjectMarkers.has(item.folded)) continue;
    let from = marker;
    while (from > 0 && marker - from < 8) {
      const word = items[from - 1];
      if (word === undefined || word.kind === "comma" || word.kind === "quote" || word.kind === "colon")
        break;
      if (speech.prepositions.has(word.folded) || speech.complementizers.has(word.folded)) break;
      from -= 1;
    }
    const subject = subjectIn(items, from, marker, context, false);
    return subject === null ? null : { subject, from };
  }
  return null;
}

/** Where the clause of an item begins: behind the last quotation, colon, complementizer or speech verb before it. */
function clauseStart(items: readonly Item[], at: number, speech: SpeechLanguage): number {
  let start = at;
  while (start > 0 && at - start < width) {
    const item = items[start - 1];
    if (item === undefined || item.kind === "colon" || item.speech === "verb") break;
    if (item.kind === "quote" && item.entity === null) break;
    start -= 1;
    if (speech.openers.has(item.folded) && items[start - 1]?.kind === "comma") break;
  }
  while (start < at && items[start]?.kind === "comma") start += 1;
  return start;
}

/** The subject that follows, up to what is said. */
export function subjectAfter(
  items: readonly Item[],
  from: number,
  context: CueContext,
  source: boolean,
): Subject | null {
  const { speech } = context;
  let end = from;
  let commas = 0;
  for (; end < Math.min(items.length, from + width); end += 1) {
    const item = items[end];
    if (item === undefined || item.kind === "colon" || speech.complementizers.has(item.folded)) break;
    if (item.kind === "quote" && item.entity === null && (item.end - item.start > 24 || end === from)) break;
    if (item.kind === "comma") {
      commas += 1;
      // A name may stand in commas behind its role; then the rest is another clause.
      if (
        end === from ||
        commas > 1 ||
        items[end - 1]?.entity?.type === "Person" ||
        !isNameNear(items, end + 1)
      )
        break;
      continue;
    }
    if (item.speech !== null && end > from) break;
  }
  return subjectIn(items, from, end, context, source);
}

/** A name, at most two words of title before it. */
function isNameNear(items: readonly Item[], at: number): boolean {
  for (let next = at; next < at + 3; next += 1) {
    const item = items[next];
    if (item?.kind === "name") return next === at || item.entity?.type === "Person";
    if (item?.kind !== "word" || item.speech !== null) return false;
  }
  return false;
}

/** Who the items between two places name, up to a preposition that leads away from the subject. */
export function subjectIn(
  items: readonly Item[],
  from: number,
  to: number,
  context: CueContext,
  source: boolean,
): Subject | null {
  const { speech, memory, text } = context;
  let end = from;
  let first = from;
  while (
    first < to &&
    (speech.articles.has(items[first]?.folded ?? "") ||
      speech.openers.has(items[first]?.folded ?? "") ||
      ((first === from || speech.openers.has(items[first - 1]?.folded ?? "")) &&
        speech.complementizers.has(items[first]?.folded ?? "")) ||
      (source && speech.prepositions.has(items[first]?.folded ?? "")) ||
      items[first]?.kind === "comma")
  )
    first += 1;
  for (end = first; end < to; end += 1) {
    const item = items[end];
    if (item === undefined) break;
    if (item.kind === "word" && speech.prepositions.has(item.folded)) break;
    if (
      item.kind === "name" &&
      !(source && end === first) &&
      isPrepositional(item, speech) &&
      !holdsPerson(items, first, end, to, speech) &&
      !speech.statements.has(readNoun(items[end - 1]?.folded ?? "", speech, speech.statements).bare)
    )
      break;
  }
  const beside = items[to - 1];
  const atVerb = !source && to > from && items[to]?.speech === "verb";
  if (atVerb && beside?.entity?.type === "Person" && beside.clitic === "")
    return { speaker: speakerOf(beside.entity), passing: false, to };
  // «בקק"ל מסרו», «נמסר מהמשרד»: an institution speaks behind such a letter too.
  const institutional = atVerb ? beside : items[first];
  if (
    institutional?.entity?.type === "Organization" &&
    speech.institutionClitics.has(institutional.clitic) &&
    (atVerb || items[from - 1]?.speech === "verb")
  )
    return { speaker: speakerOf(institutional.entity), passing: false, to: Math.max(first + 1, end) };
  const pronoun =
    atVerb &&
    beside?.kind === "word" &&
    speech.pronouns.has(beside.folded) &&
    !speech.from.has(items[to - 2]?.folded ?? "");
  const head = pronoun ? beside : items[first];
  if (end <= first && !pronoun && atVerb) {
    // "In a statement, the club said": what leads in is no subject.
    const comma = items.findIndex((item, at) => at >= first && at < to && item.kind === "comma");
    return comma < 0 ? null : subjectIn(items, comma + 1, to, context, source);
  }
  if (head === undefined || (end <= first && !pronoun)) return null;
  if (head.kind === "word" && speech.pronouns.has(head.folded)) {
    const opener = context.opener ?? null;
    const meant =
      (opener !== null && context.entities.get(opener.entity ?? "")?.type === "Person"
        ? agreeing(opener, head.folded, context)
        : null) ?? recallSubject(memory, head.folded, speech, context.entities, context.outer);
    return meant === null ? null : { speaker: meant, passing: false, to: first + 1 };
  }
  const named = items.slice(first, end);
  const statement = head.kind === "word" ? readNoun(head.folded, speech, speech.statements) : null;
  const person = pickPerson(named);
  if (statement !== null && speech.statements.has(statement.bare)) {
    const owner = items
      .slice(first, Math.min(to, end + 3))
      .find((item) => item.entity?.type === "Organization" || item.entity?.type === "Person");
    const speaker = owner?.entity ? speakerOf(owner.entity) : (memory.statement ?? memory.last);
    if (speaker !== null) {
      memory.statement = speaker;
      return { speaker, passing: false, to: end };
    }
    return null;
  }
  if (person?.entity) return { speaker: speakerOf(person.entity), passing: false, to: end };
  const role = head.kind === "word" ? readNoun(head.folded, speech, speech.roles) : null;
  const nouns = named
    .filter((item) => item.folded !== "")
    .map((item) => readNoun(item.folded, speech, speech.roles).bare);
  const institution = named.find((item) => item.entity?.type === "Organization");
  if (role !== null && speech.roles.has(role.bare)) {
    const plainNoun =
      speech.nounPrefixes.length === 0 ||
      role.definite ||
      speech.articles.has(items[first - 1]?.folded ?? "");
    const known = plainNoun ? recallRole(memory, nouns, speech) : null;
    if (known !== null) return { speaker: speakerOf(known), passing: false, to: end };
    if (institution?.entity) return { speaker: speakerOf(institution.entity), passing: false, to: end };
    const last =
      named
        .filter((item) => item.kind !== "comma" && !speech.linkers.has(item.folded))
        .slice(0, 5)
        .at(-1) ?? head;
    const start = definiteStart(head, role, speech);
    return {
      speaker: { name: text.slice(start, last.end).replace(accusative, ""), entity: null },
      passing: false,
      to: end,
    };
  }
  if (head.kind === "word" && speech.anonymous.has(head.folded)) {
    // «یکی از آنان»: the preposition belongs to the name.
    const partitive = speech.from.has(items[first + 1]?.folded ?? "") ? items[first + 2] : undefined;
    const plain = named.filter((item) => item.kind !== "comma" && !speech.linkers.has(item.folded));
    const last = partitive ?? plain[Math.min(plain.length, 3) - 1] ?? head;
    return { speaker: { name: text.slice(head.start, last.end), entity: null }, passing: false, to: end };
  }
  const headNoun = head.kind === "word" ? readNoun(head.folded, speech) : null;
  const isAgency =
    headNoun !== null && speech.agencies.has(readNoun(head.folded, speech, speech.agencies).bare);
  if (institution?.entity && named.indexOf(institution) <= 4) {
    const passing =
      isAgency ||
      institution.entity.name
        .split(/\s+/u)
        .some((word) => speech.agencies.has(foldedName(word, speech, named)));
    if (passing || institution.entity) {
      const speaker = speakerOf(institution.entity);
      if (source && !passing) memory.statement = speaker;
      return { speaker, passing, to: end };
    }
  }
  if (head.kind === "name" && head.entity?.type === "Place")
    return { speaker: speakerOf(head.entity), passing: false, to: first + 1 };
  if (headNoun !== null) {
    const organization = recallOrganization(memory, headNoun.bare);
    const fits = headNoun.definite || speech.articles.has(items[first - 1]?.folded ?? "");
    if (fits && organization !== null)
      return { speaker: speakerOf(organization), passing: isAgency, to: end };
    const latest = fits && speech.institutions.has(headNoun.bare) ? memory.lastOrganization : null;
    if (latest !== null) return { speaker: speakerOf(latest), passing: false, to: end };
    const known = fits ? recallRole(memory, nouns, speech) : null;
    if (known !== null) return { speaker: speakerOf(known), passing: false, to: end };
    if (source && isAgency) return { speaker: null, passing: true, to: end };
  }
  return null;
}

/** «المتحدث الرسمي للمديرية الرائد ماجد»: a role, whose holder's name follows behind the institution. */
function holdsPerson(
  items: readonly Item[],
  head: number,
  at: number,
  to: number,
  speech: SpeechLanguage,
): boolean {
  const role = items[head];
  if (role?.kind !== "word" || !speech.roles.has(readNoun(role.folded, speech, speech.roles).bare))
    return false;
  if (items[at]?.entity?.type !== "Organization") return false;
  for (let next = at + 1; next < Math.min(to, at + 5); next += 1) {
    const item = items[next];
    if (item === undefined || (item.kind !== "word" && item.kind !== "name")) return false;
    if (item.kind === "name") return item.entity?.type === "Person" && item.clitic === "";
    if (speech.prepositions.has(item.folded)) return false;
  }
  return false;
}

function foldedName(word: string, speech: SpeechLanguage, named: readonly Item[]): string {
  const item = named.find((candidate) => candidate.entity?.name.startsWith(word));
  return readNoun(item?.folded ?? word, speech, speech.agencies).bare;
}

/** A role is named in the nominative: «دبلوماسياً غربياً» is دبلوماسي غربي. */
const accusative = /اً|ًا/gu;

/** The name of a role without what is written onto its first word. */
function definiteStart(
  head: Item,
  role: { bare: string; definite: boolean },
  speech: SpeechLanguage,
): number {
  const extra = head.folded.startsWith(role.bare) ? 0 : head.folded.length - role.bare.length;
  const prefix = speech.nounPrefixes.find(
    (candidate) => candidate.definite && head.folded.startsWith(candidate.text),
  );
  if (extra <= 0 || prefix === undefined) return head.start + Math.max(0, extra);
  // The article stays; the particles before it do not.
  return head.start + Math.max(0, extra - 2);
}

/** A head that is a person is the subject; else the last of those that follow without a comma. */
function pickPerson(named: readonly Item[]): Item | undefined {
  const people = named.filter((item) => item.entity?.type === "Person");
  if (people.length < 2 || named[0] === people[0]) return people[0];
  let chosen = people[0];
  for (const person of people.slice(1)) {
    const between = named.slice(named.indexOf(chosen ?? person) + 1, named.indexOf(person));
    if (person.clitic !== "" || between.some((item) => item.kind === "comma")) break;
    chosen = person;
  }
  return chosen;
}

function isPrepositional(item: Item, speech: SpeechLanguage): boolean {
  return item.clitic !== "" && speech.prepositionClitics.has(item.clitic.slice(-1));
}

/** Who the sentence begins with, as the one who acts in it. */
export function sentenceSubject(items: readonly Item[], context: CueContext): Subject | null {
  for (let at = 0; at < Math.min(items.length, 6); at += 1) {
    const item = items[at];
    if (item === undefined || (item.kind === "quote" && item.entity === null) || item.kind === "colon")
      return null;
    if (
      item.kind === "word" &&
      (context.speech.prepositions.has(item.folded) || context.speech.complementizers.has(item.folded))
    )
      return null;
    if (item.kind === "word" && at < 3) {
      const noun = readNoun(item.folded, context.speech);
      const organization = noun.definite ? recallOrganization(context.memory, noun.bare) : null;
      if (organization !== null) return { speaker: speakerOf(organization), passing: false, to: at + 1 };
    }
    if (item.entity === null) continue;
    if (isPrepositional(item, context.speech)) return null;
    if (item.entity.type === "Person" || item.entity.type === "Organization") {
      // «Wolves coach Cormac»: the one whom the institution goes before.
      const next = items.slice(at + 1, at + 4);
      const holder = next.findIndex((other) => other.kind !== "word" || other.speech !== null);
      const person = item.entity.type === "Organization" ? next[holder] : undefined;
      if (person?.entity?.type === "Person" && person.clitic === "")
        return { speaker: speakerOf(person.entity), passing: false, to: at + holder + 2 };
      return { speaker: speakerOf(item.entity), passing: false, to: at + 1 };
    }
  }
  return null;
}
