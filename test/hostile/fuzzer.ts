import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { createRandom } from "../../scripts/random.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { renderBody, renderProse } from "../../src/article/render-body.ts";
import type { Article, ParsedArticle } from "../../src/model/article.ts";
import { readSeeds } from "../../src/seeds/read-seeds.ts";
import { readSource } from "../../src/seeds/read-source.ts";
import { archives, pieces } from "./arbitraries.ts";

/** An archive that the program does not stand, and what it did. */
export interface Finding {
  /** Each file deflated, in base64: most are one thing over and over. */
  files: Record<string, string>;
  fault: string;
}

/** Where fuzzing begins: real texts. */
const corpora = ["seeds", "examples/seeds", "test/gold/dev"];
const links = {
  entity: () => ({ href: "x.html", card: "c" }),
  link: (url: string) => (/^https?:/.test(url) ? url : null),
  permalink: String,
};

/**
 * Makes archives, half of them out of real texts changed byte by byte, the others out of parts, the same ones for the same seed, and runs the
 * real readers, the parser and the renderer over them until the time is over.
 */
export async function fuzz(options: {
  seed: number;
  milliseconds: number;
  /** As `tryInput` takes it. */
  mostTimes: number;
}): Promise<{ runs: number; findings: Finding[] }> {
  const random = createRandom(options.seed);
  const texts = corpora.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:txt|md)$/.test(name) && !name.endsWith("README.md"))
      .map((name) => readFileSync(join(folder, name))),
  );
  const dir = mkdtempSync(join(tmpdir(), "warraq-fuzz-"));
  const findings: Finding[] = [];
  const end = performance.now() + options.milliseconds;
  let runs = 0;
  try {
    for (let batch = 0; performance.now() < end && findings.length < 20; batch += 1) {
      const made = fc.sample(archives, { seed: options.seed + batch, numRuns: 20 });
      for (const archive of made) {
        const parts = Object.entries(archive).map(([path, content]) => [path, Buffer.from(content)] as const);
        const files: Record<string, Uint8Array> =
          random() < 0.5
            ? { [random() < 0.5 ? "a.txt" : "a.md"]: mutate(texts, random) }
            : Object.fromEntries(
                parts.map(([path, bytes]) => [
                  path,
                  random() < 0.3 ? mutate([bytes, ...texts], random, bytes) : bytes,
                ]),
              );
        runs += 1;
        const fault = await tryInput(dir, files, options.mostTimes);
        if (fault !== null) findings.push({ files: pack(files), fault });
        if (performance.now() > end) break;
      }
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
  return { runs, findings };
}

function pack(files: Record<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, deflateRawSync(bytes).toString("base64")]),
  );
}

/** The files of a finding. */
export function unpack({ files }: Finding): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(files).map(([path, packed]) => [path, inflateRawSync(Buffer.from(packed, "base64"))]),
  );
}

/** @param start what is changed; one of the texts by default */
function mutate(texts: readonly Buffer[], random: () => number, start?: Buffer): Uint8Array {
  const any = (): Buffer => texts[Math.floor(random() * texts.length)] ?? Buffer.alloc(0);
  let bytes = start ?? any();
  const at = (): number => Math.floor(random() * (bytes.length + 1));
  const changes = 1 + Math.floor(random() * 12);
  for (let change = 0; change < changes; change += 1) {
    const from = at();
    const length = Math.floor(random() ** 3 * 400);
    const part = bytes.subarray(from, from + length);
    const kind = random();
    if (kind < 0.35) {
      const piece = Buffer.from(pieces[Math.floor(random() * pieces.length)] ?? "");
      const times = random() < 0.1 ? 1 + Math.floor(random() * 300) : 1;
      bytes = Buffer.concat([
        bytes.subarray(0, from),
        ...Array<Buffer>(times).fill(piece),
        bytes.subarray(from),
      ]);
    } else if (kind < 0.55) bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
    else if (kind < 0.75) {
      const times = 1 + Math.floor(random() ** 4 * 40);
      bytes = Buffer.concat([
        bytes.subarray(0, from),
        ...Array<Buffer>(times).fill(part),
        bytes.subarray(from),
      ]);
    } else if (kind < 0.9) {
      const other = any();
      const start = Math.floor(random() * other.length);
      bytes = Buffer.concat([
        bytes.subarray(0, from),
        other.subarray(start, start + length),
        bytes.subarray(from),
      ]);
    } else if (bytes.length > 0) {
      bytes = Buffer.from(bytes);
      const index = Math.min(from, bytes.length - 1);
      bytes[index] = Math.floor(random() * 256);
    }
    if (bytes.length > 200_000) bytes = bytes.subarray(0, 200_000);
  }
  return bytes;
}

