import type { Mention } from "./mention.ts";
import { matchKnown } from "./mention-known.ts";
import { isUnknown } from "./mention-person.ts";
import type { Word } from "./mention-words.ts";

/** Words of a name before its noun at most. */
const longest = 4;

/**
 * A name that its noun ends, where no capital shows the words before it (مہران الیکٹرک سپلائی کمپنی, راولپنڈی کرکٹ سٹیڈیم): it begins with a
 * known place, or with words that nobody knows, two at least or one beside a word that such names have.
 */
export function addTailed(words: readonly Word[], at: number, mentions: Mention[]): void {
  const head = words[at]?.whole.head;
  if (head?.takes !== "before") return;
  let first = at;
  let unknown = 0;
  let isPlaced = false;
  while (!isPlaced && at - first < longest && words[first]?.gap === "space") {
    const place = placeBefore(words, first);
    const word = words[first - 1];
    if (place !== undefined) {
      first = place;
      isPlaced = true;
    } else if (word !== undefined && isUnknown(word)) {
      first -= 1;
      unknown += 1;
    } else if (word !== undefined && isInner(word)) first -= 1;
    else break;
  }
  const isName = isPlaced || unknown >= 2 || (unknown === 1 && at - first > 1);
  if (!isName) return;
  const { type } = head;
  const after = ownerEnd(words, at + 1);
  mentions.push({ first, after, particles: 0, type, known: undefined, source: "phrase", score: 0.75 });
}

/** Whether such names have an everyday word within them: قومی, کرکٹ. */
function isInner({ whole }: Word): boolean {
  return whole.phrase || whole.role;
}

/** Where a known place begins that ends right before a word. */
function placeBefore(words: readonly Word[], end: number): number | undefined {
  for (let start = Math.max(0, end - 3); start < end; start += 1) {
    const match = matchKnown(words, start);
    if (match?.after === end && match.name.type === "Place" && match.particles === 0) return start;
  }
  return undefined;
}

/** Takes in whose it is by a word borrowed with the noun (ہیومن رائٹس کمیشن آف پاکستان). */
function ownerEnd(words: readonly Word[], at: number): number {
  const [of, owner] = [words[at], words[at + 1]];
  if (of?.gap !== "space" || !of.whole.construct || owner?.gap !== "space") return at;
  return matchKnown(words, at + 1)?.after ?? (isUnknown(owner) ? at + 2 : at);
}
