/*
 * Makes the word lists that come from maintained sources: `npx tsx scripts/make-gazetteers.ts`.
 * Lists without «Made by» on top are kept by hand.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { allLocales } from "@faker-js/faker";
import type { Country } from "world-countries";

const require = createRequire(import.meta.url);
const countries: Country[] = require("world-countries");
const languages = ["ar", "en", "fa", "he", "tr", "ur"] as const;
type Language = (typeof languages)[number];

/** As world-countries names the languages that it translates into. */
const translations: Partial<Record<Language, string>> = { ar: "ara", fa: "per", ur: "urd", tr: "tur" };

interface Zone {
  exemplarCity?: string;
  [part: string]: Zone | string | undefined;
}

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

/** What zones have beside their cities: how a zone's time is called (British Summer Time), and what a city is called that is not known. */
const noCities: ReadonlySet<string> = new Set(["long", "short", "Unknown"]);

function* citiesOf(zone: Zone, id: string): Generator<{ id: string; name: string | undefined }> {
  let inner = false;
  for (const [part, below] of Object.entries(zone)) {
    if (typeof below !== "object" || noCities.has(part)) continue;
    inner = true;
    yield* citiesOf(below, part);
  }
  if (!inner) yield { id, name: zone.exemplarCity };
}

/** Exemplar cities of time zones; English leaves out those that the zone's own id spells. */
async function namesOfCities(lang: Language): Promise<string[]> {
  const read = async (from: string): Promise<Zone> => {
    const path = require.resolve(`cldr-dates-modern/main/${from}/timeZoneNames.json`);
    return JSON.parse(await readFile(path, "utf8")).main[from].dates.timeZoneNames.zone;
  };
  const zones = lang === "en" ? { ...(await read("ar")), ...(await read("en")) } : await read(lang);
  const names: string[] = [];
  if (lang === "en") {
    for (const { id } of citiesOf(await read("ar"), "")) names.push(id.replaceAll("_", " "));
  }
  for (const { name } of citiesOf(lang === "en" ? await read("en") : zones, "")) names.push(name ?? "");
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
