import type { CalendarName } from "./calendar.ts";

/** What a language pack says about dates. Words are as texts write them; the engine folds them. */
export interface DateLanguage {
  /** Names of months, of one word or more, in every calendar and naming in use. */
  months: readonly (readonly [name: string, calendar: CalendarName, month: number])[];
  /** Names of the days of the week; 0 is Sunday. */
  weekdays: readonly (readonly [name: string, day: number])[];
  /** Days that are told from today: how many days after it they are. */
  days: readonly (readonly [name: string, offset: number])[];
  /** Words beside a weekday or a month that put it before the day of publication, or after it. */
  past: readonly string[];
  next: readonly string[];
  /** Whether these words stand before the word that they go with ("last Thursday") or after it. */
  modifiers: "before" | "after";
  /** Words between a day, a month and a year that belong to the date ("of", «من»). */
  joiners: readonly string[];
  /** Words before a number of four digits that make it a year. */
  beforeYear: readonly string[];
  /** Letters or words after a year that name its calendar. */
  eras: readonly (readonly [name: string, calendar: CalendarName])[];
  /** Calendar of a year of four digits that nothing else tells of, below 1700. */
  lowYears: CalendarName | null;
  /** Letters that are written onto the next word and are not part of a date. */
  clitics: readonly string[];
  /** Whether a folded word says that its sentence is about what is to come. */
  isFuture: (folded: string) => boolean;
  /** Whether the month may stand before the day ("January 26, 2021"). */
  monthFirst: boolean;
}
