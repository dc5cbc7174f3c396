import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Finding, fuzz, tryInput } from "./fuzzer.ts";

const dir = mkdtempSync(join(tmpdir(), "warraq-findings-"));
afterAll(() => rmSync(dir, { recursive: true }));

const found = JSON.parse(readFileSync("test/fixtures/fuzz/findings.json", "utf8")) as Finding[]; // our own file

test.each(found.map((finding) => [finding.fault.slice(0, 80), finding] as const))(
  "an input that was once too much is none any more: %s",
  async (_, { files }) => {
    const bytes = Object.entries(files).map(([path, content]) => [path, Buffer.from(content, "base64")]);
    expect(await tryInput(dir, Object.fromEntries(bytes))).toBeNull();
  },
);

test("real texts changed at random, and archives made of hostile parts, are parsed and shown whole, in time and without a fault", async () => {
  const { runs, findings } = await fuzz({ seed: Date.now() >>> 0, milliseconds: 10_000 });
  expect(findings).toEqual([]);
  expect(runs).toBeGreaterThan(50);
}, 60_000);