/**
 * What is wrong with what becomes of an archive; null when nothing is.
 * @param mostTimes as many times as long as 100 KB of news takes, for 100 KB or for less than that, is a hang
 */
export async function tryInput(
  dir: string,
  files: Record<string, Uint8Array>,
  mostTimes: number,
): Promise<string | null> {
  ordinary ??= await timeOfNews(dir);
  writeFiles(dir, files);
  const size = Object.values(files).reduce((sum, { length }) => sum + length, 0);
  let slow = Number.POSITIVE_INFINITY;
  // What is slow once may have been compiled or collected meanwhile.
  for (let attempt = 0; attempt < 3 && slow > mostTimes; attempt += 1) {
    const { fault, time } = await timeArchive(dir);
    if (fault !== null) return fault;
    slow = Math.min(slow, time / ordinary / Math.max(1, size / 100_000));
  }
  return slow > mostTimes ? `it took ${Math.round(slow)} times as long as 100 KB of news` : null;
}

/** What 100 KB of news takes in this process: a machine may be fast or slow, and others may use it. */
let ordinary: number | undefined;

async function timeOfNews(dir: string): Promise<number> {
  const text = readFileSync("seeds/putin-biden-first-call.txt", "utf8");
  const news = Buffer.from(`${text}\n\n`.repeat(Math.ceil(100_000 / Buffer.byteLength(text))));
  writeFiles(dir, { "a.txt": news });
  const times: number[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1) times.push((await timeArchive(dir)).time);
  return (Math.min(...times) * 100_000) / news.length;
}

function writeFiles(dir: string, files: Record<string, Uint8Array>): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(dir, path), bytes);
}

/** With the milliseconds of this process's own time. */
async function timeArchive(dir: string): Promise<{ fault: string | null; time: number }> {
  const from = process.cpuUsage();
  const fault = await readArchive(dir);
  const { user, system } = process.cpuUsage(from);
  return { fault, time: (user + system) / 1000 };
}

async function readArchive(dir: string): Promise<string | null> {
  try {
    const { value: seeds, problems: found } = await readSeeds(dir);
    renderProse(seeds.introduction, links.link);
    for (const { introduction } of seeds.collections) renderProse(introduction, links.link);
    for (const entry of seeds.entries) {
      const { value: source, problems } = await readSource(dir, entry, seeds.site);
      found.push(...problems);
      if (source === null) {
        if (!problems.some(({ severity }) => severity === "error")) return "it was refused without a reason";
        continue;
      }
      if (!endsWithLetters(readFileSync(join(dir, entry.path)), source.content))
        return "the end of the file was altered";
      const parsed = parseArticle(source).value;
      if (source.format === "text" && parsed.article.text !== source.content) return "the text was altered";
      const fault = wrongRange(parsed.article) ?? lostText(parsed);
      if (fault !== null) return fault;
    }
    return found.every(({ line, column }) => line > 0 && column > 0) ? null : "a problem is nowhere";
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).slice(0, 300) : String(error);
  }
}

/** Whether a file ends with the ASCII letters that end its text: in every encoding that has them they are the same bytes, or those between NULs. */
function endsWithLetters(file: Buffer, content: string): boolean {
  const letters = Buffer.from(/[ -~]*$/.exec(content.slice(-20))?.[0] ?? "", "latin1");
  const wide = Buffer.from(letters.toString("latin1"), "utf16le");
  return [letters, wide, Buffer.from(wide).swap16()].some(
    (bytes) => bytes.length === 0 || file.subarray(-bytes.length).equals(bytes),
  );
}

function wrongRange({ text, quotes, entities, dates, periods, sections }: Article): string | null {
  const ranges = [...quotes, ...dates, ...periods, ...entities.flatMap(({ mentions }) => mentions)];
  for (const { start, end, text: words } of [
    ...ranges,
    ...sections.flatMap(({ heading }) => heading ?? []),
  ]) {
    if (start >= end || text.slice(start, end) !== words) return `"${words}" is not at ${start} to ${end}`;
  }
  return null;
}

/** Each character of the text that is seen must be on the page, in its order. */
function lostText(parsed: ParsedArticle): string | null {
  const body = renderBody(parsed, links);
  const shown = seen(textOf(body.headline?.html ?? "") + textOf(body.html));
  const own = seen(
    parsed.article.sections.map(({ start, end }) => parsed.article.text.slice(start, end)).join("\n"),
  );
  if (shown === own) return null;
  let at = 0;
  while (shown[at] === own[at]) at += 1;
  return `the page has "${shown.slice(at, at + 30)}" where the text has "${own.slice(at, at + 30)}"`;
}

function textOf(html: string): string {
  return html
    .replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, "")
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** HTML has no place for NUL, and white space is the layout's. */
function seen(text: string): string {
  return text.replace(/[\s\0\ufffd]/gu, "");
}
