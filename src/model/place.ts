import * as z from "zod";

/** A place in a file below the seeds folder, for a problem to point at; line and column counted from 1. */
export const Place = z.object({ path: z.string(), line: z.int().positive(), column: z.int().positive() });
export type Place = z.infer<typeof Place>;
