import { readFileSync } from "node:fs";

/** A package that comes with this program, as package-lock.json says. */
export interface Dependency {
  /** Where it lies: `node_modules/a/node_modules/b`. */
  place: string;
  name: string;
  version: string;
  /** An SPDX expression. */
  license: string;
  /** Subresource integrity; null for a package of another platform, which npm did not see (`complete-lockfile.ts`). */
  integrity: string | null;
  hasInstallScript: boolean;
  /** The places of those that it asks for. */
  needs: string[];
}

interface LockedPackage {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

type Packages = Record<string, LockedPackage>;

/** Those that are installed beside the program, sorted by name; not those that it is developed with. */
export function productionDependencies(lockPath: string): Dependency[] {
  // npm's own file: its format is documented and versioned.
  const { packages } = JSON.parse(readFileSync(lockPath, "utf8")) as { packages: Packages };
  const places = new Set(needsOf(packages, ""));
  for (const place of places) for (const needed of needsOf(packages, place)) places.add(needed);
  return [...places]
    .map((place) => ({ place, locked: packages[place] ?? {} }))
    .map(({ place, locked }) => ({
      place,
      // One that is asked for by another name has its own here.
      name: locked.name ?? nameOf(place),
      version: locked.version ?? "",
      license: locked.license ?? licenseOfOwner(packages, place),
      integrity: locked.integrity ?? null,
      hasInstallScript: locked.hasInstallScript === true,
      needs: needsOf(packages, place),
    }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version) || compare(a.place, b.place));
}

/** The places of what this program itself asks for. */
export function directDependencies(lockPath: string): string[] {
  const { packages } = JSON.parse(readFileSync(lockPath, "utf8")) as { packages: Packages }; // as above
  return needsOf(packages, "");
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

function needsOf(packages: Packages, place: string): string[] {
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  } = packages[place] ?? {};
  // A peer that may be absent is asked for by whoever uses it.
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]
    .flatMap((name) => resolve(packages, place, name) ?? [])
    .sort(compare);
}

/** Node looks for a package in the folder of whoever asks for it, and then in those above. */
function resolve(packages: Packages, from: string, name: string): string | null {
  for (let place = from; ; ) {
    const found = `${place === "" ? "" : `${place}/`}node_modules/${name}`;
    if (found in packages) return found;
    if (place === "") return null;
    const above = place.lastIndexOf("/node_modules/");
    place = above < 0 ? "" : place.slice(0, above);
  }
}

/** What npm did not see is the binary of another platform: it is under the license of the package that asks for it. */
function licenseOfOwner(packages: Packages, place: string): string {
  const name = nameOf(place);
  const owner = Object.values(packages).find(({ optionalDependencies = {} }) => name in optionalDependencies);
  return owner?.license ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
