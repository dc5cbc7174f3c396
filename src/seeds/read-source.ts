import { hash } from "node:crypto";
import type { Corrections } from "../model/corrections.ts";
import { directionOf } from "../model/language.ts";
import { errorAt, type Outcome, type Problem, warningAt } from "../model/problem.ts";
import type { SeedEntry, SiteConfig } from "../model/seeds.ts";
import { slugOf } from "../model/slug.ts";
import type { Metadata, SourceDocument } from "../model/source.ts";
import {
  joinCorrections,
  largestSideFile,
  noCorrections,
  readSideFile,
  sideFilePath,
} from "./corrections.ts";
import { decode } from "./decode.ts";
import { detectLanguages } from "./detect-language.ts";
import { indexName } from "./discover.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type MetadataLine, readMetadata } from "./metadata.ts";
import { largestText, readSeedFile } from "./read-file.ts";

/** Each line may be a paragraph, with an address and marks of its own: a page of more of them fits no memory, and no reader's. */
export const mostLines = 100_000;

/**
 * Reads an article's file; null, with the problems, when it is not one that can be published.
 * @param hasSideFile whether there may be corrections beside it
 */
export async function readSource(
  seedsDir: string,
  entry: SeedEntry,
  site: SiteConfig,
  hasSideFile = true,
): Promise<Outcome<SourceDocument | null>> {
  // Waiting for each costs more than reading it: measured, 0.6 ms an article.
  const file = readSeedFile(seedsDir, entry.path, largestText);
  const start = { path: entry.path, line: 1, column: 1 };
  const bytes = file.value;
  if (bytes === null) {
    const gone = errorAt(start, "seeds/gone", "the file is not there any more", "build once more");
    return { value: null, problems: file.problems.length > 0 ? file.problems : [gone] };
  }
  const declared = entry.metadata.encoding ?? encodingInside(bytes, entry.path);
  const text = decode(bytes, declared, entry.path);
  if (text.value === null) return { value: null, problems: text.problems };

  const matter = readFrontMatter(text.value, entry.path);
  const own = readMetadata(matter.value.lines, true);
  const side = hasSideFile ? readSide(seedsDir, entry.path) : { value: noCorrections, problems: [] };
  const problems: Problem[] = [...matter.problems, ...own.problems, ...side.problems];
  const { content, firstLine } = matter.value;
  if (content.trim() === "") {
    problems.push(
      errorAt(start, "seeds/empty-file", "the file has no text", "write the article, or take the file away"),
    );
  }
  const line = lineBeyond(content, mostLines);
  if (line !== null) {
    const place = { path: entry.path, line: firstLine + line, column: 1 };
    const reason = `the text has more than ${mostLines.toLocaleString("en")} lines with something on them`;
    problems.push(errorAt(place, "seeds/too-many-lines", reason, "part it into several files"));
  }
  problems.push(...contradictions(entry, own.value, matter.value.lines));
  const metadata: Metadata = { ...own.value, ...entry.metadata };
  const id = metadata.id ?? slugOf(entry.path.replace(/\.[^./]+$/, ""));
  if (id === "") {
    const remedy = "give it a name with letters or digits, or an id";
    problems.push(
      errorAt(start, "seeds/no-id", "the file's name has no letter or digit to name its page by", remedy),
    );
  }
  if (problems.some(({ severity }) => severity === "error")) return { value: null, problems };

  const { lang, others } = await detectLanguages(content, metadata.lang, site.lang, site.declaresLang);
  if (site.declaresLang && metadata.lang === undefined && lang !== site.lang) {
    const reason = `the archive's language is ${site.lang}, and this text reads as ${lang}`;
    problems.push(
      warningAt(
        start,
        "seeds/language",
        reason,
        `say so with "lang: ${lang}", or "lang: ${site.lang}" if it is not so`,
      ),
    );
  }
  const value: SourceDocument = {
    id,
    path: entry.path,
    format: /\.md$/i.test(entry.path) ? "markdown" : "text",
    content,
    firstLine,
    lang,
    dir: directionOf(lang),
    otherLanguages: others,
    headline: metadata.title ?? null,
    published: metadata.date ?? null,
    updated: metadata.updated ?? null,
    source: metadata.source ?? null,
    sourceUrl: metadata.sourceUrl ?? null,
    authors: metadata.authors ?? [],
    tags: metadata.tags ?? [],
    summary: metadata.summary ?? null,
    ...(metadata.accept === undefined ? {} : { accepted: metadata.accept }),
    ...(site.extraction === undefined ? {} : { extraction: site.extraction }),
    corrections: joinCorrections(matter.value.corrections, side.value),
    sha256: hash("sha256", bytes, "hex"),
  };
  return { value, problems };
}

/** The number, from 0, of the line after so many that have something on them; null when there is none. */
function lineBeyond(text: string, most: number): number | null {
  if (text.length <= most) return null;
  let lines = 0;
  let written = 0;
  for (const line of text.matchAll(/([^\r\n\u2028\u2029]*)(?:\r\n|[\r\n\u2028\u2029]|$)/gu)) {
    if (/\S/u.test(line[1] ?? "")) written += 1;
    if (written > most) return lines;
    lines += 1;
  }
  return null;
}

/** What the file beside a text says of its annotations; nothing when there is none. */
function readSide(seedsDir: string, path: string): Outcome<Corrections> {
  const sidePath = sideFilePath(path);
  const file = readSeedFile(seedsDir, sidePath, largestSideFile);
  if (file.value === null) return { value: noCorrections, problems: file.problems };
  const text = decode(file.value, undefined, sidePath);
  if (text.value === null) return { value: noCorrections, problems: text.problems };
  return readSideFile(text.value, sidePath);
}

/** The encodings that are declared in front matter are ones in which ASCII is ASCII: it can be read before they are known. */
function encodingInside(bytes: Buffer, path: string): string | undefined {
  const head = bytes.subarray(0, 4096);
  if (!head.includes("encoding")) return undefined;
  const ascii = head.toString("latin1");
  const { lines } = readFrontMatter(ascii, path).value;
  return readMetadata(lines, true).value.encoding;
}

/** INDEX.md wins over a text's own front matter; an editor should know where they differ. */
function contradictions(entry: SeedEntry, own: Metadata, lines: readonly MetadataLine[]): Problem[] {
  const said = new Map<string, unknown>(Object.entries(entry.metadata));
  return Object.entries(own).flatMap(([name, value]): Problem[] => {
    if (!said.has(name) || JSON.stringify(said.get(name)) === JSON.stringify(value)) return [];
    const key = writtenKeys[name] ?? name;
    const place = lines.find((line) => line.key.toLowerCase() === key)?.keyPlace;
    const reason = `${indexName} says another ${key}, which is the one that counts`;
    return [
      warningAt(
        place ?? { path: entry.path, line: 1, column: 1 },
        "metadata/contradiction",
        reason,
        "let both say the same, or say it once",
      ),
    ];
  });
}

const writtenKeys: Readonly<Record<string, string>> = { authors: "author", sourceUrl: "source-url" };
