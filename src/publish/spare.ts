import { mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readLedger, writeLedger } from "../archive/ledger.ts";
import { type FolderTime, haveTheirTimes, removeFiles, timesOf } from "./files.ts";
import { lookAtLedger } from "./site-ledger.ts";

/*
 * The spare of a large site: the site that was published before the last one, or where there was none the site itself. Its files are other
 * names for the same bytes, but for those that changed since, so that the next site can be made of it by changing what changed twice. To name
 * each file anew in an empty folder, and take each name of the site before away, takes longer than all else of a small change.
 */

/** What a spare lacks of the site that took its place. */
export interface Lacking {
  /** Products that the spare has not, or has otherwise. */
  products: readonly string[];
  /** The groups that these are in, and perhaps others. */
  groups: readonly string[];
}

/** What a spare has otherwise than the site that took its place, and how it was left. */
export interface SpareNote {
  /** Files that the site has not, or has otherwise. */
  stale: readonly string[];
  lacking: Lacking;
  folders: readonly FolderTime[];
}

/** Its name in the cache folder. */
const noteName = "spare.ledger";

/** Where the spare of a site is. */
export function sparePath(site: string): string {
  return join(dirname(site), `.${basename(site)}.warraq-spare`);
}

/**
 * Puts the spare of a site in the place of an empty folder, without the files that the site has not or has otherwise.
 * @param stamp of the ledger that the site is known by
 * @returns what it lacks; null when there is no spare that is as it was left
 */
export function takeSpare(cacheDir: string, site: string, stamp: string, workDir: string): Lacking | null {
  const note = readNote(cacheDir, stamp);
  const spare = sparePath(site);
  if (note === null || !haveTheirTimes(spare, note.folders)) return null;
  rmdirSync(workDir);
  try {
    renameSync(spare, workDir);
  } catch (error) {
    mkdirSync(workDir);
    throw error;
  }
  removeFiles(workDir, note.stale);
  return note.lacking;
}

/**
 * Makes the spare of a site, which the ledger tells of now.
 * @param place puts it in its place
 */
export function leaveSpare(
  cacheDir: string,
  site: string,
  place: (spare: string) => void,
  { stale, lacking, folders }: Omit<SpareNote, "folders"> & { folders: Iterable<string> },
): void {
  dropSpare(site);
  const stamp = lookAtLedger(cacheDir)?.stamp;
  if (stamp === undefined) return;
  const spare = sparePath(site);
  try {
    place(spare);
    const note: SpareNote = { stale, lacking, folders: timesOf(spare, folders) };
    writeLedger(join(cacheDir, noteName), [headOf(stamp), JSON.stringify(note)]);
  } catch {
    // Where there is no room, or a file cannot have two names, the next build does without.
    dropSpare(site);
  }
}

/** A spare that is of no use any more. */
export function dropSpare(site: string): void {
  rmSync(sparePath(site), { recursive: true, force: true });
}

function readNote(cacheDir: string, stamp: string): SpareNote | null {
  const [first, second] = readLedger(join(cacheDir, noteName)) ?? [];
  // Its digest says that `leaveSpare` wrote it; another format has another number.
  return first !== headOf(stamp) || second === undefined ? null : (JSON.parse(second) as SpareNote);
}

function headOf(stamp: string): string {
  return `2 ${stamp}`;
}
