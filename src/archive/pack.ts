import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { ArticleRef } from "../model/archive.ts";

/** Where the parts of a record stand. */
export type Stored = ArticleRef["stored"];

/** What a pack has is not what was written to it. */
export class DamagedPackError extends Error {}

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
  /** @throws DamagedPackError */
  read: (stored: Stored, part: number) => Buffer;
  close: () => void;
}

/** Opens a pack; what stands behind its first `size` bytes is cut off when it is opened to be written. */
export function openPack(path: string, access: { kind: "read" } | { kind: "write"; size: number }): Pack {
  const file = openSync(path, access.kind === "read" ? "r" : "a+");
  if (access.kind === "write" && fstatSync(file).size > access.size) ftruncateSync(file, access.size);
  let size = fstatSync(file).size;
  return {
    size: () => size,
    append: (parts) => {
      const record = Buffer.concat(parts);
      for (let written = 0; written < record.length; )
        written += writeSync(file, record, written, record.length - written);
      const offset = size;
      size += record.length;
      return {
        offset,
        lengths: parts.map(({ length }) => length),
        checks: parts.map((part) => crc32(part)),
      };
    },
    read: ({ offset, lengths, checks }, part) => {
      const length = lengths[part] ?? 0;
      const start = lengths.slice(0, part).reduce((sum, before) => sum + before, offset);
      const bytes = Buffer.allocUnsafe(length);
      let read = 0;
      while (read < length) {
        const more = readSync(file, bytes, read, length - read, start + read);
        if (more === 0) break;
        read += more;
      }
      if (read < length || crc32(bytes) !== checks[part])
        throw new DamagedPackError(`${path} is damaged at byte ${start}`);
      return bytes;
    },
    close: () => closeSync(file),
  };
}
