import * as z from "zod";

/** A day, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();
