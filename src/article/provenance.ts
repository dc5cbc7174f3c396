import type { Entity } from "../model/article.ts";
import type { Provenance } from "../model/provenance.ts";
import type { MentionSource } from "./mention.ts";

/*
 * The names of what finds annotations, with a score for each rule: the share of its cases in the development half of the
 * gold articles in which it is right, all languages together (`npm run evaluate -- --rules` counts them again); 0.8 where there
 * are fewer than ten cases. A recognizer has its own.
 */

/** The id of what the trained recognizer of a language pack finds. */
const builtInRecognizer = "name/recognizer";

const mentionMethods: Readonly<Record<MentionSource, Pick<Provenance, "method" | "id">>> = {
  known: { method: "gazetteer", id: "name/list" },
  phrase: { method: "rule", id: "name/head-noun" },
  label: { method: "rule", id: "name/label" },
  person: { method: "rule", id: "name/person" },
  quoted: { method: "rule", id: "name/quoted" },
  short: { method: "rule", id: "name/short-form" },
  capitals: { method: "rule", id: "name/capitals" },
  tagger: { method: "model", id: builtInRecognizer },
};

/** Where a mention comes from; `score` as the mention has it. */
export function mentionProvenance(source: MentionSource, score: number): Provenance {
  const { method, id } = mentionMethods[source];
  return { method, id, score: Math.round(score * 100) / 100 };
}

/** The same entities, with the recognizer that found their mentions named where it is not the built-in one. */
export function nameRecognizer(entities: readonly Entity[], id: string): Entity[] {
  return entities.map((entity) => ({
    ...entity,
    mentions: entity.mentions.map((mention) =>
      mention.provenance.id === builtInRecognizer
        ? { ...mention, provenance: { ...mention.provenance, id } }
        : mention,
    ),
  }));
}

const ruleScores = {
  "quote/short": 0.96,
  "quote/name": 0.8,
  "quote/naming-noun": 0.8,
  "quote/attributed": 0.99,
  "quote/sentence": 0.94,
  "quote/length": 0.99,
  "quote/unattributed": 0.8,
  "speaker/verb": 0.86,
  "speaker/participle": 0.8,
  "speaker/relay": 0.8,
  "speaker/source": 0.8,
  "speaker/colon": 0.59,
  "speaker/implied": 0.57,
  "speaker/carried-on": 0.5,
} as const;

export type QuoteRule = keyof typeof ruleScores;

/** Where a quotation's kind or its speaker comes from. */
export function ruleProvenance(id: QuoteRule): Provenance {
  return { method: "rule", id, score: ruleScores[id] };
}

/** Dates are right in this share of the development half, whatever their rule. */
const dateScore = 0.98;

export function dateProvenance(rule: string): Provenance {
  return { method: "rule", id: rule, score: dateScore };
}

/** The gold articles mark no periods: this is the share that was right when those of the development half were read through. */
const periodScore = 0.97;

export function periodProvenance(rule: string): Provenance {
  return { method: "rule", id: rule, score: periodScore };
}

/** What an editor has said. */
export function editorProvenance(id: string): Provenance {
  return { method: "editor", id, score: 1 };
}
