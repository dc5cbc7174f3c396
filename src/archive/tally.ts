import { compareText } from "./order.ts";

/**
 * Counts of texts. Of the million that the names of a large archive take nearly all are of one text alone (one spelling, one
 * language, one type), so that a map is made for a second one only.
 */
export class Tally<K extends string> {
  #only: K | null = null;
  #times = 0;
  #all: Map<K, number> | null = null;

  add(key: K, times = 1): void {
    if (this.#all !== null) {
      this.#all.set(key, (this.#all.get(key) ?? 0) + times);
      return;
    }
    if (this.#only !== null && this.#only !== key) {
      this.#all = new Map([[this.#only, this.#times]]);
      this.add(key, times);
      return;
    }
    this.#only = key;
    this.#times += times;
  }

  of(key: K): number {
    return this.#all?.get(key) ?? (this.#only === key ? this.#times : 0);
  }

  /** All counts together. */
  total(): number {
    let total = 0;
    for (const times of this.#all?.values() ?? [this.#times]) total += times;
    return total;
  }

  /** The most counted first, then by `compareText`. */
  byCount(): K[] {
    if (this.#all === null) return this.#only === null ? [] : [this.#only];
    return [...this.#all]
      .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || compareText(a, b))
      .map(([key]) => key);
  }
}
