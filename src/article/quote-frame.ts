import type { SpeechLanguage, SpeechWord } from "../languages/speech-language.ts";
import { rememberOfForm, type WordForm } from "../languages/word-form.ts";
import type { Entity, Range } from "../model/article.ts";
import type { Block } from "./block.ts";
import { tokensBetween } from "./block-tokens.ts";
import type { QuotationSpan } from "./quotation-spans.ts";

/** A piece of a sentence as attribution sees it. */
export interface Item extends Range {
  kind: "word" | "name" | "quote" | "comma" | "colon";
  /** Of a word or of the first word of a name; empty for others. */
  folded: string;
  /** What is written onto a name before it: «و». */
  clitic: string;
  /** What is written onto a name behind it: «da». */
  ending: string;
  entity: Entity | null;
  /** Index of the quotation's span, or -1. */
  span: number;
  /** What a word does, when it reports speech. */
  speech: SpeechWord | null;
  /** The word's own speech clitic: true for «وقال». */
  joined: boolean;
}

export interface FrameContext {
  text: string;
  blocks: readonly Block[];
  spans: readonly QuotationSpan[];
  mentions: readonly { start: number; end: number; entity: Entity }[];
  speech: SpeechLanguage;
  /** As `childrenOf` gives them. */
  children: ReadonlyMap<number | null, readonly number[]>;
  fold: (word: string) => string;
}

const stop = /[.!?؟۔…\n]/u;

