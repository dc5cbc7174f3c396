import type { PageContext } from "../context.ts";

/** A day, a month or a year in the words of the interface. */
export function Day({ context, iso }: { context: PageContext; iso: string }) {
  return <time dateTime={iso}>{context.format.date(iso)}</time>;
}
