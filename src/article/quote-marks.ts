type Weight = "double" | "single";
/** What a mark does by its shape, or by the space around it. */
export type Role = "open" | "close" | "either";

export interface Mark {
  start: number;
  end: number;
  character: string;
  weight: Weight;
  shape: Role;
  spacing: Role;
}

const marks = /["“”„‟«»‹›‘’‛']|''|``/gu;
const shapes: Readonly<Record<string, Role>> = {
  "“": "open",
  "„": "open",
  "‟": "open",
  "«": "open",
  "‹": "open",
  "‘": "open",
  "‛": "open",
  "”": "close",
  "»": "close",
  "›": "close",
  "’": "close",
  "``": "open",
  "‘‘": "open",
  "’’": "close",
};
const singles = "‘’‛'‹›";
const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
export const digit = /\p{N}/u;
const hebrew = /[\u05d0-\u05ea]/u;
const arabic = /\p{Script=Arabic}/u;
const opening = /[\s([{<«“„‘‹"'\-–—:/،,\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const closing = /[\s)\]}>.,;:!?…،؛؟۔»”’›"'\-–—/\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Letters that Hebrew writes onto the next word: «ב"הארץ"» opens a quotation. */
const hebrewPrefix = /(?:^|[^\u05d0-\u05ea])[משהוכלב]{1,3}$/u;
/** Clitics that Arabic writes onto the next word: «و"القدس العربي"». */
const arabicPrefix = /(?:^|[^\p{L}\p{M}])(?:[وفبلك]|ال|وال|بال|لل|ول|وب|فال|كال|ـ|[وفبلك]ـ|ه)$/u;
/** English words that begin with an apostrophe, and years such as '90s. */
const elision = /^(?:em|tis|twas|til|cause|bout|round|n|\d\ds?)(?![\p{L}\p{N}])/iu;

/** The marks of a text that may be quotation marks: apostrophes, gershayim, feet and inches are not among them. */
export function readMarks(text: string, start: number, end: number): Mark[] {
  const found: Mark[] = [];
  // A part of the text alone: in the whole of it the next mark after the end would be looked for up to the last paragraph.
  const part = text.slice(start, end);
  marks.lastIndex = 0;
  for (;;) {
    const match = marks.exec(part);
    if (match === null) break;
    let character = match[0];
    const at = start + match.index;
    let to = at + character.length;
    // Urdu and typewriters write two single marks for a double one: ’’…‘‘ and ''…''.
    if ("'’‘".includes(character) && to < end && text[to] === character) {
      character += character;
      to += 1;
      marks.lastIndex = to - start;
    }
    const before = at > start ? (text[at - 1] ?? " ") : " ";
    const after = to < end ? (text[to] ?? " ") : " ";
    const weight: Weight = singles.includes(character) ? "single" : "double";
    if (!isQuotationMark(text, at, to, before, after, character, weight)) continue;
    found.push({
      start: at,
      end: to,
      character,
      weight,
      shape: shapes[character] ?? "either",
      spacing: spacingOf(text, at, before, after),
    });
  }
  return found;
}

function isQuotationMark(
  text: string,
  at: number,
  to: number,
  before: string,
  after: string,
  character: string,
  weight: Weight,
): boolean {
  if (character === "‹" || character === "›") return true;
  if (weight === "single") {
    if (letterOrDigit.test(before) && letterOrDigit.test(after)) return false;
    if (character !== "‘" && !letterOrDigit.test(before) && elision.test(text.slice(to, to + 6)))
      return false;
    return true;
  }
  if (hebrew.test(before) && hebrew.test(after) && '"”“'.includes(character)) {
    // Gershayim stand before the last letter; a prefix with a longer word after the mark opens a quotation.
    return (
      hebrewPrefix.test(text.slice(Math.max(0, at - 4), at)) && /[\u05d0-\u05ea'׳]/u.test(text[to + 1] ?? " ")
    );
  }
  return true;
}

function spacingOf(text: string, at: number, before: string, after: string): Role {
  const left = opening.test(before);
  const right = closing.test(after);
  if (left && !right) return "open";
  if (right && !left) return "close";
  if (left || right) {
    if (/\s/u.test(before) && !/\s/u.test(after) && !/[.,;:!?،؛؟۔]/u.test(after)) return "open";
    if (/\s/u.test(after) && !/\s/u.test(before) && !/[:،,([]/u.test(before)) return "close";
    return "either";
  }
  const lead = text.slice(Math.max(0, at - 4), at);
  if (arabic.test(before) && arabicPrefix.test(lead)) return "open";
  if (hebrew.test(before) && hebrewPrefix.test(lead)) return "open";
  return "either";
}
