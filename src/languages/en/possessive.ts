/** How many code units at the end of a word are a possessive 's. */
export function possessiveLength(written: string): number {
  return /['’]s$/u.test(written) ? 2 : 0;
}
