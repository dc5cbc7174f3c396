import { createHash } from "node:crypto";
import { writeSync } from "node:fs";

/** Written at once, in bytes. */
const blockSize = 1 << 20;

const lineFeed = 0x0a;

/** Writes a file piece by piece, and digests what it writes. */
export interface BlockWriter {
  /** Has the next so many bytes written into a buffer. */
  fill: (length: number, write: (bytes: Buffer) => void) => void;
  /** Writes a text, or its bytes, with a line feed behind it. */
  addLine: (line: string | Uint8Array) => void;
  /** Writes what is left. @returns the SHA-256 of all that was written, in hexadecimal */
  finish: () => string;
}

/** @param file open to be written, by its descriptor; it stays open */
export function blockWriter(file: number): BlockWriter {
  const digest = createHash("sha256");
  const block = Buffer.allocUnsafeSlow(blockSize);
  let size = 0;
  const flush = (bytes = block.subarray(0, size)): void => {
    digest.update(bytes);
    for (let written = 0; written < bytes.length; )
      written += writeSync(file, bytes, written, bytes.length - written);
    size = 0;
  };
  const fill: BlockWriter["fill"] = (length, write) => {
    if (size + length > blockSize) flush();
    if (length > blockSize) {
      const bytes = Buffer.allocUnsafeSlow(length);
      write(bytes);
      flush(bytes);
      return;
    }
    write(block.subarray(size, size + length));
    size += length;
  };
  return {
    fill,
    addLine: (line) => {
      // Without a copy, where a text is sure to fit: a UTF-16 code unit has three bytes at most.
      if (typeof line === "string" && size + 3 * line.length + 1 <= blockSize) {
        size += block.write(line, size);
        block[size] = lineFeed;
        size += 1;
        return;
      }
      const bytes = typeof line === "string" ? Buffer.from(line) : line;
      fill(bytes.length + 1, (room) => {
        room.set(bytes);
        room[bytes.length] = lineFeed;
      });
    },
    finish: () => {
      flush();
      return digest.digest("hex");
    },
  };
}
