import type { Lexicon } from "./entity-lexicon.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./mention-words.ts";

/** Short forms of names that an article has in full, word by word: very many of them may begin with one word. */
interface ShortForms {
  next: Map<string, ShortForms>;
  /** The first name that the words up to here are short for. */
  of: Mention | undefined;
}

/** The folded words of a mention, without the particles of its first. */
export function foldedWords(words: readonly Word[], mention: Mention): string[] {
  const folded: string[] = [];
  for (let at = mention.first; at < mention.after; at += 1) {
    const word = words[at];
    if (word === undefined) continue;
    const sense =
      at === mention.first ? word.senses.find(({ particles }) => particles === mention.particles) : undefined;
    folded.push(sense?.folded ?? word.folded);
  }
  return folded;
}

/** Where the surname of a person's name starts: after the given name, its particles and its other half with it (بن سلمان, Radebe-Nel). */
export function surnameStart(words: readonly Word[], mention: Mention): number {
  let at = mention.after - 1;
  while (at - 1 > mention.first && (words[at - 1]?.whole.nameParticle || words[at]?.gap === "hyphen"))
    at -= 1;
  return at;
}

/** Finds what is left of names once some of their words are left out: surnames, quoted names, names after a label. */
export function findShortForms(
  words: readonly Word[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  const forms: ShortForms = { next: new Map(), of: undefined };
  const add = (folded: readonly string[], of: Mention): void => {
    if (folded.length === 0 || folded.join("").length < 3) return;
    let form = forms;
    for (const word of folded) {
      let longer = form.next.get(word);
      if (longer === undefined) {
        longer = { next: new Map(), of: undefined };
        form.next.set(word, longer);
      }
      form = longer;
    }
    form.of ??= of;
  };
  const covered = new Uint8Array(words.length);
  for (const mention of mentions) {
    covered.fill(1, mention.first, mention.after);
    if (mention.type === "Person") {
      const folded = foldedWords(words, mention);
      if (folded.length > 1) {
        add(folded, mention);
        const start = surnameStart(words, mention) - mention.first;
        const surname = words[mention.after - 1];
        const isDouble = mention.first + start < mention.after - 1;
        const usable =
          surname !== undefined && !surname.whole.common && (isDouble || surname.whole.given !== "weak");
        if (start > 0 && usable) add(folded.slice(start), mention);
        else if (start > 0 && surname?.whole.definite) add(folded.slice(start), mention);
        const given = words[mention.first];
        if (
          given !== undefined &&
          given.whole.given !== "weak" &&
          !given.whole.common &&
          !given.whole.nameParticle &&
          mention.particles === 0 &&
          !lexicon.language.commonGiven(folded[0] ?? "")
        ) {
          add(folded.slice(0, 1), mention);
        }
      } else if (!words[mention.first]?.whole.common && words[mention.first]?.whole.given === "no")
        add(folded, mention);
    } else if (mention.known === undefined) {
      const folded = foldedWords(words, mention);
      if (
        folded.length > 1 ||
        mention.source === "quoted" ||
        mention.source === "label" ||
        mention.source === "capitals"
      ) {
        if (folded.length > 1 || !words[mention.first]?.whole.common) add(folded, mention);
      }
      const name = words[mention.first + 1];
      if (
        mention.source === "phrase" &&
        mention.after - mention.first === 2 &&
        name !== undefined &&
        isProper(name)
      ) {
        add([name.folded], mention);
      }
    }
  }
  const found: Mention[] = [];
  if (forms.next.size === 0) return found;
  const hasCapitals = lexicon.language.capitals !== null;
  for (let at = 0; at < words.length; at += 1) {
    if (covered[at] === 1) continue;
    const word = words[at];
    if (word === undefined) continue;
    let best: Mention | undefined;
    for (const sense of word.senses) {
      if (sense.particles > 0 && word.whole.common && word.whole.node !== undefined) continue;
      const longest = longestForm(words, at, forms.next.get(sense.folded), covered);
      if (longest === undefined || (best !== undefined && best.after >= longest.after)) continue;
      const { of, after } = longest;
      const { type, known } = of;
      best = { first: at, after, particles: sense.particles, type, known, source: "short", score: 0.7 };
    }
    if (best === undefined || (hasCapitals && !isCapitalized(words, best))) continue;
    found.push(best);
    covered.fill(1, best.first, best.after);
  }
  return found;
}

/** Whether a word of it begins with a capital: the power that a plant makes is not short for Amu Power. */
function isCapitalized(words: readonly Word[], { first, after }: Mention): boolean {
  for (let at = first; at < after; at += 1) if (/^\p{Lu}/u.test(words[at]?.text ?? "")) return true;
  return false;
}

function isProper(word: Word): boolean {
  const { whole } = word;
  return (
    !whole.common &&
    !whole.definite &&
    !whole.nationality &&
    whole.node === undefined &&
    whole.given === "no" &&
    !whole.phrase
  );
}

/** The longest of the forms that stands at a word, all of it in one line and in no other name. */
function longestForm(
  words: readonly Word[],
  at: number,
  first: ShortForms | undefined,
  covered: Uint8Array,
): { of: Mention; after: number } | undefined {
  let longest: { of: Mention; after: number } | undefined;
  let form = first;
  for (let after = at + 1; form !== undefined; after += 1) {
    if (form.of !== undefined) longest = { of: form.of, after };
    const word = words[after];
    if (word === undefined || covered[after] === 1) break;
    if (!(word.gap === "space" || word.gap === "hyphen" || word.gap === "dot")) break;
    form = form.next.get(word.folded);
  }
  return longest;
}
