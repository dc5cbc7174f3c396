import type { Lexicon } from "./entity-lexicon.ts";
import { matchKnown } from "./mention-known.ts";
import { isUnknown, personEnd } from "./mention-person.ts";
import type { Word } from "./mention-words.ts";

const longest = 9;

/**
 * Where a name that starts with a common noun ends (وزارة الصحة الموريتانية).
 * @param at index of the word after the head
 * @returns index of the word after the name, or `at` when no complement makes the head a name
 */
export function phraseEnd(
  words: readonly Word[],
  at: number,
  joins: boolean,
  lexicon: Lexicon,
  headDefinite: boolean,
): number {
  let end = at;
  let content = 0;
  let proper = 0;
  while (end - at < longest) {
    const word = words[end];
    if (word === undefined || !(word.gap === "space" || word.gap === "hyphen")) break;
    const { whole } = word;
    const match = matchKnown(words, end);
    if (
      match !== undefined &&
      match.particles === 0 &&
      (!match.weak || content === 0) &&
      !whole.nationality
    ) {
      if (content > 0 && (match.name.type !== "Place" || proper > 0 || endsWithNationality(words, end)))
        break;
      // «المدير العام للمنظمة تيدروس أدهانوم»: a definite noun has its complement with ال, and nobody's name for one.
      if (content === 0 && headDefinite && (match.name.type === "Person" || !whole.definite)) break;
      end = match.after;
      content += 1;
      proper += 1;
      continue;
    }
    if (whole.stop) break;
    if (content === 0 && whole.head?.type === "Place" && whole.head.takes === "phrase" && !whole.definite) {
      end += 1;
      continue;
    }
    if (whole.nationality) {
      if (!whole.definite && !headDefinite && content === 0) break;
      if (!whole.definite) break;
      content += headDefinite && content === 0 ? 0.5 : 1;
      end += 1;
      continue;
    }
    if (whole.phrase && (content > 0 || headDefinite || whole.definite || lexicon.language.phraseWordsOpen)) {
      content += 1;
      end += 1;
      continue;
    }
    if (whole.construct) {
      const next = words[end + 1];
      if (next === undefined || !(next.whole.definite || matchKnown(words, end + 1) !== undefined)) break;
      end += 1;
      content = Math.min(content, 0);
      continue;
    }
    if (whole.definite) {
      const complement = content === 0 && !headDefinite;
      const afterPhrase =
        words[end - 1]?.whole.construct === true ||
        (words[end - 1]?.whole.phrase === true && words[end - 1]?.whole.definite === false);
      if (complement || afterPhrase || whole.adjective) {
        if (whole.title && !complement && !afterPhrase) break;
        content += 1;
        end += 1;
        continue;
      }
      break;
    }
    const purpose = lexicon.language.purpose;
    if (headDefinite && end > at && proper === 0 && purpose !== "" && word.folded.startsWith(purpose)) {
      // «الاتحاد الدولي للنقل الجوي»: what the institution is for belongs to its name.
      const field = word.senses.find((sense) => sense.particles === purpose.length);
      const next = words[end + 1];
      if (
        field !== undefined &&
        !field.stop &&
        (field.definite || (next?.gap === "space" && next.whole.definite))
      ) {
        // لألعاب is no definite word, though folding makes it look like one.
        end += word.folded.startsWith(purpose + purpose) ? 1 : 2;
        content += 1;
        continue;
      }
    }
    const conjunction = lexicon.language.conjunction;
    if (joins && content >= 1 && conjunction !== "" && proper === 0) {
      const joinedTo = word.senses.find(
        (sense) => sense.particles === conjunction.length && word.folded.startsWith(conjunction),
      );
      if (
        joinedTo?.definite &&
        !joinedTo.stop &&
        !joinedTo.head &&
        !joinedTo.title &&
        words[end - 1]?.senses.some(({ definite }) => definite) &&
        !words[end - 1]?.whole.nationality
      ) {
        content += 1;
        end += 1;
        continue;
      }
    }
    if (
      content === 0 &&
      !headDefinite &&
      (whole.given !== "no" || isUnknown(word)) &&
      word.senses.every((sense) => sense.particles === 0 || !sense.common)
    ) {
      const person = personEnd(words, end, whole);
      end =
        whole.given !== "no" || whole.nameParticle
          ? person.after
          : Math.max(end + 1, properEnd(words, end, true));
      content += 1;
      proper += 1;
      continue;
    }
    break;
  }
  // «کمیتهٔ انضباطی»: one everyday word makes no name of a noun.
  const isEveryday = lexicon.language.phraseWordsOpen && end === at + 1 && words[at]?.whole.phrase === true;
  return content < 1 || (isEveryday && proper === 0) ? at : end;
}

function endsWithNationality(words: readonly Word[], end: number): boolean {
  return words[end - 1]?.whole.nationality === true;
}

/** Where an unknown proper name after a label ends (صحيفة الغد, شركة زين): one word, or two when the second one is proper too. */
export function properEnd(words: readonly Word[], at: number, place: boolean): number {
  const word = words[at];
  if (word === undefined || word.gap !== "space" || word.whole.given === "weak") return at;
  if (!isUnknown(word) || word.whole.title || word.whole.adjective) return at;
  if (word.senses.some((sense) => sense.particles > 0 && (sense.common || sense.definite))) return at;
  const next = words[at + 1];
  const second =
    next !== undefined &&
    (next.gap === "space" || next.gap === "hyphen") &&
    isUnknown(next) &&
    next.senses.length === 1;
  if (second && (next.gap === "hyphen" || (place && word.whole.placeOpener))) return at + 2;
  return at + 1;
}
