import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { scaleSqrt } from "d3-scale";
import type { MultiPoint } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { foldForSearch } from "../../languages/search-words.ts";
import type { ArchivedEntity } from "../../model/archive.ts";
import type { MapPoint, PlaceMap } from "../../model/chart.ts";
import { packageFile } from "../../package-file.ts";
import { entityPath } from "../paths.ts";
import { labelPoints } from "./label-points.ts";

type LongitudeLatitude = [longitude: number, latitude: number];

const width = 960;
const height = 520;
const margin = 40;
/** A map shows at least so many degrees, so that one city does not fill it. */
const leastSpan = 24;
/** More points than this hide each other. */
const mostPoints = 120;
const mostLabels = 14;

const require = createRequire(import.meta.url);
let coordinates: ReadonlyMap<string, LongitudeLatitude> | undefined;

/** Where a place of this name is; undefined where the table does not have it. Names of any language; as it is written before all (عُمان, عمّان). */
export function findPlace(name: string): LongitudeLatitude | undefined {
  coordinates ??= readCoordinates();
  return coordinates.get(name.normalize("NFC")) ?? coordinates.get(foldForSearch(name));
}

function readCoordinates(): ReadonlyMap<string, LongitudeLatitude> {
  const found = new Map<string, LongitudeLatitude>();
  for (const line of readFileSync(packageFile("src/site/charts/coordinates.txt"), "utf8").split("\n")) {
    const [, latitude, longitude, names = ""] = /^(-?[\d.]+) (-?[\d.]+) (.+)$/u.exec(line) ?? [];
    for (const name of names.split("|")) {
      for (const form of [name.normalize("NFC"), foldForSearch(name)]) {
        if (!found.has(form)) found.set(form, [Number(longitude), Number(latitude)]);
      }
    }
  }
  return found;
}

/** The places of an archive on a map that holds them all (Equal Earth projection); null when fewer than two can be placed. */
export function makePlaceMap(places: readonly ArchivedEntity[]): PlaceMap | null {
  const placed = places
    .flatMap((entity) => {
      const at = findPlace(entity.name);
      return at === undefined ? [] : [{ entity, at }];
    })
    .slice(0, mostPoints);
  if (placed.length < 2) return null;
  const projection = geoEqualEarth().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    boundsOf(placed.map(({ at }) => at)),
  );
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const radius = scaleSqrt([0, Math.max(...placed.map(({ entity }) => entity.articles.length))], [0, 22]);
  const unnamed = placed.flatMap(({ entity, at }): Omit<MapPoint, "label">[] => {
    const [x, y] = projection(at) ?? [];
    if (x === undefined || y === undefined) return [];
    const { name, articles } = entity;
    return [
      {
        name,
        path: entityPath(entity.type, entity.id),
        articles: articles.length,
        x: round(x),
        y: round(y),
        radius: round(Math.max(3, radius(articles.length))),
      },
    ];
  });
  // The largest are named first.
  const labels = labelPoints(unnamed, width, mostLabels);
  const points = unnamed.map((point, nth): MapPoint => ({ ...point, label: labels[nth] ?? "none" }));
  const land = geoPath(projection).digits(1)(readLand()) ?? "";
  return { width, height, land, points, unplaced: places.length - placed.length };
}

/** The corners of the box round some points, widened to the least span. */
function boundsOf(points: readonly LongitudeLatitude[]): MultiPoint {
  const widen = (values: readonly number[], most: number): [number, number] => {
    const low = Math.min(...values);
    const high = Math.max(...values);
    const spare = Math.max(0, leastSpan - (high - low)) / 2;
    return [Math.max(-most, low - spare), Math.min(most, high + spare)];
  };
  const [west, east] = widen(
    points.map(([longitude]) => longitude),
    179,
  );
  const [south, north] = widen(
    points.map(([, latitude]) => latitude),
    85,
  );
  return {
    type: "MultiPoint",
    coordinates: [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
    ],
  };
}

function readLand() {
  const atlas: Topology<{ land: GeometryCollection }> = require("world-atlas/land-110m.json");
  return feature(atlas, atlas.objects.land);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
