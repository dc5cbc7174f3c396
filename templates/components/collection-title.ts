import type { Translation } from "../../src/languages/translation.ts";

/** A collection's title, or what the interface calls one without. */
export function titleOfCollection(
  { title, kind }: { title: string | null; kind: "listed" | "unlisted" },
  ui: Translation,
): string {
  return title ?? (kind === "unlisted" ? ui.unlistedCollection : ui.untitledCollection);
}
