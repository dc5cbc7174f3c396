import { realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { glob } from "tinyglobby";
import { errorAt, type Outcome } from "../model/problem.ts";

/** The name of the archive's table of contents. */
export const indexName = "INDEX.md";

/** The article files below a seeds folder. */
export interface SeedFiles {
  /** As the file system names them, in the order of code units. */
  paths: readonly string[];
  /** The file of a path as an editor writes it: Unicode normalization may differ from the file system's. */
  find: (path: string) => string | undefined;
  /** The files that a folder or a glob takes. */
  take: (pattern: string) => string[];
}

/**
 * Finds every `.txt` and `.md` file below the seeds folder but INDEX.md, README.md and names that begin with a dot.
 * A link that leads out of the folder is an error.
 */
export async function findSeedFiles(seedsDir: string): Promise<Outcome<SeedFiles>> {
  const root = await realpath(seedsDir);
  const found = await glob("**/*.{txt,md}", {
    cwd: root,
    caseSensitiveMatch: false,
    dot: false,
    followSymbolicLinks: true,
  });
  const problems = [];
  const paths: string[] = [];
  for (const path of found.sort()) {
    if (path === indexName || /(?:^|\/)readme\.md$/i.test(path)) continue;
    const real = await realpath(join(root, path));
    const inside = !relative(root, real).startsWith(`..${sep}`) && (await stat(real)).isFile();
    if (inside) paths.push(path);
    else {
      const reason = "this link leads out of the seeds folder";
      problems.push(
        errorAt({ path, line: 1, column: 1 }, "seeds/outside", reason, "put the file itself into the folder"),
      );
    }
  }
  return { value: { paths, find: finder(paths), take: (pattern) => take(paths, pattern) }, problems };
}

function finder(paths: readonly string[]): SeedFiles["find"] {
  const byName = new Map(paths.map((path) => [path.normalize("NFC"), path]));
  return (path) => byName.get(path.normalize("NFC"));
}

function take(paths: readonly string[], pattern: string): string[] {
  const normal = pattern.normalize("NFC").replace(/^\.\//, "");
  if (!picomatch.scan(normal).isGlob) {
    const folder = normal === "" || normal === "." ? "" : `${normal.replace(/\/+$/, "")}/`;
    return paths.filter((path) => path.normalize("NFC").startsWith(folder));
  }
  const matches = picomatch(normal);
  return paths.filter((path) => matches(path.normalize("NFC")));
}
