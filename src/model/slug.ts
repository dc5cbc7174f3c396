/** Arabic tatweel and the bidi controls of Unicode: they show nothing that tells two names apart. */
const invisible = /[\u0640\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** So that a file name with its extension and page number stays below 255 bytes everywhere. */
const maxBytes = 96;

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const encoder = new TextEncoder();

/**
 * A name for addresses and files, in the writing of the text itself: NFC, lower case, without marks (tashkeel
 * included), its words joined by `-`, cut at a word to at most 96 bytes of UTF-8; a name that Windows reserves has `_` before it.
 * Empty when the text has no letter or digit.
 */
export function slugOf(text: string): string {
  const slug = joinWords(text);
  return reserved.test(slug) ? `_${slug}` : slug;
}

function joinWords(text: string): string {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .replace(invisible, "")
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (encoder.encode(longer).length > maxBytes) return slug === "" ? cutToBytes(word) : slug;
    slug = longer;
  }
  return slug;
}

function cutToBytes(word: string): string {
  let cut = "";
  let bytes = 0;
  for (const character of word) {
    bytes += encoder.encode(character).length;
    if (bytes > maxBytes) break;
    cut += character;
  }
  return cut;
}
