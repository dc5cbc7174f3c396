import * as z from "zod";

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

/** Where a problem is: a file below the seeds folder, a line and a column of it, both from 1. */
export type ProblemPlace = Pick<Problem, "path" | "line" | "column">;

/** A problem that stops the build. */
export function errorAt(place: ProblemPlace, ruleId: string, reason: string, remedy: string): Problem {
  return problemAt("error", place, ruleId, reason, remedy);
}

/** A problem that does not stop the build. */
export function warningAt(place: ProblemPlace, ruleId: string, reason: string, remedy: string): Problem {
  return problemAt("warning", place, ruleId, reason, remedy);
}

function problemAt(
  severity: Problem["severity"],
  { path, line, column }: ProblemPlace,
  ruleId: string,
  reason: string,
  remedy: string,
): Problem {
  return { severity, ruleId, path, line, column, reason, remedy };
}

/**
 * A problem as one line: `seeds/2021/a.md:12:3: error: what is wrong; how to mend it [rule-id]`.
 * @param seedsDir the folder as the user named it
 */
export function formatProblem(problem: Problem, seedsDir: string): string {
  const { path, line, column, severity, reason, remedy, ruleId } = problem;
  const dir = seedsDir.replace(/\/+$/, "");
  const file = path === "" ? dir : `${dir}/${path}`;
  return `${file}:${line}:${column}: ${severity}: ${oneLine(reason)}; ${oneLine(remedy)} [${ruleId}]`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
