#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import { type BuildOptions, type BuildResult, build } from "./build.ts";
import type { Problem } from "./model/problem.ts";
import { packageFile } from "./package-file.ts";
import { type Holder, recoverSite } from "./publish/lock.ts";
import { verifySite } from "./publish/manifest.ts";
import { describeTimes, reportProgress } from "./report-progress.ts";
import type { Shard, ShardResult } from "./shards.ts";
import { describeSystemError } from "./system-error.ts";

const usage = `Usage:
  warraq build [--seeds DIR] [--out DIR] [--base-url URL] [--force]   build the site
  warraq build --shard K/N [--seeds DIR] [--out DIR]                  parse the K-th of N parts into a folder
  warraq merge SHARD... [--seeds DIR] [--out DIR] [--base-url URL]    build the site of parsed parts
  warraq serve [--seeds DIR] [--out DIR] [--port N]                   build, serve on localhost, reload on change
  warraq check [--seeds DIR] [--format text|json|sarif]               look for problems, write nothing
  warraq verify [DIR]                                                 check a built site against its manifest
  warraq package BAG [--seeds DIR] [--out DIR]                        pack texts and site for deposit (BagIt)
  warraq init DIR                                                     start a new archive

  --seeds DIR      the archive's texts and INDEX.md (default: seeds)
  --out DIR        where the site goes (default: dist)
  --base-url URL   the site's address, instead of "url" in INDEX.md
  --force          replace a folder that is not a site of Warraq's
  --no-search      leave the search index out; the search page then finds nothing
  --json           print what the build did, and what it took
  --port N         where to serve (default: 8080)
  --help, --version
`;

/** Ended well; the input is wrong or the site damaged; the command itself is wrong. */
const exit = { done: 0, refused: 1, usage: 2 } as const;

class UsageError extends Error {}
/** Its message is what the system refused, for people. */
class RefusedError extends Error {}

async function main(args: string[]): Promise<number> {
  const [command, ...rest] = args;
  if (rest.includes("--help") || rest.includes("-h")) {
    process.stdout.write(usage);
    return exit.done;
  }
  switch (command) {
    case "build":
      return await runBuild(rest);
    case "merge":
      return await runMerge(rest);
    case "serve":
      return await runServe(rest);
    case "check":
      return await runCheck(rest);
    case "verify":
      return await runVerify(rest);
    case "package":
      return await runPackage(rest);
    case "init":
      return await runInit(rest);
    case "--version":
      process.stdout.write(`${version()}\n`);
      return exit.done;
    case "--help":
    case "-h":
    case "help":
      process.stdout.write(usage);
      return exit.done;
    case undefined:
      throw new UsageError("no command");
    default:
      throw new UsageError(`"${command}" is not a command`);
  }
}

const folders = {
  seeds: { type: "string", default: "seeds" },
  out: { type: "string", default: "dist" },
  "base-url": { type: "string" },
  force: { type: "boolean", default: false },
} as const;

const json = { type: "boolean", default: false } as const;

async function runBuild(args: string[]): Promise<number> {
  const noSearch = { "no-search": { type: "boolean", default: false } } as const;
  const options = { ...folders, ...noSearch, json, shard: { type: "string" } } as const;
  const { values } = parse(() => parseArgs({ args, options }));
  if (values.shard !== undefined) return await runShard(values, values.shard);
  return await runSite({ ...buildOptions(values), search: !values["no-search"] }, values);
}

async function runMerge(args: string[]): Promise<number> {
  const options = { ...folders, json } as const;
  const { values, positionals } = parse(() => parseArgs({ args, options, allowPositionals: true }));
  if (positionals.length === 0) throw new UsageError("merge takes the folders of the shards");
  return await runSite({ ...buildOptions(values), shards: positionals }, values);
}

