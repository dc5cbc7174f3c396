import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Finding, fuzz, tryInput, unpack } from "./fuzzer.ts";

const dir = mkdtempSync(join(tmpdir(), "warraq-findings-"));
afterAll(() => rmSync(dir, { recursive: true }));

const found = JSON.parse(readFileSync("test/fixtures/fuzz/findings.json", "utf8")) as Finding[]; // our own file

test.each(found.map((finding) => [finding.fault.slice(0, 80), finding] as const))(
  "an input that was once too much is none any more: %s",
  async (_, finding) => {
    expect(await tryInput(dir, unpack(finding), 20)).toBeNull();
  },
);

// `npm run fuzz` holds inputs to ten times; a machine that others use needs more even of its own time.
test("real texts changed at random, and archives made of hostile parts, are parsed and shown whole, in time and without a fault", async () => {
  const { runs, findings } = await fuzz({ seed: Date.now() >>> 0, milliseconds: 10_000, mostTimes: 40 });
  expect(findings).toEqual([]);
  expect(runs).toBeGreaterThan(50);
}, 60_000);
