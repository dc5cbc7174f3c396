import type { Lexicon } from "./entity-lexicon.ts";
import type { Mention } from "./mention.ts";
import { type KnownMatch, matchKnown } from "./mention-known.ts";
import type { QuotedWords } from "./mention-quoted.ts";
import type { Word } from "./mention-words.ts";

/**
 * Adds the names that lists know. One that is an everyday word too (العين, الخليل) counts where something tells that it
 * is a name, and then all over the article.
 */
export function addListed(
  words: readonly Word[],
  quoted: ReadonlyMap<number, QuotedWords>,
  lexicon: Lexicon,
  mentions: Mention[],
): void {
  const doubtful: { at: number; match: KnownMatch }[] = [];
  const told = new Set<object>();
  let last: Mention | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const match = matchKnown(words, at);
    const word = words[at];
    if (match === undefined || word === undefined) continue;
    if (lexicon.language.capitals !== null && !/^[\p{Lu}\p{N}]/u.test(word.text)) continue;
    if (match.weak && !isTold(words, at, match, quoted, lexicon, last)) {
      doubtful.push({ at, match });
      continue;
    }
    if (match.weak) told.add(match.name);
    last = mentionOf(words, at, match);
    mentions.push(last);
  }
  for (const { at, match } of doubtful) {
    if (told.has(match.name)) mentions.push(mentionOf(words, at, match));
  }
}

function mentionOf(
  words: readonly Word[],
  at: number,
  { name, after, particles, weak }: KnownMatch,
): Mention {
  const club = particles === 0 && name.type === "Place" && headBefore(words, at)?.club === true;
  return {
    first: at,
    after,
    particles,
    type: club ? "Organization" : name.type,
    known: club ? undefined : name,
    source: club ? "label" : "known",
    score: weak ? 0.7 : 0.95,
  };
}

/** Whether a noun of its kind, quotation marks, a dateline, a direction or a place before «and» tell that it is a name. */
function isTold(
  words: readonly Word[],
  at: number,
  { name, after, particles }: KnownMatch,
  quoted: ReadonlyMap<number, QuotedWords>,
  { language }: Lexicon,
  last: Mention | undefined,
): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (quoted.get(at)?.after === after || (word.gap === "paren" && words[after]?.gap !== "space")) return true;
  const head = headBefore(words, at);
  if (head !== undefined && particles === 0 && (head.type === name.type || head.takes === "label"))
    return true;
  if (name.type !== "Place") return false;
  if (particles === 0 && word.gap === "start") return at === 0 && /^\p{N}/u.test(words[after]?.text ?? "");
  const conjoined = language.conjunction !== "" && word.folded.startsWith(language.conjunction);
  if (particles === 1 && conjoined)
    return last?.after === at && last.type === "Place" && word.gap === "space";
  const before = words[at - 1]?.text ?? "";
  return particles === 0 && word.gap === "space" && language.directions.includes(before);
}

function headBefore(words: readonly Word[], at: number) {
  const word = words[at];
  if (word === undefined || !(word.gap === "space" || word.gap === "quote" || word.gap === "paren"))
    return undefined;
  return words[at - 1]?.headed?.head;
}