/** `2/8` */
function shardFrom(given: string): Shard {
  const [, number, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(given) ?? [];
  if (number === undefined || of === undefined || Number(number) > Number(of)) {
    throw new UsageError(`--shard takes a number and how many there are, such as 2/8, not "${given}"`);
  }
  return { number: Number(number), of: Number(of) };
}

async function runShard(
  values: { seeds: string; out: string; json: boolean },
  given: string,
): Promise<number> {
  const shard = shardFrom(given);
  const { seedsDir, outDir } = buildOptions({ ...values, force: false });
  const show = process.stderr.isTTY ? (text: string) => process.stderr.write(text) : null;
  const progress = reportProgress(show);
  const part = { seedsDir, outDir, shard, progress: progress.onProgress };
  const { buildShard } = await import("./shards.ts");
  const result = await writingTo(outDir, () => buildShard(part));
  const times = progress.finish();
  const { kind, problems, ...counts } = result;
  await report(problems, values.seeds);
  if (values.json) printJson({ result: kind, ...counts, ...countProblems(problems), ...times });
  if (result.kind !== "parsed") {
    process.stderr.write(notBuilt(result, values.out));
    return exit.refused;
  }
  show?.(`shard ${given}: ${result.articles} articles (${result.parsed} parsed): ${times.seconds} s\n`);
  return exit.done;
}

function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Builds a site, and says what it took. */
async function runSite(
  options: BuildOptions,
  values: { seeds: string; out: string; json: boolean },
): Promise<number> {
  const show = process.stderr.isTTY ? (text: string) => process.stderr.write(text) : null;
  const progress = reportProgress(show);
  const result = await writingTo(values.out, () => build({ ...options, progress: progress.onProgress }));
  const times = progress.finish();
  await report(result.problems, values.seeds);
  if (values.json) {
    const { kind, problems } = result;
    const counts = kind === "built" ? result.counts : {};
    printJson({ result: kind, ...counts, ...countProblems(problems), ...times });
  }
  if (result.kind !== "built") {
    process.stderr.write(notBuilt(result, values.out));
    return exit.refused;
  }
  if (show !== null) {
    const { articles, parsed, pages, written, removed } = result.counts;
    show(
      `${articles} articles (${parsed} parsed), ${pages} pages (${written} written, ${pages - written} kept, ${removed} removed) in ${values.out}: ${times.seconds} s\n`,
    );
    show(describeTimes(times));
  }
  return exit.done;
}

async function runServe(args: string[]): Promise<number> {
  const options = { ...folders, port: { type: "string", default: "8080" } } as const;
  const { values } = parse(() => parseArgs({ args, options }));
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not "${values.port}"`);
  }
  const { serve } = await import("./serve.ts");
  const started = {
    ...buildOptions(values),
    port,
    onBuild: async (result: BuildResult) => {
      await report(result.problems, values.seeds);
      process.stderr.write(
        result.kind === "built" ? `Built ${result.counts.pages} pages.\n` : notBuilt(result, values.out),
      );
    },
    onFailure: (error: unknown) => {
      const told = describeSystemError(error, values.out);
      process.stderr.write(
        told === null ? describeError(error) : `${told}\nNot built: the site stays as it was.\n`,
      );
    },
  };
  const server = await writingTo(values.out, () => serve(started));
  process.stderr.write(`${server.url}\n`);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await server.close();
  return exit.done;
}

async function runCheck(args: string[]): Promise<number> {
  const options = { seeds: folders.seeds, format: { type: "string", default: "text" } } as const;
  const { values } = parse(() => parseArgs({ args, options }));
  if (values.format !== "text" && values.format !== "json" && values.format !== "sarif") {
    throw new UsageError(`--format takes text, json or sarif, not "${values.format}"`);
  }
  const today = new Date().toISOString().slice(0, 10);
  const { check } = await import("./check.ts");
  // What is parsed on the way is kept there for so long.
  const problems = await writingTo(tmpdir(), () => check({ seedsDir: values.seeds, today }));
  if (values.format === "sarif") {
    const { makeSarif } = await import("./model/sarif.ts");
    process.stdout.write(makeSarif(problems, values.seeds, version()));
  } else if (values.format === "json")
    process.stdout.write(`${JSON.stringify({ problems, ...countProblems(problems) }, null, 2)}\n`);
  else await report(problems, values.seeds);
  return countProblems(problems).errors > 0 ? exit.refused : exit.done;
}

async function runVerify(args: string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args, allowPositionals: true }));
  if (positionals.length > 1) throw new UsageError("verify takes one folder");
  const dir = positionals[0] ?? "dist";
  await recoverSite(dir);
  const damage = await verifySite(dir);
  if (damage === null) {
    process.stderr.write(`${dir}: no manifest here to check against; build the site first\n`);
    return exit.refused;
  }
  for (const { path, kind } of damage) process.stderr.write(`${dir}/${path}: ${kind}\n`);
  process.stderr.write(damage.length === 0 ? `${dir}: whole\n` : `${damage.length} damaged\n`);
  return damage.length === 0 ? exit.done : exit.refused;
}

async function runPackage(args: string[]): Promise<number> {
  const options = { seeds: folders.seeds, out: folders.out } as const;
  const { values, positionals } = parse(() => parseArgs({ args, options, allowPositionals: true }));
  const [bagDir, ...more] = positionals;
  if (bagDir === undefined || more.length > 0)
    throw new UsageError("package takes one folder, which it makes");
  if (existsSync(bagDir)) {
    process.stderr.write(`${bagDir}: is there already; name a new folder\n`);
    return exit.refused;
  }
  if (isWithin(bagDir, values.seeds) || isWithin(bagDir, values.out)) {
    throw new UsageError(`${bagDir} lies within what it would hold; name a folder apart`);
  }
  await recoverSite(values.out);
  const damage = await verifySite(values.out);
  if (damage === null || damage.length > 0) {
    process.stderr.write(`${values.out}: is no whole site; build it first\n`);
    return exit.refused;
  }
  const { readSeeds } = await import("./seeds/read-seeds.ts");
  const { packageArchive } = await import("./publish/package.ts");
  const { site } = (await readSeeds(values.seeds)).value;
  const info = [
    ["Title", site.title],
    ["Language", site.lang],
    ["External-Description", site.description ?? site.title],
    ["External-Identifier", site.url ?? site.title],
    ["Bagging-Date", new Date().toISOString().slice(0, 10)],
    ["Bag-Software-Agent", `Warraq ${version()}`],
  ] as const;
  const bag = { seedsDir: values.seeds, siteDir: values.out, bagDir, info };
  const files = await writingTo(bagDir, () => packageArchive(bag));
  if (typeof files !== "number") {
    process.stderr.write(`Not packed: ${busy(files, bagDir)}`);
    return exit.refused;
  }
  process.stderr.write(`${bagDir}: ${files} files\n`);
  return exit.done;
}

async function runInit(args: string[]): Promise<number> {
  const { positionals } = parse(() => parseArgs({ args, allowPositionals: true }));
  const [dir, ...more] = positionals;
  if (dir === undefined || more.length > 0) throw new UsageError("init takes one folder");
  const { initArchive } = await import("./init.ts");
  const made = await writingTo(dir, () => initArchive(dir));
  if (made === null) {
    process.stderr.write(`${dir}: is not empty; name a new folder\n`);
    return exit.refused;
  }
  process.stderr.write(
    `${made.map((path) => `${path}\n`).join("")}Next: warraq build --seeds ${dir}/seeds --out ${dir}/dist\n`,
  );
  return exit.done;
}

function notBuilt(
  result: Exclude<BuildResult, { kind: "built" }> | Exclude<ShardResult, { kind: "parsed" }>,
  outDir: string,
): string {
  switch (result.kind) {
    case "input-wrong":
      return "Not built: the site stays as it was.\n";
    case "out-occupied":
      return `Not built: ${outDir} holds files that are not of a site of Warraq's; name another folder with --out, or replace it with --force.\n`;
    case "out-busy":
      return `Not built: ${busy(result.holder, outDir)}`;
  }
}

