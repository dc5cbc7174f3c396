import { stemsOf } from "../../src/article/tagger/clitics.ts";
import type { NameType } from "../../src/article/tagger/labels.ts";
import { foldArabic } from "../../src/languages/ar/fold.ts";
import type { Corpus, CorpusSentence, CorpusToken } from "./corpus.ts";

export interface NameRange {
  start: number;
  end: number;
  type: NameType;
}

/** A text with its names; offsets are UTF-16 code units of `text`. */
export interface RenderedText {
  text: string;
  names: NameRange[];
}

const proclitics = new Set(["و", "ف", "ب", "ل", "ك"]);
const enclitics = new Set(["ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ى", "كم", "ك"]);
const arabicWord = /^[\u0621-\u064a]{2,}$/;
const noSpaceBefore = new Set([".", "،", ",", "؛", ":", ")", "]", "؟", "!", "»", "”", "%"]);
const noSpaceAfter = new Set(["(", "[", "«", "“"]);

/** Whether the corpus splits token `index` off from the word after it. */
function joinsNext(tokens: readonly CorpusToken[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined || !arabicWord.test(next.text)) return false;
  if (token.text === "ا") return next.name?.begins !== true;
  if (!proclitics.has(token.text)) return false;
  return true;
}

function joinsPrevious(tokens: readonly CorpusToken[], index: number): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (token === undefined || previous === undefined || !enclitics.has(token.text)) return false;
  if (!arabicWord.test(previous.text) && !(previous.text.length === 1 && proclitics.has(previous.text)))
    return false;
  if (token.name?.begins === true) return false;
  // What is left of a name that was cut in two belongs to it; a pronoun never follows a name.
  return previous.name === null || token.name !== null;
}

/**
 * Writes a sentence as newspapers print it: particles and pronouns that stand as tokens of their own are joined to
 * their words (`ل` + `الامم` is للامم, `مجموعة` + `ه` is مجموعته), and marks to theirs.
 */
export function renderRunning(sentence: CorpusSentence, vocabulary: StemVocabulary): RenderedText {
  return render(sentence, true, vocabulary);
}

/** Writes a sentence with a space between any two tokens, as the corpus has them. */
export function renderSplit(sentence: CorpusSentence, vocabulary: StemVocabulary): RenderedText {
  return render(sentence, false, vocabulary);
}

function render(sentence: CorpusSentence, running: boolean, vocabulary: StemVocabulary): RenderedText {
  const { tokens } = sentence;
  let text = "";
  const names: NameRange[] = [];
  let glue = true;
  let quoted = false;
  tokens.forEach((token, index) => {
    let written = token.text;
    const previous = tokens[index - 1]?.text ?? "";
    if (running) {
      if (joinsPrevious(tokens, index)) {
        glue = true;
        if (text.endsWith("ة")) text = `${text.slice(0, -1)}ت`;
      } else if (noSpaceBefore.has(written) || (written === '"' && quoted)) glue = true;
      if (glue && previous === "ل" && written.startsWith("ال") && proclitics.has(previous))
        written = written.slice(1);
    }
    if (!glue) text += " ";
    let start = text.length;
    if (token.name?.begins) start += attachedParticles(written, vocabulary);
    text += written;
    const open = names.at(-1);
    if (token.name !== null) {
      if (token.name.begins || open === undefined)
        names.push({ start, end: text.length, type: token.name.type });
      else open.end = text.length;
    }
    glue = false;
    if (running) {
      if (written === '"') quoted = !quoted;
      glue = joinsNext(tokens, index) || noSpaceAfter.has(written) || (written === '"' && quoted);
    }
  });
  return { text, names: names.map((name) => trim(text, name)) };
}

/** Puts sentences below each other, as the paragraphs of one text. */
export function joinTexts(texts: readonly RenderedText[]): RenderedText {
  let text = "";
  const names: NameRange[] = [];
  for (const part of texts) {
    if (text !== "") text += "\n";
    const { length } = text;
    for (const { start, end, type } of part.names)
      names.push({ start: start + length, end: end + length, type });
    text += part.text;
  }
  return { text, names };
}

const edges = /[\p{L}\p{N}]/u;

/** Leaves out marks at the ends of a name. */
function trim(text: string, name: NameRange): NameRange {
  let { start, end } = name;
  while (start < end && !edges.test(text.charAt(start))) start += 1;
  while (end > start && !edges.test(text.charAt(end - 1))) end -= 1;
  return { ...name, start, end };
}

/** How often a folded word begins a name, over corpora in which most particles stand apart. */
export type StemVocabulary = ReadonlyMap<string, number>;

export function countNameStarts(corpora: readonly Corpus[]): StemVocabulary {
  const counts = new Map<string, number>();
  for (const corpus of corpora) {
    for (const sentence of corpus.sentences) {
      for (const token of sentence.tokens) {
        if (!token.name?.begins) continue;
        const folded = foldArabic(token.text);
        counts.set(folded, (counts.get(folded) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** How many letters of a word that begins a name in a corpus are particles which the corpus did not split off. */
function attachedParticles(word: string, vocabulary: StemVocabulary): number {
  const folded = foldArabic(word);
  if (folded.length !== word.length) return 0;
  const own = vocabulary.get(folded) ?? 0;
  for (const stem of stemsOf(folded)) {
    if (folded.charAt(stem.particles - 1) === "ل" && folded.charAt(stem.particles) === "ل")
      return stem.particles;
    if ((vocabulary.get(stem.folded) ?? 0) > own) return stem.particles;
    if (stem.folded.startsWith("ال") && stem.folded.length > 4 && own < 3) return stem.particles;
  }
  return 0;
}
