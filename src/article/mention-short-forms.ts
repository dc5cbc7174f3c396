import type { Lexicon } from "./entity-lexicon.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./mention-words.ts";

/** A short form of a name that the article has in full. */
export interface ShortForm {
  words: readonly string[];
  of: Mention;
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
  const forms = new Map<string, ShortForm[]>();
  const add = (folded: readonly string[], of: Mention): void => {
    const [first] = folded;
    if (first === undefined || folded.join("").length < 3) return;
    const list = forms.get(first);
    if (list === undefined) forms.set(first, [{ words: folded, of }]);
    else if (!list.some((form) => form.words.join(" ") === folded.join(" ")))
      list.push({ words: folded, of });
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
        const usable = surname !== undefined && !surname.whole.common && surname.whole.given !== "weak";
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
  if (forms.size === 0) return found;
  for (let at = 0; at < words.length; at += 1) {
    if (covered[at] === 1) continue;
    const word = words[at];
    if (word === undefined) continue;
    let best: Mention | undefined;
    for (const sense of word.senses) {
      const begun = forms.get(sense.folded);
      if (begun === undefined) continue;
      for (const form of begun) {
        if (sense.particles > 0 && word.whole.common && word.whole.node !== undefined) continue;
        const after = at + form.words.length;
        if (!matches(words, at, form.words, covered)) continue;
        if (best !== undefined && best.after >= after) continue;
        best = {
          first: at,
          after,
          particles: sense.particles,
          type: form.of.type,
          known: form.of.known,
          source: "short",
          score: 0.7,
        };
      }
    }
    if (best === undefined) continue;
    found.push(best);
    covered.fill(1, best.first, best.after);
  }
  return found;
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

function matches(words: readonly Word[], at: number, form: readonly string[], covered: Uint8Array): boolean {
  for (let step = 1; step < form.length; step += 1) {
    const word = words[at + step];
    if (word === undefined || word.folded !== form[step] || covered[at + step] === 1) return false;
    if (!(word.gap === "space" || word.gap === "hyphen" || word.gap === "dot")) return false;
  }
  return true;
}
