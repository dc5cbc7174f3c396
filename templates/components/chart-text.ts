import type { PageContext } from "../context.ts";

/** As many say what a picture shows; all are in its table. */
const named = 3;

/** What a picture shows, in words: its largest numbers. */
export function topOf(
  items: readonly { name: string; count: number }[],
  { ui, format }: PageContext,
): string {
  return [...items]
    .sort((one, other) => other.count - one.count)
    .slice(0, named)
    .map(({ name, count }) => `${name}: ${format.count(ui.counts.articles, count)}`)
    .join(ui.comma);
}
