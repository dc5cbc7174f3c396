import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { ArticleRef } from "../model/archive.ts";

/** Where the parts of a record stand. */
export type Stored = ArticleRef["stored"];

/** Where one part of a record stands: its first byte, its length, its check. */
export type PartPlace = readonly [start: number, length: number, check: number];

export function placeOf({ numbers, at }: Stored, part: number): PartPlace {
  const place = at + 1 + 2 * part;
  let start = numbers[at] ?? 0;
  for (let before = at + 1; before < place; before += 2) start += numbers[before] ?? 0;
  return [start, numbers[place] ?? 0, numbers[place + 1] ?? 0];
}

/** How many bytes a part of a record has. */
export function lengthOfPart({ numbers, at }: Stored, part: number): number {
  return numbers[at + 1 + 2 * part] ?? 0;
}

/** How many numbers say where a record of so many parts stands. */
export function numbersOf(parts: number): number {
  return 1 + 2 * parts;
}

/** Places one after another, three numbers each, to be sent to another thread. */
export function listPlaces(count: number, placeOfNth: (nth: number) => PartPlace): Float64Array {
  const list = new Float64Array(3 * count);
  for (let nth = 0; nth < count; nth += 1) {
    const [start, length, check] = placeOfNth(nth);
    list[3 * nth] = start;
    list[3 * nth + 1] = length;
    list[3 * nth + 2] = check;
  }
  return list;
}

/** One of those that `listPlaces` listed, by its number. */
export function placeAt(places: Float64Array, index: number): PartPlace {
  return [places[3 * index] ?? 0, places[3 * index + 1] ?? 0, places[3 * index + 2] ?? 0];
}

/** Of each part of a record the length and the check: what `Stored` has of it but its first byte. */
export type Packed = readonly number[];

/** What a pack has is not what was written to it. */
export class DamagedPackError extends Error {}

/** Whether an error says so; one that comes from another thread has lost all but its message. */
export function tellsDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof DamagedPackError || damage.test(error.message) || tellsDamage(error.cause);
}

const damage = / is damaged at byte \d+$/;

/**
 * One file with records one after another, each of several parts that are read by themselves. Where they stand is its
 * user's to keep. An embedded database was not taken: it maps its file into memory, which then counts as the build's own, and
 * damage to its pages ends the process, where here it is told part by part.
 */
export interface Pack {
  /** Bytes that it has. */
  size: () => number;
  /** Puts a record at the end. */
  append: (parts: readonly Uint8Array[]) => Stored;
  /** Puts records at the end whose parts stand one after another. */
  appendAll: (bytes: Uint8Array, records: readonly Packed[]) => Stored[];
  /** @throws DamagedPackError */
  read: (stored: Stored, part: number) => Buffer;
  /** Reads the parts from one to another at once. @returns each by its number; the part asked for is checked @throws DamagedPackError */
  readParts: (stored: Stored, first: number, last: number) => (part: number) => Buffer;
  /** @throws DamagedPackError */
  readAt: (place: PartPlace) => Buffer;
  /** Reads into a buffer of the part's length. @throws DamagedPackError */
  readInto: (place: PartPlace, bytes: Buffer) => void;
  /**
   * For reading very many parts, most of them in the order in which they stand: a piece of the file is read at once, and what is
   * returned is good until the next call.
   */
  inOrder: () => Pick<Pack, "readAt">;
  close: () => void;
}

/** What there is to know of a record in order to read it. */
export function describeRecord(parts: readonly Uint8Array[]): Packed {
  return parts.flatMap((part) => [part.length, crc32(part)]);
}

function lengthOf(record: Packed): number {
  let sum = 0;
  for (let at = 0; at < record.length; at += 2) sum += record[at] ?? 0;
  return sum;
}

function storedAt(offset: number, record: Packed): Stored {
  return { numbers: Float64Array.of(offset, ...record), at: 0 };
}

/** Bytes that are read at once where parts are read in order: so many stay in the processor's cache, and four times as many took three times as long. */
const pieceSize = 1 << 16;

/** Fills a buffer with the bytes of a file from one of them on. @returns whether there were so many */
export function readAll(file: number, bytes: Buffer, start: number): boolean {
  for (let read = 0; read < bytes.length; ) {
    const more = readSync(file, bytes, read, bytes.length - read, start + read);
    if (more === 0) return false;
    read += more;
  }
  return true;
}

/** Opens a pack; what stands behind its first `size` bytes is cut off when it is opened to be written. */
export function openPack(path: string, access: { kind: "read" } | { kind: "write"; size: number }): Pack {
  const file = openSync(path, access.kind === "read" ? "r" : "a+");
  if (access.kind === "write" && fstatSync(file).size > access.size) ftruncateSync(file, access.size);
  let size = fstatSync(file).size;
  const write = (bytes: Uint8Array): void => {
    for (let written = 0; written < bytes.length; )
      written += writeSync(file, bytes, written, bytes.length - written);
    size += bytes.length;
  };
  const damaged = (start: number): Error => new DamagedPackError(`${path} is damaged at byte ${start}`);
  const check = ([start, , expected]: PartPlace, bytes: Buffer): void => {
    if (crc32(bytes) !== expected) throw damaged(start);
  };
  const readInto = (place: PartPlace, bytes: Buffer): void => {
    if (!readAll(file, bytes, place[0])) throw damaged(place[0]);
    check(place, bytes);
  };
  const readAt = (place: PartPlace): Buffer => {
    const bytes = Buffer.allocUnsafe(place[1]);
    readInto(place, bytes);
    return bytes;
  };
  const readParts = (stored: Stored, first: number, last: number): ((part: number) => Buffer) => {
    const [from] = placeOf(stored, first);
    const [start, length] = placeOf(stored, last);
    const all = Buffer.allocUnsafe(start + length - from);
    if (!readAll(file, all, from)) throw damaged(from);
    return (part) => {
      const place = placeOf(stored, part);
      const bytes = all.subarray(place[0] - from, place[0] - from + place[1]);
      check(place, bytes);
      return bytes;
    };
  };
  const inOrder = (): Pick<Pack, "readAt"> => {
    let piece = Buffer.allocUnsafeSlow(pieceSize);
    let [from, to] = [0, 0];
    return {
      readAt: (place) => {
        const [start, length] = place;
        if (start < from || start + length > to) {
          if (length > piece.length) piece = Buffer.allocUnsafeSlow(2 * length);
          from = start;
          to = start + readSync(file, piece, 0, piece.length, start);
        }
        const bytes = piece.subarray(start - from, start - from + length);
        // A piece has less where the file ends, and where reading it was interrupted.
        if (start + length > to) readInto(place, bytes);
        else check(place, bytes);
        return bytes;
      },
    };
  };
  return {
    size: () => size,
    inOrder,
    append: (parts) => {
      const offset = size;
      write(Buffer.concat(parts));
      return storedAt(offset, describeRecord(parts));
    },
    appendAll: (bytes, records) => {
      let offset = size;
      write(bytes);
      return records.map((record) => {
        const stored = storedAt(offset, record);
        offset += lengthOf(record);
        return stored;
      });
    },
    read: (stored, part) => readAt(placeOf(stored, part)),
    readParts,
    readAt,
    readInto,
    close: () => closeSync(file),
  };
}
