/*
 * Turkish writes what belongs to a proper name or a number behind an apostrophe (Ankara'da, 2019'dan, TBMM'nin); behind an
 * institution's name it writes it onto the word (Bakanlığının).
 */

/** How many code units at the end of a word are an apostrophe and what stands behind it. */
export function suffixLength(written: string): number {
  const at = Math.max(written.lastIndexOf("'"), written.lastIndexOf("’"));
  return at <= 0 ? 0 : written.length - at;
}

const frontOf: Readonly<Record<string, readonly [high: string, low: string]>> = {
  a: ["ı", "a"],
  ı: ["ı", "a"],
  o: ["u", "a"],
  u: ["u", "a"],
  e: ["i", "e"],
  i: ["i", "e"],
  ö: ["ü", "e"],
  ü: ["ü", "e"],
};

/** A noun with the possessive ending of a compound (bakanlığı) in its cases: bakanlığının, bakanlığına, bakanlığında … */
export function casesOf(noun: string): string[] {
  const vowel = [...noun].reverse().find((letter) => frontOf[letter] !== undefined) ?? "e";
  const [high, low] = frontOf[vowel] ?? ["i", "e"];
  const cases = [`n${high}n`, `n${low}`, `n${high}`, `nd${low}`, `nd${low}n`, `nd${low}ki`, `yl${low}`];
  return [noun, ...cases.map((ending) => noun + ending)];
}
