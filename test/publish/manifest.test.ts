import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compareText } from "../../src/archive/order.ts";
import { manifestBytes, manifestLine, manifestName, writeManifest } from "../../src/publish/manifest.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-manifest-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const paths = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "/"), minLength: 1, maxLength: 4 }),
  // In UTF-8 a character beyond the first 65,536 comes after these, in UTF-16 before them.
  fc.string({ unit: fc.constantFrom("ا", "\u{10380}", "\uFB50", "z"), minLength: 1, maxLength: 3 }),
  fc.integer({ min: 1, max: 600 }).map((length) => "long".repeat(length)),
);
const sites = fc.dictionary(paths, fc.constantFrom("0", "1", "2"), { maxKeys: 60, noNullPrototype: true });

/** The lines of a site of files by their paths, and what is in each. */
function linesOf(site: Record<string, string>): string[] {
  return Object.entries(site).map(([path, content]) => manifestLine(path, content.repeat(64)));
}

test("a manifest that is changed is the one that is written anew, sorted by path", () => {
  fc.assert(
    fc.property(sites, sites, fc.boolean(), (before, after, isLittle) => {
      const now = isLittle ? { ...before, ...after } : after;
      writeManifest(dir, linesOf(before));
      const bytes = manifestBytes(dir);
      const changed = Object.entries(now).filter(([path, content]) => before[path] !== content);
      const gone = Object.keys(before).filter((path) => now[path] === undefined);
      const { files, manifest } = writeManifest(dir, linesOf(Object.fromEntries(changed)), { bytes, gone });
      const lines = readFileSync(join(dir, manifestName), "utf8");
      const sorted = Object.entries(now).sort(([a], [b]) => compareText(a, b));
      expect(lines).toBe(
        linesOf(Object.fromEntries(sorted))
          .map((line) => `${line}\n`)
          .join(""),
      );
      expect(files).toBe(sorted.length);
      expect(manifest.size).toBe(Buffer.byteLength(lines));
    }),
  );
});
