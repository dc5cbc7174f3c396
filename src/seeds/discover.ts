import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import picomatch from "picomatch";
import { errorAt, type Outcome, type Problem, warningAt } from "../model/problem.ts";
import { sideFileEnding } from "./corrections.ts";

/** The name of the archive's table of contents. */
export const indexName = "INDEX.md";

/** The article files below a seeds folder. */
export interface SeedFiles {
  /** As the file system names them, in the order of code units. */
  paths: readonly string[];
  /** Whether there are files of corrections. */
  hasSideFiles: boolean;
  /** The file of a path as an editor writes it: Unicode normalization may differ from the file system's. */
  find: (path: string) => string | undefined;
  /** The files that a folder or a glob takes; null for a glob that would take too long to match. */
  take: (pattern: string) => string[] | null;
}

/**
 * Finds every `.txt` and `.md` file below the seeds folder but INDEX.md, README.md and names that begin with a dot.
 * A link that leads out of the folder is an error.
 * @param apart a folder whose files are no texts: that of a model has lists of words
 */
export async function findSeedFiles(
  seedsDir: string,
  apart: string | null = null,
): Promise<Outcome<SeedFiles>> {
  const root = await realpath(seedsDir);
  const modelDir = apart === null ? null : await realpath(apart);
  const problems: Problem[] = [];
  const paths: string[] = [];
  const sideFiles: string[] = [];
  let folder = { path: "", prefix: "" };
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    // Most entries stand in the folder of the one before.
    if (entry.parentPath !== folder.path)
      folder = { path: entry.parentPath, prefix: prefixOf(root, entry.parentPath) };
    const path = folder.prefix + entry.name;
    if (entry.isSymbolicLink() && (await isFolder(join(root, path)))) problems.push(linkedFolder(path));
    const isSide = path.endsWith(sideFileEnding);
    if (isSide) sideFiles.push(path);
    if (entry.isSymbolicLink() && (isSide || path === indexName) && !(await leadsInside(root, path)))
      problems.push(leadsOut(path));
    if (!isArticleName(path) || (modelDir !== null && join(root, path).startsWith(modelDir + sep))) continue;
    if (entry.isFile()) paths.push(path);
    else if (entry.isSymbolicLink()) {
      if (await leadsInside(root, path)) paths.push(path);
      else problems.push(leadsOut(path));
    } else if (!entry.isDirectory()) problems.push(noFile(path));
  }
  paths.sort();
  problems.push(...orphans(sideFiles.sort(), paths));
  return {
    value: {
      paths,
      hasSideFiles: sideFiles.length > 0,
      find: finder(paths),
      take: (pattern) => take(paths, pattern),
    },
    problems,
  };
}

/** What stands before the names of a folder's files: the folder's path below the root, with `/` at its end. */
function prefixOf(root: string, folder: string): string {
  const below = folder.slice(root === sep ? 1 : root.length + 1).replaceAll(sep, "/");
  return below === "" ? "" : `${below}/`;
}

const isText = /\.(?:txt|md)$/i;

function isArticleName(path: string): boolean {
  if (!isText.test(path) || path === indexName) return false;
  return !/(?:^|\/)\./.test(path) && !/(?:^|\/)readme\.md$/i.test(path);
}

/** Files of corrections whose text is not there. */
function orphans(sideFiles: readonly string[], paths: readonly string[]): Problem[] {
  if (sideFiles.length === 0) return [];
  const texts = new Set(paths.map((path) => path.replace(/\.[^./]+$/, "")));
  const reason = "there is no text of this name that it could correct";
  const remedy = "name it as the text is named, with .annotations.yml in place of .txt or .md";
  return sideFiles
    .filter((path) => !texts.has(path.slice(0, -sideFileEnding.length)))
    .map((path) => warningAt({ path, line: 1, column: 1 }, "corrections/orphan", reason, remedy));
}

/** Whether a link leads to a file of the folder. */
async function leadsInside(root: string, path: string): Promise<boolean> {
  const real = await realpath(join(root, path)).catch(() => null);
  return real?.startsWith(root + sep) === true && (await stat(real)).isFile();
}

/** Whether a path is a folder, or a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function linkedFolder(path: string): Problem {
  const reason = "a link to a folder is not followed";
  return warningAt({ path, line: 1, column: 1 }, "seeds/linked-folder", reason, "put the folder itself here");
}

function noFile(path: string): Problem {
  const reason = "this is a pipe, a socket or a device, and no file; it is passed over";
  return warningAt({ path, line: 1, column: 1 }, "seeds/no-file", reason, "take it away");
}

function leadsOut(path: string): Problem {
  const reason = "this link leads out of the seeds folder, or to no file";
  return errorAt(
    { path, line: 1, column: 1 },
    "seeds/outside",
    reason,
    "put the file itself into the folder",
  );
}

function finder(paths: readonly string[]): SeedFiles["find"] {
  let byName: Map<string, string> | undefined;
  return (path) => {
    // Most items of a large archive are folders, for which no list of names is made.
    if (!isText.test(path)) return undefined;
    byName ??= new Map(paths.map((one) => [one.normalize("NFC"), one]));
    return byName.get(path.normalize("NFC"));
  };
}

/** What a glob may have: each star is tried at each length of a name, and each of several at each length of all the others. */
const mostGlob = { characters: 1000, stars: 3, anyFolders: 2, braces: 4 } as const;

/** Whether a glob would take long to match, or is none that picomatch can make an expression of. */
function isCostlyGlob(glob: string): boolean {
  const stars = glob.split("/").map((part) => part.match(/\*+/gu)?.length ?? 0);
  return (
    glob.length > mostGlob.characters ||
    (glob.match(/[{[]/gu)?.length ?? 0) > mostGlob.braces ||
    (glob.match(/\*\*/gu)?.length ?? 0) > mostGlob.anyFolders ||
    stars.some((count) => count > mostGlob.stars)
  );
}

/** Null for a glob that is more than a name can be matched with in time. */
function take(paths: readonly string[], pattern: string): string[] | null {
  const normal = pattern.normalize("NFC").replace(/^\.\//, "");
  if (normal.length > mostGlob.characters) return null;
  if (!picomatch.scan(normal).isGlob) {
    const folder = normal === "" || normal === "." ? "" : `${normal.replace(/\/+$/, "")}/`;
    return folder === "" ? [...paths] : paths.filter((path) => path.normalize("NFC").startsWith(folder));
  }
  if (isCostlyGlob(normal)) return null;
  // Patterns such as +(a|b) are matched by expressions that can take forever.
  const matches = picomatch(normal, { noextglob: true });
  return paths.filter((path) => matches(path.normalize("NFC")));
}
