import { parse as parseYaml } from "yaml";
import * as z from "zod";
import type { EntityType, TextRange } from "../../src/model/article.ts";
import { IsoDate } from "../../src/model/iso-date.ts";
import { LanguageTag } from "../../src/model/language.ts";
import { errorAt, type Outcome, type Problem } from "../../src/model/problem.ts";

/** An entity as a linguist marked it. Offsets of its mentions into `GoldArticle.text`. */
export interface GoldEntity {
  key: string;
  type: EntityType;
  /** The names that the front matter gives it, the fullest first. */
  names: string[];
  mentions: TextRange[];
}

/** Who utters a quote: an entity of the article, or somebody without a name of his own. */
export interface GoldSpeaker {
  /** Key of a `GoldEntity`; null for an unnamed one. */
  entity: string | null;
  /** Any of these names him; may be empty when `entity` is not null. */
  names: string[];
}

export type GoldQuote = TextRange & ({ kind: "speech"; speaker: GoldSpeaker | null } | { kind: "term" });

export interface GoldDate extends TextRange {
  value: string;
}

/** A text, and all that a linguist marked in it. Offsets are UTF-16 code units of `text`, end exclusive; lists are in text order. */
export interface GoldArticle {
  lang: LanguageTag;
  published: string;
  text: string;
  headings: TextRange[];
  quotes: GoldQuote[];
  entities: GoldEntity[];
  dates: GoldDate[];
}

const Names = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((names) => [names].flat());
const Declarations = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), Names).default({});
const FrontMatter = z.strictObject({
  lang: LanguageTag,
  published: IsoDate,
  people: Declarations,
  places: Declarations,
  organizations: Declarations,
  events: Declarations,
  things: Declarations,
  /** Speakers that are no entity; an item that is an entity's key lets that entity pass as well. */
  speakers: Declarations,
});
type FrontMatter = z.infer<typeof FrontMatter>;

const typesByList = [
  ["people", "Person"],
  ["places", "Place"],
  ["organizations", "Organization"],
  ["events", "Event"],
  ["things", "Thing"],
] as const satisfies readonly (readonly [keyof FrontMatter, EntityType])[];

const dateValue = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const opening = "---\n";

/**
 * Reads a gold article: YAML front matter, then the text with its marks (see test/gold/README.md).
 * @param path the file's name, for problems
 * @returns the article and what is wrong with its marks; null when the front matter cannot be read
 */
export function parseGold(file: string, path: string): Outcome<GoldArticle | null> {
  const close = file.startsWith(opening) ? file.indexOf(`\n${opening}`, opening.length - 1) : -1;
  if (close === -1) return unreadable(path, "the front matter is missing or has no end");
  const parsed = FrontMatter.safeParse(readYaml(file.slice(opening.length, close + 1)));
  if (!parsed.success) return unreadable(path, z.prettifyError(parsed.error));
  return readMarks(file, close + 1 + opening.length, parsed.data, path);
}

function unreadable(path: string, reason: string): Outcome<null> {
  const place = { path, line: 1, column: 1 };
  return {
    value: null,
    problems: [errorAt(place, "gold/front-matter", reason, "write it as test/gold/README.md says")],
  };
}

function readYaml(yaml: string): unknown {
  try {
    // The core schema keeps a date a string.
    return parseYaml(yaml, { schema: "core" });
  } catch {
    return undefined;
  }
}

function declaredEntities(front: FrontMatter): Map<string, GoldEntity> {
  const entities = new Map<string, GoldEntity>();
  for (const [list, type] of typesByList) {
    for (const [key, names] of Object.entries(front[list])) {
      entities.set(key, { key, type, names, mentions: [] });
    }
  }
  return entities;
}

type OpenMark = { start: number; at: number } & (
  | { kind: "mention" }
  | { kind: "quote"; reference: string }
  | { kind: "heading" }
);

