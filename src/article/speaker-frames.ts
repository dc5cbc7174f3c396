import type { SpeechLanguage } from "../languages/speech-language.ts";
import type { Item } from "./quote-frame.ts";
import { agreeing, type CueContext, type Subject, width } from "./speaker-context.ts";
import { speakerOf } from "./speaker-memory.ts";
import { subjectIn } from "./speaker-subject.ts";

/** The subject that stands before its verb: «كان … قد قال», «أما … فقال», «… الذي قال». */
export function framedSubject(items: readonly Item[], at: number, context: CueContext): Subject | null {
  const { frames } = context.speech;
  if (frames === null) return null;
  return (
    behindAuxiliary(items, at, context) ?? behindTopic(items, at, context) ?? relative(items, at, context)
  );
}

function behindAuxiliary(items: readonly Item[], at: number, context: CueContext): Subject | null {
  const { frames } = context.speech;
  const marked = frames?.perfect.has(items[at - 1]?.folded ?? "") === true;
  const to = marked ? at - 1 : at;
  for (let back = to - 1; back >= Math.max(0, at - width); back -= 1) {
    const item = items[back];
    if (item === undefined || item.kind === "quote" || item.kind === "colon" || item.speech !== null)
      return null;
    if (item.kind === "comma" && !marked) return null;
    if (frames?.auxiliaries.has(item.folded) !== true) continue;
    return back + 1 < to ? subjectIn(items, back + 1, to, context, false) : null;
  }
  return null;
}

function behindTopic(items: readonly Item[], at: number, context: CueContext): Subject | null {
  const { frames } = context.speech;
  const verb = items[at];
  if (frames === null || verb === undefined || !verb.joined || !verb.folded.startsWith(frames.topicClitic))
    return null;
  const topic = items.findLastIndex((item, index) => index < at && frames.topics.has(item.folded));
  if (topic < 0 || at - topic > width) return null;
  const comma = items.findIndex((item, index) => index > topic && item.kind === "comma");
  return subjectIn(items, topic + 1, comma < 0 ? at : Math.min(comma, at), context, false);
}

function relative(items: readonly Item[], at: number, context: CueContext): Subject | null {
  const { frames } = context.speech;
  if (frames?.relatives.has(items[at - 1]?.folded ?? "") !== true) return null;
  for (let back = at - 2; back >= Math.max(0, at - 8); back -= 1) {
    const item = items[back];
    if (item === undefined || item.speech !== null || item.kind === "quote" || item.kind === "colon")
      return null;
    if (item.entity?.type !== "Person" && item.entity?.type !== "Organization") continue;
    const speaker = agreeing(speakerOf(item.entity), items[at]?.folded ?? "", context);
    return speaker === null ? null : { speaker, passing: false, to: at + 1 };
  }
  return null;
}

/** Whether what follows a verb is its object, as somebody who acts in the sentence already goes on: «الذي أنكر، وخاطب القاضي». */
export function takesObject(item: Item, speech: SpeechLanguage): boolean {
  const { frames } = speech;
  if (frames === null || !item.joined) return false;
  return speech.verbClitics.some(
    (clitic) => item.folded.startsWith(clitic) && frames.addressing.has(item.folded.slice(clitic.length)),
  );
}