/** The words of a range as sentences, a quotation being one item; its inside is left for a frame of its own. */
export function readSentences(context: FrameContext, range: Range, parent: number | null): Item[][] {
  const { text, blocks, spans, mentions, speech, children, fold } = context;
  const speechOf = speechReader(speech);
  const sentences: Item[][] = [];
  let items: Item[] = [];
  const endSentence = (): void => {
    if (items.length > 0) sentences.push(items);
    items = [];
  };
  const mark = (kind: "comma" | "colon", at: number): void => {
    items.push({
      kind,
      start: at,
      end: at + 1,
      folded: "",
      clitic: "",
      ending: "",
      entity: null,
      span: -1,
      speech: null,
      joined: false,
    });
  };
  const readGap = (from: number, to: number): void => {
    // Nothing but a space, as between most words.
    if (to - from === 1 && text.charCodeAt(from) === 0x20) return;
    for (let at = from; at < to; at += 1) {
      const character = text[at] ?? "";
      if (
        character === "،" ||
        character === "," ||
        character === ";" ||
        character === "؛" ||
        character === "(" ||
        character === ")"
      )
        mark("comma", at);
      else if ((character === "-" || character === "–" || character === "—") && at + 1 < to && at > from)
        mark("comma", at);
      else if (character === ":") mark("colon", at);
      else if (stop.test(character)) {
        const next = text[at + 1] ?? " ";
        const last = items[items.length - 1];
        if (
          character === "." &&
          last !== undefined &&
          last.end === at &&
          speech.abbreviations.has(last.folded)
        )
          continue;
        if (/[\s"”»“'’)]/u.test(next) || character === "\n") endSentence();
      }
    }
  };
  const addWords = (from: number, to: number): void => {
    let cursor = from;
    let mention = firstFrom(mentions, from);
    for (const token of tokensBetween(text, blocks, from, to, fold)) {
      if (token.start < cursor) continue;
      readGap(cursor, token.start);
      while (mention < mentions.length && (mentions[mention]?.end ?? 0) <= token.start) mention += 1;
      const name = mentions[mention];
      if (name !== undefined && name.start < token.end && name.start >= token.start - 3 && name.end <= to) {
        const clitic = name.start > token.start ? fold(text.slice(token.start, name.start)) : "";
        const end = Math.max(token.end, name.end);
        items.push({
          kind: "name",
          start: name.start,
          end,
          folded: token.folded,
          clitic,
          ending: fold(text.slice(name.end, end).replace(/^\P{L}+/u, "")),
          entity: name.entity,
          span: -1,
          speech: null,
          joined: false,
        });
        cursor = end;
      } else {
        const read = speechOf(token.form);
        items.push({
          kind: "word",
          start: token.start,
          end: token.end,
          folded: token.folded,
          clitic: "",
          ending: "",
          entity: null,
          span: -1,
          speech: read.speech,
          joined: read.joined,
        });
        cursor = token.end;
      }
    }
    readGap(cursor, to);
  };
  let cursor = range.start;
  const inside = children.get(parent) ?? [];
  for (let place = firstSpan(spans, inside, range.start); place < inside.length; place += 1) {
    const index = inside[place] ?? 0;
    const span = spans[index];
    if (span === undefined || span.outer.start >= range.end) break;
    if (span.outer.start < cursor) continue;
    addWords(cursor, span.outer.start);
    items.push({
      kind: "quote",
      start: span.outer.start,
      end: span.outer.end,
      folded: "",
      clitic: "",
      ending: "",
      entity: namedBy(mentions, span),
      span: index,
      speech: null,
      joined: false,
    });
    cursor = Math.min(span.outer.end, range.end);
    if (/[.۔]/u.test(text[span.end - 1] ?? "") && !/^\s*[,،؛;–—-]/u.test(text.slice(cursor, cursor + 3))) {
      // A full stop inside the marks ends the sentence unless a lower-case word goes on.
      if (!/^\s*\p{Ll}/u.test(text.slice(cursor, cursor + 3))) endSentence();
    }
  }
  addWords(cursor, range.end);
  endSentence();
  markPhrases(sentences, speech);
  return sentences;
}

function markPhrases(sentences: Item[][], speech: SpeechLanguage): void {
  const starts = phraseStarts(speech);
  for (const items of sentences) {
    items.forEach((item, at) => {
      if (item.kind !== "word" || !starts.has(item.folded)) return;
      let phrase = item.folded;
      for (let length = 2; length <= 4; length += 1) {
        const next = items[at + length - 1];
        if (next === undefined || next.kind !== "word") return;
        phrase = `${phrase} ${next.folded}`;
        const found = speech.phrases.get(phrase);
        if (found === undefined) continue;
        for (let inner = at; inner < at + length; inner += 1) {
          const word = items[inner];
          if (word !== undefined) word.speech = null;
        }
        // Where the verb ends the sentence, what it reports stands right before the phrase.
        const bearer = found === "verb" && speech.subject === "before" ? item : next;
        bearer.speech = found;
      }
    });
  }
}

interface SpeechReading {
  speech: SpeechWord | null;
  joined: boolean;
}

const readers = new WeakMap<SpeechLanguage, (form: WordForm) => SpeechReading>();

/** Tells what a word of a language does when it reports speech; found out once a word. */
function speechReader(speech: SpeechLanguage): (form: WordForm) => SpeechReading {
  const known = readers.get(speech);
  if (known !== undefined) return known;
  const reader = rememberOfForm(({ folded }) => speechOf(folded, speech));
  readers.set(speech, reader);
  return reader;
}

const silent: SpeechReading = { speech: null, joined: false };

function speechOf(folded: string, speech: SpeechLanguage): SpeechReading {
  const whole = speech.words.get(folded);
  if (whole !== undefined) return { speech: whole, joined: false };
  for (const clitic of speech.verbClitics) {
    if (!folded.startsWith(clitic)) continue;
    const rest = speech.words.get(folded.slice(clitic.length));
    if (rest !== undefined) return { speech: rest, joined: true };
  }
  return silent;
}

/** Whom a quotation that is nothing but a name names. */
function namedBy(mentions: FrameContext["mentions"], span: QuotationSpan): Entity | null {
  const mention = mentions[firstFrom(mentions, span.start)];
  return mention?.start === span.start && mention.end === span.end ? mention.entity : null;
}

function firstFrom(mentions: FrameContext["mentions"], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstSpan(spans: readonly QuotationSpan[], inside: readonly number[], start: number): number {
  let low = 0;
  let high = inside.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[inside[middle] ?? 0]?.outer.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The indices of the spans that each span holds directly; under null those that none holds. */
export function childrenOf(spans: readonly QuotationSpan[]): Map<number | null, number[]> {
  const children = new Map<number | null, number[]>();
  spans.forEach(({ parent }, index) => {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [index]);
    else siblings.push(index);
  });
  return children;
}

const firstWords = new WeakMap<SpeechLanguage, ReadonlySet<string>>();

/** The words that a phrase of the language begins with. */
function phraseStarts(speech: SpeechLanguage): ReadonlySet<string> {
  const known = firstWords.get(speech);
  if (known !== undefined) return known;
  const starts = new Set([...speech.phrases.keys()].map((phrase) => phrase.split(" ")[0] ?? ""));
  firstWords.set(speech, starts);
  return starts;
}
