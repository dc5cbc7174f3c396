import { remember } from "../languages/remember.ts";
import { asciiKeyOf, type CitedWork } from "./citation.ts";

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};

/**
 * The article as a BibTeX entry (biblatex's `date` and `langid` beside the classic fields). Double braces keep
 * capitals, and names that have no family name, as they are written.
 */
export function citeAsBibtex(work: CitedWork): string {
  const [year, month] = work.issued?.split("-") ?? [];
  const fields: [name: string, value: string | null | undefined][] = [
    [
      "author",
      work.author.length === 0 ? null : work.author.map((name) => `{${escapeTex(name)}}`).join(" and "),
    ],
    ["title", `{${escapeTex(work.title)}}`],
    ["journal", work["container-title"] === null ? null : `{${escapeTex(work["container-title"])}}`],
    ["date", work.issued],
    ["year", year],
    ["month", month === undefined ? null : String(Number(month))],
    ["note", `{${escapeTex(work.archive)}}`],
    ["url", work.URL === null ? null : encodeURI(decodeAddress(work.URL)).replace(/[{}]/g, "")],
    ["langid", languageName(work.language)],
  ];
  const lines = fields.flatMap(([name, value]) => (value == null ? [] : [`  ${name} = {${value}},`]));
  return [`@article{${asciiKeyOf(work.id)},`, ...lines, "}"].join("\n");
}

const languageNames = new Intl.DisplayNames("en", { type: "language" });
const languageName = remember((tag: string) => (languageNames.of(tag) ?? tag).toLowerCase());

function escapeTex(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\{}$&#%_^~]/g, (sign) => special[sign] ?? sign);
}

function decodeAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
