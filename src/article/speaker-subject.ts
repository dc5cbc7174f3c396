import type { SpeechLanguage } from "../languages/speech-language.ts";
import type { Item } from "./quote-frame.ts";
import { agreeing, type CueContext, isPrepositional, type Subject, width } from "./speaker-context.ts";
import { readNoun, recallOrganization, recallRole, recallSubject, speakerOf } from "./speaker-memory.ts";
import { accusative, definiteStart, foldedName, holdsPerson, pickPerson } from "./speaker-phrase.ts";

/** What names somebody without a name: «مصدر في الحكومة» whole, «شاهد عيان في اتصال هاتفي» up to the preposition. */
function untilAside(named: readonly Item[], speech: SpeechLanguage): readonly Item[] {
  const aside = named.findIndex((item, at) => {
    const next = named[at + 1];
    return (
      at > 0 &&
      speech.asides.has(item.folded) &&
      next?.kind === "word" &&
      !readNoun(next.folded, speech).definite
    );
  });
  return aside < 0 ? named : named.slice(0, aside);
}

/** Whether a noun has the article and nothing else written onto it. */
function isPlainDefinite(
  head: Item,
  noun: { bare: string; definite: boolean },
  speech: SpeechLanguage,
): boolean {
  const article = head.folded.slice(0, head.folded.length - noun.bare.length);
  return (
    noun.definite &&
    speech.nounPrefixes.every(
      ({ text, definite }) => !definite || text === article || !article.endsWith(text),
    )
  );
}

/** The subject that follows, up to what is said. */
export function subjectAfter(
  items: readonly Item[],
  from: number,
  context: CueContext,
  source: boolean,
): Subject | null {
  const { speech } = context;
  // «وفقا لما ذكره شهود»: what they said, and then who.
  if (source && speech.whats.has(items[from]?.folded ?? "") && items[from + 1]?.kind === "word")
    return subjectAfter(items, from + 2, context, source);
  let end = from;
  let commas = 0;
  for (; end < Math.min(items.length, from + width); end += 1) {
    const item = items[end];
    if (item === undefined || item.kind === "colon" || speech.complementizers.has(item.folded)) break;
    if (item.kind === "quote" && item.entity === null && (item.end - item.start > 24 || end === from)) break;
    if (item.kind === "comma") {
      commas += 1;
      // A name may stand in commas behind its role; then the rest is another clause.
      if (
        end === from ||
        commas > 1 ||
        items[end - 1]?.entity?.type === "Person" ||
        !isNameNear(items, end + 1)
      )
        break;
      continue;
    }
    if (item.speech !== null && end > from) break;
  }
  return subjectIn(items, from, end, context, source);
}

function isAnonymous(speech: SpeechLanguage): (item: Item) => boolean {
  return ({ kind, folded }) => kind === "word" && speech.anonymous.has(folded);
}

/** A name, at most two words of title before it. */
function isNameNear(items: readonly Item[], at: number): boolean {
  for (let next = at; next < at + 3; next += 1) {
    const item = items[next];
    if (item?.kind === "name") return next === at || item.entity?.type === "Person";
    if (item?.kind !== "word" || item.speech !== null) return false;
  }
  return false;
}

/** Words before a role that say which it is, at most. */
const mostModifiers = 3;

/**
 * "A tricycle driver", "a senior Treasury official": somebody new, by a role behind what describes it, in languages that have articles as
 * words of their own. The article belongs to what he is called.
 */
function describedRole(
  items: readonly Item[],
  first: number,
  named: readonly Item[],
  speech: SpeechLanguage,
): { start: number; end: number } | null {
  const article = items[first - 1];
  if (article === undefined || !speech.newcomers.has(article.folded)) return null;
  for (const item of named.slice(0, mostModifiers + 1)) {
    if (item.kind === "comma" || item.kind === "quote" || item.entity?.type === "Person") return null;
    if (item.kind === "word" && speech.roles.has(item.folded)) return { start: article.start, end: item.end };
  }
  return null;
}

