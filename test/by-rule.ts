import type { Provenance } from "../src/model/provenance.ts";

/** For annotations that a test makes by hand. */
export const byRule: Provenance = { method: "rule", id: "test/by-hand", score: 1 };
