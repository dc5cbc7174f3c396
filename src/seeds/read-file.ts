import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { errorAt, type Outcome, type Problem } from "../model/problem.ts";

/** A text may have so many bytes: a novel of 600,000 words. More takes more memory to understand than a process has. */
export const largestText = 4 * 2 ** 20;
/** INDEX.md has a few lines for each article. */
export const largestIndex = 64 * 2 ** 20;

/** For what is read beyond the size that the file system tells, which a file that is being written exceeds. */
const beyond = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Reads a file of the seeds folder that is no larger than so many bytes; nothing of one that is larger, and nothing that is no file, for a
 * pipe may never end. Null without a problem where there is none, or where a link leads out of the folder: that is told where files are found.
 */
export function readSeedFile(seedsDir: string, path: string, largest: number): Outcome<Buffer | null> {
  const place = { path, line: 1, column: 1 };
  const full = join(seedsDir, path);
  const found = lstatSync(full, { throwIfNoEntry: false });
  if (found === undefined || (found.isSymbolicLink() && !leadsInside(seedsDir, full)))
    return { value: null, problems: [] };
  let file: number;
  try {
    // Opening a pipe waits for its other end, unless it is told not to; Windows has neither.
    file = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const reason = `the file cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
    return { value: null, problems: [errorAt(place, "seeds/unreadable", reason, "let this user read it")] };
  }
  try {
    const { size, isFile } = sizeOf(file);
    if (!isFile) {
      const reason = "this is a folder, a pipe or a device, and no file";
      return {
        value: null,
        problems: [errorAt(place, "seeds/no-file", reason, "put a file in its place, or take it away")],
      };
    }
    const bytes = size > largest ? null : readAll(file, size, largest);
    return bytes === null
      ? { value: null, problems: [tooLarge(path, largest)] }
      : { value: bytes, problems: [] };
  } finally {
    closeSync(file);
  }
}

function sizeOf(file: number): { size: number; isFile: boolean } {
  const found = fstatSync(file);
  return { size: found.size, isFile: found.isFile() };
}

/** Null when there is more than so many bytes. */
function readAll(file: number, size: number, largest: number): Buffer | null {
  const expected = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, expected, length, size - length, null);
    if (read === 0) return expected.subarray(0, length);
    length += read;
  }
  const parts = [expected];
  for (let read = readSync(file, beyond); read > 0; read = readSync(file, beyond)) {
    parts.push(Buffer.from(beyond.subarray(0, read)));
    length += read;
    if (length > largest) return null;
  }
  return parts.length === 1 ? expected : Buffer.concat(parts);
}

function leadsInside(seedsDir: string, full: string): boolean {
  try {
    return realpathSync(full).startsWith(realpathSync(seedsDir) + sep);
  } catch {
    return false;
  }
}

function sizeName(bytes: number): string {
  return bytes < 2 ** 20 ? `${bytes / 1024} KB` : `${bytes / 2 ** 20} MB`;
}

function tooLarge(path: string, largest: number): Problem {
  const place = { path, line: 1, column: 1 };
  const reason = `the file is larger than ${sizeName(largest)}, and nothing of it was read`;
  return errorAt(place, "seeds/too-large", reason, "part it into several files");
}
