import type { SpeechLanguage } from "../languages/speech-language.ts";
import type { Speaker } from "../model/article.ts";
import type { Item } from "./quote-frame.ts";
import { agreeing, type CueContext, type Subject, width } from "./speaker-context.ts";
import { framedSubject, takesObject } from "./speaker-frames.ts";
import { genderOf, readNoun, recallSubject } from "./speaker-memory.ts";
import { subjectAfter, subjectIn } from "./speaker-subject.ts";

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

/** All the cues of a sentence, in order; `opener` is whom it begins with. */
export function readCues(items: readonly Item[], context: CueContext, opener: Subject | null): Cue[] {
  const cues: Cue[] = [];
  let previous: Speaker | null = null;
  let told = false;
  context.opener = opener?.speaker ?? null;
  items.forEach((item, at) => {
    if (item.speech === null) return;
    const last = cues[cues.length - 1];
    // Words inside «نقلت … عن … قوله» start no report of their own.
    if (last?.kind === "relay" && at < last.to) return;
    const found = readCue(items, at, context, { any: cues.length > 0, told });
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
    told ||= found.speaker !== null;
    cues.push(found);
  });
  return cues;
}

/** @param before whether there are cues before it, and whether one of them has a speaker */
function readCue(
  items: readonly Item[],
  at: number,
  context: CueContext,
  before: { any: boolean; told: boolean },
): Cue | null {
  const { speech } = context;
  const item = items[at];
  if (item === undefined || item.speech === null || isDoubtful(items, at, speech)) return null;
  const { joined } = item;
  const found = (kind: Cue["kind"], subject: Subject | null, from = at): Cue => ({
    at,
    from,
    to: subject === null ? at + 1 : Math.max(at + 1, subject.to),
    kind,
    joined,
    speaker: subject === null ? null : subject.speaker,
    explicit: subject !== null,
    passing: subject?.passing === true,
  });
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
      const subjectBefore = (): Cue | null => {
        const marked = markedSubject(items, at, context);
        if (marked !== null) return { ...found("verb", marked.subject, marked.from), to: at + 1 };
        const said = speech.subject === "before" ? beforeQuotations(items, at) : at;
        const start = clauseStart(items, said, speech);
        if (start >= said) return null;
        const subject = subjectIn(items, start, said, context, false);
        return subject === null ? null : { ...found("verb", subject, start), to: at + 1 };
      };
      if (speech.subject === "after") {
        const framed = framedSubject(items, at, context);
        if (framed !== null) return { ...found("verb", framed, Math.min(at, framed.to)), to: at + 1 };
        if (before.told && takesObject(item, speech)) return found("verb", null);
        const subject = after();
        if (subject !== null) return subject;
        // Subject first, at the head of the sentence: inside what is said, another's verb starts no new report.
        return (
          (!item.joined && !before.any && clauseStart(items, at, speech) === 0 ? subjectBefore() : null) ??
          found("verb", null)
        );
      }
      if (speech.subject === "before") return subjectBefore() ?? found("verb", null);
      const quoteBefore =
        items[at - 1]?.kind === "quote" ||
        (items[at - 1]?.kind === "comma" && items[at - 2]?.kind === "quote");
      return (quoteBefore ? after() : (subjectBefore() ?? after())) ?? found("verb", null);
    }
  }
}

/** Whether a verb that is another word as often has nobody behind it who could speak. */
function isDoubtful(items: readonly Item[], at: number, speech: SpeechLanguage): boolean {
  const item = items[at];
  if (item === undefined || speech.doubtful.size === 0) return false;
  const clitic = item.joined ? speech.verbClitics.find((letters) => item.folded.startsWith(letters)) : "";
  if (!speech.doubtful.has(item.folded.slice((clitic ?? "").length))) return false;
  const next = items[at + 1];
  if (next?.kind === "name") return next.clitic !== "" || next.entity?.type === "Place";
  if (next?.kind !== "word") return true;
  const role = readNoun(next.folded, speech, speech.roles);
  return !role.definite || !speech.roles.has(role.bare);
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

/** Where the quotations begin that stand right before a verb: «X, "…" dedi» has its subject before them. */
function beforeQuotations(items: readonly Item[], at: number): number {
  let start = at;
  while (start > 0) {
    const item = items[start - 1];
    if (item?.kind !== "comma" && !(item?.kind === "quote" && item.entity === null)) break;
    start -= 1;
  }
  return start;
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
