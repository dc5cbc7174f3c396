const exactBelow = 10;

/**
 * A count as pages say it that are not to change whenever it does: itself below 10, else the nearest of 10, 20, 50, 100, 200,
 * 500 and so on that is not above it. A name in the news has one article more every day, and each that mentions it says how many.
 */
export function roughCount(count: number): number {
  if (count < exactBelow) return count;
  const power = 10 ** (String(count).length - 1);
  const step = [5, 2].find((digit) => digit * power <= count) ?? 1;
  return step * power;
}

/** Whether a rough count may stand for more than itself. */
export function isRough(count: number): boolean {
  return count >= exactBelow;
}
