import type { LanguagePack } from "../languages/language-pack.ts";
import { tokenize } from "../languages/tokens.ts";
import type { Annotation, DateMention, Entity, Quote, Range } from "../model/article.ts";
import type { Anchor, Corrections, NameCorrection } from "../model/corrections.ts";
import { errorAt, type Problem, type ProblemPlace, warningAt } from "../model/problem.ts";
import { slugOf } from "../model/slug.ts";
import { editorProvenance } from "./provenance.ts";

/*
 * An editor's word over what was found. Corrections are anchored by the words of the text, so that they hold when other
 * lines change; one whose words are no longer there is reported, and does nothing.
 */

/** The names of an article once its editor's are taken in: in the order of their first mention, no mentions overlapping. */
export function correctNames(
  text: string,
  found: readonly Entity[],
  { names, remove }: Corrections,
  pack: LanguagePack | undefined,
  problems: Problem[],
): Entity[] {
  if (names.length === 0 && remove.length === 0) return [...found];
  const budget = searchBudget();
  const removed = new Set<string>();
  for (const removal of remove) {
    const ranges = occurrences(text, removal, budget);
    if (ranges.length === 0) problems.push(notFound(removal.place, removal.exact));
    for (const range of ranges) removed.add(rangeKey(range));
  }
  let entities = withoutMentions(found, (mention) => removed.has(rangeKey(mention)));
  for (const name of names) {
    const mentions = mentionsOf(text, name, pack, budget);
    if (mentions.length === 0) problems.push(notFound(name.place, name.name));
    else entities = withName(entities, name, mentions);
    if (budget.left <= 0) {
      problems.push(tooOften(name.place));
      break;
    }
  }
  return entities.sort((one, other) => startOf(one) - startOf(other));
}

/** The quotations of an article with the kinds and speakers that its editor tells. */
export function correctQuotes(
  text: string,
  found: readonly Quote[],
  { quotes }: Corrections,
  entities: readonly Entity[],
  problems: Problem[],
): Quote[] {
  let corrected = [...found];
  const budget = searchBudget();
  for (const correction of quotes) {
    const ranges = new Set(occurrences(text, correction, budget).map(rangeKey));
    if (budget.left <= 0) {
      problems.push(tooOften(correction.place));
      break;
    }
    const isMeant = (quote: Range) => ranges.has(rangeKey(quote));
    if (!corrected.some(isMeant)) problems.push(notFound(correction.place, correction.exact));
    corrected = corrected.map((quote) =>
      isMeant(quote) ? correctQuote(quote, correction, entities) : quote,
    );
  }
  return corrected;
}

function correctQuote(
  quote: Quote,
  { kind = quote.kind, speaker }: Corrections["quotes"][number],
  entities: readonly Entity[],
): Quote {
  const { start, end, text } = quote;
  const provenance = editorProvenance("editor/quote");
  if (kind === "term") return { start, end, text, kind, speaker: null, provenance };
  if (speaker === undefined) return { start, end, text, kind, speaker: quote.speaker, provenance };
  if (speaker === null) return { start, end, text, kind, speaker: null, provenance };
  const entity = entities.find(
    ({ name, mentions }) => name === speaker || mentions.some((mention) => mention.text === speaker),
  );
  const named = { name: entity?.name ?? speaker, entity: entity?.id ?? null, provenance };
  return { start, end, text, kind, speaker: named, provenance };
}

/** The dates of an article with the values that its editor tells; in text order, none overlapping. */
export function correctDates(
  text: string,
  found: readonly DateMention[],
  { dates }: Corrections,
  problems: Problem[],
): DateMention[] {
  let corrected = [...found];
  const budget = searchBudget();
  for (const { value, place, ...anchor } of dates) {
    const ranges = occurrences(text, anchor, budget);
    if (budget.left <= 0) {
      problems.push(tooOften(place));
      break;
    }
    if (ranges.length === 0) problems.push(notFound(place, anchor.exact));
    corrected = corrected.filter((date) => !overlapsAny(ranges, date));
    if (value === null) continue;
    const provenance = editorProvenance("editor/date");
    for (const range of ranges) corrected.push({ ...range, text: anchor.exact, value, provenance });
  }
  return corrected.sort((one, other) => one.start - other.start);
}

