import * as z from "zod";

/** Where an annotation comes from, and how far to trust it. */
export const Provenance = z.object({
  /** A rule of the program, a trained model, a list of names, or the archive's editor. */
  method: z.enum(["rule", "model", "gazetteer", "editor"]),
  /** Which one: a stable name such as `speaker/verb`. */
  id: z.string(),
  /** From 0 to 1. A model's is its own probability; a rule's the share of the gold articles' cases in which it is right; an editor's 1. */
  score: z.number().min(0).max(1),
});
export type Provenance = z.infer<typeof Provenance>;
