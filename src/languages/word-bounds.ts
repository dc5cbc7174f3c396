/*
 * Where words begin and end: a letter or a digit, then letters, marks, digits, tatweel and joiners; apostrophes and geresh between
 * letters, and a straight double quote between Hebrew letters, which is a gershayim (צה"ל). Read by the code unit, what each is
 * being found out when it is first met: regular expressions take several times as long, and this is asked of every character.
 */

const unmet = 0;
const other = 1;
const letter = 2;
const digit = 3;
/** Stands within a word only. */
const inner = 4;
/** Stands before a letter of the same word. */
const apostrophe = 5;
/** Stands between Hebrew letters of the same word. */
const doubleQuote = 6;
/** Half of a character. */
const surrogate = 7;

const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const known = kinds[code] ?? other;
  if (known !== unmet) return known;
  const kind = code >= 0xd800 && code <= 0xdfff ? surrogate : kindOfCharacter(String.fromCharCode(code));
  kinds[code] = kind;
  return kind;
}

function kindOfCharacter(character: string): number {
  if (/\p{L}/u.test(character)) return letter;
  if (/\p{N}/u.test(character)) return digit;
  if (/[\p{M}\u200c\u200d]/u.test(character)) return inner;
  if (/['’׳״]/u.test(character)) return apostrophe;
  return /["”]/u.test(character) ? doubleQuote : other;
}

/** The kind of the character that two surrogates make; other where there are no two. */
function kindOfPair(text: string, at: number, end: number): number {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff && at + 1 < end ? kindOfCharacter(String.fromCodePoint(code)) : other;
}

/** Where the next word begins at or after `at`; `end` when there is none before it. */
export function wordStart(text: string, at: number, end: number): number {
  for (let from = at; from < end; from += 1) {
    const kind = kindOf(text.charCodeAt(from));
    if (kind === letter || kind === digit) return from;
    if (kind !== surrogate) continue;
    const ofPair = kindOfPair(text, from, end);
    if (ofPair === letter || ofPair === digit) return from;
  }
  return end;
}

/** Where the word that begins at `from` ends. */
export function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === letter || kind === digit || kind === inner) at += 1;
    else if (kind === apostrophe && isLetter(text, at + 1, end)) at += 1;
    else if (kind === doubleQuote && isHebrew(text, at - 1) && at + 1 < end && isHebrew(text, at + 1))
      at += 1;
    else if (kind === surrogate) {
      const ofPair = kindOfPair(text, at, end);
      if (ofPair !== letter && ofPair !== digit && ofPair !== inner) return at;
      at += 2;
    } else return at;
  }
  return at;
}

function isLetter(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const kind = kindOf(text.charCodeAt(at));
  return kind === letter || (kind === surrogate && kindOfPair(text, at, end) === letter);
}

function isHebrew(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x5d0 && code <= 0x5ea;
}
