import type { Part, PeriodLanguage, PeriodUnit, Side } from "../languages/period-language.ts";

const marks = [
  "decade-before",
  "decade-after",
  "century-before",
  "century-after",
  "other-era",
  "double-year-cue",
  "about-before",
  "about-after",
  "circa",
  "range-opener",
  "range-to",
  "filler",
  "ago-before",
  "ago-after",
  "span-breaker",
  "not-period",
] as const;
type PeriodMark = (typeof marks)[number];

/** What a word or phrase of a language says about stretches of time. */
export type PeriodSense =
  | { kind: "decade"; tens: number }
  | { kind: "century-ordinal"; number: number }
  | { kind: "told-century"; offset: number }
  | { kind: "part-before"; part: Part }
  | { kind: "part-after"; part: Part }
  | { kind: "fraction"; code: number }
  | { kind: "season"; code: number }
  | { kind: "side-before"; side: Side }
  | { kind: "side-after"; side: Side }
  | { kind: "told-week"; offset: number }
  | { kind: "count"; count: number }
  | { kind: "span-unit"; unit: PeriodUnit }
  | { kind: "span"; unit: PeriodUnit; count: number }
  | { kind: "span-shift"; to: "past" | "next" }
  | { kind: "season-shift"; to: "past" | "this" | "next" }
  | { kind: PeriodMark };

export type PeriodSenseKind = PeriodSense["kind"];

/** Every kind: particles may be written onto all of these words. */
export const periodKinds: readonly PeriodSenseKind[] = [
  ...marks,
  "decade",
  "century-ordinal",
  "told-century",
  "part-before",
  "part-after",
  "fraction",
  "season",
  "side-before",
  "side-after",
  "told-week",
  "count",
  "span-unit",
  "span",
  "span-shift",
  "season-shift",
];

/** The phrases of a language about stretches of time, each with its sense. */
export function periodPhrases(language: PeriodLanguage): (readonly [name: string, sense: PeriodSense])[] {
  const all = (kind: PeriodMark, names: readonly string[]) => names.map((name) => [name, { kind }] as const);
  return [
    ...language.decades.map(([name, tens]) => [name, { kind: "decade", tens }] as const),
    ...language.centuryOrdinals.map(([name, number]) => [name, { kind: "century-ordinal", number }] as const),
    ...language.toldCenturies.map(([name, offset]) => [name, { kind: "told-century", offset }] as const),
    ...language.parts.before.map(([name, part]) => [name, { kind: "part-before", part }] as const),
    ...language.parts.after.map(([name, part]) => [name, { kind: "part-after", part }] as const),
    ...language.fractions.map(([name, code]) => [name, { kind: "fraction", code }] as const),
    ...language.seasons.map(([name, code]) => [name, { kind: "season", code }] as const),
    ...language.sides.before.map(([name, side]) => [name, { kind: "side-before", side }] as const),
    ...language.sides.after.map(([name, side]) => [name, { kind: "side-after", side }] as const),
    ...language.weeks.map(([name, offset]) => [name, { kind: "told-week", offset }] as const),
    ...language.counts.map(([name, count]) => [name, { kind: "count", count }] as const),
    ...language.units.map(([name, unit]) => [name, { kind: "span-unit", unit }] as const),
    ...language.spans.map(([name, unit, count]) => [name, { kind: "span", unit, count }] as const),
    ...language.spanShifts.map(([name, to]) => [name, { kind: "span-shift", to }] as const),
    ...language.seasonShifts.map(([name, to]) => [name, { kind: "season-shift", to }] as const),
    ...all("decade-before", language.decadeWords.before),
    ...all("decade-after", language.decadeWords.after),
    ...all("century-before", language.centuryWords.before),
    ...all("century-after", language.centuryWords.after),
    ...all("other-era", language.otherEras),
    ...all("double-year-cue", language.doubleYearCues),
    ...all("about-before", language.about.before),
    ...all("about-after", language.about.after),
    ...all("circa", language.circa),
    ...all("range-opener", language.rangeOpeners),
    ...all("range-to", language.rangeTo),
    ...all("filler", language.fillers),
    ...all("ago-before", language.ago.before),
    ...all("ago-after", language.ago.after),
    ...all("span-breaker", language.spanBreakers),
    ...all("not-period", language.notPeriods),
  ];
}
