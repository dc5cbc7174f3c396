import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { compareText } from "./archive/order.ts";
import { tellsDamage } from "./archive/pack.ts";
import { type ReadArticles, readArticles } from "./archive/read-articles.ts";
import type { BuildCounts, BuildOptions, BuildResult } from "./build.ts";
import type { Archive } from "./model/archive.ts";
import { errorAt, type Outcome, type Problem } from "./model/problem.ts";
import type { OnProgress } from "./model/progress.ts";
import type { Seeds } from "./model/seeds.ts";
import { addFolder, programDigest } from "./program-digest.ts";
import { lockOutput } from "./publish/lock.ts";
import { type LookedAt, lookAt } from "./publish/look-at.ts";
import { lookAtLedger } from "./publish/site-ledger.ts";
import { cachePath, discardWorkDir, isReplaceable, openWorkDir, swapIn, targetOf } from "./publish/swap.ts";
import { findDuplicateIds } from "./seeds/duplicate-ids.ts";
import { readSeeds } from "./seeds/read-seeds.ts";
import { staleShards, takeShards } from "./shards.ts";
import type { RefOf } from "./site/planned-page.ts";
import { loadTheme, type Theme, ThemeError, themeFolder } from "./site/theme.ts";
import { SourceChangedError } from "./site/write-sources.ts";
import { optimizeLate, spareMemory } from "./v8-flags.ts";
import { waitForAll } from "./wait-for-all.ts";

/**
 * From so many bytes of its entries on, a catalogue takes so much memory that what the garbage collector leaves lying comes to more than a
 * small machine has where much is made: some 40,000 articles with their names and quotes, or 130,000 without.
 */
const largeCatalogue = 150 * 1024 * 1024;
/** About as many bytes more are counted for each article, for what is planned of it. */
const besideEntry = 650;
/** Of so many articles that were parsed, what reading them left lying is in the way of the catalogue. */
const manyParsed = 10_000;

/** Builds while no other build writes to the same folder. */
export async function buildAlone(opened: LookedAt, options: BuildOptions): Promise<BuildResult> {
  const seeds = await readSeeds(options.seedsDir);
  if (seeds.value.entries.length === 0) return { kind: "input-wrong", problems: seeds.problems };
  const lock = await lockOutput(options.outDir);
  if ("pid" in lock) return { kind: "out-busy", problems: seeds.problems, holder: lock };
  try {
    if (options.shards !== undefined) {
      const cacheDir = cachePath(options.outDir);
      const problems = takeShards(options.shards, cacheDir, programDigest(cacheDir));
      if (problems.length > 0) return { kind: "input-wrong", problems: [...seeds.problems, ...problems] };
    }
    // Another build may have ended since the books were opened.
    const isCurrent = lookAtLedger(cachePath(options.outDir))?.stamp === opened.stamp;
    const books = isCurrent ? opened : lookAt({ ...options, booksInThread: false });
    return await buildFrom(books, options, seeds);
  } catch (error) {
    if (!tellsDamage(error) || options.shards !== undefined) throw error;
    // What was kept cannot be trusted: everything is made anew.
    await rm(cachePath(options.outDir), { recursive: true, force: true });
    return await buildFrom(lookAt({ ...options, booksInThread: false }), options, seeds);
  } finally {
    lock.release();
  }
}

