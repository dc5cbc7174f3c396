import { hash } from "node:crypto";
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { type BlockWriter, blockWriter } from "../block-writer.ts";
import { once } from "../once.ts";

/** A file that takes its name, and the place of an earlier one, when it is whole. Its last line is the digest of what is before it. */
export interface FreshLedger extends Pick<BlockWriter, "fill" | "addLine"> {
  finish: () => void;
  /** Takes it away, unless it is finished. */
  close: () => void;
}

export function openLedger(path: string): FreshLedger {
  const fresh = `${path}.new`;
  const file = openSync(fresh, "w");
  const shut = once(() => closeSync(file));
  const { fill, addLine, finish } = blockWriter(file);
  return {
    fill,
    addLine,
    finish: () => {
      writeFileSync(file, `${finish()}\n`);
      shut();
      renameSync(fresh, path);
    },
    close: () => {
      shut();
      rmSync(fresh, { force: true });
    },
  };
}

/** Writes lines to a file, with the digest of them all as the last one; whoever reads it gets all of them or none. */
export function writeLedger(path: string, lines: Iterable<string | Uint8Array>): void {
  const ledger = openLedger(path);
  try {
    for (const line of lines) ledger.addLine(line);
    ledger.finish();
  } finally {
    ledger.close();
  }
}

/** The lines of a ledger; null where there is none, and where it is not as it was written. */
export function readLedger(path: string): string[] | null {
  return readBody(path)?.toString().split("\n").slice(0, -1) ?? null;
}

/** The same as bytes, for lines of which only some are read: each is a part of one piece of memory. */
export function readLedgerBytes(path: string): Buffer[] | null {
  const body = readBody(path);
  if (body === null) return null;
  const lines: Buffer[] = [];
  for (let from = 0; from < body.length; ) {
    const end = body.indexOf("\n", from);
    lines.push(body.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

/** All but the last line, which is the digest of what is before it; null as for the lines. */
export function readBody(path: string): Buffer | null {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch {
    return null;
  }
  // As bytes: a string would be made bytes again for its digest.
  const end = content.lastIndexOf("\n", content.length - 2) + 1;
  const body = content.subarray(0, end);
  return content.subarray(end).toString() === `${digestOf(body)}\n` ? body : null;
}

function digestOf(body: string | Uint8Array): string {
  return hash("sha256", body, "hex");
}
