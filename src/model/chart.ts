/*
 * Pictures of numbers as templates draw them: plain types. Lengths are in units of the picture's own box; horizontal places
 * count from its start, which a right-to-left page has on the right.
 */

/** A day of a year with how many articles appeared on it. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  date: string;
  count: number;
  path: string;
  /** Week of the half year from 0, and day of the week from 0, by the week's first day. */
  week: number;
  weekday: number;
  /** How much it is of the fullest day, in steps from 1 to 4. */
  step: number;
}

/** Half a year, as wide as a phone. */
export interface CalendarHalf {
  weeks: number;
  days: CalendarDay[];
  /** Where each month begins, in weeks. */
  months: { month: string; week: number }[];
}

/** A year. */
export interface CalendarChart {
  halves: readonly [CalendarHalf, CalendarHalf];
}

/** Whether there is room for a point's name: on every screen, on a wide one alone, on none. */
export type PointLabel = "always" | "wide" | "none";

/** A place on a map. */
export interface MapPoint {
  name: string;
  path: string;
  articles: number;
  x: number;
  y: number;
  radius: number;
  label: PointLabel;
}

export interface PlaceMap {
  width: number;
  height: number;
  /** The land, as the `d` of an SVG path. */
  land: string;
  /** The largest first, so that small ones lie on top. */
  points: MapPoint[];
  /** How many places could not be put on it. */
  unplaced: number;
}

/** Somebody in a network, and how many articles mention him. */
export interface NetworkNode {
  name: string;
  path: string;
  articles: number;
  x: number;
  y: number;
  radius: number;
  /** On a wide screen all are named. */
  label: Exclude<PointLabel, "none">;
}

export interface NetworkLink {
  /** Indices of nodes. */
  source: number;
  target: number;
  /** Articles that mention both. */
  articles: number;
}

export interface PeopleNetwork {
  width: number;
  height: number;
  nodes: NetworkNode[];
  links: NetworkLink[];
}
