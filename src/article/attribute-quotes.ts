import type { SpeechLanguage } from "../languages/speech-language.ts";
import { countWords } from "../languages/tokens.ts";
import type { Entity, Quote, Range, Speaker } from "../model/article.ts";
import type { Block } from "./block.ts";
import { type QuoteRule, ruleProvenance } from "./provenance.ts";
import type { QuotationSpan } from "./quotation-spans.ts";
import { childrenOf, type FrameContext, type Item, readSentences } from "./quote-frame.ts";
import type { CueContext } from "./speaker-context.ts";
import { type Cue, readCues } from "./speaker-cues.ts";
import { emptyMemory, readNoun, rememberNames, speakerOf } from "./speaker-memory.ts";
import { sentenceSubject } from "./speaker-opener.ts";
import { subjectIn } from "./speaker-subject.ts";

export interface QuoteInput {
  text: string;
  blocks: readonly Block[];
  /** As `findQuotationSpans` gives them. */
  spans: readonly QuotationSpan[];
  entities: readonly Entity[];
  speech: SpeechLanguage;
  /** As the language pack folds a word. */
  fold: (word: string) => string;
}

/** What a quotation is, by which rule, and who speaks by which. */
type Decision =
  | { kind: "term"; rule: QuoteRule }
  | { kind: "speech"; rule: QuoteRule; speaker: Speaker | null; by: QuoteRule };

const ruleOf: Readonly<Record<Cue["kind"], QuoteRule>> = {
  verb: "speaker/verb",
  participle: "speaker/participle",
  relay: "speaker/relay",
  source: "speaker/source",
  colon: "speaker/colon",
};

/** Quotations within quotations are read so many levels down; deeper ones keep no speaker. */
const deepest = 6;
/** So many characters tell whether a quotation is long. */
const glance = 160;
/** So far before a colon he who speaks by it is looked for, in words. */
const colonReach = 40;
/** Fewer words than this are a term, even when they are attributed. */
const speechWords = 3;
/** Words without an attribution in their sentence are speech from this many on. */
const ownSentenceWords = 4;
/** Words between a quotation and the verb that comments on it at most. */
const longestComment = 3;

/**
 * The quotations of an article, a quote for each span and in the same order: a term, or speech with its speaker, null
 * when the text does not tell. Offsets are those of `text`. Linear in the text.
 */
export function attributeQuotes(input: QuoteInput): Quote[] {
  const { text, spans, entities, speech } = input;
  if (spans.length === 0) return [];
  const mentions = entities
    .flatMap((entity) =>
      entity.mentions.map((mention) => ({ start: mention.start, end: mention.end, entity })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const frame: FrameContext = { ...input, mentions, children: childrenOf(spans) };
  const memory = emptyMemory();
  const context: CueContext = {
    text,
    speech,
    memory,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
  };
  const decided: Decision[] = spans.map(() => ({ kind: "term", rule: "quote/short" }));
  const say = (index: number, speaker: Speaker | null, rule: QuoteRule, by: QuoteRule): void => {
    decided[index] = { kind: "speech", speaker, rule, by };
  };

  const decide = (items: readonly Item[], cues: readonly Cue[], at: number, outer: Speaker | null): void => {
    const span = spans[items[at]?.span ?? -1];
    const index = items[at]?.span ?? -1;
    if (span === undefined) return;
    const words = countWords(text, span.start, Math.min(span.end, span.start + glance));
    if (words < speechWords) return;
    if (isNamed(mentions, span)) {
      decided[index] = { kind: "term", rule: "quote/name" };
      return;
    }
    if (isNaming(items, at, speech, text.charAt(span.start))) {
      decided[index] = { kind: "term", rule: "quote/naming-noun" };
      return;
    }
    const cue = cueFor(items, cues, at, speech);
    const colon = cue === null ? speakerAtColon(items, at, context) : null;
    const beside =
      items[at - 1]?.kind === "colon" && items[at - 3]?.kind === "comma" ? items[at - 2] : undefined;
    if (cue?.speaker?.entity === null && beside?.entity?.type === "Person")
      say(index, speakerOf(beside.entity), "quote/attributed", "speaker/colon");
    else if (cue !== null)
      say(index, cue.speaker, "quote/attributed", cue.explicit ? ruleOf[cue.kind] : "speaker/implied");
    else if (colon !== null) say(index, colon.speaker, "quote/attributed", "speaker/colon");
    else {
      const sentence = /[.!?؟۔…]["”»“'’]?$/u.test(text.slice(Math.max(span.start, span.end - 2), span.end));
      const alone =
        items.length <= 8 && items.every((item) => item.kind === "quote" || item.kind === "comma");
      if (alone || sentence || words >= ownSentenceWords) {
        const rule = alone || sentence ? "quote/sentence" : "quote/length";
        say(index, outer ?? memory.last, rule, "speaker/carried-on");
      } else decided[index] = { kind: "term", rule: "quote/unattributed" };
    }
  };

  const read = (
    range: { start: number; end: number },
    parent: number | null,
    outer: Speaker | null,
    depth: number,
  ): void => {
    for (const items of readSentences(frame, range, parent)) {
      context.outer = outer;
      rememberNames(items, memory, speech, input.fold);
      const before = memory.last;
      const opener = sentenceSubject(items, context);
      const cues = readCues(items, context, opener);
      if (cues.length === 0 && opener?.speaker) memory.last = opener.speaker;
      items.forEach((item, at) => {
        if (item.kind !== "quote") return;
        decide(items, cues, at, outer);
      });
      const telling = cues.filter((cue) => cue.speaker !== null && !cue.passing).at(-1) ?? cues.at(-1);
      if (telling?.speaker) memory.last = telling.speaker;
      for (const item of items) {
        const span = spans[item.span];
        if (item.kind !== "quote" || span === undefined) continue;
        const said = decided[item.span];
        if (said?.kind !== "speech") continue;
        if (depth >= deepest || !(frame.children.get(item.span)?.length ?? 0)) continue;
        const held = memory.last;
        memory.last = said.speaker;
        read(span, item.span, said.speaker, depth + 1);
        memory.last = held;
      }
      if (parent !== null) memory.last = before;
    }
  };
  // What comes after the last quotation tells of none before it.
  const last = spans.at(-1)?.outer.start ?? 0;
  for (const block of input.blocks) {
    if (block.start > last) break;
    if (block.kind === "heading") {
      const held = memory.last;
      read(block, null, null, 0);
      memory.last = held;
    } else read(block, null, null, 0);
  }
  return spans.map(({ start, end }, index): Quote => {
    const quoted = text.slice(start, end);
    const said = decided[index];
    const provenance = ruleProvenance(said?.rule ?? "quote/short");
    if (said?.kind !== "speech") return { start, end, text: quoted, kind: "term", speaker: null, provenance };
    const speaker = said.speaker === null ? null : { ...said.speaker, provenance: ruleProvenance(said.by) };
    return { start, end, text: quoted, kind: "speech", speaker, provenance };
  });
}

/** Whether a mention has the very words of a range. @param mentions by their starts */
function isNamed(mentions: FrameContext["mentions"], { start, end }: Range): boolean {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; mentions[at]?.start === start; at += 1) if (mentions[at]?.end === end) return true;
  return false;
}

/** «أن», «فإن». */
function isComplementizer({ folded }: Item, speech: SpeechLanguage): boolean {
  if (speech.complementizers.has(folded)) return true;
  return speech.verbClitics.some(
    (clitic) => folded.startsWith(clitic) && speech.complementizers.has(folded.slice(clitic.length)),
  );
}

/**
 * «فيلم “…”», «بعنوان “…”»: a word before the marks says that they hold a name.
 * @param opening the first character within the marks
 */
function isNaming(items: readonly Item[], at: number, speech: SpeechLanguage, opening: string): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 2); back -= 1) {
    const item = items[back];
    if (item === undefined || item.kind !== "word") return false;
    if (isComplementizer(item, speech) || item.speech !== null) return false;
    // «أن القانون “لن يمر”», that the project “was never costed”: what is said of the law, of the project.
    const isArticled = /\p{Ll}/u.test(opening) && speech.articles.has(items[back - 1]?.folded ?? "");
    const leading = items[back - (isArticled ? 2 : 1)];
    if (leading !== undefined && isComplementizer(leading, speech)) return false;
    // «کتاب کو “…” کہا»: the work is spoken of, not named.
    if (back === at - 1 && speech.prepositions.has(item.folded)) return false;
    if (
      speech.naming.has(item.folded) ||
      speech.naming.has(readNoun(item.folded, speech, speech.naming).bare)
    )
      return true;
  }
  return false;
}

