import type { Token } from "../../languages/tokens.ts";

/** What stands between two words, as far as it tells where a name may go on. The number is part of the trained weights. */
export const gapKinds = [
  "space",
  "comma",
  "stop",
  "colon",
  "opening quote",
  "closing quote",
  "opening parenthesis",
  "closing parenthesis",
  "dash",
  "other",
] as const;
export const gapCount = gapKinds.length;

const space = 0;
const stop = 2;

const kinds: Readonly<Record<string, number>> = {
  "،": 1,
  ",": 1,
  ";": 1,
  "؛": 1,
  ".": stop,
  "!": stop,
  "?": stop,
  "؟": stop,
  "…": stop,
  "\n": stop,
  ":": 3,
  "«": 4,
  "“": 4,
  "„": 4,
  "»": 5,
  "”": 5,
  "(": 6,
  "[": 6,
  ")": 7,
  "]": 7,
  "-": 8,
  "–": 8,
  "—": 8,
};

/** The mark that counts where several stand together, the first of these. */
const byWeight = [2, 6, 7, 4, 5, 3, 1, 8, 9, 0];
/** The same for each set of kinds, a bit a kind. */
const weightiest = Uint8Array.from({ length: 1 << gapCount }, (_, found) => {
  return byWeight.find((kind) => (found & (1 << kind)) !== 0) ?? space;
});

/**
 * The kind of each gap between words: entry `i` is what stands before word `i`, the last one what stands after all.
 * Before the first and after the last word is a stop. Straight quotation marks open and close in turn within a line.
 */
export function readGaps(tokens: readonly Token[], text: string): Uint8Array {
  const gaps = new Uint8Array(tokens.length + 1);
  let quoted = false;
  let end = tokens[0]?.start ?? 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    // Nothing but a space, as between most words.
    const isSpace = token.start - end === 1 && text.charCodeAt(end) === 0x20;
    let found = 0;
    for (let at = isSpace ? token.start : end; at < token.start; at += 1) {
      const char = text.charAt(at);
      if (char === " " || char === "\u00a0") continue;
      let kind = kinds[char];
      if (char === "\n") quoted = false;
      if (char === '"') {
        quoted = !quoted;
        kind = quoted ? 4 : 5;
      }
      found |= 1 << (kind ?? 9);
    }
    gaps[index] = weightiest[found] ?? space;
    end = token.end;
  }
  gaps[0] = stop;
  gaps[tokens.length] = stop;
  return gaps;
}
