import { posix } from "node:path";
import { errorAt, type Outcome, type Problem, warningAt } from "../model/problem.ts";
import type { Collection, CollectionItem, SeedEntry, Seeds } from "../model/seeds.ts";
import { decode } from "./decode.ts";
import { findSeedFiles, indexName, isFolder, type SeedFiles } from "./discover.ts";
import { type IndexFile, readIndexFile } from "./index-file.ts";
import type { IndexItem } from "./index-items.ts";
import { nearestOf } from "./metadata.ts";
import { largestIndex, readSeedFile } from "./read-file.ts";
import { findRecognizer } from "./recognizer-folder.ts";
import { readSettings } from "./site-settings.ts";

/**
 * Reads what an archive holds: INDEX.md, if there is one, and the files below the folder. No article is opened yet.
 * The order in which the file system lists files changes nothing.
 */
export async function readSeeds(seedsDir: string): Promise<Outcome<Seeds>> {
  if (!(await isFolder(seedsDir))) {
    const { site } = readSettings([]).value;
    const problem = errorAt(
      { path: "", line: 1, column: 1 },
      "seeds/missing",
      "there is no such folder",
      "name the folder that holds the texts with --seeds, or make it",
    );
    return {
      value: {
        site,
        recognizer: null,
        introduction: [],
        collections: [],
        entries: [],
        hasSideFiles: false,
      },
      problems: [problem],
    };
  }
  const index = readIndex(seedsDir);
  const settings = readSettings(index.value.settings);
  const { site, recognizer: said } = settings.value;
  const recognizer = said === null ? null : await findRecognizer(seedsDir, said);
  const files = await findSeedFiles(seedsDir, recognizer?.value?.path ?? null);
  const problems = [
    ...files.problems,
    ...index.problems,
    ...settings.problems,
    ...(recognizer?.problems ?? []),
  ];
  if (files.value.paths.length === 0) {
    const reason = "the folder has no article: no .txt or .md file";
    problems.push(errorAt({ path: "", line: 1, column: 1 }, "seeds/empty", reason, "put a text into it"));
  }
  const { collections, entries } = resolve(index.value, files.value, problems);
  return {
    value: {
      site,
      recognizer: recognizer?.value ?? null,
      introduction: index.value.introduction,
      collections,
      entries,
      hasSideFiles: files.value.hasSideFiles,
    },
    problems,
  };
}

/** What stands for INDEX.md where there is none: every article, in date order. */
const wholeFolder: IndexFile["sections"][number] = {
  id: "articles",
  title: null,
  level: 2,
  introduction: [],
  items: [{ title: "", target: "", metadata: {}, place: { path: indexName, line: 1, column: 1 } }],
};

function readIndex(seedsDir: string): Outcome<IndexFile> {
  const nothing: IndexFile = { settings: [], introduction: [], sections: [wholeFolder] };
  const file = readSeedFile(seedsDir, indexName, largestIndex);
  if (file.value === null) return { value: nothing, problems: file.problems };
  const text = decode(file.value, undefined, indexName);
  if (text.value === null) return { value: nothing, problems: text.problems };
  return readIndexFile(text.value);
}

interface Resolved {
  collections: Collection[];
  entries: SeedEntry[];
}

