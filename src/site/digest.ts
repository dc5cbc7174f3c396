import { hash } from "node:crypto";

/** Tells values apart that pages are made of. */
export interface Digester {
  /** A digest of a plain value: the same for the same value, in every process. */
  of: (value: unknown) => string;
}

/**
 * A digester that remembers the digests of values which stand in many others. Of an object with a `key` (an article in the
 * store) it takes that alone: where the store has it says nothing.
 * @param start goes into each digest
 */
export function createDigester(start: string, shared: Iterable<object>): Digester {
  const known = new WeakMap<object, string | null>();
  for (const value of shared) known.set(value, null);
  const digest = (parts: readonly string[]): string => hash("sha256", parts.join("\n"), "base64url");
  const feed = (value: unknown, parts: string[]): void => {
    if (typeof value === "string") parts.push(`${value.length}:${value}`);
    else if (typeof value !== "object" || value === null) parts.push(String(value));
    else {
      const remembered = known.get(value);
      if (remembered === undefined) feedMembers(value, parts);
      else if (remembered !== null) parts.push(remembered);
      else {
        const own: string[] = [];
        feedMembers(value, own);
        const made = digest(own);
        known.set(value, made);
        parts.push(made);
      }
    }
  };
  const feedMembers = (value: object, parts: string[]): void => {
    if (Array.isArray(value)) {
      parts.push(`[${value.length}`);
      for (const member of value) feed(member, parts);
    } else if ("key" in value && "stored" in value) feed(value.key, parts);
    else {
      const members = Object.entries(value);
      parts.push(`{${members.length}`);
      for (const [name, member] of members) {
        parts.push(name);
        feed(member, parts);
      }
    }
  };
  return {
    of: (value) => {
      const parts = [start];
      feed(value, parts);
      return digest(parts);
    },
  };
}
