import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { productionDependencies } from "../../scripts/dependencies.ts";
import { makeNotices } from "../../scripts/make-notices.ts";
import { makeSbom } from "../../scripts/make-sbom.ts";

const dependencies = productionDependencies("package-lock.json");

/** Licenses under which others' work may be used beside MIT-licensed work, and passed on with it. */
const allowed = [
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Python-2.0",
];

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  optional?: boolean;
  os?: string[];
  hasInstallScript?: boolean;
}
// npm's own file.
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};

test("every package that is installed with the program has a license that goes with ours", () => {
  expect(dependencies.length).toBeGreaterThan(100);
  expect(dependencies.filter(({ license }) => !allowed.includes(license))).toEqual([]);
});

test("THIRD-PARTY-NOTICES.md names them all as they are (npm run notices)", () => {
  const written = readFileSync("THIRD-PARTY-NOTICES.md", "utf8");
  expect(makeNotices(written, dependencies)).toBe(written);
  for (const { name, version } of dependencies) expect(written).toContain(`${name} ${version}`);
});

test("no package runs a script when it is installed; of those for development esbuild and protobufjs have one, and do without", () => {
  expect(dependencies.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  expect(scripted.map(([place]) => place).sort()).toEqual([
    "node_modules/esbuild",
    "node_modules/protobufjs",
  ]);
  // What `npm ci --ignore-scripts` leaves out nobody misses: npm would run these for the project itself.
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }; // our own file
  expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
});

test("every package comes from the registry and has its digest, but those of other platforms, which are optional", () => {
  for (const [place, { resolved, integrity, link, optional, os }] of Object.entries(packages)) {
    if (place === "") continue;
    expect({ place, link, registry: /^https:\/\/registry\.npmjs\.org\/|^$/.test(resolved ?? "") }).toEqual({
      place,
      link: undefined,
      registry: true,
    });
    if (integrity === undefined)
      expect({ place, optional, os }).toMatchObject({ optional: true, os: [expect.any(String)] });
    else expect(integrity, place).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  }
});

test("the bill of materials has each package once, with its license, its digest and what it needs", () => {
  const bom = makeSbom("package.json", "package-lock.json");
  const refs = bom.components.map((component) => component["bom-ref"]);
  expect(new Set(refs).size).toBe(refs.length);
  expect(new Set(refs)).toEqual(
    new Set(dependencies.map(({ name, version }) => `pkg:npm/${name.replace("@", "%40")}@${version}`)),
  );
  for (const { hashes = [], licenses } of bom.components) {
    expect(licenses).toHaveLength(1);
    for (const { content } of hashes) expect(content).toMatch(/^[0-9a-f]{128}$/);
  }
  const own = bom.metadata.component["bom-ref"];
  expect(bom.dependencies.map(({ ref }) => ref)).toEqual([own, ...new Set(refs)]);
  // Everything is there because something needs it.
  const reached = new Set([own]);
  const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  for (const ref of reached) for (const needed of needs.get(ref) ?? []) reached.add(needed);
  expect([...refs].filter((ref) => !reached.has(ref))).toEqual([]);
  expect(JSON.stringify(makeSbom("package.json", "package-lock.json"))).toBe(JSON.stringify(bom));
});
