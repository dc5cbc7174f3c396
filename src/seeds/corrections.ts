import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import * as z from "zod";
import { DateValue, type EntityType } from "../model/article.ts";
import { Anchor, type Corrections } from "../model/corrections.ts";
import { errorAt, type Outcome, type ProblemPlace } from "../model/problem.ts";
import { slugOf } from "../model/slug.ts";
import { findLoneSurrogate } from "./lone-surrogate.ts";
import { isYamlTooDeep } from "./yaml-limits.ts";

/** The end of a side file's name, in place of the text's own ending. */
export const sideFileEnding = ".annotations.yml";

/** Where the corrections of a text stand, below the seeds folder. */
export function sideFilePath(path: string): string {
  return path.replace(/\.[^./]+$/, sideFileEnding);
}

/** A side file of more is not read. */
export const largestSideFile = 256 * 1024;
/** Each is looked for in the whole of the text. */
export const mostCorrections = 1000;

export const noCorrections: Corrections = { names: [], remove: [], quotes: [], dates: [] };

/** The keys of lists of names, in a side file and in front matter. */
const types = {
  people: "Person",
  places: "Place",
  organizations: "Organization",
  events: "Event",
  things: "Thing",
} as const satisfies Readonly<Record<string, EntityType>>;

/** A page says a name wherever it is meant, so that a very long one would make a page many times its text. */
const longestName = 500;
const words = z.string().trim().min(1).max(longestName);
const pageName = z
  .string()
  .refine((id) => id !== "" && slugOf(id) === id, "an id has letters, digits and - only");
const Name = z.union([
  words.transform((name) => ({ name, id: undefined, mentions: undefined })),
  z.strictObject({ name: words, id: pageName.optional(), mentions: z.array(words).optional() }),
]);
const Names = z.union([z.array(Name), Name.transform((name) => [name])]).optional();
/** YAML reads a year as a number. */
const writtenDate = z.union([z.int().transform(String), z.string()]).pipe(DateValue);
const NameLists = z.strictObject({
  people: Names,
  places: Names,
  organizations: Names,
  events: Names,
  things: Names,
});
const SideFile = NameLists.extend({
  remove: z.array(z.union([words.transform((exact) => Anchor.parse({ exact })), Anchor])).optional(),
  quotes: z
    .array(
      Anchor.extend({ kind: z.enum(["speech", "term"]).optional(), speaker: words.nullable().optional() }),
    )
    .optional(),
  dates: z.array(Anchor.extend({ value: writtenDate.nullable() })).optional(),
});

/** Whether a key of front matter lists names. */
export function isNameList(key: string): boolean {
  return Object.hasOwn(types, key);
}

/** Reads a side file: what an editor says of a text's annotations. */
export function readSideFile(text: string, path: string): Outcome<Corrections> {
  if (isYamlTooDeep(text)) {
    const place = { path, line: 1, column: 1 };
    const reason = "lists or mappings lie too deep within each other";
    const remedy = "write them as the README shows";
    return { value: noCorrections, problems: [errorAt(place, "corrections/too-deep", reason, remedy)] };
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    schema: "core",
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: "error",
  });
  const place = (offset: number): ProblemPlace => {
    const { line, col } = lineCounter.linePos(offset);
    return { path, line, column: col };
  };
  const [error] = document.errors;
  if (error !== undefined) {
    const reason = (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
    const remedy = "mend the YAML; put words that hold : or # in quotation marks";
    return {
      value: noCorrections,
      problems: [errorAt(place(error.pos[0]), "corrections/yaml", reason, remedy)],
    };
  }
  const half = findLoneSurrogate(document.contents);
  if (half !== null) {
    const reason = "an escape is half of a character, which no text has";
    const remedy = "write the character itself";
    return {
      value: noCorrections,
      problems: [errorAt(place(half), "corrections/surrogate", reason, remedy)],
    };
  }
  return readCorrections(document, () => true, place);
}

/**
 * Reads the corrections of a YAML document.
 * @param takes which of its keys are corrections
 * @param place of an offset in the document's source
 */
export function readCorrections(
  document: Document,
  takes: (key: string) => boolean,
  place: (offset: number) => ProblemPlace,
): Outcome<Corrections> {
  const at = (path: readonly PropertyKey[]): ProblemPlace => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return place(0);
  };
  let written: unknown;
  try {
    written = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch {
    const reason = "the file repeats itself too often through aliases";
    return {
      value: noCorrections,
      problems: [errorAt(place(0), "corrections/aliases", reason, "write the values out")],
    };
  }
  const taken =
    typeof written === "object" && written !== null && !Array.isArray(written)
      ? Object.fromEntries(Object.entries(written).filter(([key]) => takes(key)))
      : written;
  const read = SideFile.safeParse(taken);
  if (!read.success) {
    const remedy = `the keys are ${[...Object.keys(types), "remove", "quotes", "dates"].join(", ")}; see "Mending what was read wrong" in the README`;
    const problems = read.error.issues.map(({ path, message, code }) =>
      errorAt(at(path), "corrections/form", describe(path, code, message), remedy),
    );
    return { value: noCorrections, problems };
  }
  const { remove = [], quotes = [], dates = [], ...lists } = read.data;
  const count = Object.values(read.data).reduce((sum, list) => sum + (list?.length ?? 0), 0);
  if (count > mostCorrections) {
    const reason = `there are ${count} corrections of one text, and ${mostCorrections} are the most`;
    const remedy = "keep those of what was read wrong, or part the text into several files";
    return { value: noCorrections, problems: [errorAt(place(0), "corrections/too-many", reason, remedy)] };
  }
  const names = Object.entries(types).flatMap(([key, type]) => {
    const listed = Object.entries(lists).find(([list]) => list === key)?.[1] ?? [];
    return listed.map(({ name, id, mentions }, index) => {
      return { type, name, id: id ?? null, mentions: mentions ?? [], place: at([key, index]) };
    });
  });
  const placed = <T>(key: string, items: readonly T[]) =>
    items.map((item, index) => ({ ...item, place: at([key, index]) }));
  const value: Corrections = {
    names,
    remove: placed("remove", remove),
    quotes: placed("quotes", quotes),
    dates: placed("dates", dates),
  };
  return { value, problems: [] };
}

function describe(path: readonly PropertyKey[], code: string, message: string): string {
  const where = path.length === 0 ? "the file" : `"${path.map(String).join(".")}"`;
  if (code === "unrecognized_keys")
    return `${where} has a key that there is not: ${message.replace(/^.*?: /, "")}`;
  return `${where} is not in a form that can be read: ${message}`;
}

/** Two sources of corrections as one; the side file's come last and win. */
export function joinCorrections(first: Corrections, second: Corrections): Corrections {
  return {
    names: [...first.names, ...second.names],
    remove: [...first.remove, ...second.remove],
    quotes: [...first.quotes, ...second.quotes],
    dates: [...first.dates, ...second.dates],
  };
}
