import { checkArchive } from "./archive/editorial/check-archive.ts";
import { type GatheredArticle, gather } from "./archive/gather.ts";
import { compareText } from "./archive/order.ts";
import { parseArticles } from "./article/parse-articles.ts";
import { type ParseMemory, parseRemembering } from "./article/parse-memory.ts";
import type { Archive } from "./model/archive.ts";
import type { ParsedArticle } from "./model/article.ts";
import { errorAt, type Problem } from "./model/problem.ts";
import type { SourceDocument } from "./model/source.ts";
import { type Holder, lockOutput } from "./publish/lock.ts";
import { writeManifest } from "./publish/manifest.ts";
import { discardWorkDir, isReplaceable, openWorkDir, swapIn } from "./publish/swap.ts";
import { findDuplicateIds } from "./seeds/duplicate-ids.ts";
import { readSeeds } from "./seeds/read-seeds.ts";
import { readSource } from "./seeds/read-source.ts";
import { makeLook } from "./site/look.ts";
import { loadTheme, type Theme, ThemeError } from "./site/theme.ts";
import { checkSite, writeSite } from "./site/write-site.ts";

export interface BuildOptions {
  seedsDir: string;
  outDir: string;
  /** The site's address, ending with `/`; null to go by INDEX.md. */
  baseUrl: string | null;
  /** Replace a folder that is not a site of ours. */
  force: boolean;
  /** Told what is being done, for people who wait. */
  progress: (message: string) => void;
  /** What an earlier build of the same process has parsed; this one leaves its own there. */
  memory?: ParseMemory;
}

export type BuildResult = { problems: Problem[] } & (
  | { kind: "built"; articles: number; pages: number }
  /** A problem is an error; nothing was published. */
  | { kind: "input-wrong" }
  /** The output folder holds files that are no site of ours; nothing was published. */
  | { kind: "out-occupied" }
  /** Another build is writing to the output folder; nothing was published. */
  | { kind: "out-busy"; holder: Holder }
);

/** Builds the site of an archive. The earlier site stays whole until the new one is, and altogether when the input is wrong. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { archive, articles, problems } = await readArchive(options);
  if (problems.some(({ severity }) => severity === "error")) return { kind: "input-wrong", problems };
  if (!options.force && !(await isReplaceable(options.outDir))) return { kind: "out-occupied", problems };

  const theme = await findTheme(options.seedsDir);
  if (theme instanceof ThemeError) {
    const place = { path: "../templates", line: 1, column: 1 };
    const problem = errorAt(place, "theme/template", theme.message, "mend the template, or take it away");
    return { kind: "input-wrong", problems: [...problems, problem] };
  }
  const lock = await lockOutput(options.outDir);
  if ("pid" in lock) return { kind: "out-busy", problems, holder: lock };
  try {
    const pages = await publish(options, archive, articles, theme);
    return { kind: "built", problems, articles: articles.size, pages };
  } finally {
    lock.release();
  }
}

/** Writes the site beside the earlier one and puts it in its place; how many pages it has. */
async function publish(
  options: BuildOptions,
  archive: Archive,
  articles: ReadonlyMap<string, ParsedArticle>,
  theme: Theme | null,
): Promise<number> {
  const workDir = await openWorkDir(options.outDir);
  try {
    const look = makeLook(archive.site, theme);
    const pages = await writeSite({ archive, articles, outDir: workDir, progress: options.progress, look });
    await writeManifest(workDir);
    await swapIn(workDir, options.outDir);
    return pages;
  } finally {
    await discardWorkDir(workDir);
  }
}

async function findTheme(seedsDir: string): Promise<Theme | ThemeError | null> {
  try {
    return await loadTheme(seedsDir);
  } catch (error) {
    if (error instanceof ThemeError) return error;
    throw error;
  }
}

/**
 * Everything that a build would find wrong, and what an editor would want to look at, without writing anything.
 * @param options.today `YYYY-MM-DD`, for dates that are still to come
 */
export async function check(options: { seedsDir: string; today: string }): Promise<Problem[]> {
  const { archive, articles, sources, problems } = await readArchive({
    ...options,
    baseUrl: null,
    progress: () => {},
  });
  const checked = sources.flatMap((source) => {
    const article = articles.get(source.path)?.article;
    return article === undefined ? [] : [{ source, article }];
  });
  const editorial = checkArchive(archive, checked, options.today);
  return [...problems, ...withoutAccepted(editorial, sources)].sort(compareProblems);
}

/** The warnings but for those of rules that an article's editor lets stand. */
function withoutAccepted(problems: readonly Problem[], sources: readonly SourceDocument[]): Problem[] {
  const accepted = new Map(sources.map(({ path, accepted: rules = [] }) => [path, rules]));
  return problems.filter(
    ({ severity, path, ruleId }) => severity === "error" || accepted.get(path)?.includes(ruleId) !== true,
  );
}

interface ReadArchive {
  archive: Archive;
  /** By the path of their file, below the seeds folder. */
  articles: Map<string, ParsedArticle>;
  sources: SourceDocument[];
  /** Of every step, by file and line. */
  problems: Problem[];
}

/** Reads, parses and gathers: all of a build before anything is written. */
async function readArchive(
  options: Pick<BuildOptions, "seedsDir" | "baseUrl" | "progress" | "memory">,
): Promise<ReadArchive> {
  const { seedsDir, baseUrl, progress, memory } = options;
  const { value: seeds, problems } = await readSeeds(seedsDir);
  progress(`Reading ${seeds.entries.length} articles\n`);
  const sources: SourceDocument[] = [];
  for (const entry of seeds.entries) {
    const source = await readSource(seedsDir, entry, seeds.site);
    problems.push(...source.problems);
    if (source.value !== null) sources.push(source.value);
  }
  const articles = new Map<string, ParsedArticle>();
  const outcomes =
    memory === undefined
      ? await parseArticles(sources, seeds.recognizer)
      : await parseRemembering(sources, seeds.recognizer, memory);
  for (const [index, parsed] of outcomes.entries()) {
    problems.push(...parsed.problems);
    articles.set(sources[index]?.path ?? "", parsed.value);
  }
  const twins = findDuplicateIds(idsOf(articles));
  problems.push(...twins);
  const site = baseUrl === null ? seeds.site : { ...seeds.site, url: baseUrl };
  const archive = gather({ ...seeds, site }, gatheredOf(articles));
  // Articles of one id would be pages of one path: said once is enough.
  if (twins.length === 0) problems.push(...checkSite(archive));
  return {
    archive,
    articles,
    sources,
    problems: withoutAccepted(problems, sources).sort(compareProblems),
  };
}

function* idsOf(articles: ReadonlyMap<string, ParsedArticle>): Iterable<{ id: string; path: string }> {
  for (const [path, { article }] of articles) yield { id: article.id, path };
}

function* gatheredOf(articles: ReadonlyMap<string, ParsedArticle>): Iterable<GatheredArticle> {
  for (const [path, { article }] of articles) yield { path, article };
}

function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column;
}
