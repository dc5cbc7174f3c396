import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeEntry, entryDecoder } from "../../src/archive/stored-entry.ts";
import { catalogEntries } from "./catalog-entries.ts";

test("entries are read as they were written, whatever was read before", () => {
  const decode = entryDecoder();
  fc.assert(
    fc.property(catalogEntries, (entry) => {
      expect(decode(encodeEntry(entry))).toEqual(entry);
    }),
  );
});
