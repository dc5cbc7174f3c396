import { readFileSync } from "node:fs";
import { ar as arabicNames, fa as persianNames, ur as urduNames } from "@faker-js/faker";
import arabicZones from "cldr-dates-modern/main/ar/timeZoneNames.json" with { type: "json" };
import { foldArabic } from "../../src/languages/ar/fold.ts";
import { hashText } from "../../src/languages/hash.ts";
import { tokenize } from "../../src/languages/tokens.ts";

/** Names of the lists; the place in this array is the bit in the weights. */
export const listNames = [
  "given-names-arabic",
  "given-names-foreign",
  "surnames",
  "places",
  "place-heads",
  "titles",
  "organization-heads",
  "organizations",
  "nationalities",
  "speech-verbs",
  "calendar",
  "common-words",
] as const;

export type ListName = (typeof listNames)[number];

/** The bits of each listed word, by the hash of its folded form; of the lists that `choose` takes, all by default. */
export function compileLists(choose: (name: ListName) => boolean = () => true): Map<number, number> {
  const bits = new Map<number, number>();
  listNames.forEach((name, bit) => {
    if (!choose(name)) return;
    for (const word of [...readList(name), ...(joined[name]?.() ?? [])]) {
      for (const { folded } of tokenize(word, 0, word.length, foldArabic)) {
        if (folded.length < 2) continue;
        const hash = hashText(folded, 1) >>> 0;
        bits.set(hash, (bits.get(hash) ?? 0) | (1 << bit));
      }
    }
  });
  return bits;
}

function readList(name: string): string[] {
  const folder = name === "common-words" ? "." : "../../src/languages/ar/model/lists";
  const url = new URL(`${folder}/${name}.txt`, import.meta.url);
  const lines = readFileSync(url, "utf8").split("\n");
  const words = lines.filter((line) => line !== "" && !line.startsWith("#"));
  return name === "nationalities" ? words.flatMap(inflectNationality) : words;
}

/** مصري: المصري, مصرية, المصرية, مصريين, المصريين, مصريون, المصريون. */
function inflectNationality(word: string): string[] {
  const forms = [word, `${word}ة`, `${word}ين`, `${word}ون`, `${word}ا`, `${word}ان`, `${word}تين`];
  return forms.flatMap((form) => [form, `ال${form}`]);
}

/** What maintained packages add to the lists. */
const joined: Readonly<Record<string, () => string[]>> = {
  "given-names-arabic": () => {
    const { first_name: arabic } = arabicNames.person ?? {};
    const { first_name: persian } = persianNames.person ?? {};
    const { first_name: urdu } = urduNames.person ?? {};
    return [arabic, persian, urdu].flatMap((names) => Object.values(names ?? {}).flat());
  },
  surnames: () => {
    return [arabicNames, persianNames, urduNames].flatMap(({ person }) => {
      return Object.values(person?.last_name ?? {}).flat();
    });
  },
  places: () => [...regionNames(), ...exemplarCities(arabicZones.main.ar.dates.timeZoneNames.zone)],
};

/** What CLDR calls the countries and territories, by all codes of two letters that it knows. */
function regionNames(): string[] {
  const names = new Intl.DisplayNames("ar", { type: "region", fallback: "none" });
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second) ?? []));
}

/** The names of the cities that stand for time zones, however deep they lie. */
function exemplarCities(zones: object): string[] {
  return Object.entries(zones).flatMap(([key, value]) => {
    if (typeof value === "string") return key === "exemplarCity" ? [value] : [];
    return exemplarCities(value);
  });
}