/** The cue that a quotation hangs on: an explicit one before it, one that follows at once, or an implied one. */
function cueFor(
  items: readonly Item[],
  cues: readonly Cue[],
  at: number,
  speech: SpeechLanguage,
): Cue | null {
  const later = firstCueBehind(cues, at);
  let told = later - 1;
  while (told >= 0 && cues[told]?.kind === "source" && cues[told]?.passing) told -= 1;
  const before = cues[told] ?? null;
  const near = cues.slice(later, later + 6);
  const next = items[at + 1]?.kind === "comma" ? at + 2 : at + 1;
  const follows =
    near.find(
      (cue) =>
        (cue.from === next ||
          cue.from < at ||
          cue.at === next ||
          isCommentOn(items, next, cue) ||
          (cue.from === next + 1 && speech.articles.has(items[next]?.folded ?? ""))) &&
        cue.kind !== "participle" &&
        !(cue.joined && speech.subject === "after"),
    ) ?? null;
  const introduced =
    items[at - 1]?.kind === "colon" || speech.complementizers.has(items[at - 1]?.folded ?? "");
  if (
    follows?.explicit &&
    (speech.subject !== "after" || before === null || !before.explicit) &&
    !(introduced && before)
  )
    return follows;
  if (before !== null) return before;
  if (follows !== null) return follows;
  return near.find((cue) => cue.kind === "source" && !cue.passing) ?? null;
}

/** «…»، هكذا وصف …, «…»، بهذه الكلمات لخصت …: words between a quotation and its verb that name nobody. */
function isCommentOn(items: readonly Item[], next: number, cue: Cue): boolean {
  if (!cue.explicit || cue.at - next > longestComment || items[next - 1]?.kind !== "comma") return false;
  return items.slice(next, cue.at).every((item) => item.kind === "word");
}

/** Index of the first cue behind an item; they are in order. */
function firstCueBehind(cues: readonly Cue[], at: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function speakerAtColon(
  items: readonly Item[],
  at: number,
  context: CueContext,
): { speaker: Speaker | null } | null {
  if (items[at - 1]?.kind !== "colon") return null;
  const beside = items[at - 2];
  if (beside?.entity?.type === "Person" && beside.clitic === "") return { speaker: speakerOf(beside.entity) };
  const start = Math.max(0, at - colonReach);
  const subject = subjectIn(items, start, at - 1, context, false);
  if (subject !== null) return { speaker: subject.speaker };
  const name = items
    .slice(start, at)
    .findLast((item) => item.entity !== null && item.entity.type !== "Thing");
  return { speaker: name?.entity ? speakerOf(name.entity) : context.memory.last };
}