function withName(entities: readonly Entity[], correction: NameCorrection, mentions: Annotation[]): Entity[] {
  const { type, name } = correction;
  const id = correction.id ?? slugOf(name);
  // Whoever was found under one of these very words is the one who is meant, wherever else he was found.
  const own = new Set(mentions.map(rangeKey));
  const isMeant = (entity: Entity): boolean =>
    entity.id === id || entity.mentions.some((mention) => own.has(rangeKey(mention)));
  const meant = entities.filter(isMeant).flatMap((entity) => entity.mentions);
  const kept = meant.filter((mention) => !overlapsAny(mentions, mention));
  const others = withoutMentions(
    entities.filter((entity) => !isMeant(entity)),
    (mention) => overlapsAny(mentions, mention),
  );
  const all = [...mentions, ...kept].sort((one, other) => one.start - other.start);
  return [...others, { id, type, name, mentions: all }];
}

function withoutMentions(entities: readonly Entity[], isGone: (mention: Range) => boolean): Entity[] {
  return entities.flatMap((entity) => {
    const mentions = entity.mentions.filter((mention) => !isGone(mention));
    return mentions.length === 0 ? [] : [{ ...entity, mentions }];
  });
}

/** Where the forms of a name stand as words, longer forms first; attached particles outside. */
function mentionsOf(
  text: string,
  { name, mentions }: NameCorrection,
  pack: LanguagePack | undefined,
  budget: SearchBudget,
): Annotation[] {
  let found: Annotation[] = [];
  const forms = [name, ...mentions].sort((one, other) => other.length - one.length);
  for (const exact of forms) {
    const longer = found;
    const own = occurrences(text, { exact, prefix: "", suffix: "" }, budget)
      .filter((range) => isWhole(text, range, pack) && !overlapsAny(longer, range))
      .map((range) => ({ ...range, text: exact, provenance: editorProvenance("editor/name") }));
    if (own.length > 0) found = [...longer, ...own].sort((one, other) => one.start - other.start);
  }
  return found;
}

/** Letters before a name that can be particles: more are the beginning of another word. */
const longestParticles = 8;
const letter = /[\p{L}\p{M}\p{N}]/u;

/** Whether no letter goes on after a range, and none stands before it but particles of the language. */
function isWhole(text: string, { start, end }: Range, pack: LanguagePack | undefined): boolean {
  if (letter.test(text.charAt(end))) return false;
  let from = start;
  while (from > 0 && start - from <= longestParticles && letter.test(text.charAt(from - 1))) from -= 1;
  if (from === start) return true;
  if (start - from > longestParticles) return false;
  if (pack === undefined) return false;
  const [word] = tokenize(text, from, end, pack.fold);
  const attached = pack.fold(text.slice(from, start));
  return (
    word !== undefined &&
    pack.names.splitClitics(word.folded).some(({ length }) => length === attached.length)
  );
}

/** How often the corrections of one text may be found in it altogether: what they are laid over is gone through each time. */
const mostFound = 200_000;

interface SearchBudget {
  left: number;
}

function searchBudget(): SearchBudget {
  return { left: mostFound };
}

function tooOften(place: ProblemPlace): Problem {
  const reason = `up to here the text has what is corrected more than ${mostFound} times`;
  return errorAt(place, "corrections/too-often", reason, "part the text into several files");
}

/** In text order, none overlapping. */
function occurrences(text: string, { exact, prefix, suffix }: Anchor, budget: SearchBudget): Range[] {
  const ranges: Range[] = [];
  const whole = prefix + exact + suffix;
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + whole.length)) {
    ranges.push({ start: at + prefix.length, end: at + prefix.length + exact.length });
    budget.left -= 1;
    if (budget.left <= 0) break;
  }
  return ranges;
}

function startOf({ mentions }: Entity): number {
  return mentions[0]?.start ?? 0;
}

function rangeKey({ start, end }: Range): string {
  return `${start} ${end}`;
}

/** Whether one of some ranges, in text order and not overlapping, has a character of another. */
function overlapsAny(ranges: readonly Range[], { start, end }: Range): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) < end;
}

function notFound(place: ProblemPlace, exact: string): Problem {
  const reason = `the text does not have "${exact}" any more`;
  return warningAt(
    place,
    "corrections/no-match",
    reason,
    "write it as the text has it, or take this correction away",
  );
}
