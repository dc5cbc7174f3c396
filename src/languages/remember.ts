/** More words than a language has in daily use; what is remembered is dropped when there are more. */
const limit = 50_000;

/**
 * The same function of a word or a number, which remembers what it gave: texts say the same words over and over, so that folding
 * takes a fraction of the time.
 */
export function remember<K extends string | number = string, V = string>(
  make: (word: K) => V,
): (word: K) => V {
  const known = new Map<K, V>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = make(word);
    if (known.size >= limit) known.clear();
    known.set(word, made);
    return made;
  };
}
