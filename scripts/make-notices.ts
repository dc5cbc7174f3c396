import { readFileSync, writeFileSync } from "node:fs";
import { type Dependency, productionDependencies } from "./dependencies.ts";

/*
 * Writes the list of packages in THIRD-PARTY-NOTICES.md anew, from package-lock.json; what stands outside its marks is written by hand.
 * Run it after a dependency changed.
 */

const begin = "<!-- made by npm run notices -->";
const end = "<!-- end -->";

/** The notices with the list as it is now. */
export function makeNotices(written: string, dependencies: readonly Dependency[]): string {
  const from = written.indexOf(begin);
  const to = written.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`THIRD-PARTY-NOTICES.md has no ${begin} and ${end}`);
  return `${written.slice(0, from + begin.length)}\n\n${tableOf(dependencies)}\n${written.slice(to)}`;
}

/** One line a license: each package's own license file comes with the package. */
function tableOf(dependencies: readonly Dependency[]): string {
  const byLicense = new Map<string, Set<string>>();
  for (const { name, version, license } of dependencies) {
    const names = byLicense.get(license) ?? new Set();
    byLicense.set(license, names.add(`${name} ${version}`));
  }
  const rows = [...byLicense]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([license, names]) => `| ${license} | ${[...names].join(", ")} |\n`);
  return `| license | packages |\n| --- | --- |\n${rows.join("")}`;
}

if (process.argv[1] === import.meta.filename) {
  const path = "THIRD-PARTY-NOTICES.md";
  writeFileSync(path, makeNotices(readFileSync(path, "utf8"), productionDependencies("package-lock.json")));
}
