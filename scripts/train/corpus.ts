import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { NameType } from "../../src/article/tagger/labels.ts";

/** A token of a corpus with the outermost name that it belongs to. */
export interface CorpusToken {
  text: string;
  /** Null outside names. `begins` is true on the first token of a name. */
  name: { type: NameType; begins: boolean } | null;
}

export interface CorpusSentence {
  tokens: CorpusToken[];
}

export interface Corpus {
  name: "newswire" | "encyclopedia" | "archive" | "news";
  /** In the order of the file, so that neighbors are mostly of one document. */
  sentences: CorpusSentence[];
}

/** NewsFANE's fifty fine classes; what is not here (nationalities as `Group`, works, vehicles …) is no name of our types. */
const newswireTypes: Readonly<Record<string, NameType>> = {
  Politician: "Person",
  Athlete: "Person",
  Artist: "Person",
  Scientist: "Person",
  Other_PER: "Person",
  Religious_PER: "Person",
  Businessperson: "Person",
  Lawyer: "Person",
  Engineer: "Person",
  Police: "Person",
  Nation: "Place",
  "Population-Center": "Place",
  "State-or-Province": "Place",
  Continent: "Place",
  "GPE-Cluster": "Place",
  Land: "Place",
  "Water-Body": "Place",
  "County-or-District": "Place",
  "Land-Region-Natural": "Place",
  "Building-Grounds": "Place",
  "Subarea-Facility": "Place",
  Airport: "Place",
  Path: "Place",
  Plant: "Place",
  "Non-Governmental": "Organization",
  Sports: "Organization",
  Government: "Organization",
  Media: "Organization",
  Commercial: "Organization",
  Educational: "Organization",
  "Medical-Science": "Organization",
  Entertainment: "Organization",
  Religious_ORG: "Organization",
};

const encyclopediaTypes: Readonly<Record<string, NameType>> = {
  PER: "Person",
  LOC: "Place",
  ORG: "Organization",
};

const archiveTypes: Readonly<Record<string, NameType>> = {
  PERS: "Person",
  GPE: "Place",
  LOC: "Place",
  FAC: "Place",
  ORG: "Organization",
};

/** Marks of direction that the corpora carry on their tokens, and the byte order mark. */
const invisible = /[\u200e\u200f\u202a-\u202e\ufeff\r]/g;

/** Lines of a column file, grouped into sentences at lines that hold no token. */
function readColumns(path: string): string[][][] {
  const sentences: string[][][] = [];
  let sentence: string[][] = [];
  const close = () => {
    if (sentence.length > 0) sentences.push(sentence);
    sentence = [];
  };
  for (const line of readFileSync(path, "utf8").replace(invisible, "").split("\n")) {
    const fields = line.trim().split(/\s+/);
    if (fields.length < 2 || fields[0] === "$#$") close();
    else sentence.push(fields);
  }
  close();
  return sentences;
}

/** Reads one BIO column; a name goes on while the fine class stays, whatever class of ours it maps to. */
function fromBio(rows: readonly string[][], types: Readonly<Record<string, NameType>>): CorpusToken[] {
  let open = "";
  return rows.map((row) => {
    const [text = "", tag = "O"] = row;
    const [, part = "O", fine = ""] = /^([BIO])-*(.*)$/.exec(tag) ?? [];
    const type = part === "O" ? undefined : types[fine];
    const begins = part === "B" || open !== fine;
    open = part === "O" ? "" : fine;
    return { text, name: type === undefined ? null : { type, begins } };
  });
}

/** Reads nested tags: the longest name of our types wins, as only the outermost is marked. */
function fromNested(rows: readonly string[][]): CorpusToken[] {
  const spans: { start: number; end: number; type: NameType }[] = [];
  for (const [fine, type] of Object.entries(archiveTypes)) {
    let start = -1;
    for (let index = 0; index <= rows.length; index += 1) {
      const tags = rows[index]?.slice(1) ?? [];
      const goes = start >= 0 && tags.includes(`I-${fine}`) && !tags.includes(`B-${fine}`);
      if (start >= 0 && !goes) {
        spans.push({ start, end: index, type });
        start = -1;
      }
      if (start < 0 && tags.includes(`B-${fine}`)) start = index;
    }
  }
  spans.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const tokens: CorpusToken[] = rows.map(([text = ""]) => ({ text, name: null }));
  for (const span of spans) {
    const covered = tokens.slice(span.start, span.end);
    if (covered.some((token) => token.name !== null)) continue;
    covered.forEach((token, index) => {
      token.name = { type: span.type, begins: index === 0 };
    });
  }
  return tokens;
}

/**
 * Reads the corpora below `data`, the folder whose README names their sources: `newsfane/`, `aqmar/`, `wojood-sample/`.
 * @throws when one of them is missing
 */
export function readCorpora(data: string): Corpus[] {
  const aqmar = join(data, "aqmar");
  const wojood = join(data, "wojood-sample");
  return [
    {
      name: "newswire",
      sentences: readColumns(join(data, "newsfane", "train.txt")).map((rows) => ({
        tokens: fromBio(rows, newswireTypes),
      })),
    },
    {
      name: "encyclopedia",
      sentences: readdirSync(aqmar)
        .sort()
        .flatMap((file) => readColumns(join(aqmar, file)))
        .map((rows) => ({ tokens: fromBio(rows, encyclopediaTypes) })),
    },
    {
      name: "archive",
      sentences: ["train.txt", "val.txt", "test.txt"]
        .flatMap((file) => readColumns(join(wojood, file)))
        .map((rows) => ({ tokens: fromNested(rows) })),
    },
  ];
}
