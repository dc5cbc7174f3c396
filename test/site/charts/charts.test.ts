import { describe, expect, test } from "vitest";
import type { ArchivedEntity } from "../../../src/model/archive.ts";
import type { EntityType } from "../../../src/model/article.ts";
import { makeCalendar } from "../../../src/site/charts/calendar.ts";
import { labelPoints } from "../../../src/site/charts/label-points.ts";
import { makePeopleNetwork } from "../../../src/site/charts/people-network.ts";
import { findPlace, makePlaceMap } from "../../../src/site/charts/place-map.ts";

function card(type: EntityType, name: string, articles: readonly number[]): ArchivedEntity {
  return {
    id: name,
    type,
    name,
    lang: "ar",
    dir: "rtl",
    otherNames: [],
    mentions: articles.length,
    articles,
  };
}

describe("where places are", () => {
  test.each([
    ["بيروت", 33.9, 35.5],
    ["القاهرة", 30, 31.2],
    ["القاهره", 30, 31.2],
    ["Moscow", 55.8, 37.6],
    ["תל אביב", 32, 34.8],
    ["لاہور", 31.5, 74.3],
    ["İzmir", 38.4, 27.1],
    ["المغرب", 32, -5],
    ["بكين", 39.9, 116.4],
    ["عمّان", 31.95, 35.9],
    ["عُمان", 21, 57],
    ["Delhi", 28.7, 77.2],
    ["לונדון", 51.5, -0.1],
    ["Washington", 38.9, -77],
    ["Kayseri", 38.7, 35.5],
    ["گوادر", 25.1, 62.3],
    ["קטר", 25.5, 51.25],
  ])("%s", (name, latitude, longitude) => {
    const [east, north] = findPlace(name) ?? [0, 0];
    expect(Math.abs(north - latitude)).toBeLessThan(1);
    expect(Math.abs(east - longitude)).toBeLessThan(1.5);
  });

  test("is not made up", () => {
    expect(findPlace("شارع لا يعرفه أحد")).toBeUndefined();
  });
});

describe("the map of places", () => {
  const places = [
    card("Place", "بيروت", [0, 1, 2]),
    card("Place", "القاهرة", [0]),
    card("Place", "دمشق", [1]),
    card("Place", "بلدة منسية", [2]),
  ];

  test("has the places that can be placed, north above south and east to the right, and counts the others", () => {
    const map = makePlaceMap(places);
    const at = Object.fromEntries((map?.points ?? []).map((point) => [point.name, point]));
    expect(Object.keys(at)).toEqual(["بيروت", "القاهرة", "دمشق"]);
    expect(at["القاهرة"]?.y ?? 0).toBeGreaterThan(at["بيروت"]?.y ?? 0);
    expect(at["دمشق"]?.x ?? 0).toBeGreaterThan(at["بيروت"]?.x ?? 0);
    expect(at["بيروت"]?.radius ?? 0).toBeGreaterThan(at["القاهرة"]?.radius ?? 0);
    expect(map?.unplaced).toBe(1);
    expect(map?.land).toMatch(/^M[-\d.,MLZ]+$/);
    for (const { x, y } of map?.points ?? []) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(960);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(520);
    }
  });

  test("is left out where it would hold one point", () => {
    expect(makePlaceMap(places.slice(0, 1))).toBeNull();
  });
});

describe("names of points", () => {
  const point = (name: string, x: number, y: number) => ({ name, x, y, radius: 5 });

  test("are left out where they would lie on another, the later ones", () => {
    const points = [point("بيروت", 480, 300), point("صيدا", 482, 304), point("القاهرة", 480, 400)];
    expect(labelPoints(points, 960, 10)).toEqual(["always", "none", "always"]);
  });

  test("are fewer on a phone, where letters are larger beside the picture", () => {
    const points = [point("بيروت", 480, 300), point("صيدا", 550, 304)];
    expect(labelPoints(points, 960, 10)).toEqual(["always", "wide"]);
  });

  test("stay within the picture and within their number", () => {
    const points = [
      point("بيروت", 3, 300),
      point("صيدا", 480, 4),
      point("حلب", 480, 200),
      point("دمشق", 480, 400),
    ];
    expect(labelPoints(points, 960, 1)).toEqual(["none", "none", "always", "none"]);
  });
});

describe("the network of people", () => {
  const people = [
    card("Person", "سلمى", [0, 1, 2]),
    card("Person", "كريم", [0, 1]),
    card("Person", "هالة", [2]),
    card("Person", "وحيد", [3]),
  ];

  test("joins those of the same articles, and leaves out who stands with nobody", () => {
    const network = makePeopleNetwork(people);
    expect(network?.nodes.map(({ name }) => name)).toEqual(["سلمى", "كريم", "هالة"]);
    expect(network?.links).toEqual([
      { source: 0, target: 1, articles: 2 },
      { source: 0, target: 2, articles: 1 },
    ]);
  });

  test("is the same each time", () => {
    expect(makePeopleNetwork(people)).toEqual(makePeopleNetwork(people));
  });

  test("is left out where it would show two", () => {
    expect(makePeopleNetwork(people.slice(0, 2))).toBeNull();
  });
});

describe("the days of a year", () => {
  const days = ["2021-01-01", "2021-01-26", "2021-06-30", "2021-07-01", "2021-12-31"].map(
    (period, index) => ({
      period,
      count: index + 1,
      path: null,
    }),
  );

  test("stand in their weeks, the fullest darkest", () => {
    const calendar = makeCalendar("2021", days);
    expect(calendar?.halves.map(({ weeks }) => weeks)).toEqual([27, 27]);
    expect(
      calendar?.halves.map((half) => half.days.map(({ week, weekday, step }) => [week, weekday, step])),
    ).toEqual([
      [
        [0, 5, 1],
        [4, 2, 2],
        [26, 3, 3],
      ],
      [
        [0, 4, 4],
        [26, 5, 4],
      ],
    ]);
    expect(calendar?.halves.map(({ months }) => months.length)).toEqual([6, 6]);
    expect(calendar?.halves[1].months[5]).toEqual({ month: "2021-12", week: 22 });
  });

  test("are left out where there are few", () => {
    expect(makeCalendar("2021", days.slice(0, 2))).toBeNull();
  });
});