/** One pass over the marked text, with a stack of the marks that are open. */
function readMarks(file: string, from: number, front: FrontMatter, path: string): Outcome<GoldArticle> {
  const entities = declaredEntities(front);
  const article: GoldArticle = {
    lang: front.lang,
    published: front.published,
    text: "",
    headings: [],
    quotes: [],
    entities: [],
    dates: [],
  };
  const problems: Problem[] = [];
  const used = new Set<string>();
  const open: OpenMark[] = [];
  let text = "";

  const report = (at: number, reason: string, remedy: string): void => {
    const before = file.slice(0, at).split("\n");
    const place = { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    problems.push(errorAt(place, "gold/mark", reason, remedy));
  };
  const rangeFrom = (start: number): TextRange => ({ start, end: text.length, text: text.slice(start) });
  const closeMention = (mark: OpenMark, reference: string): void => {
    const range = rangeFrom(mark.start);
    const entity = entities.get(reference);
    if (range.text.trim() !== range.text || range.text === "") {
      report(mark.at, `"${range.text}" is empty or has white space at an edge`, "mark the name alone");
    }
    if (entity !== undefined) {
      entity.mentions.push(range);
      used.add(reference);
    } else if (dateValue.test(reference)) article.dates.push({ ...range, value: reference });
    else report(mark.at, `"${reference}" is neither declared nor a date`, "declare it in the front matter");
  };
  const closeQuote = (mark: OpenMark, reference: string): void => {
    const range = rangeFrom(mark.start);
    if (reference === "term") article.quotes.push({ ...range, kind: "term" });
    else if (reference === "?") article.quotes.push({ ...range, kind: "speech", speaker: null });
    else {
      const speaker = speakerOf(reference, front, entities);
      if (speaker === null) report(mark.at, `"${reference}" is no declared speaker`, "declare it");
      used.add(reference);
      article.quotes.push({ ...range, kind: "speech", speaker });
    }
  };

  let at = from;
  while (at < file.length) {
    const top = open.at(-1);
    const two = file.slice(at, at + 2);
    const lineStarts = at === from || file[at - 1] === "\n";
    if (lineStarts && two === "# ") {
      open.push({ kind: "heading", start: text.length, at });
      at += 2;
    } else if (file[at] === "\n" && top?.kind === "heading") {
      article.headings.push(rangeFrom(top.start));
      open.pop();
    } else if (two === "[[") {
      open.push({ kind: "mention", start: text.length, at });
      at += 2;
    } else if (two === "{{") {
      const bar = file.indexOf("|", at);
      if (bar === -1) {
        report(at, "{{ without |", "write {{speaker|words}} or {{term|words}}");
        break;
      }
      open.push({ kind: "quote", start: text.length, at, reference: file.slice(at + 2, bar) });
      at = bar + 1;
    } else if (file[at] === "|" && top?.kind === "mention") {
      const end = file.indexOf("]]", at);
      if (end === -1) {
        report(top.at, "[[ without ]]", "close the mark");
        break;
      }
      closeMention(top, file.slice(at + 1, end));
      open.pop();
      at = end + 2;
    } else if (two === "}}" && top?.kind === "quote") {
      closeQuote(top, top.reference);
      open.pop();
      at += 2;
    } else if (two === "}}" || two === "]]") {
      report(at, `${two} closes nothing here`, "close marks in the reverse order of their opening");
      at += 2;
    } else {
      text += file.charAt(at);
      at += 1;
    }
  }
  for (const mark of open) {
    if (mark.kind === "heading") article.headings.push(rangeFrom(mark.start));
    else report(mark.at, `a ${mark.kind} is never closed`, "close the mark");
  }
  for (const key of [...entities.keys(), ...Object.keys(front.speakers)]) {
    if (!used.has(key)) report(from, `"${key}" is declared and never used`, "mark it or take it out");
  }
  article.text = text;
  article.quotes.sort((a, b) => a.start - b.start || b.end - a.end);
  article.entities = [...entities.values()].filter(({ mentions }) => mentions.length > 0);
  return { value: article, problems };
}

function speakerOf(
  reference: string,
  front: FrontMatter,
  entities: ReadonlyMap<string, GoldEntity>,
): GoldSpeaker | null {
  const entity = entities.get(reference);
  if (entity !== undefined) return { entity: entity.key, names: entity.names };
  const names = front.speakers[reference];
  if (names === undefined) return null;
  return {
    entity: names.find((name) => entities.has(name)) ?? null,
    names: names.flatMap((name) => entities.get(name)?.names ?? name),
  };
}