/** Who the items between two places name, up to a preposition that leads away from the subject. */
export function subjectIn(
  items: readonly Item[],
  from: number,
  to: number,
  context: CueContext,
  source: boolean,
): Subject | null {
  const { speech, memory, text } = context;
  let end = from;
  let first = from;
  while (
    first < to &&
    (speech.articles.has(items[first]?.folded ?? "") ||
      speech.openers.has(items[first]?.folded ?? "") ||
      ((first === from || speech.openers.has(items[first - 1]?.folded ?? "")) &&
        speech.complementizers.has(items[first]?.folded ?? "")) ||
      (source && speech.prepositions.has(items[first]?.folded ?? "")) ||
      items[first]?.kind === "comma" ||
      (speech.caseEndings.has(items[first]?.ending ?? "") && (items[first]?.ending ?? "") !== ""))
  )
    first += 1;
  for (end = first; end < to; end += 1) {
    const item = items[end];
    if (item === undefined) break;
    if (item.kind === "word" && speech.prepositions.has(item.folded)) break;
    if (
      item.kind === "name" &&
      !(source && end === first) &&
      isPrepositional(item, speech) &&
      !holdsPerson(items, first, end, to, speech) &&
      !speech.statements.has(readNoun(items[end - 1]?.folded ?? "", speech, speech.statements).bare)
    )
      break;
  }
  const beside = items[to - 1];
  const atVerb = !source && to > from && items[to]?.speech === "verb";
  if (atVerb && beside?.entity?.type === "Person" && beside.clitic === "")
    return { speaker: speakerOf(beside.entity), passing: false, to };
  // «בקק"ל מסרו», «נמסר מהמשרד»: an institution speaks behind such a letter too.
  const institutional = atVerb ? beside : items[first];
  if (
    institutional?.entity?.type === "Organization" &&
    speech.institutionClitics.has(institutional.clitic) &&
    (atVerb || items[from - 1]?.speech === "verb")
  )
    return { speaker: speakerOf(institutional.entity), passing: false, to: Math.max(first + 1, end) };
  const pronoun =
    atVerb &&
    beside?.kind === "word" &&
    speech.pronouns.has(beside.folded) &&
    !speech.from.has(items[to - 2]?.folded ?? "");
  const head = pronoun ? beside : items[first];
  if (end <= first && !pronoun && atVerb) {
    // "In a statement, the club said": what leads in is no subject.
    const comma = items.findIndex((item, at) => at >= first && at < to && item.kind === "comma");
    return comma < 0 ? null : subjectIn(items, comma + 1, to, context, source);
  }
  if (head === undefined || (end <= first && !pronoun)) return null;
  if (head.kind === "word" && speech.pronouns.has(head.folded)) {
    const opener = context.opener ?? null;
    const meant =
      (opener !== null && context.entities.get(opener.entity ?? "")?.type === "Person"
        ? agreeing(opener, head.folded, context)
        : null) ?? recallSubject(memory, head.folded, speech, context.entities, context.outer);
    return meant === null ? null : { speaker: meant, passing: false, to: first + 1 };
  }
  const named = items.slice(first, end);
  const statement = head.kind === "word" ? readNoun(head.folded, speech, speech.statements) : null;
  const person = pickPerson(named, speech);
  if (statement !== null && speech.statements.has(statement.bare)) {
    const owner = items
      .slice(first, Math.min(to, end + 3))
      .find((item) => item.entity?.type === "Organization" || item.entity?.type === "Person");
    const speaker = owner?.entity ? speakerOf(owner.entity) : (memory.statement ?? memory.last);
    if (speaker !== null) {
      memory.statement = speaker;
      return { speaker, passing: false, to: end };
    }
    return null;
  }
  if (person?.entity) return { speaker: speakerOf(person.entity), passing: false, to: end };
  const role = head.kind === "word" ? readNoun(head.folded, speech, speech.roles) : null;
  const nouns = named
    .filter((item) => item.folded !== "")
    .map((item) => readNoun(item.folded, speech, speech.roles).bare);
  const institution = named.find((item) => item.entity?.type === "Organization");
  if (role !== null && speech.roles.has(role.bare)) {
    const plainNoun =
      speech.nounPrefixes.length === 0 ||
      role.definite ||
      speech.articles.has(items[first - 1]?.folded ?? "");
    const known = plainNoun ? recallRole(memory, nouns, speech) : null;
    if (known !== null) return { speaker: speakerOf(known), passing: false, to: end };
    if (institution?.entity) return { speaker: speakerOf(institution.entity), passing: false, to: end };
    const last =
      untilAside(named, speech)
        .filter((item) => item.kind !== "comma" && !speech.linkers.has(item.folded))
        .slice(0, 5)
        .at(-1) ?? head;
    const start = definiteStart(head, role, speech);
    return {
      speaker: { name: text.slice(start, last.end).replace(accusative, ""), entity: null },
      passing: false,
      to: end,
    };
  }
  const described = describedRole(items, first, named, speech);
  if (described !== null) {
    const speaker = { name: text.slice(described.start, described.end), entity: null };
    return { speaker, passing: false, to: end };
  }
  if (head.kind === "word" && speech.anonymous.has(head.folded)) {
    // «یکی از آنان»: the preposition belongs to the name.
    const partitive = speech.from.has(items[first + 1]?.folded ?? "") ? items[first + 2] : undefined;
    const plain = named.filter((item) => item.kind !== "comma" && !speech.linkers.has(item.folded));
    const last = partitive ?? plain[Math.min(plain.length, 3) - 1] ?? head;
    return { speaker: { name: text.slice(head.start, last.end), entity: null }, passing: false, to: end };
  }
  const headNoun = head.kind === "word" ? readNoun(head.folded, speech) : null;
  const isAgency =
    headNoun !== null && speech.agencies.has(readNoun(head.folded, speech, speech.agencies).bare);
  if (institution?.entity && named.indexOf(institution) <= 4) {
    const passing =
      isAgency ||
      institution.entity.name
        .split(/\s+/u)
        .some((word) => speech.agencies.has(foldedName(word, speech, named)));
    if (passing || institution.entity) {
      const speaker = speakerOf(institution.entity);
      if (source && !passing) memory.statement = speaker;
      return { speaker, passing, to: end };
    }
  }
  if (head.kind === "name" && head.entity?.type === "Place")
    return { speaker: speakerOf(head.entity), passing: false, to: first + 1 };
  if (headNoun !== null) {
    const organization = recallOrganization(memory, headNoun.bare);
    const fits = headNoun.definite || speech.articles.has(items[first - 1]?.folded ?? "");
    if (fits && organization !== null)
      return { speaker: speakerOf(organization), passing: isAgency, to: end };
    const latest = fits && speech.institutions.has(headNoun.bare) ? memory.lastOrganization : null;
    if (latest !== null) return { speaker: speakerOf(latest), passing: false, to: end };
    const known = fits ? recallRole(memory, nouns, speech) : null;
    if (known !== null) return { speaker: speakerOf(known), passing: false, to: end };
    if (source && isAgency) return { speaker: null, passing: true, to: end };
    // «وكتب المغني: …»: whoever it is, nobody else has been heard.
    if (
      !source &&
      speech.subject === "after" &&
      isPlainDefinite(head, headNoun, speech) &&
      memory.last === null
    ) {
      const start = definiteStart(head, headNoun, speech);
      return { speaker: { name: text.slice(start, head.end), entity: null }, passing: false, to: first + 1 };
    }
  }
  // «Reuters'a konuşan bir görevli»: where the verb ends the sentence, so does its subject what goes before.
  const unnamed = speech.subject === "before" ? named.findLastIndex(isAnonymous(speech)) : -1;
  return unnamed > 0 && unnamed < named.length - 1
    ? subjectIn(items, first + unnamed, to, context, source)
    : null;
}