function busy({ pid, host, path }: Holder, dir: string): string {
  return `another build (process ${pid} on ${host}) is writing to ${dir}; wait until it has ended, or if there is none, take away ${relative("", path)} [build/busy]\n`;
}

function buildOptions(values: {
  seeds: string;
  out: string;
  "base-url"?: string;
  force: boolean;
}): BuildOptions {
  for (const [name, value] of [
    ["--seeds", values.seeds],
    ["--out", values.out],
  ]) {
    if (value === "") throw new UsageError(`${name} takes a folder`);
  }
  if (isWithin(values.out, values.seeds) || isWithin(values.seeds, values.out)) {
    throw new UsageError(
      `--seeds ${values.seeds} and --out ${values.out} lie one within the other; name two folders apart`,
    );
  }
  return {
    seedsDir: values.seeds,
    outDir: values.out,
    baseUrl: baseUrl(values["base-url"]),
    force: values.force,
    progress: () => {},
  };
}

/** Whether a folder is another, or is below it. */
function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === "" || (path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path));
}

function baseUrl(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!/^https?:\/\/./.test(given) || !URL.canParse(given)) {
    throw new UsageError(`--base-url takes an http or https address, not "${given}"`);
  }
  const { href } = new URL(given);
  return href.endsWith("/") ? href : `${href}/`;
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function report(problems: readonly Problem[], seedsDir: string): Promise<void> {
  if (problems.length === 0) return;
  const { formatProblem } = await import("./model/problem.ts");
  for (const problem of problems)
    process.stderr.write(`${colored(formatProblem(problem, seedsDir), problem.severity)}\n`);
  const { errors, warnings } = countProblems(problems);
  process.stderr.write(`${counted(errors, "error")}, ${counted(warnings, "warning")}\n`);
}

function countProblems(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: problems.length - errors };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The severity in red or yellow, on a terminal whose user has not declined color (no-color.org). */
function colored(line: string, severity: Problem["severity"]): string {
  if (!process.stderr.isTTY || process.env["NO_COLOR"]) return line;
  const code = severity === "error" ? 31 : 33;
  return line.replace(`: ${severity}: `, `: \u001b[${code}m${severity}\u001b[0m: `);
}

/** Does what writes to a folder; what the system refuses it is told in a line. */
async function writingTo<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const told = describeSystemError(error, folder);
    throw told === null ? error : new RefusedError(told, { cause: error });
  }
}

function isPortTaken(error: unknown): error is Error & { port: number } {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error;
}

function version(): string {
  const { version } = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { version: string }; // our own file
  return version;
}

/** A mistake of this program comes with its trace, for whoever mends it. */
function describeError(error: unknown): string {
  const told = error instanceof RefusedError ? error.message : describeSystemError(error, "");
  if (told !== null) return `${told}\nStopped: what was there before is as it was.\n`;
  return `warraq: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`warraq: ${error.message}\n\n${usage}`);
    process.exitCode = exit.usage;
  } else if (isPortTaken(error)) {
    process.stderr.write(
      `warraq: port ${error.port} is taken by another program; name another with --port, or 0 for any free one\n`,
    );
    process.exitCode = exit.refused;
  } else {
    process.stderr.write(describeError(error));
    process.exitCode = exit.refused;
  }
}
