import { readFileSync } from "node:fs";
import { type Dependency, directDependencies, productionDependencies } from "./dependencies.ts";

/*
 * Prints what the program consists of as a CycloneDX 1.5 bill of materials, from package-lock.json. The same lock file gives the same bytes.
 * (`npm sbom` refuses a lock file in which an optional peer has another version than the one asked for, as nunjucks's chokidar has.)
 */

interface Component {
  type: "library" | "application";
  "bom-ref": string;
  name: string;
  version: string;
  purl: string;
  licenses: ({ license: { id: string } } | { expression: string })[];
  hashes?: { alg: "SHA-512"; content: string }[];
}

interface Bom {
  bomFormat: "CycloneDX";
  specVersion: "1.5";
  version: 1;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

export function makeSbom(packagePath: string, lockPath: string): Bom {
  // Our own file.
  const own = JSON.parse(readFileSync(packagePath, "utf8")) as {
    name: string;
    version: string;
    license: string;
  };
  const dependencies = productionDependencies(lockPath);
  const refs = new Map(dependencies.map((one) => [one.place, purlOf(one)]));
  const refsOf = (places: readonly string[]): string[] =>
    [...new Set(places.flatMap((place) => refs.get(place) ?? []))].sort();
  // The same version may lie in several places, each with what it asks for.
  const needs = new Map<string, string[]>();
  for (const one of dependencies) {
    const ref = purlOf(one);
    needs.set(ref, [...(needs.get(ref) ?? []), ...one.needs]);
  }
  const components = new Map(dependencies.map((one) => [purlOf(one), componentOf(one)]));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { ...componentOf({ ...own, integrity: null }), type: "application" } },
    components: [...components.values()],
    dependencies: [
      { ref: purlOf(own), dependsOn: refsOf(directDependencies(lockPath)) },
      ...[...needs].map(([ref, places]) => ({ ref, dependsOn: refsOf(places) })),
    ],
  };
}

function componentOf(one: Pick<Dependency, "name" | "version" | "license" | "integrity">): Component {
  const { name, version, license, integrity } = one;
  const [, digest] = /^sha512-(.+)$/.exec(integrity ?? "") ?? [];
  const content = digest === undefined ? null : Buffer.from(digest, "base64").toString("hex");
  return {
    type: "library",
    "bom-ref": purlOf(one),
    name,
    version,
    purl: purlOf(one),
    licenses: [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }],
    ...(content === null ? {} : { hashes: [{ alg: "SHA-512" as const, content }] }),
  };
}

function purlOf({ name, version }: { name: string; version: string }): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${JSON.stringify(makeSbom("package.json", "package-lock.json"), null, 2)}\n`);
}
