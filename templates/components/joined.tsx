import type { JSX } from "preact";

/** Parts one after another, parted by the language's comma. */
export function Joined({ parts, comma }: { parts: readonly JSX.Element[]; comma: string }) {
  return <>{parts.map((part, index) => (index === 0 ? part : [comma, part]))}</>;
}
