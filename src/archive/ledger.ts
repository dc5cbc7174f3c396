import { hash } from "node:crypto";
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** Writes lines to a file, with the digest of them all as the last one; whoever reads it gets all of them or none. */
export function writeLedger(path: string, lines: readonly string[]): void {
  // Encoded once, for the file and for its digest.
  const body = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  try {
    writeFileSync(`${path}.new`, body);
    appendFileSync(`${path}.new`, `${digestOf(body)}\n`);
    renameSync(`${path}.new`, path);
  } catch (error) {
    rmSync(`${path}.new`, { force: true });
    throw error;
  }
}

/** The lines of a ledger; null where there is none, and where it is not as it was written. */
export function readLedger(path: string): string[] | null {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch {
    return null;
  }
  // As bytes: a string would be made bytes again for its digest.
  const end = content.lastIndexOf("\n", content.length - 2) + 1;
  const body = content.subarray(0, end);
  if (content.subarray(end).toString() !== `${digestOf(body)}\n`) return null;
  return body.toString().split("\n").slice(0, -1);
}

function digestOf(body: string | Uint8Array): string {
  return hash("sha256", body, "hex");
}
