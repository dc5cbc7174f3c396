/** Calendars by their names in CLDR. */
export type CalendarName = "gregory" | "islamic-umalqura" | "persian" | "hebrew";

export interface CalendarDay {
  year: number;
  /** From 1; of the Hebrew calendar counted from Tishri, Adar I and Adar II of a leap year as 6 and 7. */
  month: number;
  day: number;
}

const dayLength = 86_400_000;
const formats = new Map<CalendarName, Intl.DateTimeFormat>();

function formatOf(calendar: CalendarName): Intl.DateTimeFormat {
  const known = formats.get(calendar);
  if (known !== undefined) return known;
  const options = {
    calendar,
    numberingSystem: "latn",
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  } as const;
  const made = new Intl.DateTimeFormat("en", options);
  formats.set(calendar, made);
  return made;
}

/** Names that Intl gives the months of the Hebrew calendar, whose numbers shift in leap years. */
const hebrewMonths = [
  "Tishri",
  "Heshvan",
  "Kislev",
  "Tevet",
  "Shevat",
  "Adar I",
  "Adar",
  "Nisan",
  "Iyar",
  "Sivan",
  "Tamuz",
  "Av",
  "Elul",
];

/** The day of a calendar that a Gregorian day (`YYYY-MM-DD`) is. */
export function toCalendar(iso: string, calendar: CalendarName): CalendarDay {
  if (calendar === "gregory") {
    return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
  }
  const parts = formatOf(calendar).formatToParts(Date.parse(`${iso}T00:00:00Z`));
  // Some calendars call the year "relatedYear", a type that the declarations leave out.
  const value = (type: string): string => parts.find((part) => (part.type as string) === type)?.value ?? "";
  const year = Number(/\d+/.exec(value("year") || value("relatedYear"))?.[0]);
  const month = value("month");
  const named = hebrewMonths.indexOf(month === "Adar II" ? "Adar" : month);
  return { year, month: named >= 0 ? named + 1 : Number(month), day: Number(value("day")) };
}

/** Mean length of a year in days, and the Gregorian year in which year 0 would have begun. */
const years: Readonly<Record<CalendarName, { length: number; zero: number }>> = {
  gregory: { length: 365.2425, zero: 0 },
  "islamic-umalqura": { length: 354.367, zero: 621.57 },
  persian: { length: 365.2422, zero: 621.22 },
  hebrew: { length: 365.2468, zero: -3760.3 },
};

/**
 * The Gregorian day (`YYYY-MM-DD`) of a day of another calendar, by Intl's own tables; null when that calendar has no such day.
 */
export function fromCalendar({ year, month, day }: CalendarDay, calendar: CalendarName): string | null {
  const asked = `${calendar} ${year} ${month} ${day}`;
  const before = found.get(asked);
  if (before !== undefined) return before;
  const iso = searchDay({ year, month, day }, calendar);
  if (found.size >= mostFound) found.clear();
  found.set(asked, iso);
  return iso;
}

/** The same days are asked for over and over, and Intl takes its time. */
const found = new Map<string, string | null>();
const mostFound = 5_000;

function searchDay({ year, month, day }: CalendarDay, calendar: CalendarName): string | null {
  const { length, zero } = years[calendar];
  const guess = zero + ((year + (month - 1) / 12.4) * length) / 365.2425;
  const from = Math.round(((guess - 1970) * 365.2425 * dayLength + day * dayLength) / dayLength);
  for (let step = 0; step <= 90; step += 1) {
    for (const sign of step === 0 ? [1] : [1, -1]) {
      const iso = isoOf(from + sign * step);
      const told = toCalendar(iso, calendar);
      if (told.year === year && told.month === month && told.day === day) return iso;
    }
  }
  return null;
}

/** `YYYY-MM-DD` of a number of days since 1970. */
export function isoOf(days: number): string {
  return new Date(days * dayLength).toISOString().slice(0, 10);
}

/** Days since 1970 of a Gregorian day. */
export function daysOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / dayLength);
}
