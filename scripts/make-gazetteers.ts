/*
 * Makes the word lists that come from maintained sources: `npx tsx scripts/make-gazetteers.ts`.
 * Lists without «Made by» on top are kept by hand.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { allLocales } from "@faker-js/faker";
import type { Country } from "world-countries";
import { citiesOf, readZones } from "./cldr-zones.ts";

const require = createRequire(import.meta.url);
const countries: Country[] = require("world-countries");
const languages = ["ar", "en", "fa", "he", "tr", "ur"] as const;
type Language = (typeof languages)[number];

/** As world-countries names the languages that it translates into. */
const translations: Partial<Record<Language, string>> = { ar: "ara", fa: "per", ur: "urd", tr: "tur" };

async function writeList(
  lang: Language,
  name: string,
  source: string,
  entries: Iterable<string>,
): Promise<void> {
  const sorted = [...new Set(entries)].filter((entry) => entry !== "").sort();
  const top = `# Made by scripts/make-gazetteers.ts from ${source}.\n`;
  await writeFile(`src/languages/${lang}/words/${name}.txt`, `${top}${sorted.join("\n")}\n`);
}

/** A country's names: the shortest usual one first. */
function* namesOfCountries(lang: Language): Generator<string> {
  const long = new Intl.DisplayNames([lang], { type: "region", fallback: "none" });
  const short = new Intl.DisplayNames([lang], { type: "region", fallback: "none", style: "short" });
  for (const country of countries) {
    if (!country.independent && country.cca2 !== "PS" && country.cca2 !== "TW" && country.cca2 !== "XK")
      continue;
    const translated =
      translations[lang] === undefined ? country.name : country.translations[translations[lang]];
    const ours = lang === "he" ? undefined : translated;
    const forms = [long.of(country.cca2), short.of(country.cca2), ours?.common, ours?.official];
    if (lang === "en")
      forms.push(...country.altSpellings.filter((form) => /^[A-Z][a-z]+( [A-Z][a-z]+)+$/u.test(form)));
    const clean = forms
      .filter((form) => form !== undefined)
      .map((form) => form.replace(/\s*\(.*\)|,.*$/u, ""));
    yield [...new Set(clean)].join("|");
  }
}

/** Exemplar cities of time zones; English leaves out those that the zone's own id spells. */
async function namesOfCities(lang: Language): Promise<string[]> {
  const names: string[] = [];
  if (lang === "en") {
    for (const { id } of citiesOf(await readZones("ar"))) names.push(id.replaceAll("_", " "));
  }
  for (const { name } of citiesOf(await readZones(lang))) names.push(name ?? "");
  // CLDR 47's English file leaves out the cities that the id already names; "Winamac, Indiana" is no form of the press.
  const everyday = new Set(await readWords(`src/languages/${lang}/words/not-cities.txt`));
  return names.filter(
    (name) => !/[،,()]/u.test(name) && !everyday.has(name) && !(untranslated.test(name) && !isLatin(lang)),
  );
}

/** What CLDR has for a city that it does not name in a language of another script. */
const untranslated = /Unknown|^[A-Z]/u;

function isLatin(lang: Language): boolean {
  return new Intl.Locale(lang).maximize().script === "Latn";
}

async function readWords(path: string): Promise<string[]> {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

/** Given names of one word that are no function word, verb or noun of the news. */
async function givenNames(lang: Language): Promise<string[]> {
  const everyday = new Set(await readWords(`src/languages/${lang}/words/common.txt`));
  const names: { [kind: string]: string[] } = { ...allLocales[lang]?.person?.first_name };
  return Object.values(names)
    .flat()
    .map((name) => name.replace(/\u200c$/u, "").trim())
    .filter((name) => !everyday.has(name.toLowerCase()));
}

for (const lang of languages) {
  await writeList(
    lang,
    "countries",
    "world-countries (ODbL) and Intl.DisplayNames (CLDR, Unicode licence)",
    namesOfCountries(lang),
  );
  await writeList(
    lang,
    "cities",
    "the exemplar cities of cldr-dates-modern (Unicode licence)",
    await namesOfCities(lang),
  );
  await writeList(lang, "given-names-made", "@faker-js/faker (MIT)", await givenNames(lang));
}
