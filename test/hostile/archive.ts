import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BuildResult, build } from "../../src/build.ts";
import { check } from "../../src/check.ts";
import type { Problem } from "../../src/model/problem.ts";
import { listFiles } from "../../src/publish/files.ts";

/** An archive of hostile texts in a folder of its own. */
export interface HostileArchive {
  dir: string;
  write: (path: string, content: string | Uint8Array) => void;
  build: () => Promise<BuildResult>;
  check: () => Promise<Problem[]>;
  read: (path: string) => string;
  /** Every file of the site but the search index, whose format is its own. */
  files: () => Promise<Map<string, string>>;
  remove: () => void;
}

export function hostileArchive(): HostileArchive {
  const dir = mkdtempSync(join(tmpdir(), "warraq-hostile-"));
  const seedsDir = join(dir, "seeds");
  const outDir = join(dir, "dist");
  mkdirSync(seedsDir);
  const read = (path: string): string => readFileSync(join(outDir, path), "utf8");
  return {
    dir,
    write: (path, content) => {
      mkdirSync(dirname(join(seedsDir, path)), { recursive: true });
      writeFileSync(join(seedsDir, path), content);
    },
    build: () => {
      const progress = (): void => {};
      return build({
        seedsDir,
        outDir,
        baseUrl: "https://example.org/",
        force: false,
        search: false,
        progress,
      });
    },
    check: () => check({ seedsDir, today: "2026-01-01" }),
    read,
    files: async () => new Map((await listFiles(outDir)).map((path) => [path, read(path)])),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Rule ids of what a build found wrong. */
export function rulesOf(problems: readonly Problem[]): string[] {
  return [...new Set(problems.map(({ ruleId }) => ruleId))].sort();
}
