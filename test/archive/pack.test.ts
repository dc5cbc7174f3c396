import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DamagedPackError, describeRecord, openPack, placeOf, tellsDamage } from "../../src/archive/pack.ts";

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "warraq-pack-")), "a.pack");
});
afterEach(() => rmSync(join(path, ".."), { recursive: true }));

const record = (text: string): Buffer[] => [Buffer.from(text), Buffer.alloc(0), Buffer.from(`${text}!`)];

test("records that come together are read as those that come one by one", () => {
  const one = openPack(path, { kind: "write", size: 0 });
  const texts = ["a", "نص", "c"];
  const apart = texts.map((text) => one.append(record(text)));
  const joined = Buffer.concat(texts.flatMap(record));
  const together = one.appendAll(
    joined,
    texts.map((text) => describeRecord(record(text))),
  );
  expect(one.size()).toBe(joined.length * 2);
  for (const stored of [apart, together]) {
    stored.forEach((each, index) => {
      expect([0, 1, 2].map((part) => one.read(each, part))).toEqual(record(texts[index] ?? ""));
      expect(one.readAt(placeOf(each, 2)).toString()).toBe(`${texts[index]}!`);
      expect([0, 1, 2].map(one.readParts(each, 0, 2))).toEqual(record(texts[index] ?? ""));
      expect([1, 2].map(one.readParts(each, 1, 2))).toEqual(record(texts[index] ?? "").slice(1));
    });
  }
  one.close();
});

test("damage is told, also by an error that has lost all but its message on its way from another thread", () => {
  const pack = openPack(path, { kind: "write", size: 0 });
  const stored = pack.append(record("text"));
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(1) ^ 1, 1);
  writeFileSync(path, bytes);
  let told: unknown;
  try {
    pack.read(stored, 0);
  } catch (error) {
    told = error;
  }
  const part = pack.readParts(stored, 0, 2);
  expect(part(2).toString()).toBe("text!");
  expect(() => part(0)).toThrow(DamagedPackError);
  pack.close();
  expect(told).toBeInstanceOf(DamagedPackError);
  expect(tellsDamage(told)).toBe(true);
  expect(tellsDamage(new Error("the page could not be made", { cause: told }))).toBe(true);
  const { message } = told instanceof Error ? told : new Error();
  expect(tellsDamage(new Error(`The page a.html could not be made: ${message}`))).toBe(true);
  expect(tellsDamage(new Error("ENOENT: no such file"))).toBe(false);
});

test("records are read by what reads pieces of the file, in any order, and damage is told", () => {
  const pack = openPack(path, { kind: "write", size: 0 });
  const sizes = [10, 600_000, 0, 300_000, 2_000_000, 5, 900_000, 40];
  const stored = sizes.map((size, index) => pack.append([Buffer.alloc(size, index + 1), Buffer.from("end")]));
  const reader = pack.inOrder();
  fc.assert(
    fc.property(fc.nat(sizes.length - 1), fc.nat(1), (index, part) => {
      const each = stored[index];
      if (each !== undefined)
        expect(reader.readAt(placeOf(each, part)).equals(pack.read(each, part))).toBe(true);
    }),
  );
  const bytes = readFileSync(path);
  bytes.writeUInt8(0, 3);
  writeFileSync(path, bytes);
  const anew = pack.inOrder();
  expect(() => stored.map((each) => anew.readAt(placeOf(each, 0)))).toThrow(DamagedPackError);
  pack.close();
});
