import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLedger, readLedgerBytes, writeLedger } from "../../src/archive/ledger.ts";
import { makeRows, readSiteLedger, writeSiteLedger } from "../../src/publish/site-ledger.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "warraq-ledger-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

test("a ledger is read as it was written", () => {
  writeLedger(join(dir, "a.ledger"), ["one", "", "ثلاثة"]);
  expect(readLedger(join(dir, "a.ledger"))).toEqual(["one", "", "ثلاثة"]);
  expect(readdirSync(dir)).toEqual(["a.ledger"]);
});

test("so is one that is longer than what is written at once", () => {
  const lines = [
    "سطر ".repeat(400_000),
    "",
    ...Array.from({ length: 300_000 }, (_, line) => `السطر ${line}`),
  ];
  writeLedger(join(dir, "a.ledger"), lines);
  expect(readLedger(join(dir, "a.ledger"))).toEqual(lines);
  const read = readLedgerBytes(join(dir, "a.ledger")) ?? [];
  expect(read.map(String)).toEqual(lines);
  writeLedger(join(dir, "b.ledger"), read);
  expect(readLedger(join(dir, "b.ledger"))).toEqual(lines);
});

test("a ledger cut anywhere, and one with any byte of another value, is none", () => {
  const path = join(dir, "a.ledger");
  writeLedger(path, ["one", "two"]);
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at += 1) {
    writeFileSync(path, whole.subarray(0, at));
    expect(readLedger(path)).toBeNull();
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(whole.readUInt8(at) ^ 1, at);
    writeFileSync(path, flipped);
    expect(readLedger(path)).toBeNull();
  }
});

test("a ledger that cannot take its place leaves nothing half written", () => {
  mkdirSync(join(dir, "a.ledger/occupied"), { recursive: true });
  expect(() => writeLedger(join(dir, "a.ledger"), ["one"])).toThrow();
  expect(readdirSync(dir)).toEqual(["a.ledger"]);
});

test("a site is published also where its ledger finds no room; the next build does without", () => {
  mkdirSync(join(dir, "site.ledger/occupied"), { recursive: true });
  const head = { digest: "a", pages: 0, articles: 0 };
  const manifest = { path: "manifest-sha256.txt", sha256: "", size: 0, mtimeMs: 0 };
  writeSiteLedger(dir, { head, manifest, others: [], folders: [] }, [makeRows([])]);
  expect(readSiteLedger(dir)).toBeNull();
  expect(readdirSync(dir)).toEqual([]);
});
