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
      if (typeof line !== "string") {
        fill(line.length + 1, (bytes) => {
          bytes.set(line);
          bytes[line.length] = lineFeed;
        });
        return;
      }
      // Where it may not fit its bytes are counted first: a UTF-16 code unit has three at most.
      if (size + 3 * line.length + 1 > blockSize) {
        const text = `${line}\n`;
        fill(Buffer.byteLength(text), (bytes) => bytes.write(text));
        return;
      }
      size += block.write(line, size);
      block[size] = lineFeed;
      size += 1;
    },
    finish: () => {
      flush();
      return digest.digest("hex");
    },
  };
}
