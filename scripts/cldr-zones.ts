import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/*
 * The cities that CLDR names its time zones after (cldr-dates-modern).
 */

/** A time zone, or an area of them, as CLDR nests them. */
export interface Zone {
  exemplarCity?: string;
  [part: string]: Zone | string | undefined;
}

/** What zones have beside their cities: how a zone's time is called (British Summer Time), and what a city is called that is not known. */
const noCities: ReadonlySet<string> = new Set(["long", "short", "Unknown"]);

const require = createRequire(import.meta.url);

/** The areas of time zones (Africa, America …) with the names that a language has for their cities. */
export async function readZones(lang: string): Promise<Record<string, Zone>> {
  const path = require.resolve(`cldr-dates-modern/main/${lang}/timeZoneNames.json`);
  return JSON.parse(await readFile(path, "utf8")).main[lang].dates.timeZoneNames.zone;
}

/** The cities of some zones, each by the zone's id and by the name that the language has for it; undefined where it has none but the id. */
export function* citiesOf(zones: Zone, id = ""): Generator<{ id: string; name: string | undefined }> {
  let inner = false;
  for (const [part, below] of Object.entries(zones)) {
    if (typeof below !== "object" || noCities.has(part)) continue;
    inner = true;
    yield* citiesOf(below, part);
  }
  if (!inner) yield { id, name: zones.exemplarCity };
}
