import { z } from "zod";

/**
 * Something wrong with the input, told so that an editor without programming can mend it.
 * A value, not an exception: a step returns what it made and the problems it found.
 */
export const Problem = z.object({
  severity: z.enum(["error", "warning"]),
  /** Stable name of the check, `room/what`, such as `seeds/missing-file`. */
  ruleId: z.string(),
  /** The file, below the seeds folder, with `/` between its parts. */
  path: z.string(),
  /** Counted from 1. */
  line: z.int().positive(),
  /** Counted from 1, in UTF-16 code units. */
  column: z.int().positive(),
  /** What is wrong. */
  reason: z.string(),
  /** How to mend it. */
  remedy: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** What a step made, and the problems it found on the way. */
export interface Outcome<T> {
  value: T;
  problems: Problem[];
}