/** Looks up what the items of the index link to; the files that none reaches make a collection of their own. */
function resolve(index: IndexFile, files: SeedFiles, problems: Problem[]): Resolved {
  const entries = files.paths.map((path): SeedEntry => ({ path, metadata: {}, place: null }));
  // A large archive lists folders, and asks for none of them.
  let places: ReadonlyMap<string, number> | null = null;
  const describeEntry = (path: string, item: IndexItem): void => {
    places ??= new Map(entries.map((entry, at) => [entry.path, at]));
    const at = places.get(path);
    const entry = at === undefined ? undefined : entries[at];
    if (at !== undefined && entry !== undefined) entries[at] = describe(entry, item, problems);
  };
  const listed = new Set<string>();
  let areAllListed = false;
  const collections = index.sections.map(({ id, title, level, introduction, items }): Collection => {
    const found = items.flatMap((item): CollectionItem[] => {
      const resolved = resolveItem(item, files, problems);
      if (resolved === undefined) return [];
      if (resolved.kind === "article") {
        listed.add(resolved.path);
        describeEntry(resolved.path, item);
      } else if (resolved.paths.length === files.paths.length) areAllListed = true;
      else for (const path of resolved.paths) listed.add(path);
      return [resolved];
    });
    return { id, title, kind: "listed", level, introduction, items: found };
  });
  const unlisted = areAllListed ? [] : files.paths.filter((path) => !listed.has(path));
  if (unlisted.length > 0) {
    const taken = new Set(collections.map(({ id }) => id));
    let id = "unlisted";
    while (taken.has(id)) id = `${id}-articles`;
    const items: CollectionItem[] = [{ kind: "folder", title: "", paths: unlisted }];
    collections.push({ id, title: null, kind: "unlisted", level: 2, introduction: [], items });
    const remedy = `add a line such as "- [headline](file)", or one for its folder, to ${indexName}`;
    for (const path of unlisted) {
      problems.push(
        warningAt(
          { path, line: 1, column: 1 },
          "index/unlisted",
          `no line of ${indexName} reaches this article`,
          remedy,
        ),
      );
    }
  }
  return { collections, entries };
}

function resolveItem(item: IndexItem, files: SeedFiles, problems: Problem[]): CollectionItem | undefined {
  const { target, title, place, metadata } = item;
  const normal = posix.normalize(target);
  if (
    /^[a-z][a-z0-9+.-]*:/i.test(target) ||
    target.startsWith("/") ||
    target.startsWith("\\") ||
    normal === ".." ||
    normal.startsWith("../")
  ) {
    const reason = `"${target}" leads out of the seeds folder`;
    problems.push(
      errorAt(place, "index/outside", reason, "put the file into the folder and link to it there"),
    );
    return undefined;
  }
  const file = files.find(normal);
  if (file !== undefined) return { kind: "article", path: file };
  const paths = files.take(normal);
  if (paths === null) {
    const reason = "a glob of so many parts is not matched";
    const remedy =
      "write a shorter one, with at most three * in a name and two ** in all, or name the folder";
    problems.push(errorAt(place, "index/glob", reason, remedy));
    return undefined;
  }
  if (paths.length === 0) {
    if (files.paths.length === 0) return undefined;
    problems.push(
      errorAt(
        place,
        "index/missing-file",
        `there is no "${target}" in the seeds folder`,
        mendMissing(normal, files),
      ),
    );
    return undefined;
  }
  if (Object.keys(metadata).length > 0) {
    const reason = "the metadata of a folder or a glob would be that of no article";
    problems.push(
      errorAt(
        place,
        "index/folder-metadata",
        reason,
        "give it to each article, in a line of its own or in its front matter",
      ),
    );
  }
  return { kind: "folder", title, paths };
}

function mendMissing(target: string, files: SeedFiles): string {
  const sameName = files.paths.find((path) => posix.basename(path) === posix.basename(target));
  const nearest = sameName ?? nearestOf(target, files.paths);
  return nearest === undefined ? "mend the link, or put the file there" : `did you mean "${nearest}"?`;
}

/** An article with what an item of the index says of it; two items may not say different things. */
function describe(entry: SeedEntry, item: IndexItem, problems: Problem[]): SeedEntry {
  const said = { ...(item.title === "" ? {} : { title: item.title }), ...item.metadata };
  if (entry.place !== null) {
    for (const [key, value] of Object.entries(said)) {
      const before = Object.entries(entry.metadata).find(([name]) => name === key)?.[1];
      if (before === undefined || JSON.stringify(before) === JSON.stringify(value)) continue;
      const reason = `line ${entry.place.line} says another ${key} of this article`;
      problems.push(
        errorAt(item.place, "index/contradiction", reason, "let both say the same, or say it once"),
      );
    }
  }
  return { ...entry, metadata: { ...said, ...entry.metadata }, place: entry.place ?? item.place };
}
