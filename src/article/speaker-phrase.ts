import type { SpeechLanguage } from "../languages/speech-language.ts";
import type { Item } from "./quote-frame.ts";
import { readNoun } from "./speaker-memory.ts";

/** «المتحدث الرسمي للمديرية الرائد ماجد»: a role, whose holder's name follows behind the institution. */
export function holdsPerson(
  items: readonly Item[],
  head: number,
  at: number,
  to: number,
  speech: SpeechLanguage,
): boolean {
  const role = items[head];
  if (role?.kind !== "word" || !speech.roles.has(readNoun(role.folded, speech, speech.roles).bare))
    return false;
  if (items[at]?.entity?.type !== "Organization") return false;
  for (let next = at + 1; next < Math.min(to, at + 5); next += 1) {
    const item = items[next];
    if (item === undefined || (item.kind !== "word" && item.kind !== "name")) return false;
    if (item.kind === "name") return item.entity?.type === "Person" && item.clitic === "";
    if (speech.prepositions.has(item.folded)) return false;
  }
  return false;
}

export function foldedName(word: string, speech: SpeechLanguage, named: readonly Item[]): string {
  const item = named.find((candidate) => candidate.entity?.name.startsWith(word));
  return readNoun(item?.folded ?? word, speech, speech.agencies).bare;
}

/** A role is named in the nominative: «دبلوماسياً غربياً» is دبلوماسي غربي. */
export const accusative = /اً|ًا/gu;

/** The name of a role without what is written onto its first word. */
export function definiteStart(
  head: Item,
  role: { bare: string; definite: boolean },
  speech: SpeechLanguage,
): number {
  const extra = head.folded.startsWith(role.bare) ? 0 : head.folded.length - role.bare.length;
  const prefix = speech.nounPrefixes.find(
    (candidate) => candidate.definite && head.folded.startsWith(candidate.text),
  );
  if (extra <= 0 || prefix === undefined) return head.start + Math.max(0, extra);
  // The article stays; the particles before it do not.
  return head.start + Math.max(0, extra - 2);
}

/** «المدرب رشيد واللاعب سفيان»: a role with "and" on it brings another. */
function addsRole({ folded }: Item, speech: SpeechLanguage): boolean {
  return speech.verbClitics.some((clitic) => {
    if (!folded.startsWith(clitic)) return false;
    const rest = folded.slice(clitic.length);
    const noun = readNoun(rest, speech, speech.roles);
    return noun.definite && speech.roles.has(noun.bare);
  });
}

/** A head that is a person is the subject; else the last of those that follow without a comma. */
export function pickPerson(named: readonly Item[], speech: SpeechLanguage): Item | undefined {
  const people = named.filter((item) => item.entity?.type === "Person");
  if (people.length < 2 || named[0] === people[0]) return people[0];
  let chosen = people[0];
  for (const person of people.slice(1)) {
    const between = named.slice(named.indexOf(chosen ?? person) + 1, named.indexOf(person));
    if (person.clitic !== "" || between.some((item) => item.kind === "comma" || addsRole(item, speech)))
      break;
    chosen = person;
  }
  return chosen;
}
