import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../../scripts/random.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { renderBody } from "../../src/article/render-body.ts";
import type { Article, ParsedArticle } from "../../src/model/article.ts";
import { readSource } from "../../src/seeds/read-source.ts";
import { readSettings } from "../../src/seeds/site-settings.ts";

/** An input that the program does not stand, and what it did. */
export interface Finding {
  format: "txt" | "md";
  /** In base64. */
  bytes: string;
  fault: string;
}

/** Where fuzzing begins: real texts. */
const corpora = ["seeds", "examples/seeds", "test/gold/dev"];
/** Put into texts: what parsers trip over. */
const pieces = [
  ..."« » “ ” „ ‘ ’ ' \" *_`~[]()<>#|\\&;:-=+! \n \r\n \t \0 \u2028 \u2029 \u202e \u2066 \u200c \u0640 \u064b \ufeff \ufffd".split(
    " ",
  ),
  ..."--- --- \n--- ``` ~~~ ]: [^1] [^1]: <!-- --> <![CDATA[ ]]> <script> </q> {{ }} {% %} &#x0; &amp; https:// www. @ 1/2/3 2020-13-45 ١٢ هـ ق.م".split(
    " ",
  ),
  "\n\n",
  "  \n",
  "قال ",
  "وقال «",
  "محمد ",
  "بن ",
  "الرئيس ",
  "يوم الاثنين ",
  "\ud83d\udc69\u200d\ud83d\udc69",
  "e\u0301",
];

const { site } = readSettings([]).value;
const links = {
  entity: () => ({ href: "x.html", card: "c" }),
  link: (url: string) => (/^https?:/.test(url) ? url : null),
  permalink: String,
};

/** Makes inputs out of real texts, the same ones for the same seed, and runs the real reader, parser and renderer over them until the time is over. */
export async function fuzz(options: {
  seed: number;
  milliseconds: number;
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
    for (; performance.now() < end; runs += 1) {
      const bytes = mutate(texts, random);
      const format = random() < 0.5 ? "txt" : "md";
      const fault = await tryInput(dir, format, bytes);
      if (fault !== null) findings.push({ format, bytes: Buffer.from(bytes).toString("base64"), fault });
      if (findings.length >= 20) break;
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
  return { runs, findings };
}

function mutate(texts: readonly Buffer[], random: () => number): Uint8Array {
  const any = (): Buffer => texts[Math.floor(random() * texts.length)] ?? Buffer.alloc(0);
  let bytes = any();
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

/** What is wrong with what becomes of an input; null when nothing is. */
export async function tryInput(dir: string, format: "txt" | "md", bytes: Uint8Array): Promise<string | null> {
  const path = `x.${format}`;
  writeFileSync(join(dir, path), bytes);
  const from = performance.now();
  try {
    const { value: source, problems } = await readSource(dir, { path, metadata: {}, place: null }, site);
    if (source === null)
      return problems.some(({ severity }) => severity === "error") ? null : "it was refused without a reason";
    const parsed = parseArticle(source).value;
    const { article } = parsed;
    if (format === "txt" && article.text !== source.content) return "the text was altered";
    const slow = (performance.now() - from) / Math.max(1, bytes.length / 100_000);
    if (slow > 1_000) return `it took ${Math.round(slow)} ms for 100 KB`;
    return wrongRange(article) ?? lostText(parsed);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).slice(0, 300) : String(error);
  }
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
    .replace(/<[^>]*>/g, "")
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** HTML has no place for NUL, and white space is the layout's. */
function seen(text: string): string {
  return text.replace(/[\s\0\ufffd]/gu, "");
}
