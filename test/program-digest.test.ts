import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digestOfProgram } from "../src/program-digest.ts";

let root: string;
let cacheDir: string;
const remembered = (): string => join(cacheDir, "program.ledger");
const put = (path: string, content: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), content);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "warraq-program-"));
  cacheDir = join(root, "cache");
  put("package.json", JSON.stringify({ dependencies: { one: "1", none: "1" } }));
  put("node_modules/one/package.json", JSON.stringify({ version: "1.0.0" }));
  for (const folder of ["lib/bin", "lib/templates", "src/languages/ar", "templates"])
    put(`${folder}/a.js`, "1");
});
afterEach(() => rmSync(root, { recursive: true }));

/** Until nobody can take the files for such as are being written. */
const settle = (): Promise<void> => wait(150);

test("a digest that is remembered is the one that reading the program gives", async () => {
  const made = digestOfProgram(root, null);
  expect(digestOfProgram(root, cacheDir)).toBe(made);
  expect(existsSync(remembered()), "just written, it may be written again in the same tick").toBe(false);
  await settle();
  expect(digestOfProgram(root, cacheDir)).toBe(made);
  expect(existsSync(remembered())).toBe(true);
  expect(digestOfProgram(root, cacheDir)).toBe(made);
});

test("another program has another, whatever its files' times say", async () => {
  await settle();
  const digests = new Set([digestOfProgram(root, cacheDir)]);
  const time = new Date("1985-10-26T08:15:00Z");
  const changes: (() => void)[] = [
    () => put("lib/bin/a.js", "2"),
    () => put("src/languages/ar/a.js", "2"),
    () => put("src/languages/ar/b.js", "1"),
    () => rmSync(join(root, "templates/a.js")),
    () => put("node_modules/one/package.json", JSON.stringify({ version: "1.0.1" })),
    () => put("node_modules/none/package.json", JSON.stringify({ version: "1.0.0" })),
  ];
  for (const change of changes) {
    change();
    if (existsSync(join(root, "lib/bin/a.js"))) utimesSync(join(root, "lib/bin/a.js"), time, time);
    await settle();
    const made = digestOfProgram(root, cacheDir);
    expect(made).toBe(digestOfProgram(root, null));
    digests.add(made);
  }
  expect(digests.size).toBe(changes.length + 1);
});

test("what is remembered and damaged is not believed", async () => {
  await settle();
  const made = digestOfProgram(root, cacheDir);
  appendFileSync(remembered(), "x");
  expect(digestOfProgram(root, cacheDir)).toBe(made);
  writeFileSync(remembered(), "");
  expect(digestOfProgram(root, cacheDir)).toBe(made);
});
