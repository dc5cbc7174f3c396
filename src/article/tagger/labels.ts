/** What the tagger finds; events and things are too rare in open data to learn. */
export const nameTypes = ["Person", "Place", "Organization"] as const;
export type NameType = (typeof nameTypes)[number];

/** Where in a name a word stands: first of several, in the middle, last, or the only one. */
export type Position = "first" | "inner" | "last" | "only";
const positions = ["first", "inner", "last", "only"] as const satisfies readonly Position[];

/** How many labels a word can have: 0 is outside of names, then the four positions of each type. */
export const labelCount = 1 + nameTypes.length * positions.length;
export const outside = 0;

/** The label of a position in a name of a type. */
export function labelOf(type: NameType, position: Position): number {
  return 1 + nameTypes.indexOf(type) * positions.length + positions.indexOf(position);
}

/** The type of a label other than `outside`. */
export function typeOf(label: number): NameType {
  return nameTypes[Math.floor((label - 1) / positions.length)] ?? "Person";
}

export function opens(label: number): boolean {
  return label !== outside && ((label - 1) % positions.length === 0 || (label - 1) % positions.length === 3);
}

export function closes(label: number): boolean {
  return label !== outside && (label - 1) % positions.length >= 2;
}

/** Whether `next` may stand right after `label`. */
export function mayFollow(label: number, next: number): boolean {
  const inside = label !== outside && !closes(label);
  if (!inside) return next === outside || opens(next);
  return next !== outside && !opens(next) && typeOf(label) === typeOf(next);
}

/** Whether a text may end with `label`. */
export function mayEnd(label: number): boolean {
  return label === outside || closes(label);
}