async function buildFrom(
  { books, looking }: LookedAt,
  options: BuildOptions,
  { value, problems: found }: Outcome<Seeds>,
): Promise<BuildResult> {
  const { seedsDir, outDir, baseUrl, progress, search = true } = options;
  const seeds = baseUrl === null ? value : { ...value, site: { ...value.site, url: baseUrl } };
  const cacheDir = cachePath(outDir);
  const program = programDigest(cacheDir);
  const version = digestOf([program, themeDigest(seedsDir)]);
  const read = await readArticles({ seedsDir, seeds: value, cacheDir, version: program, progress });
  try {
    const problems = [...found, ...read.problems];
    if (options.shards !== undefined) problems.push(...staleShards(options.shards, read.parsed));
    problems.sort(compareProblems);
    const digest = digestOf([search, version, seeds.site, seeds.introduction, seeds.collections, read.keys]);
    // Where something is to be made there is time to put it in order until it is known what became of the site.
    if (read.parsed.length > 0) read.located();
    const earlier = await looking;
    const isSame = earlier?.digest === digest && read.parsed.length === 0;
    if (isSame && !hasErrors(problems)) {
      const { articles, pages } = earlier;
      return { kind: "built", problems, counts: { articles, parsed: 0, pages, written: 0, removed: 0 } };
    }
    optimizeLate();
    const theme = await findTheme(seedsDir);
    if (theme instanceof ThemeError) {
      const place = { path: "../templates", line: 1, column: 1 };
      problems.push(errorAt(place, "theme/template", theme.message, "mend the template, or take it away"));
    }
    if (theme instanceof ThemeError || hasErrors(problems)) {
      // All that is wrong is told in one run.
      problems.push(...(await planProblems(await gatherFrom(seeds, read, progress))));
      return { kind: "input-wrong", problems: problems.sort(compareProblems) };
    }
    // What is as it was written is a site of ours.
    if (!options.force && earlier === null && !(await isReplaceable(outDir)))
      return { kind: "out-occupied", problems };
    // Loaded here, for a build that finds nothing changed needs none of it.
    const { writeSite } = await import("./site/write-site.ts");
    const { beginData } = await import("./site/write-data.ts");
    const workDir = await openWorkDir(outDir);
    // While articles are gathered there is time to take the spare, and then to copy what is published as it is stored. A spare that is
    // taken for a site which turns out wrong is lost, and the next build does without.
    const takingSpare = books.takeSpare(workDir);
    const begunData = beginData({
      ...read.located(),
      packPath: read.packPath,
      outDir: workDir,
      helper: books,
      version,
      progress,
    });
    try {
      const [gathered] = await waitForAll([gatherFrom(seeds, read, progress), takingSpare]);
      problems.push(...gathered.problems);
      problems.sort(compareProblems);
      if (hasErrors(problems)) return { kind: "input-wrong", problems };
      const { archive } = gathered.value;
      const { store, packPath } = read;
      progress("publish", 0, 1);
      const written = await writeSite({
        archive,
        ...read.located(),
        store,
        packPath,
        seedsDir,
        outDir: workDir,
        cacheDir,
        earlierDir: targetOf(outDir),
        theme,
        helper: books,
        version,
        search,
        isLarge: isLarge(read),
        begunData,
        progress,
      });
      const site = written.value;
      if (site === null) return { kind: "input-wrong", problems: [...problems, ...written.problems] };
      await books.writeManifest(workDir, site);
      const { pages } = site;
      const articles = archive.articles.length;
      // Written meanwhile: a ledger of a site that is not there yet is believed of no file that is another.
      const closing = books.close({ digest, articles, pages });
      await Promise.all([closing, swapIn(workDir, outDir, books.retire)]);
      const counts: BuildCounts = {
        articles,
        parsed: read.parsed.length,
        pages,
        written: pages - site.kept,
        removed: await closing,
      };
      progress("publish", 1, 1);
      return { kind: "built", problems, counts };
    } catch (error) {
      if (!(error instanceof SourceChangedError)) throw error;
      const place = { path: error.path, line: 1, column: 1 };
      const problem = errorAt(
        place,
        "seeds/changed",
        "the file changed while it was read",
        "build once more",
      );
      return { kind: "input-wrong", problems: [...problems, problem] };
    } finally {
      await Promise.allSettled([begunData.copied]);
      await discardWorkDir(workDir);
    }
  } finally {
    read.close();
  }
}

interface Gathered {
  archive: Archive;
  refOf: RefOf;
}

/** Gathers the catalogue of what was read. */
export async function gatherFrom(
  seeds: Seeds,
  read: ReadArticles,
  progress: OnProgress,
): Promise<Outcome<Gathered>> {
  const { gather } = await import("./archive/gather.ts");
  progress("gather", 0, 1);
  const { refOf } = read.located();
  if (read.parsed.length > manyParsed && isLarge(read)) spareMemory();
  const archive = gather(seeds, read.entries(), read.numbers());
  const problems = findDuplicateIds(archive.articles);
  progress("gather", 1, 1);
  return { value: { archive, refOf }, problems };
}

function isLarge(read: ReadArticles): boolean {
  return read.entriesSize() + besideEntry * read.keys.length > largeCatalogue;
}

/** What is wrong with a catalogue, and with the plan of its site. */
export async function planProblems({
  value: { archive, refOf },
  problems,
}: Outcome<Gathered>): Promise<Problem[]> {
  // Articles of one id would be pages of one path: said once is enough.
  if (hasErrors(problems)) return problems;
  const { planSite } = await import("./site/write-site.ts");
  return [...problems, ...planSite(archive, refOf).problems];
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

async function findTheme(seedsDir: string): Promise<Theme | ThemeError | null> {
  try {
    return await loadTheme(seedsDir);
  } catch (error) {
    if (error instanceof ThemeError) return error;
    throw error;
  }
}

function themeDigest(seedsDir: string): string | null {
  const folder = themeFolder(seedsDir);
  if (!existsSync(folder)) return null;
  const digest = createHash("sha256");
  addFolder(digest, folder);
  return digest.digest("base64url");
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}

/** By file, line and column. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column;
}
