import { hash } from "node:crypto";

/** Tells values apart that pages are made of. */
export interface Digester {
  /** A digest of a plain value: the same for the same value, in every process. */
  of: (value: unknown) => string;
  /** A text that tells a plain value from others, also where other such texts stand beside it; of a frozen object a digest. */
  textOf: (value: unknown) => string;
  /** A digest of such texts. */
  ofText: (text: string) => string;
}

/**
 * A digester that remembers the digest of a frozen object: cards stand on many pages. Of an object with a `key` (an article in
 * the store) it takes that alone: where the store has it says nothing.
 * @param start goes into each digest
 */
export function createDigester(start: string): Digester {
  const known = new WeakMap<object, string>();
  const digest = (text: string): string => hash("sha256", text, "base64url");
  const textOf = (value: unknown): string => {
    if (typeof value === "string") return `${value.length}:${value}`;
    if (typeof value !== "object" || value === null) return `${value};`;
    if (!Object.isFrozen(value)) return textOfMembers(value);
    const remembered = known.get(value);
    if (remembered !== undefined) return remembered;
    const made = digest(textOfMembers(value));
    known.set(value, made);
    return made;
  };
  const textOfMembers = (value: object): string => {
    if (Array.isArray(value)) {
      let text = `[${value.length}`;
      for (const member of value) text += textOf(member);
      return text;
    }
    if ("key" in value && "stored" in value) return textOf(value.key);
    let text = "{";
    for (const name in value) text += `${name}=${textOf(Reflect.get(value, name))}`;
    return `${text}}`;
  };
  const ofText = (text: string): string => digest(start + text);
  return { of: (value) => ofText(textOf(value)), textOf, ofText };
}
