import * as z from "zod";
import type { EntityType } from "../../model/article.ts";

/** What of a model's `config.json` says how to read what it answers. */
export const ModelConfig = z.object({
  id2label: z.record(z.string().regex(/^\d+$/), z.string()),
  max_position_embeddings: z.number().int().positive().default(512),
});
export type ModelConfig = z.infer<typeof ModelConfig>;

/** What a label says of a word: of which type its name is, and whether it opens one. */
export interface WordLabel {
  type: EntityType;
  opens: boolean;
}

/** The types of the corpora that such models are trained on; what is none of ours (MISC, dates, numbers) is left out. */
const types: Readonly<Record<string, EntityType>> = {
  PER: "Person",
  PERS: "Person",
  PERSON: "Person",
  LOC: "Place",
  LOCATION: "Place",
  GPE: "Place",
  FAC: "Place",
  ORG: "Organization",
  ORGANIZATION: "Organization",
  EVE: "Event",
  EVENT: "Event",
};

/** The labels in the order of the model's answer; null for words outside of names. Schemes IOB, IOB2, IOBES and BILOU are read. */
export function readLabels({ id2label }: ModelConfig): (WordLabel | null)[] {
  const labels: (WordLabel | null)[] = [];
  for (const [id, label] of Object.entries(id2label)) {
    const [, position = "", name = ""] = /^(?:([BILOUSE])[-_])?(.+)$/u.exec(label) ?? [];
    const type = types[name.toUpperCase()];
    const opens = position === "B" || position === "U" || position === "S";
    labels[Number(id)] = type === undefined ? null : { type, opens };
  }
  return labels;
}
