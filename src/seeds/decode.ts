import type { ProblemPlace } from "../model/problem.ts";
import { errorAt, type Outcome } from "../model/problem.ts";

const marks: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** Whether a label names an encoding of the WHATWG Encoding Standard that this Node can decode. */
export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/**
 * Decodes a file: by its byte-order mark, else by the encoding declared for it, else as UTF-8. Null, with the problem,
 * where a byte sequence is not of that encoding, or the text has a NUL character or half of a surrogate pair.
 */
export function decode(
  bytes: Uint8Array,
  declared: string | undefined,
  path: string,
): Outcome<string | null> {
  const mark = marks.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? declared ?? "utf-8";
  const body = bytes.subarray(mark?.bytes.length ?? 0);
  let text: string;
  try {
    text = strict(encoding).decode(body);
  } catch {
    decoders.delete(encoding);
    return { value: null, problems: [undecodable(body, encoding, path)] };
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const reason =
      "the text has a NUL character, as files of other kinds and UTF-16 without a byte-order mark do";
    const problem = errorAt(placeOf(text, nul, path), "seeds/nul", reason, "save it as UTF-8 text");
    return { value: null, problems: [problem] };
  }
  return { value: text, problems: [] };
}

const decoders = new Map<string, TextDecoder>();

/** Making one takes longer than decoding an article; there are some forty encodings. */
function strict(encoding: string): TextDecoder {
  const made = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  decoders.set(encoding, made);
  return made;
}

/** The line and column of an offset of a text. */
function placeOf(text: string, offset: number, path: string): ProblemPlace {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { path, line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

function undecodable(body: Uint8Array, encoding: string, path: string) {
  const at = firstBadByte(body, encoding);
  const place = placeOf(lenient(encoding).decode(body.subarray(0, at)), Number.MAX_SAFE_INTEGER, path);
  const byte = (body[at] ?? 0).toString(16).padStart(2, "0");
  const reason = `the byte 0x${byte} (number ${at + 1} of the text) is not ${encoding.toUpperCase()}`;
  const remedy =
    'save the file as UTF-8, or declare what it is in INDEX.md, such as "encoding: windows-1256"';
  return errorAt(place, "seeds/undecodable", reason, remedy);
}

/** The length of the longest beginning that decodes into whole characters. */
function firstBadByte(body: Uint8Array, encoding: string): number {
  let low = 0;
  let high = body.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(body.subarray(0, middle), encoding, true)) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !decodes(body.subarray(0, low), encoding, false)) low -= 1;
  return low;
}

/** `stream` lets the bytes end within a character. */
function decodes(body: Uint8Array, encoding: string, stream: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body, { stream });
    return true;
  } catch {
    return false;
  }
}

function lenient(encoding: string): TextDecoder {
  return new TextDecoder(encoding, { ignoreBOM: true });
}
